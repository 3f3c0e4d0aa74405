import { OTHER, otherOf } from '../../core/survey/answer.js';
import { isId } from '../../model/format.js';
import type { CampaignFacts, QuestionFacts } from '../plans/facts.js';
import { isDay, isOnScale, NUMBER, TEXT, UNNAMED } from './increments.js';
import type { TakenRow } from './read-row.js';

/** A scale of a matrix that has no options of its own goes to 5; nothing of ours goes further than this. */
const isDegree = (value: unknown): boolean => isOnScale(typeof value === 'string' ? Number(value) : value);

/** What may be kept of an answer; undefined: nothing. An option that the plan does not name is UNNAMED, whatever it was. */
function answerWithin(question: QuestionFacts, answer: unknown): unknown {
  const { kind, options } = question;
  const named = (id: unknown): string =>
    typeof id === 'string' &&
    (kind === 'boolean' ? /^(?:yes|no)$/.test(id) : options.some((one) => one.id === id))
      ? id
      : UNNAMED;
  if (kind === 'info') return undefined;
  if (TEXT.test(kind)) return typeof answer === 'string' ? answer : undefined;
  if (kind === 'date') return isDay(answer) ? answer : UNNAMED;
  if (NUMBER.test(kind)) return isOnScale(answer) ? answer : UNNAMED;
  if (kind !== 'matrix' && kind !== 'usability')
    return Array.isArray(answer) && /^(?:choices|ranking)$/.test(kind)
      ? answer.slice(0, options.length + 1).map(named)
      : named(answer);
  if (typeof answer !== 'object' || answer === null || Array.isArray(answer)) return UNNAMED;
  const isCell = (value: unknown): boolean =>
    kind === 'matrix' && options.length ? named(value) !== UNNAMED : isDegree(value);
  return Object.fromEntries(
    Object.entries(answer)
      .filter(([row]) => isRow(question, row))
      .map(([row, value]) => [row, isCell(value) ? (value as unknown) : UNNAMED]),
  );
}

/** Which lines a matrix has was not noted by older servers: then it is any id. */
const isRow = ({ kind, rows }: QuestionFacts, row: string): boolean =>
  kind === 'usability' ? /^u(?:[1-9]|10)$/.test(row) : rows ? rows.includes(row) : isId(row);

function answersWithin(
  { questions }: Pick<CampaignFacts, 'questions'>,
  answers: TakenRow['answers'],
): TakenRow['answers'] {
  const kept: Record<string, unknown> = {};
  for (const question of questions) {
    const { id } = question;
    const answer = Object.hasOwn(answers, id) ? answerWithin(question, answers[id]) : undefined;
    if (answer !== undefined) kept[id] = answer;
    const place = otherOf(id);
    const words = Object.hasOwn(answers, place) ? answers[place] : undefined;
    const hasRoom = question.other && question.options.some((one) => one.id === OTHER);
    if (hasRoom && typeof words === 'string') kept[place] = words;
  }
  return kept;
}

/** Tours and surveys name their steps here; what others name (a task, an action, an article) has the form of an id. */
const isStep = ({ kind, steps, questions }: CampaignFacts, step: string): boolean =>
  kind === 'tour' || kind === 'survey' ? [...steps, ...questions].some(({ id }) => id === step) : isId(step);

/**
 * A row as it is kept and counted: without what its campaign does not name. Pages send what they were told to; anybody
 * else could have questions, steps and dimensions of their own invention kept, as many as they like.
 */
export function withinFacts(row: TakenRow, facts: CampaignFacts): TakenRow {
  if (row.type === 'support') return row;
  if (row.type === 'response') {
    const { dimensions = ['profile', 'degree', 'school'] } = facts;
    const only = (name: 'profile' | 'degree' | 'school'): string =>
      dimensions.includes(name) ? row.audience[name] : '';
    return {
      ...row,
      audience: { profile: only('profile'), degree: only('degree'), school: only('school') },
      answers: answersWithin(facts, row.answers),
    };
  }
  if (row.search !== undefined || row.step === undefined || isStep(facts, row.step)) return row;
  return { ...row, step: undefined, page: undefined };
}
