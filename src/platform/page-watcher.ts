import type { Root } from './locator.js';

/** At most one look at a changing page in this many ms. */
const PAUSE_MS = 100;
/** What no mutation tells (a late element definition, a media query, a theme that arrives) is seen this often, only while searching. */
const POLL_MS = 500;

/**
 * Calls `look` as the page changes (nodes and attributes, in open shadow roots too), at most once in 100 ms, until `signal`
 * ends it; and `miss` at the deadline. `rootsOf` lists a document's roots.
 */
export function watchPage(
  look: () => void,
  withinMs: number,
  miss: () => void,
  signal: AbortSignal,
  rootsOf: (root: Root) => Root[],
): void {
  let pending: ReturnType<typeof setTimeout> | undefined;
  const observer = new MutationObserver(() => (pending ??= setTimeout(check, PAUSE_MS)));
  const observe = () => {
    // Shadow roots may have come since.
    for (const root of rootsOf(document))
      observer.observe(root, { subtree: true, childList: true, attributes: true, characterData: true });
  };
  const check = () => {
    pending = undefined;
    look();
    if (!signal.aborted) observe();
  };
  observe();
  const timers = [setInterval(check, POLL_MS), setTimeout(miss, withinMs)];
  signal.addEventListener('abort', () => {
    observer.disconnect();
    for (const timer of [...timers, pending]) clearTimeout(timer);
  });
}
