/** Key in `localStorage` while the outbox holds something: no more than that. */
export const WAITING = 'sentier:outbox';

/** Whether an earlier page left something to send: without opening the database, which every page would pay for. */
export function isWaiting(): boolean {
  try {
    return !!localStorage.getItem(WAITING);
  } catch {
    return false;
  }
}
