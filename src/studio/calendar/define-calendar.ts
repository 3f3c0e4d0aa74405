import { defineOnce } from '../shell/define-once.js';
import { SentierStudioCalendar } from './sentier-studio-calendar.js';

defineOnce('sentier-studio-calendar', SentierStudioCalendar);

declare global {
  interface HTMLElementTagNameMap {
    'sentier-studio-calendar': SentierStudioCalendar;
  }
}
