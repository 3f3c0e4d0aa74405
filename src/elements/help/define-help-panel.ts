import { SentierHelpPanel } from './sentier-help-panel.js';

if (!customElements.get('sentier-help-panel')) customElements.define('sentier-help-panel', SentierHelpPanel);

declare global {
  interface HTMLElementTagNameMap {
    'sentier-help-panel': SentierHelpPanel;
  }
}
