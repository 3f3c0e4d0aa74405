import { SentierEvent } from './sentier-event.js';

/** A step's target was not found in time. */
export class SentierTargetMissingEvent extends SentierEvent {
  constructor(
    campaign: string,
    readonly step: string,
  ) {
    super('sentier-target-missing', campaign);
  }
}
