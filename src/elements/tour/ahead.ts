import { isOnPage } from '../../core/tour/step-page.js';
import type { TourView } from '../../engine/tour/tour-runner.js';
import { queryAll } from '../../platform/natives.js';
import { currentPath } from '../../platform/route-watcher.js';
import type { TourContent } from '../../model/schema/tour.js';

/** Key of whether this person wants simple words, for the session. */
export const SIMPLE = 'tour:simple';

/** What of a step's fields is seen on its card, or done before it. */
const RICH = /^(advance|also|answers|before|display|how|media|why)$/;

/** Whether a target stands in the open: all of it in the window, under nothing of the page's. */
function isInSight(target: Element): boolean {
  const { left, top, right, bottom } = target.getBoundingClientRect();
  const x = (left + right) / 2;
  const isOpen = (y: number) => target.contains(document.elementFromPoint(x, y));
  return (
    left >= 0 &&
    top >= 0 &&
    right <= innerWidth &&
    bottom <= innerHeight &&
    getComputedStyle(target).visibility === 'visible' &&
    isOpen(top + 1) &&
    isOpen(bottom - 1)
  );
}

/**
 * What a tour shows first, where that can be told without the machine: the intro, a step in the middle, or one whose
 * target is there, by a plain selector, and in sight. Undefined where it has to be looked for, the way parts, or something
 * is wrong.
 */
export function viewAhead({ steps, intro }: Partial<TourContent>): TourView | undefined {
  try {
    const { target, page } = steps![0]!;
    const view = {
      step: 0,
      index: 0,
      count: steps!.length,
      isCounted: true,
      also: [],
      isElsewhere: false,
      page: undefined,
    };
    // Behind a dialog of the page's we could not be used.
    if (
      steps!.some(
        (step) => typeof step !== 'object' || step.next || step.answers || step.missing === 'skip',
      ) ||
      queryAll('dialog[open]').length
    )
      return undefined;
    if (intro) return { ...view, at: 'intro', target: undefined };
    if (!isOnPage(page, currentPath()) || Object.keys(steps![0]!).some((key) => RICH.test(key)))
      return undefined;
    if (!target) return { ...view, at: 'active', target: undefined };
    const [found] = typeof target === 'string' && !target.includes('>>>') ? queryAll(target) : [];
    return found && isInSight(found) ? { ...view, at: 'active', target: found } : undefined;
  } catch {
    // No selector that CSS knows; no steps.
    return undefined;
  }
}
