import type { Condition, NextRule, Question } from '../../model/schema/survey.js';
import { answerTo } from './answer.js';
import type { Answer, Answers } from './answer.js';

/** What conditions may ask of the person: canonical profiles, nothing else. */
export type Profiles = readonly string[];

/** Ends of the low and the middle band of a scale. */
const BANDS: Partial<Record<Question['kind'], readonly [low: number, middle: number]>> = {
  nps: [6, 8],
  effort: [3, 4],
};

/** In which third of its scale an answer stands; undefined for what is no number. */
export function bandOf(kind: Question['kind'], value: Answer | undefined): Condition['band'] {
  if (typeof value !== 'number') return undefined;
  const [low, middle] = BANDS[kind] ?? [2, 3];
  return value <= low ? 'low' : value <= middle ? 'middle' : 'high';
}

const given = (value: Answer | undefined): boolean =>
  typeof value === 'string' ? !!value.trim() : Array.isArray(value) ? value.length > 0 : value !== undefined;

/** Whether an answer, or one of several choices, is what is asked for, or one of the values asked for. */
function has(value: Answer | undefined, wanted: NonNullable<Condition['is']>): boolean {
  // "3" and 3 are one answer: a plan is written by hand.
  const words = (one: unknown): string[] => (Array.isArray(one) ? one : [one]).map(String);
  return value !== undefined && words(value).some((one) => words(wanted).includes(one));
}

/** The questions that a condition may look at, and what was answered to them. */
interface Known {
  asked: readonly Question[];
  answers: Answers;
  profiles: Profiles;
}

function holds(condition: Condition, known: Known, own?: string): boolean {
  const { is, not, atLeast, atMost, band, answered, profiles, all, any } = condition;
  const id = condition.question ?? own ?? '';
  // An answer of a branch since left is no answer.
  const asked = known.asked.find((question) => question.id === id);
  const value = asked && answerTo(known.answers, id);
  const size = typeof value === 'number' ? value : NaN;
  return (
    (is === undefined || has(value, is)) &&
    (not === undefined || !has(value, not)) &&
    (atLeast === undefined || size >= atLeast) &&
    (atMost === undefined || size <= atMost) &&
    (!band || (!!asked && bandOf(asked.kind, value) === band)) &&
    (answered === undefined || given(value) === answered) &&
    (!profiles || profiles.some((profile) => known.profiles.includes(profile))) &&
    (!all || all.every((one) => holds(one, known, own))) &&
    (!any || any.some((one) => holds(one, known, own)))
  );
}

/**
 * The questions that these answers lead through, in order. Branches only lead on, so that no plan can go round in
 * circles. Position, Back, and what is sent all follow from it.
 */
export function routeThrough(
  questions: readonly Question[],
  answers: Answers,
  profiles: Profiles,
): readonly Question[] {
  const route: Question[] = [];
  const known: Known = { asked: route, answers, profiles };
  for (let at = 0; at < questions.length;) {
    const question = questions[at]!;
    const isAsked = !question.showIf || holds(question.showIf, known);
    if (isAsked) route.push(question);
    const rule = isAsked && question.next?.find((one) => holds(one, known, question.id));
    at = Math.max(rule ? targetOf(questions, rule) : 0, at + 1);
  }
  return route;
}

/** Place of where a rule leads; past the last question for the end. What it names not being there (left out for pupils), it leads on. */
function targetOf(questions: readonly Question[], { to }: NextRule): number {
  const at = questions.findIndex(({ id }) => id === to);
  return at < 0 && to === 'end' ? questions.length : at;
}
