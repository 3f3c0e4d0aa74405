import { SentierSurvey } from './sentier-survey.js';

if (!customElements.get('sentier-survey')) customElements.define('sentier-survey', SentierSurvey);

declare global {
  interface HTMLElementTagNameMap {
    'sentier-survey': SentierSurvey;
  }
}
