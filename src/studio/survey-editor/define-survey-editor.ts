import { defineOnce } from '../shell/define-once.js';
import { SentierStudioSurvey } from './sentier-studio-survey.js';

defineOnce('sentier-studio-survey', SentierStudioSurvey);

declare global {
  interface HTMLElementTagNameMap {
    'sentier-studio-survey': SentierStudioSurvey;
  }
}
