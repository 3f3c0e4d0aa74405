import { SentierEvent } from './sentier-event.js';

/** Something of ours failed; the page did not. */
export class SentierErrorEvent extends SentierEvent {
  constructor(
    readonly error: unknown,
    campaign = '',
  ) {
    super('sentier-error', campaign);
  }
}
