import { npsInterval, student, wilson } from '../../core/survey/intervals.js';
import type { Score } from '../../model/contract/results.js';

/** Answers on a scale, by how often each was given: a million of them are eleven numbers. */
type Distribution = ReadonlyMap<number, number>;

const countOf = (distribution: Distribution): number =>
  [...distribution.values()].reduce((sum, n) => sum + n, 0);
const among = (distribution: Distribution, test: (value: number) => boolean): number =>
  [...distribution].reduce((sum, [value, n]) => sum + (test(value) ? n : 0), 0);
const round = (value: number): number => Math.round(value * 1000) / 1000;

function mean(distribution: Distribution, low: number, high: number): Omit<Score, 'name'> {
  const n = countOf(distribution);
  const average = [...distribution].reduce((sum, [value, times]) => sum + value * times, 0) / n;
  const variance =
    n > 1
      ? [...distribution].reduce((sum, [value, times]) => sum + times * (value - average) ** 2, 0) / (n - 1)
      : Infinity;
  const half = n > 1 ? student(n - 1) * Math.sqrt(variance / n) : Infinity;
  return { value: average, low: Math.max(low, average - half), high: Math.min(high, average + half), n };
}

function nps(distribution: Distribution): Omit<Score, 'name'> {
  const n = countOf(distribution);
  const promoters = among(distribution, (value) => value >= 9);
  const detractors = among(distribution, (value) => value <= 6);
  return { value: (100 * (promoters - detractors)) / n, ...npsInterval(promoters, detractors, n), n };
}

/** The two best answers of five, 0 to 1. */
function csat(distribution: Distribution): Omit<Score, 'name'> {
  const n = countOf(distribution);
  const content = among(distribution, (value) => value >= 4);
  return { value: content / n, ...wilson(content, n), n };
}

const SCORES: Readonly<
  Record<string, readonly [Score['name'], (distribution: Distribution) => Omit<Score, 'name'>, number, number]>
> = {
  nps: ['nps', nps, 0, 10],
  rating: ['csat', csat, 1, 5],
  stars: ['csat', csat, 1, 5],
  faces: ['csat', csat, 1, 5],
  effort: ['ces', (distribution) => mean(distribution, 1, 7), 1, 7],
  usability: ['sus', (distribution) => mean(distribution, 0, 100), 0, 100],
};

/** The score of a question's answers, by item ("9" → 12); undefined for kinds without one, or without answers. */
export function scoreOf(kind: string, answers: Readonly<Record<string, number>>): Score | undefined {
  if (kind === 'boolean') {
    const yes = answers['yes'] ?? 0;
    const n = yes + (answers['no'] ?? 0);
    const { low, high } = wilson(yes, n);
    return n ? { name: 'share', value: round(yes / n), low: round(low), high: round(high), n } : undefined;
  }
  const found = Object.hasOwn(SCORES, kind) ? SCORES[kind] : undefined;
  if (!found) return undefined;
  const [name, compute, least, most] = found;
  const distribution = new Map(
    Object.entries(answers)
      .map(([item, n]): [number, number] => [Number(item), n])
      .filter(([value]) => value >= least && value <= most),
  );
  if (!countOf(distribution)) return undefined;
  const { value, low, high, n } = compute(distribution);
  return { name, value: round(value), low: round(low), high: round(high), n };
}
