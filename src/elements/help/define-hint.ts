import { SentierHint } from './sentier-hint.js';

if (!customElements.get('sentier-hint')) customElements.define('sentier-hint', SentierHint);

declare global {
  interface HTMLElementTagNameMap {
    'sentier-hint': SentierHint;
  }
}
