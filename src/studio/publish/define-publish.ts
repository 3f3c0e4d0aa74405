import { defineOnce } from '../shell/define-once.js';
import { SentierStudioFile } from './sentier-studio-file.js';
import { SentierStudioPublish } from './sentier-studio-publish.js';

defineOnce('sentier-studio-file', SentierStudioFile);
defineOnce('sentier-studio-publish', SentierStudioPublish);

declare global {
  interface HTMLElementTagNameMap {
    'sentier-studio-file': SentierStudioFile;
    'sentier-studio-publish': SentierStudioPublish;
  }
}
