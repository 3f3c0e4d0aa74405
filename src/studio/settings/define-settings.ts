import { defineOnce } from '../shell/define-once.js';
import { SentierStudioSettings } from './sentier-studio-settings.js';

defineOnce('sentier-studio-settings', SentierStudioSettings);

declare global {
  interface HTMLElementTagNameMap {
    'sentier-studio-settings': SentierStudioSettings;
  }
}
