const NAME = 'sentier-outbox';
/** A tab that was put to sleep while it held the lock is waited for no longer than this, in ms. */
const PATIENCE_MS = 30_000;
/** How long a lease lasts that its holder does not renew, and how often that is looked at. */
const LEASE_MS = 4000;
const LOOK_MS = 250;

const pause = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));

/**
 * A lease in `localStorage`, where there are no locks (http pages, old browsers): written, and ours if it still is after
 * others had time to write. Two tabs may, once in a great while, both think so: what is sent twice is stored once.
 */
async function byLease(task: () => Promise<void>): Promise<void> {
  const own = `${Math.random()}`;
  const key = 'sentier:lease';
  const holder = (): string[] => (localStorage.getItem(key) ?? '').split(' ');
  const renew = (): void => localStorage.setItem(key, `${own} ${Date.now() + LEASE_MS}`);
  const deadline = Date.now() + PATIENCE_MS;
  for (;;) {
    const [other, until] = holder();
    if (other && other !== own && Number(until) > Date.now() && Date.now() < deadline) {
      await pause(LOOK_MS);
      continue;
    }
    renew();
    await pause(LOOK_MS / 5);
    if (holder()[0] === own || Date.now() > deadline) break;
  }
  const timer = setInterval(renew, LEASE_MS / 3);
  try {
    await task();
  } finally {
    clearInterval(timer);
    if (holder()[0] === own) localStorage.removeItem(key);
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
