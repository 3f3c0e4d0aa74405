import { POPOVER } from '../primitives/top-layer.js';
import type { SurveyCard } from './survey-card.js';

/** Whether a card is still where it was brought up: what the page moves leaves the browser's top layer. */
export function isUp({ display, root }: SurveyCard): boolean {
  const box = root.firstElementChild!;
  try {
    if (display === 'modal') return box.matches(':modal');
    return display === 'inline' || !POPOVER || box.matches(':popover-open');
  } catch {
    // Safari 15.4 has modal dialogs and does not know `:modal`.
    return true;
  }
}
