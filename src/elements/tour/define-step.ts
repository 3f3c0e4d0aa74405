import { SentierStep } from './sentier-step.js';

declare global {
  interface HTMLElementTagNameMap {
    'sentier-step': SentierStep;
  }
}

if (!customElements.get('sentier-step')) customElements.define('sentier-step', SentierStep);
