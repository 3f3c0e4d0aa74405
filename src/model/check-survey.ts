import { quotedIn } from './answer-places.js';
import { isRecord } from './format.js';
import { MOST_ALLOWED } from './fault-words.js';
import { MOST_FAULTS, type Fault, type Path } from './plan-issue.js';
import type { Condition, NextRule, Question, SurveyContent } from './schema/survey.js';

/** Where a branch may lead, beside a question. */
const END = 'end';

/** The questions by id, and what of them a condition may name. */
interface Places {
  questions: readonly Question[];
  index: ReadonlyMap<string, number>;
  /** What a question's answer may be, listed once for all that name the question. */
  values: Map<Question, { allowed: readonly string[]; has: ReadonlySet<string> }>;
  faults: Fault[];
}

/**
 * The logic of a survey whose shape is right: conditions and quotations look back, branches lead on, and every question
 * can be reached. The survey can be used all the same: what is wrong here is passed over.
 */
export function checkSurvey(content: Partial<SurveyContent>, path: Path, faults: Fault[]): void {
  const questions = Array.isArray(content.questions) ? content.questions : [];
  const places: Places = {
    questions,
    index: new Map(questions.map(({ id }, i) => [id, i])),
    values: new Map(),
    faults,
  };
  questions.forEach((question, i) => {
    // Each lists what would have done.
    if (faults.length > MOST_FAULTS) return;
    const at = [...path, 'questions', i];
    if (question.showIf) checkCondition(question.showIf, [...at, 'showIf'], i, places);
    (question.next ?? []).forEach((rule, j) => checkRule(rule, [...at, 'next', j], i, places));
    checkQuotes(question.title, [...at, 'title'], i, places);
    checkQuotes(question.help, [...at, 'help'], i, places);
    checkBounds(question, at, faults);
  });
  // People are told in days: hours would be dropped in silence.
  const { retention } = content.privacy ?? {};
  if (typeof retention === 'string' && retention.includes('T'))
    faults.push({
      code: 'type',
      path: [...path, 'privacy', 'retention'],
      received: retention,
      needed: ['days'],
      severity: 'warning',
    });
  checkQuotes(content.thanks, [...path, 'thanks'], questions.length, places);
  for (const i of unreachable(questions, places.index))
    faults.push({ code: 'unreachable', path: [...path, 'questions', i], received: questions[i]?.id });
}

/** As many questions, the closest ones, are looked through for the one that was meant. */
const NEAR = 100;

/** Ids of the questions just before place `i`, and just after. */
const before = ({ questions }: Places, i: number): string[] =>
  questions.slice(Math.max(0, i - NEAR), i).map(({ id }) => id);
const after = ({ questions }: Places, i: number): string[] => [
  ...questions.slice(i + 1, i + 1 + NEAR).map(({ id }) => id),
  END,
];
const isBefore = ({ index }: Places, id: string, i: number): boolean => (index.get(id) ?? i) < i;

function checkRule(rule: NextRule, path: Path, i: number, places: Places): void {
  checkCondition(rule, path, i, places, true);
  const to = places.index.get(rule.to);
  const at = [...path, 'to'];
  if (to === undefined && rule.to !== END)
    places.faults.push({
      code: 'reference',
      path: at,
      received: rule.to,
      allowed: after(places, i),
      needed: ['later-question'],
    });
  else if (to !== undefined && to <= i)
    places.faults.push({ code: 'loop', path: at, received: rule.to, allowed: after(places, i) });
}

function checkCondition(condition: Condition, path: Path, i: number, places: Places, isRule = false): void {
  const end = isRule ? i + 1 : i;
  const { question: id, all = [], any = [] } = condition;
  const needsQuestion = ['is', 'not', 'atLeast', 'atMost', 'band', 'answered'].some((key) =>
    Object.hasOwn(condition, key),
  );
  if (id !== undefined && !isBefore(places, id, end))
    places.faults.push({
      code: 'reference',
      path: [...path, 'question'],
      received: id,
      allowed: before(places, end),
      needed: ['earlier-question'],
    });
  else if (id === undefined && needsQuestion && !isRule)
    places.faults.push({
      code: 'incomplete',
      path,
      needed: ['condition-question'],
    });
  const about = places.questions[places.index.get(id ?? '') ?? (isRule ? i : -1)];
  for (const key of ['is', 'not'] as const) checkValues(condition[key], about, [...path, key], places);
  for (const [key, list] of [
    ['all', all],
    ['any', any],
  ] as const)
    list.forEach((one, j) => checkCondition(one, [...path, key, j], i, places, isRule));
}

/** Ids that a question's answer may be; none where any value may be meant. */
function valuesOf(question: Question): string[] {
  if (question.kind === 'boolean') return ['yes', 'no'];
  if (question.kind !== 'choice' && question.kind !== 'choices') return [];
  const ids = (question.options ?? []).map((option, i) =>
    typeof option === 'string' ? `${i + 1}` : option.id,
  );
  return question.other ? [...ids, 'other'] : ids;
}

function checkValues(
  wanted: Condition['is'],
  question: Question | undefined,
  path: Path,
  { values, faults }: Places,
): void {
  if (!question || wanted === undefined) return;
  let known = values.get(question);
  if (!known) {
    const allowed = valuesOf(question);
    values.set(question, (known = { allowed, has: new Set(allowed) }));
  }
  const { allowed, has } = known;
  if (!allowed.length) return;
  for (const value of Array.isArray(wanted) ? wanted : [wanted])
    if (!has.has(String(value)))
      faults.push({
        code: 'reference',
        path,
        received: value,
        allowed,
        needed: ['answers-of', question?.id ?? '', allowed.slice(0, MOST_ALLOWED).join(', ')],
      });
}

/** A text is one, or one for each language. */
function checkQuotes(text: unknown, path: Path, i: number, places: Places): void {
  const texts = isRecord(text) ? Object.values(text) : [text];
  const ids = new Set(texts.flatMap((one) => (typeof one === 'string' ? quotedIn(one) : [])));
  for (const id of ids)
    if (!isBefore(places, id, i))
      places.faults.push({
        code: 'reference',
        path,
        received: `{answer:${id}}`,
        allowed: before(places, i).map((one) => `{answer:${one}}`),
        needed: ['earlier-question'],
      });
}

function checkBounds({ min, max, options }: Question, path: Path, faults: Fault[]): void {
  if (min !== undefined && max !== undefined && min > max)
    faults.push({
      code: 'incomplete',
      path: [...path, 'max'],
      needed: ['max-below-min', max, min],
    });
  else if (options && min !== undefined && min > options.length)
    faults.push({
      code: 'incomplete',
      path: [...path, 'min'],
      needed: ['min-over-options', min, options.length],
    });
}

const isAlways = (rule: NextRule): boolean => Object.keys(rule).every((key) => key === 'to');

/** Places of the questions that no answers lead to. What leads back, or nowhere, leads on. */
function unreachable(questions: readonly Question[], index: ReadonlyMap<string, number>): number[] {
  const reached = new Set<number>(questions.length ? [0] : []);
  // Branches lead on only: one pass sees them all.
  questions.forEach((question, i) => {
    if (!reached.has(i)) return;
    const rules = question.next ?? [];
    for (const { to } of rules) {
      const at = index.get(to) ?? (to === END ? questions.length : i + 1);
      reached.add(Math.max(at, i + 1));
    }
    if (!rules.some(isAlways) || question.showIf) reached.add(i + 1);
  });
  return questions.map((_, i) => i).filter((i) => !reached.has(i));
}
