import { mountOverlay } from '../../elements/primitives/mount.js';
import type { TourContent } from '../../model/schema/tour.js';
import { dress } from '../preview/dress.js';
import type { PlanDocument } from '../store/studio-store.js';

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

/** A tour to be played. */
export interface Play {
  content: TourContent;
  /** Languages in order of preference. */
  locales: readonly string[];
  plan: PlanDocument;
  /** Whose eyes it is seen with: pupils have bigger words. */
  profiles?: readonly string[];
  /** Id of the step that it begins at; at its start without one. */
  from?: string | undefined;
  /** Told when the page is needed whole, and when no more. */
  away?: (isAway: boolean) => void;
}

/** The real tour over the page that is there, in the plan's colours; settles when it is over. Nobody hears of it. */
export async function playTour({ content, locales, plan, profiles, from, away }: Play): Promise<void> {
  await import('../../elements/tour/define-tour.js');
  const tour = document.createElement('sentier-tour');
  tour.content = content;
  tour.locales = locales;
  tour.setAttribute('plan-locale', plan.settings?.locale ?? 'fr');
  dress(tour, plan, profiles);
  // What is tried out is nobody's tour: the page's script hears nothing of it.
  for (const type of PLAYED) tour.addEventListener(type, (event) => event.stopPropagation());
  away?.(true);
  const ended = new Promise((done) => tour.addEventListener('close', done, { once: true }));
  mountOverlay(tour);
  if (tour.start(from)) await ended;
  tour.remove();
  away?.(false);
}

/** What of a step is about the page that it is for. */
const OF_THE_PAGE = /^(target|also|page|before|advance|display|missing|interaction|placement|spotlight)$/;

/** The same cards in the middle of any page; a tour in fault may have none yet. */
export const cardsOf = (content: Partial<TourContent>): TourContent => ({
  ...content,
  steps: (content.steps ?? []).map((step) => {
    const kept = Object.entries(step).filter(([field]) => !OF_THE_PAGE.test(field));
    return Object.fromEntries(kept);
  }),
});
