/**
 * A value given to a question: a number, an option id, text, or a day; several ids (in order, for a ranking); or, for a
 * matrix and the usability scale, an id or a number by row.
 */
export type Answer = string | number | readonly string[] | Readonly<Record<string, string | number>>;

/**
 * Answers by question id. Read with `answerTo`: an id such as "constructor" must not find what objects inherit.
 * What is written beside "other" stands under `otherOf(id)`.
 */
export type Answers = Readonly<Record<string, Answer>>;

export const answerTo = (answers: Answers, id: string): Answer | undefined =>
  Object.prototype.hasOwnProperty.call(answers, id) ? answers[id] : undefined;

/** Id of the option "other". */
export const OTHER = 'other';

/** Whether an answer is, or has among several, "other". */
export const isOther = (value: Answer | undefined): boolean =>
  ([] as unknown[]).concat(value).includes(OTHER);

/** Where the words beside "other" stand among the answers; ":" is in no question's id. */
export const otherOf = (id: string): string => `${id}:other`;

/** A text or a number as words; empty for what is neither. */
export const textOf = (value: Answer | undefined): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : '';
