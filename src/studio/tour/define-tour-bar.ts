import { SentierStudioBar } from './tour-bar.js';

if (!customElements.get('sentier-studio-bar')) customElements.define('sentier-studio-bar', SentierStudioBar);

declare global {
  interface HTMLElementTagNameMap {
    'sentier-studio-bar': SentierStudioBar;
  }
}
