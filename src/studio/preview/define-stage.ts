import '../../elements/banner/define-banner.js';
import '../../elements/checklist/define-checklist.js';
import '../../elements/survey/define-survey.js';
import { defineOnce } from '../shell/define-once.js';
import { SentierStudioStage } from './stage.js';

defineOnce('sentier-studio-stage', SentierStudioStage);

declare global {
  interface HTMLElementTagNameMap {
    'sentier-studio-stage': SentierStudioStage;
  }
}
