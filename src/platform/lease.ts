/** How long a lease lasts that its holder does not renew, and how often it does, in ms. Tabs long hidden are slower: theirs run out. */
const LEASE_MS = 10_000;
const RENEW_MS = 3000;
/** Time for others to write theirs, in ms. */
const BEAT_MS = 100;

export const pause = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));

/** Who holds a lease, while it lasts. */
function holderOf(key: string): string | undefined {
  const [holder, until] = (localStorage.getItem(key) ?? '').split(' ');
  return Number(until) > Date.now() ? holder : undefined;
}

export const isLeased = (key: string): boolean => holderOf(key) !== undefined;

/**
 * A lease in `localStorage`, where there are no locks (http pages, old browsers): ours if it still is after others had
 * time to write theirs. Resolves to what gives it back, or to nothing while another tab has it. Two tabs may, once in a
 * great while, both think so. @throws where storage is blocked
 */
export async function takeLease(key: string): Promise<(() => void) | undefined> {
  const own = `${Math.random()}`;
  const isOthers = (): boolean => (holderOf(key) ?? own) !== own;
  const renew = (): void => localStorage.setItem(key, `${own} ${Date.now() + LEASE_MS}`);
  if (isOthers()) return undefined;
  renew();
  await pause(BEAT_MS);
  if (isOthers()) return undefined;
  const timer = setInterval(() => isOthers() || renew(), RENEW_MS);
  return () => {
    clearInterval(timer);
    if (!isOthers()) localStorage.removeItem(key);
  };
}
