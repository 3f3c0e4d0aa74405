import type { Scene } from './scene.js';

/** What the lock is called that this person's tabs interrupt by. */
export const floorOf = ({ place }: Scene): string => `${place[1]}floor`;

/**
 * A Web Lock until `floor` is left, or the page, be it to the back-forward cache: the page that comes next goes on. It goes
 * with its tab whatever becomes of that; undefined where there are none.
 * @throws where they are blocked
 */
export function tryLock(name: string, floor: AbortController): Promise<boolean> | undefined {
  const { signal } = floor;
  addEventListener('pagehide', () => floor.abort(), { signal });
  const locks = navigator.locks as LockManager | undefined;
  return (
    locks &&
    new Promise<boolean>((done, fail) => {
      locks
        .request(name, { ifAvailable: true }, (lock) => {
          done(!!lock);
          return lock && new Promise<unknown>((left) => signal.addEventListener('abort', left));
        })
        .catch(fail);
    })
  );
}
