import { pause, takeLease } from './lease.js';

const NAME = 'sentier-outbox';
/** A tab that was put to sleep while it held the lock is waited for no longer than this, in ms. */
const PATIENCE_MS = 30_000;
/** How often a lease that another tab has is asked for again, in ms. */
const LOOK_MS = 250;

async function byLease(task: () => Promise<void>): Promise<void> {
  const deadline = Date.now() + PATIENCE_MS;
  let giveBack: (() => void) | undefined;
  while (!(giveBack = await takeLease('sentier:lease')) && Date.now() < deadline) await pause(LOOK_MS);
  try {
    await task();
  } finally {
    giveBack?.();
  }
}

/**
 * Runs `task` while no other tab runs its own: by a Web Lock, by a lease where there is none, and at once where storage is
 * blocked too (sandboxed frames), for what is sent twice is stored once.
 */
export async function alone(task: () => Promise<void>): Promise<void> {
  let ran = false;
  const once = (): Promise<void> => {
    ran = true;
    return task();
  };
  const patience = new AbortController();
  const timer = setTimeout(() => patience.abort(), PATIENCE_MS);
  try {
    if ('locks' in navigator)
      await navigator.locks.request(NAME, { signal: patience.signal }, () => {
        clearTimeout(timer);
        return once();
      });
    else await byLease(once);
  } catch (error) {
    if (ran) throw error;
    await task();
  } finally {
    clearTimeout(timer);
  }
}
