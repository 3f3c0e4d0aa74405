import { mountOverlay } from '../../elements/primitives/mount.js';
import type { TourContent } from '../../model/schema/tour.js';
import type { Writing } from '../fields/authored.js';

/** What a tour says on its way, which the page's script would count. */
const PLAYED = [
  'sentier-before-show',
  'sentier-show',
  'sentier-start',
  'sentier-step',
  'sentier-target-missing',
  'sentier-complete',
  'sentier-before-dismiss',
  'sentier-dismiss',
  'sentier-snooze',
];

/**
 * Plays the real tour over the real page, from a step or from the start; settles when it is over.
 * @param away told when the page is needed whole, and when no more
 */
export async function playTour(
  content: TourContent,
  { lang, main }: Writing,
  from: string | undefined,
  away: (isAway: boolean) => void,
): Promise<void> {
  await import('../../elements/tour/define-tour.js');
  const tour = document.createElement('sentier-tour');
  tour.content = content;
  tour.locales = [lang];
  tour.setAttribute('plan-locale', main);
  // What is tried out is nobody's tour: the page's script hears nothing of it.
  for (const type of PLAYED) tour.addEventListener(type, (event) => event.stopPropagation());
  away(true);
  const ended = new Promise((done) => tour.addEventListener('close', done, { once: true }));
  mountOverlay(tour);
  if (tour.start(from)) await ended;
  tour.remove();
  away(false);
}
