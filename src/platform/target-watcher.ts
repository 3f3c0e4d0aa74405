import type { Target } from '../model/schema/common.js';
import { deepRoots, isShown, locate } from './locator.js';

/** `located`: now or later, with the element. `timeout`: not in time. `lost`: gone from the page or no longer rendered. */
export type WatchResult = 'located' | 'timeout' | 'lost';

/**
 * Looks for `target` now, then as the page changes, until the deadline; then watches that what was found stays. Says
 * at most two things: `located`, then `lost`; or `timeout`. Reads the page only, at most once in 100 ms while searching;
 * at rest it is one observer that asks `isConnected`.
 */
export function watchTarget(
  target: Target,
  withinMs: number,
  signal: AbortSignal,
  tell: (result: WatchResult, element?: Element) => void,
): void {
  const search = new AbortController();
  const stop = () => search.abort();
  signal.addEventListener('abort', stop);
  const look = (): void => {
    const { state, element } = locate(target);
    if (!element || state === 'hidden') return;
    stop();
    guard(element, signal, () => tell('lost'));
    tell('located', element);
  };
  const miss = () => {
    stop();
    tell('timeout');
  };
  look();
  if (search.signal.aborted) return;
  if (!withinMs) miss();
  else
    // Most targets are there at once: what waits for the others is loaded for them.
    void import('./page-watcher.js').then(
      ({ watchPage }) => search.signal.aborted || watchPage(look, withinMs, miss, search.signal, deepRoots),
      () => search.signal.aborted || miss(),
    );
}

/** Calls `lost` once, when an element leaves the page or loses its box. */
function guard(element: Element, signal: AbortSignal, lost: () => void): void {
  const check = () => {
    if (element.isConnected && isShown(element)) return;
    end();
    if (!signal.aborted) lost();
  };
  const mutations = new MutationObserver(() => element.isConnected || check());
  for (let node: Node | undefined = element; node; node = (node as Partial<ShadowRoot>).host) {
    node = node.getRootNode();
    mutations.observe(node, { subtree: true, childList: true });
  }
  // A size of 0 is how `display: none` shows, on the element or around it.
  const sizes = new ResizeObserver(check);
  sizes.observe(element);
  const end = () => {
    mutations.disconnect();
    sizes.disconnect();
  };
  signal.addEventListener('abort', end);
}
