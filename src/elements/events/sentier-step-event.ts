import { SentierEvent } from './sentier-event.js';

/** A tour step or a survey question came on screen. `index` counts from 0; `count` is by the first way, where a tour's ways part ahead. */
export class SentierStepEvent extends SentierEvent {
  constructor(
    campaign: string,
    readonly step: string,
    readonly index: number,
    readonly count: number,
  ) {
    super('sentier-step', campaign);
  }
}
