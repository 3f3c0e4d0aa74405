/** A tab that was put to sleep while it held the lock is waited for no longer than this, in ms. */
const PATIENCE_MS = 10_000;

/**
 * Runs `task` while no other tab runs its own, by a Web Lock. Without locks (old browsers, http pages, sandboxed frames)
 * it runs at once: what is sent twice is stored once.
 */
export async function alone(task: () => Promise<void>): Promise<void> {
  let ran = false;
  const once = () => {
    ran = true;
    return task();
  };
  try {
    const signal = AbortSignal.timeout?.(PATIENCE_MS);
    await navigator.locks.request('sentier-outbox', signal ? { signal } : {}, once);
  } catch (error) {
    if (ran) throw error;
    await task();
  }
}
