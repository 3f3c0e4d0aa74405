import { defineOnce } from '../shell/define-once.js';
import { SentierStudioPublish } from './sentier-studio-publish.js';

defineOnce('sentier-studio-publish', SentierStudioPublish);

declare global {
  interface HTMLElementTagNameMap {
    'sentier-studio-publish': SentierStudioPublish;
  }
}
