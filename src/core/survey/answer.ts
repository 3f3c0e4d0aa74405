/** A value given to a question: a number, an option id, several ids, or text. */
export type Answer = string | number | readonly string[];

/** Answers by question id. Read with `answerTo`: an id such as "constructor" must not find what objects inherit. */
export type Answers = Readonly<Record<string, Answer>>;

export const answerTo = (answers: Answers, id: string): Answer | undefined =>
  Object.prototype.hasOwnProperty.call(answers, id) ? answers[id] : undefined;
