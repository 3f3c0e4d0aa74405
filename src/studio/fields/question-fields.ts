import type { Question } from '../../model/schema/survey.js';

/** Fields that some kinds of question alone have; all other fields belong to every kind. */
const KINDS_WITH: Readonly<Partial<Record<keyof Question, RegExp>>> = {
  options: /^(choice|choices|ranking|matrix)$/,
  rows: /^matrix$/,
  other: /^(choice|choices)$/,
  low: /^(nps|rating|effort)$/,
  high: /^(nps|rating|effort)$/,
  min: /^choices$/,
  max: /^(choices|ranking)$/,
  maxLength: /^(text|longtext|choice|choices)$/,
};

/** Whether a question of this kind uses a field. */
export const isOfKind = (kind: string, field: string): boolean =>
  !Object.hasOwn(KINDS_WITH, field) || KINDS_WITH[field as keyof Question]!.test(kind);

/** What a question had as another kind, for whoever turns it back. */
export type Aside = Partial<Question>;

/**
 * A question turned into another kind: what that kind has no use for is taken out of the plan and put aside, where nobody
 * would see it, nor translate it; what it had before as this kind comes back.
 */
export function turned(
  question: Question,
  kind: Question['kind'],
  aside: Aside = {},
): { question: Question; aside: Aside } {
  const all = Object.entries({ ...aside, ...question });
  return {
    question: { ...Object.fromEntries(all.filter(([name]) => isOfKind(kind, name))), id: question.id, kind },
    aside: Object.fromEntries(all.filter(([name]) => !isOfKind(kind, name))),
  };
}
