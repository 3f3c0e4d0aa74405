import type { Campaign } from '../model/schema/campaign.js';
import type { Target } from '../model/schema/common.js';
import { canLocate, isFound, prepareLocator } from './locator.js';

/** First and longest pause between two looks at a page that changes, in ms: a page that never rests is looked at less. */
const FIRST_MS = 150;
const LONGEST_MS = 2000;

export { isFound as isPresent };

let wanted: readonly Target[] = [];
let observer: MutationObserver | undefined;
let timer: ReturnType<typeof setTimeout> | undefined;

function stop(): void {
  observer?.disconnect();
  observer = undefined;
  clearTimeout(timer);
  timer = undefined;
}

/**
 * Calls `look` when an element that one of the campaigns waits for may have come; replaces what was waited for before,
 * and rests when nothing is. The observer only sets a timer, so that it cannot keep a host's zone busy.
 */
export function watch(armed: readonly Campaign[], look: () => void, signal: AbortSignal): void {
  wanted = armed.flatMap(({ when }) => (when?.present && !isFound(when.present) ? [when.present] : []));
  if (!wanted.length || signal.aborted) return stop();
  // Roles and words take a chunk of their own.
  if (!canLocate(wanted)) prepareLocator().then(look, () => undefined);
  if (observer) return;
  let pause = FIRST_MS;
  observer = new MutationObserver(() => {
    timer ??= setTimeout(() => {
      timer = undefined;
      pause = Math.min(pause * 1.2, LONGEST_MS);
      if (wanted.some(isFound)) look();
    }, pause);
  });
  observer.observe(document, {
    subtree: true,
    childList: true,
    attributeFilter: ['class', 'style', 'hidden', 'open'],
  });
  signal.addEventListener('abort', stop);
}
