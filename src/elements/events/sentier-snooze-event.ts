import { DAY_MS } from '../../core/units.js';
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

/** "Plus tard", where no other choice is given: the same hour on the next day. `now`: epoch ms. */
export const untilTomorrow = (campaign: string, now = Date.now()): SentierSnoozeEvent =>
  new SentierSnoozeEvent(campaign, now + DAY_MS);
