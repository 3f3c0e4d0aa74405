/** Key in `localStorage` while the outbox holds something: no more than that. */
export const WAITING = 'sentier:outbox';
