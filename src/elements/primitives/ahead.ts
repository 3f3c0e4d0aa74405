import { SentierEvent } from '../events/sentier-event.js';
import { untilTomorrow } from '../events/sentier-snooze-event.js';
import type { Report } from './reporter.js';

/** For what is painted before the class of its element is there. */

/** Once what was put on screen is to be seen. */
export const afterPaint = (act: () => void): number => requestAnimationFrame(() => setTimeout(act));

/**
 * The person leaves it, or puts it off: a no is one before all has come, whatever becomes of the page. False where the page
 * keeps it. `forced`: the browser has closed it already.
 */
export function leaveAhead(
  element: HTMLElement,
  campaign: string,
  report: Report,
  isLater: boolean,
  forced?: boolean,
): boolean {
  const say = (event: SentierEvent): boolean => element.dispatchEvent(event);
  if (!forced && !say(new SentierEvent('sentier-before-dismiss', campaign, true))) return false;
  if (isLater) {
    const event = untilTomorrow(campaign);
    report('snoozed', { until: event.until });
    say(event);
  } else {
    report('dismissed');
    say(new SentierEvent('sentier-dismiss', campaign));
  }
  return true;
}
