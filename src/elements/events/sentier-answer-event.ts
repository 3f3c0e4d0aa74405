import type { Answers } from '../../core/survey/answer.js';
import { SentierEvent } from './sentier-event.js';

export type { Answer, Answers } from '../../core/survey/answer.js';

/** A survey was sent. */
export class SentierAnswerEvent extends SentierEvent {
  constructor(
    campaign: string,
    readonly answers: Answers,
  ) {
    super('sentier-answer', campaign);
  }
}
