import type { Question, QuestionKind, SurveyContent } from '../../model/schema/survey.js';

/** Kinds answered by one whole number, and their ends. */
const SCALES: Partial<Record<QuestionKind, readonly [low: number, high: number]>> = {
  nps: [0, 10],
  rating: [1, 5],
  stars: [1, 5],
  faces: [1, 5],
  effort: [1, 7],
};

export const scaleOf = ({ kind }: Question): readonly [low: number, high: number] | undefined => SCALES[kind];

export const isText = (question: Question): boolean => /text$/.test(question.kind);

/** Kinds that show nothing without options, or without rows. */
const NEEDS: Partial<Record<QuestionKind, 'options' | 'rows'>> = {
  choice: 'options',
  choices: 'options',
  ranking: 'options',
  matrix: 'rows',
};

/** What this version can show and check. A kind joins here together with its field in elements/survey/fields. */
const isShown = (kind: QuestionKind): boolean =>
  !!SCALES[kind] ||
  !!NEEDS[kind] ||
  ['boolean', 'info', 'text', 'longtext', 'date', 'usability'].includes(kind);

export interface Usable {
  questions: Question[];
  /** What cannot be shown, by its path; `diagnose` (engine) says why, when somebody looks. */
  skipped: string[];
}

/**
 * The questions of an unchecked content that can be shown to this person. Free text is off for pupils unless the
 * campaign turns it on (design: privacy rule 4), and the usability scale is for adults. What is of an unknown kind, has
 * no id, or another's, or a choice without options, is left out.
 */
export function usableQuestions(content: Partial<SurveyContent>, isPupil: boolean): Usable {
  const questions: Question[] = [];
  const skipped: string[] = [];
  const all: unknown = content.questions;
  (Array.isArray(all) ? (all as (Question | null)[]) : []).forEach((question, i) => {
    const { id, kind } = question ?? ({} as Partial<Question>);
    const need = NEEDS[kind!];
    const isKnown = id && isShown(kind!) && (!need || question![need]?.[0]);
    if (!isKnown || questions.some((other) => other.id === id)) skipped.push(`questions[${i}] (${kind})`);
    else if (!isPupil || !((isText(question!) && !content.freeTextForPupils) || kind === 'usability'))
      questions.push(question!);
  });
  return { questions, skipped };
}
