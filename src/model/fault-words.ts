import { nearest } from './nearest.js';
import type { Fault } from './plan-issue.js';

/** What is needed instead, before it is put in words: a code, and what the words are about. */
export type Need =
  | readonly ['verbatim', string]
  | readonly ['format', number]
  | readonly ['string' | 'number' | 'boolean' | 'array' | 'tuple' | 'integer' | 'custom']
  | readonly ['at-least' | 'at-most' | 'at-least-items', string]
  | readonly ['uai' | 'go-live' | 'relative-to' | 'holidays' | 'step' | 'article']
  | readonly ['address' | 'calendar-event' | 'colour' | 'days' | 'hint-words' | 'pixels' | 'shown-tour']
  | readonly ['button-words' | 'question-words' | 'step-words' | 'task-words']
  | readonly ['options' | 'rows' | 'later-question' | 'earlier-question' | 'condition-question']
  | readonly ['destination', action: string]
  | readonly ['campaign-of', kind: string]
  | readonly ['without-target', field: string]
  | readonly ['answers-of', question: string, answers: string]
  | readonly ['max-below-min', max: number, min: number]
  | readonly ['min-over-options', min: number, options: number];

/** As many values that would do are named: nobody reads more, and all choices of the schema's own are fewer. */
export const MOST_ALLOWED = 20;

/** The first of the values that would do, as they are written; empty where there is no list. */
export const allowedBy = ({ allowed = [] }: Fault): string =>
  allowed
    .slice(0, MOST_ALLOWED)
    .map((one) => JSON.stringify(one))
    .join(', ');

/** The value that a hurried hand may have meant, as it is written. */
export function meantBy({ received, allowed = [] }: Fault): string | undefined {
  const near = typeof received === 'string' ? nearest(received, allowed) : undefined;
  return near === undefined ? undefined : JSON.stringify(near);
}

/** One language's words for each need. */
export type NeedWords = { readonly [K in Need[0]]: (...about: never[]) => string };

/** Puts what a fault needs in words; undefined where its code says it all. */
export const needIn =
  (words: NeedWords) =>
  ({ needed }: Fault): string | undefined =>
    needed && (words[needed[0]] as (...about: unknown[]) => string)(...needed.slice(1));

export interface Wording {
  /** @param quoted the beginning of the value found, as JSON */
  fault: (quoted: string, fault: Fault) => string;
  remedy: (fault: Fault) => string;
}

/** One language's words for all that may be wrong in a plan. */
export interface FaultWords {
  /** Between a path and its sentence. */
  colon: string;
  /** A value that is not there, as quoted. */
  nothing: string;
  say(fault: Fault, quoted: string): { sentence: string; remedy: string };
}

export const wordsOf = (
  table: Readonly<Record<Fault['code'], Wording>>,
  rest: Pick<FaultWords, 'colon' | 'nothing'>,
): FaultWords => ({
  ...rest,
  say: (fault, quoted) => ({
    sentence: table[fault.code].fault(quoted, fault),
    remedy: table[fault.code].remedy(fault),
  }),
});
