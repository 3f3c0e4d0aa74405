import { SentierHelp } from './sentier-help.js';

if (!customElements.get('sentier-help')) customElements.define('sentier-help', SentierHelp);

declare global {
  interface HTMLElementTagNameMap {
    'sentier-help': SentierHelp;
  }
}
