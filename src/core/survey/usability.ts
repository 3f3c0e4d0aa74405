import type { Answer } from './answer.js';
import type { Score } from './scores.js';
import { meanInterval, sum } from './intervals.js';

/** Ids of the ten items, in order. Odd ones praise, even ones complain. */
export const USABILITY_ITEMS = ['u1', 'u2', 'u3', 'u4', 'u5', 'u6', 'u7', 'u8', 'u9', 'u10'] as const;

/**
 * One person's score, 0 to 100: odd items count their answer less one, even items five less their answer, the sum times
 * 2.5. Undefined unless all ten are answered from 1 to 5: half a scale has no score.
 * J. Brooke, "SUS: a quick and dirty usability scale", in Usability Evaluation in Industry (1996), 189–194. The wording
 * of our items is our own: results compare with other results of Sentier, and with published norms only with care.
 */
export function usabilityScore(answer: Answer | undefined): number | undefined {
  if (typeof answer !== 'object' || Array.isArray(answer)) return undefined;
  const record = answer as Readonly<Record<string, unknown>>;
  let total = 0;
  for (let i = 0; i < USABILITY_ITEMS.length; i++) {
    const id = USABILITY_ITEMS[i]!;
    const value = Object.prototype.hasOwnProperty.call(record, id) ? Number(record[id]) : NaN;
    if (!Number.isInteger(value) || value < 1 || value > 5) return undefined;
    total += i % 2 ? 5 - value : value - 1;
  }
  return total * 2.5;
}

/** Mean of the scores, with Student's interval; who left an item out is counted beside. */
export function susOf(answers: readonly (Answer | undefined)[]): Score & { incomplete: number } {
  const scores = answers.map(usabilityScore).filter((score) => score !== undefined);
  const n = scores.length;
  const incomplete = answers.length - n;
  if (!n) return { value: undefined, interval: undefined, n, incomplete };
  return { value: sum(scores) / n, interval: meanInterval(scores, { low: 0, high: 100 }), n, incomplete };
}
