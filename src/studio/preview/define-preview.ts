import './define-stage.js';
import { defineOnce } from '../shell/define-once.js';
import { SentierStudioPreview } from './sentier-studio-preview.js';

defineOnce('sentier-studio-preview', SentierStudioPreview);

declare global {
  interface HTMLElementTagNameMap {
    'sentier-studio-preview': SentierStudioPreview;
  }
}
