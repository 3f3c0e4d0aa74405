import { SentierChecklist } from './sentier-checklist.js';

if (!customElements.get('sentier-checklist')) customElements.define('sentier-checklist', SentierChecklist);

declare global {
  interface HTMLElementTagNameMap {
    'sentier-checklist': SentierChecklist;
  }
}
