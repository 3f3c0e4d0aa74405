/** A page that is never idle, or not in sight, is not waited for longer, in ms. */
const LONGEST_MS = 2000;

/** Does `work` once the page has nothing else to do; `afterMs` from now where the browser cannot say (Safari). */
export function whenIdle(work: () => void, afterMs = 200): void {
  if ('requestIdleCallback' in window) requestIdleCallback(work, { timeout: LONGEST_MS });
  else setTimeout(work, afterMs);
}
