import { SentierTourEditor } from './sentier-tour-editor.js';

if (!customElements.get('sentier-tour-editor'))
  customElements.define('sentier-tour-editor', SentierTourEditor);

declare global {
  interface HTMLElementTagNameMap {
    'sentier-tour-editor': SentierTourEditor;
  }
}
