import { SentierEvent } from './sentier-event.js';

/** Put off by the person until `until` (epoch ms). */
export class SentierSnoozeEvent extends SentierEvent {
  constructor(
    campaign: string,
    readonly until: number,
  ) {
    super('sentier-snooze', campaign);
  }
}
