/** Does `work` once the page has nothing else to do; `afterMs` from now where the browser cannot say (Safari). */
export function whenIdle(work: () => void, afterMs = 200): void {
  if ('requestIdleCallback' in window) requestIdleCallback(work);
  else setTimeout(work, afterMs);
}
