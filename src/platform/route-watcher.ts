/** How often a browser without the Navigation API is asked for its address while the page is in sight, in ms. */
const POLL_MS = 400;

/** The page as campaigns know it: path and hash, since many ENTs route by it; never the query, which may name people. */
export const currentPath = (): string => location.pathname + location.hash;

/** Calls back after the path changed, whatever changed it, without patching the host's `history`. */
export function watchRoute(changed: () => void, signal: AbortSignal): void {
  let path = currentPath();
  const check = () => {
    if (path !== (path = currentPath())) changed();
  };
  // Where there is no such API, `navigation` may be the host's `<nav id="navigation">`.
  const { navigation } = window as { navigation?: EventTarget & { currentEntry?: unknown } };
  if (navigation?.currentEntry) navigation.addEventListener('currententrychange', check, { signal });
  else {
    const timer = setInterval(() => document.hidden || check(), POLL_MS);
    signal.addEventListener('abort', () => clearInterval(timer));
  }
}
