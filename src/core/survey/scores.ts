import type { Interval } from './intervals.js';
import { meanInterval, npsInterval, sum, wilson } from './intervals.js';

/** A figure never comes without how sure it is (95 %) and how many answers stand behind it. */
export interface Score {
  /** Undefined where nobody answered. */
  value: number | undefined;
  interval: Interval | undefined;
  n: number;
}

/** A part of the answers, 0 to 1. */
export interface Share extends Score {
  count: number;
}

const NONE = { value: undefined, interval: undefined, n: 0 };

/** `count` of `n`, with Wilson's interval. */
export const shareOf = (count: number, n: number): Share =>
  n ? { value: count / n, interval: wilson(count, n), n, count } : { ...NONE, count };

/** What is a whole number of the scale; anything else that came in counts nowhere. */
export const onScale = (values: readonly unknown[], low: number, high: number): number[] =>
  values.filter(
    (value): value is number =>
      typeof value === 'number' && Number.isInteger(value) && value >= low && value <= high,
  );

/** Mean of whole numbers on a scale, with Student's interval. */
export function meanOf(values: readonly unknown[], low: number, high: number): Score {
  const given = onScale(values, low, high);
  return given.length
    ? { value: sum(given) / given.length, interval: meanInterval(given, { low, high }), n: given.length }
    : NONE;
}

export interface Nps extends Score {
  promoters: number;
  passives: number;
  detractors: number;
}

/**
 * Net Promoter Score: promoters (9–10) less detractors (0–6), in points from −100 to 100.
 * F. F. Reichheld, "The one number you need to grow", Harvard Business Review, December 2003.
 */
export function npsOf(values: readonly unknown[]): Nps {
  const given = onScale(values, 0, 10);
  const n = given.length;
  const promoters = given.filter((value) => value >= 9).length;
  const detractors = given.filter((value) => value <= 6).length;
  const parts = { promoters, passives: n - promoters - detractors, detractors };
  if (!n) return { ...NONE, ...parts };
  return {
    value: (100 * (promoters - detractors)) / n,
    interval: npsInterval(promoters, detractors, n),
    n,
    ...parts,
  };
}

/**
 * Customer satisfaction, on 1 to 5: the share of the two best answers ("top-two-box"), 0 to 1.
 * J. Sauro and J. R. Lewis, Quantifying the User Experience, 2nd ed. (2016), chapter 3.
 */
export function csatOf(values: readonly unknown[]): Share {
  const given = onScale(values, 1, 5);
  return shareOf(given.filter((value) => value >= 4).length, given.length);
}

export interface Ces extends Score {
  /** Who rather agrees that it was easy: 5 to 7. */
  easy: Share;
}

/**
 * Customer effort, in its second wording: agreement from 1 to 7 with "it was easy"; the mean, and the share of 5 to 7.
 * M. Dixon, N. Toman, R. DeLisi, The Effortless Experience (2013), chapter 6.
 */
export function cesOf(values: readonly unknown[]): Ces {
  const given = onScale(values, 1, 7);
  return {
    ...meanOf(given, 1, 7),
    easy: shareOf(given.filter((value) => value >= 5).length, given.length),
  };
}

/** Number and share of each answer, in the order of `ids`; several ids may be in one answer. Shares are of who answered. */
export function distributionOf(answers: readonly unknown[], ids: readonly string[]): Map<string, Share> {
  const given = answers
    .map((answer) => (Array.isArray(answer) ? answer : [answer]).map(String))
    .filter((chosen) => chosen.some((id) => ids.includes(id)));
  return new Map(
    ids.map((id) => [id, shareOf(given.filter((chosen) => chosen.includes(id)).length, given.length)]),
  );
}

/** Mean place of each option in rankings that hold them all, 1 for the first, with Student's interval. */
export function ranksOf(answers: readonly unknown[], ids: readonly string[]): Map<string, Score> {
  const whole = answers.filter(
    (answer): answer is string[] =>
      Array.isArray(answer) && answer.length === ids.length && ids.every((id) => answer.includes(id)),
  );
  return new Map(
    ids.map((id) => [
      id,
      meanOf(
        whole.map((answer) => answer.indexOf(id) + 1),
        1,
        ids.length,
      ),
    ]),
  );
}
