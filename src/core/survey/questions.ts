import type { Question, QuestionKind, QuestionOption, SurveyContent } from '../../model/schema/survey.js';
import type { Text } from '../../model/schema/common.js';
import type { Answer } from './answer.js';

/** What this version can show and check. A kind joins here together with its field in elements/survey/fields. */
const SHOWN: readonly QuestionKind[] = ['nps', 'choice', 'boolean', 'info', 'text', 'longtext'];

export const isText = (question: Question): boolean => /text$/.test(question.kind);

/** Longest text taken when the campaign sets none, in characters: a response stays far below the collector's 64 KiB. */
export const maxLengthOf = (question: Question): number =>
  question.maxLength ?? (question.kind === 'text' ? 200 : 2000);

/** A choice's options with their ids: a short form's id is its place, so that a text may be mended without losing answers. */
export const optionsOf = ({ options }: Question): { id: string; label: Text }[] =>
  ([] as QuestionOption[])
    .concat(options ?? [])
    .map((option, i) => (typeof option === 'string' ? { id: `${i + 1}`, label: option } : option));

export interface Usable {
  questions: Question[];
  /** What cannot be shown, by its path; `diagnose` (engine) says why, when somebody looks. */
  skipped: string[];
}

/**
 * The questions of an unchecked content that can be shown to this person. Free text is off for pupils unless the
 * campaign turns it on (design: privacy rule 4). What is of an unknown kind, has no id, or another's, or a choice
 * without options, is left out.
 */
export function usableQuestions(content: Partial<SurveyContent>, isPupil: boolean): Usable {
  const questions: Question[] = [];
  const skipped: string[] = [];
  const all: unknown = content.questions;
  (Array.isArray(all) ? (all as (Question | null)[]) : []).forEach((question, i) => {
    const { id, kind, options } = question ?? ({} as Partial<Question>);
    const isKnown = id && SHOWN.includes(kind!) && (kind !== 'choice' || options?.[0]);
    if (!isKnown || questions.some((other) => other.id === id)) skipped.push(`questions[${i}] (${kind})`);
    else if (!(isPupil && isText(question!) && !content.freeTextForPupils)) questions.push(question!);
  });
  return { questions, skipped };
}

/** Whether `value` can be an answer to `question`: kept answers may be older than the plan. */
export function fits(question: Question, value: Answer): boolean {
  switch (question.kind) {
    case 'nps':
      return Number.isInteger(value) && (value as number) >= 0 && (value as number) <= 10;
    case 'boolean':
      return value === 'yes' || value === 'no';
    case 'choice':
      return optionsOf(question).some(({ id }) => id === value);
    default:
      return isText(question) && typeof value === 'string';
  }
}

export type Fault = 'required' | 'too-long';

/** What is wrong with an answer; white space is no text. */
export function faultOf(question: Question, value: Answer | undefined): Fault | undefined {
  const given = typeof value === 'string' ? value.trim() : value;
  if (given === undefined || given === '')
    return question.required && question.kind !== 'info' ? 'required' : undefined;
  return isText(question) && String(given).length > maxLengthOf(question) ? 'too-long' : undefined;
}

/**
 * The questions that these answers lead through, in order. All of them for now: branches and conditions belong here,
 * and nowhere else. Position, Back, and what is sent all follow from it.
 */
export const routeOf = (questions: readonly Question[]): readonly Question[] => questions;
