import { SentierHelpReport } from './sentier-help-report.js';

if (!customElements.get('sentier-help-report'))
  customElements.define('sentier-help-report', SentierHelpReport);

declare global {
  interface HTMLElementTagNameMap {
    'sentier-help-report': SentierHelpReport;
  }
}
