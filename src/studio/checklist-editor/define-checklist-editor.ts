import { defineOnce } from '../shell/define-once.js';
import { SentierStudioChecklist } from './sentier-studio-checklist.js';

defineOnce('sentier-studio-checklist', SentierStudioChecklist);

declare global {
  interface HTMLElementTagNameMap {
    'sentier-studio-checklist': SentierStudioChecklist;
  }
}
