import { isOnPage } from '../../core/tour/step-page.js';
import { currentPath } from '../../platform/route-watcher.js';
import type { Target, TargetPart } from '../../model/schema/common.js';
import type { TourContent, TourStep } from '../../model/schema/tour.js';

/** A step as the editor reads it: what it does not know stays where it is. */
export type Step = TourStep;

export type Content = Partial<Omit<TourContent, 'steps'>> & { steps?: Step[] };

export const partsOf = (target: Target | undefined): TargetPart[] =>
  target === undefined ? [] : [target].flat();

/** The page beside the studio, in the form in which a step says which one it belongs to. */
export const pageHere = (): string => location.pathname;

/**
 * A step with what was shown for it on the page that is open. That is its page from then on, unless what it says takes
 * this one in: else the tour would look for it wherever it is, and not be gone on with after a change of page.
 */
export function aimed({ page, placement, ...step }: Step, target: Target): Step {
  const isKept = page !== undefined && isOnPage(page, currentPath());
  // In the middle of the screen for want of a target: now it stands beside it.
  const stays = placement && (step.target || placement !== 'center');
  return { ...step, ...(stays && { placement }), target, page: isKept ? page : pageHere() };
}

/** One way alone needs no list. */
export const targetOf = (parts: readonly TargetPart[]): Target | undefined =>
  parts.length > 1 ? [...parts] : parts[0];

/** What was emptied leaves no trace in the plan: undefined when nothing is left, fields of an object and items of a list alike. */
export function compact<T extends object>(value: T): T | undefined {
  if (Array.isArray(value)) return value.length ? value : undefined;
  const kept = Object.entries(value).filter(([, one]) => one !== undefined && one !== '');
  return kept.length ? (Object.fromEntries(kept) as T) : undefined;
}

/** A list with one item changed. */
export const changed = <T>(list: readonly T[], index: number, item: T): T[] =>
  list.map((one, i) => (i === index ? item : one));
