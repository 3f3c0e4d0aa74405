import { defineOnce } from '../shell/define-once.js';
import { SentierStudioChart } from './sentier-studio-chart.js';
import { SentierStudioResults } from './sentier-studio-results.js';

defineOnce('sentier-studio-chart', SentierStudioChart);
defineOnce('sentier-studio-results', SentierStudioResults);

declare global {
  interface HTMLElementTagNameMap {
    'sentier-studio-chart': SentierStudioChart;
    'sentier-studio-results': SentierStudioResults;
  }
}
