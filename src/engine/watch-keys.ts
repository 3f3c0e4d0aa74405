import { fault } from './faults.js';

let isWatching = false;

/** From the first Tab on, until `signal` ends, what has the focus is not all under a box of ours (make-way.ts): those who go by pointer load nothing for it. */
export function watchKeys(signal: AbortSignal): void {
  if (isWatching || signal.aborted) return;
  isWatching = true;
  const life = new AbortController();
  signal.addEventListener('abort', () => {
    isWatching = false;
    life.abort();
  });
  const onKey = ({ code, key }: KeyboardEvent) => {
    // WebKitGTK has no name for Tab with Shift.
    if (code !== 'Tab' && key !== 'Tab') return;
    life.abort();
    import('./make-way.js').then(({ makeWay }) => makeWay(signal), fault);
  };
  addEventListener('keydown', onKey, { signal: life.signal, capture: true });
}
