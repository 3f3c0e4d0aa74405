import { fixture, waitUntil } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { SentierTour } from '../../../src/elements/tour/sentier-tour.js';
import type { TourContent, TourStep } from '../../../src/model/schema/tour.js';
import { deepActiveElement } from '../../../src/platform/focus.js';
import { messagingPage } from '../../../stories/tour/messaging-page.js';
import '../../../src/elements/tour/define-step.js';
import '../../../src/elements/tour/define-tour.js';
import { loadRich } from '../../../src/engine/rich.js';

// As the engine does before a widget whose texts have marks.
await loadRich();

/** Two frames: what a scroll moves has moved, in every engine. */
export const frames = (): Promise<void> =>
  new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve())));

export const $ = <E extends Element = HTMLElement>(selector: string): E => {
  const found = document.querySelector<E>(selector);
  if (!found) throw new Error(`no ${selector} on the page`);
  return found;
};

const shadow = (tour: SentierTour): ShadowRoot => tour.shadowRoot!;
export const cardOf = (tour: SentierTour): HTMLElement => shadow(tour).querySelector<HTMLElement>('.card')!;
export const ringOf = (tour: SentierTour): HTMLElement => shadow(tour).querySelector<HTMLElement>('.ring')!;
export const wordsOf = (tour: SentierTour): string =>
  cardOf(tour)
    .innerText.replace(/[ \n]+/g, ' ')
    .trim();
export const buttonOf = (tour: SentierTour, words: string): HTMLElement => {
  const found = [...cardOf(tour).querySelectorAll<HTMLElement>('button,a')].find(
    (el) => (el.getAttribute('aria-label') ?? el.innerText).trim() === words,
  );
  if (!found) throw new Error(`no button "${words}" in "${wordsOf(tour)}"`);
  return found;
};

/** Whether anything of the tour is on screen. */
export const isOpen = (tour: SentierTour): boolean =>
  cardOf(tour).getClientRects().length > 0 && wordsOf(tour) !== '';

/** Where the focus is: an id, or "card", or the words of one of its buttons. */
export const focused = (tour: SentierTour): string => {
  const active = deepActiveElement();
  if (!active) return 'nowhere';
  if (active === cardOf(tour)) return 'card';
  return active.id || (active.getAttribute('aria-label') ?? (active as HTMLElement).innerText).trim();
};

/** A tour that is in the page as a plan's would be. */
export function makeTour(content: Partial<TourContent>): SentierTour {
  const tour = document.createElement('sentier-tour');
  tour.content = content;
  tour.locales = ['fr'];
  document.documentElement.append(tour);
  return tour;
}

/** Waits for the card to be placed: at once where anchors work, after a chunk has come elsewhere. */
export const placed = async (tour: SentierTour): Promise<void> => {
  await waitUntil(
    () => !cardOf(tour).classList.contains('floating') || ringOf(tour).style.width !== '',
    'the ring was never placed',
  );
  ringOf(tour)
    .getAnimations()
    .forEach((animation) => animation.finish());
  cardOf(tour)
    .getAnimations()
    .forEach((animation) => animation.finish());
  await frames();
};

/** Waits for what comes just after the first paint: arrows, tools, what is hidden from assistive technology. */
export const whole = (tour: SentierTour): Promise<void> =>
  waitUntil(() => cardOf(tour).querySelector('.more'), 'the rest of the tour never came', { timeout: 8000 });

/** The messages page, and a tour over it that has started. */
export async function startTour(...steps: (Partial<TourStep> & { intro?: never })[]): Promise<SentierTour> {
  await fixture(messagingPage());
  const tour = makeTour({ steps: steps as TourContent['steps'] });
  tour.start();
  await waitUntil(() => isOpen(tour), 'the tour never showed', { timeout: 5000 });
  await whole(tour);
  await placed(tour);
  return tour;
}

/** Shows what a step's card says. */
export const shows = async (tour: SentierTour, words: string): Promise<void> => {
  await waitUntil(() => wordsOf(tour).includes(words), `never saw "${words}", but "${wordsOf(tour)}"`);
  await placed(tour);
};

export const press = (key: string): Promise<void> => sendKeys({ press: key });

export const box = (el: Element): DOMRect => el.getBoundingClientRect();

/** Removes what a test left behind. */
export function cleanUp(): void {
  document.querySelectorAll('sentier-tour').forEach((tour) => tour.remove());
  scrollTo(0, 0);
}
