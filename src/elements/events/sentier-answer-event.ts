import { SentierEvent } from './sentier-event.js';

/** A value given to a question: a number, an option id, several ids, or text. */
export type Answer = string | number | readonly string[];

/** A survey was sent. */
export class SentierAnswerEvent extends SentierEvent {
  constructor(
    campaign: string,
    readonly answers: Readonly<Record<string, Answer>>,
  ) {
    super('sentier-answer', campaign);
  }
}

declare global {
  interface HTMLElementEventMap {
    'sentier-answer': SentierAnswerEvent;
  }
}
