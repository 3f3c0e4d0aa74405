import { defineOnce } from '../shell/define-once.js';
import { SentierStudioBanner } from './sentier-studio-banner.js';

defineOnce('sentier-studio-banner', SentierStudioBanner);

declare global {
  interface HTMLElementTagNameMap {
    'sentier-studio-banner': SentierStudioBanner;
  }
}
