import { matchesWildcard } from '../../core/wildcard.js';
import type { Advance, Check } from '../../model/schema/tour.js';
import { isFound } from '../../platform/locator.js';
import { watchTarget } from '../../platform/target-watcher.js';

/** How long what a click brings about may take, in ms. */
const CHECK_MS = 3000;

/** What becomes of it. */
export interface OnAdvance {
  advance(): void;
  /** Before the page's own handlers, since they may leave the page. */
  about(): void;
  /** Done, but not what was asked for. */
  notYet(): void;
}

/** Whether what needs no time holds: the target's own value and attribute. */
function holds({ value, attribute, is }: Check, target: Element | undefined): boolean {
  if (value !== undefined) {
    const field = target?.matches('input,select,textarea')
      ? target
      : target?.querySelector('input,select,textarea');
    const text = (field as HTMLInputElement | null)?.value ?? target?.textContent ?? '';
    if (!matchesWildcard(value, text.trim())) return false;
  }
  if (attribute === undefined) return true;
  const found = target?.getAttribute(attribute);
  return is === undefined ? typeof found === 'string' : found === is;
}

/**
 * Calls `advance` once what a step asks for has happened and its check holds, after the page's own handlers. Hears nothing
 * more after `signal`; what was done before is still told, until `life` ends: who asked looks whether it is of interest.
 */
export function onAdvance(
  { on, event = '', check = {} }: Advance,
  target: Element | undefined,
  { advance, about, notYet }: OnAdvance,
  signal: AbortSignal,
  life: AbortSignal,
): void {
  // On the window of the target's own document, first: nothing of the page can stop the event before.
  const view = target?.ownerDocument.defaultView ?? window;
  let attempt = new AbortController();
  life.addEventListener('abort', () => attempt.abort());
  /** What the page needs time for: something comes, something goes. */
  const awaitPage = (at: AbortSignal) => {
    const { present, absent } = check;
    const gone = () => at.aborted || (absent && isFound(absent) ? notYet() : advance());
    const done = () => (absent && isFound(absent) ? void setTimeout(gone, CHECK_MS) : gone());
    if (!present) return done();
    watchTarget(present, CHECK_MS, at, (result) => {
      if (result === 'located') done();
      else if (result === 'timeout' && !at.aborted) notYet();
    });
  };
  const listen = (type: string, isMeant: (e: Event) => unknown) =>
    view.addEventListener(
      type,
      (e) => {
        if (!isMeant(e)) return;
        about();
        setTimeout(() => {
          attempt.abort();
          attempt = new AbortController();
          if (holds(check, target)) awaitPage(attempt.signal);
          else notYet();
        });
      },
      { signal, capture: true },
    );
  const isOnTarget = (e: Event) => target && e.composedPath().includes(target);
  if (on === 'event') {
    listen(event, () => true);
    listen('sentier-emit', (e) => (e as Event & { name?: string }).name === event);
  } else if (on === 'click') listen(on, isOnTarget);
  else {
    // Done when the person leaves the field, or makes the choice: not at the first letter.
    let hasInput = false;
    listen(on, (e) => isOnTarget(e) && !(hasInput = true));
    listen('change', isOnTarget);
    listen('focusout', (e) => hasInput && isOnTarget(e));
  }
}
