import { SentierPicker } from './sentier-picker.js';

if (!customElements.get('sentier-picker')) customElements.define('sentier-picker', SentierPicker);

declare global {
  interface HTMLElementTagNameMap {
    'sentier-picker': SentierPicker;
  }
}
