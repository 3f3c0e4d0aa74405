/**
 * A Web Lock until `signal`, which goes with its tab whatever becomes of that; undefined where there are none.
 * @throws where they are blocked
 */
export const tryLock = (name: string, signal: AbortSignal): Promise<boolean> | undefined =>
  (navigator.locks as LockManager | undefined) &&
  new Promise<boolean>((done, fail) => {
    navigator.locks
      .request(name, { ifAvailable: true }, (lock) => {
        done(!!lock);
        return lock && new Promise<unknown>((left) => signal.addEventListener('abort', left));
      })
      .catch(fail);
  });
