import './define-stage.js';
import { defineOnce } from '../shell/define-once.js';
import { SentierStudioPeek } from './peek.js';

defineOnce('sentier-studio-peek', SentierStudioPeek);

declare global {
  interface HTMLElementTagNameMap {
    'sentier-studio-peek': SentierStudioPeek;
  }
}
