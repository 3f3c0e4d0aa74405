import { defineOnce } from '../shell/define-once.js';
import { SentierStudioHelp } from './sentier-studio-help.js';

defineOnce('sentier-studio-help', SentierStudioHelp);

declare global {
  interface HTMLElementTagNameMap {
    'sentier-studio-help': SentierStudioHelp;
  }
}
