import { otherOf, type Answer } from '../../core/survey/answer.js';
import { usabilityScore } from '../../core/survey/usability.js';
import type { CampaignFacts, QuestionFacts } from '../plans/facts.js';
import type { TakenRow } from './read-row.js';

/** One counter and by how much it goes up. The names are the columns of `rollup`. */
export interface Increment {
  campaign: string;
  version: number;
  school: string;
  cut: string;
  value: string;
  metric: string;
  item: string;
  n: number;
}

/** Outcomes; surveys sent; searches without an answer; `q.<id>`: answers to a question. */
export const OUTCOMES = 'o';
export const RESPONSES = 'r';
export const SEARCHES = 's';
/** The cut of searches by week, for forgetting them: no result is cut by it. */
export const SEEN = 'seen';
export const questionMetric = (id: string): string => `q.${id}`;

/** Of a row that names no school. */
export const NO_SCHOOL = '-';
/**
 * Stands before the school, if any, of an answer that came without a token where people have one: it may be anybody's, as
 * often as they like, and a group that a few of them fill would show whose one true answer it holds. It counts in the
 * whole, in no group.
 */
export const UNSIGNED = '~';
/** Is it the school of an answer that came without a token? */
export const isUnsigned = (school: string): boolean => school.startsWith(UNSIGNED);
/** An answer that the plan does not name. */
export const UNNAMED = '?';

/** Monday of the week of a day. */
export function weekOf(day: string): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() - ((date.getUTCDay() + 6) % 7));
  return date.toISOString().slice(0, 10);
}

export const TEXT = /^(?:text|longtext|info)$/;
const DAY = /^(?:19|20)\d\d-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/;
export const NUMBER = /^(?:nps|rating|stars|faces|effort)$/;
export const isDay = (value: unknown): value is string => typeof value === 'string' && DAY.test(value);
/** No scale of ours goes further. */
export const isOnScale = (value: unknown): value is number =>
  typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= 10;

/** Where the words of an answer to a question stand among the answers, where it has any. */
export const wordsIn = ({ id, kind, other }: QuestionFacts): string | undefined =>
  /text$/.test(kind) ? id : other ? otherOf(id) : undefined;

/** What is counted of one answer; a text counts as given, and its words stand in the response alone. */
export function itemsOf(question: QuestionFacts | undefined, answer: unknown): string[] {
  if (!question || TEXT.test(question.kind)) return [];
  const named = (id: unknown): string =>
    typeof id === 'string' &&
    (question.kind === 'boolean' ? /^(?:yes|no)$/.test(id) : question.options.some((o) => o.id === id))
      ? id
      : UNNAMED;
  if (question.kind === 'date') return [isDay(answer) ? answer : UNNAMED];
  if (NUMBER.test(question.kind)) return [isOnScale(answer) ? String(answer) : UNNAMED];
  if (Array.isArray(answer))
    return [
      ...new Set(answer.map((id, i) => (question.kind === 'ranking' ? `${named(id)}#${i + 1}` : named(id)))),
    ];
  if (typeof answer === 'object' && answer !== null) {
    if (question.kind === 'usability') {
      const score = usabilityScore(answer as Answer);
      return [score === undefined ? UNNAMED : String(score)];
    }
    return Object.entries(answer)
      .slice(0, 40)
      .map(([row, value]) => `${row.slice(0, 40)}=${String(value).slice(0, 40)}`);
  }
  return [named(answer)];
}

/** The counters that a row moves: the whole and each of its groups, for all schools and for its own. */
export function incrementsOf(row: TakenRow, facts: CampaignFacts | undefined, n = 1): Increment[] {
  const { campaign, version, day, audience } = row;
  const counted: [metric: string, item: string, isWhole?: boolean][] = [];
  if (row.type === 'response') {
    counted.push([RESPONSES, '']);
    for (const [id, answer] of Object.entries(row.answers)) {
      const question = facts?.questions.find((one) => one.id === id);
      // What a known campaign does not ask is no counter: anybody could make as many as they like.
      if (question?.kind === 'info' || (facts && !question)) continue;
      const metric = questionMetric(id);
      counted.push([metric, '']);
      for (const item of itemsOf(question, answer))
        counted.push([metric, `=${item}`, question?.kind === 'date']);
    }
  } else if (row.outcome) {
    counted.push([OUTCOMES, row.outcome]);
    if (row.search !== undefined) {
      if (!row.isRepeat) counted.push([SEARCHES, `=${row.search}`]);
    } else if (row.step) counted.push([OUTCOMES, `${row.outcome}@${row.step}`, true]);
    if (row.step && row.page) counted.push([OUTCOMES, `${row.outcome}@${row.step}@${row.page}`, true]);
  }
  const schools = ['', audience.school || NO_SCHOOL];
  const week = weekOf(day);
  const groups: [cut: string, value: string][] = [
    ['profile', audience.profile],
    // Of each school too: which may be seen beside degrees depends on it (results/visible.ts).
    ['degree', audience.degree],
    ['week', week],
  ];
  const cutsOf = (school: string): [cut: string, value: string][] => {
    if (!isUnsigned(audience.school)) return [['', ''], ...groups, [SEEN, week]];
    // A week of its own alone, which no result shows: with their last week the counters of a version go.
    const all: [cut: string, value: string][] = [['', '']];
    return school ? [...all, ['week', week]] : all;
  };
  return schools.flatMap((school) =>
    cutsOf(school).flatMap(([cut, value]) =>
      // Words, days and steps are many, and tell of few: they are counted once, and by no group; words by week too, for
      // they go with it.
      counted
        .filter(([metric, , isWhole]) =>
          metric === SEARCHES ? cut === '' || cut === SEEN : cut !== SEEN && (cut === '' || !isWhole),
        )
        .map(([metric, item]) => ({ campaign, version, school, cut, value, metric, item, n })),
    ),
  );
}

const keyOf = (one: Increment): string =>
  JSON.stringify([one.campaign, one.version, one.school, one.cut, one.value, one.metric, one.item]);

/**
 * The increments of many rows, each counter once, and in one order for everybody: two processes that lock the same
 * counters in the same order wait for each other, and never in a circle.
 */
export function fold(all: Iterable<Increment>): Increment[] {
  const sums = new Map<string, Increment>();
  for (const one of all) {
    const key = keyOf(one);
    const sum = sums.get(key);
    if (sum) sum.n += one.n;
    else sums.set(key, { ...one });
  }
  return [...sums].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)).map(([, one]) => one);
}
