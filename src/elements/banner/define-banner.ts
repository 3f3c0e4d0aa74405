import { SentierBanner } from './sentier-banner.js';

if (!customElements.get('sentier-banner')) customElements.define('sentier-banner', SentierBanner);

declare global {
  interface HTMLElementTagNameMap {
    'sentier-banner': SentierBanner;
  }
}
