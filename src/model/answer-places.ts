/** `{answer:q1}` in a survey's text: what was answered to question q1. */
export const ANSWER_PLACE = /\{answer:([\w.-]+)\}/g;

/** Ids of the questions whose answers a text quotes. */
export const quotedIn = (text: string): string[] =>
  [...text.matchAll(ANSWER_PLACE)].map((match) => match[1] ?? '');
