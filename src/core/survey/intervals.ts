/** A 95 % confidence interval. */
export interface Interval {
  low: number;
  high: number;
}

/** 97.5th percentile of the normal law. */
export const Z = 1.959964;

/**
 * Interval of a proportion: Wilson's score interval, right for small samples and at 0 and 1, where the usual "p ± 1.96 se"
 * has no width.
 * E. B. Wilson, "Probable inference, the law of succession, and statistical inference", JASA 22 (1927), 209–212.
 */
export function wilson(successes: number, n: number): Interval {
  if (n === 0) return { low: 0, high: 1 };
  const p = successes / n;
  const z2n = (Z * Z) / n;
  const centre = (p + z2n / 2) / (1 + z2n);
  const half = (Z / (1 + z2n)) * Math.sqrt((p * (1 - p)) / n + z2n / (4 * n));
  return { low: Math.max(0, centre - half), high: Math.min(1, centre + half) };
}

/**
 * 97.5th percentile of Student's law: the interval of a mean of few answers is wider than the normal law says.
 * Exact for one and two degrees of freedom; then the expansion of Abramowitz and Stegun, Handbook of Mathematical
 * Functions, 26.7.5, within 0.004 from three degrees on.
 */
export function student(degrees: number): number {
  if (degrees <= 1) return 12.706205;
  if (degrees === 2) return 4.302653;
  const [v, z] = [degrees, Z];
  return (
    z +
    (z ** 3 + z) / (4 * v) +
    (5 * z ** 5 + 16 * z ** 3 + 3 * z) / (96 * v ** 2) +
    (3 * z ** 7 + 19 * z ** 5 + 17 * z ** 3 - 15 * z) / (384 * v ** 3) +
    (79 * z ** 9 + 776 * z ** 7 + 1482 * z ** 5 - 1920 * z ** 3 - 945 * z) / (92160 * v ** 4)
  );
}

/**
 * Interval of the mean of `values` on a scale: Student's, cut at the ends of the scale. One answer says nothing of how
 * others would have answered: the whole scale.
 */
export function meanInterval(values: readonly number[], scale: Interval): Interval {
  const n = values.length;
  if (n < 2) return scale;
  const mean = sum(values) / n;
  const variance = sum(values.map((value) => (value - mean) ** 2)) / (n - 1);
  const half = student(n - 1) * Math.sqrt(variance / n);
  return { low: Math.max(scale.low, mean - half), high: Math.min(scale.high, mean + half) };
}

/**
 * Interval of a Net Promoter Score, −100 to 100: the adjusted Wald interval with three answers added, three quarters of
 * one to each end and the rest between, which keeps its promise from a handful of answers on. It is widened to the score
 * itself, which a few answers of one mind lie outside of.
 * B. Rocks, "Interval estimation for the Net Promoter Score", The American Statistician 70 (2016), 365–372.
 */
export function npsInterval(promoters: number, detractors: number, n: number): Interval {
  const total = n + 3;
  const [p, d] = [(promoters + 0.75) / total, (detractors + 0.75) / total];
  const half = Z * Math.sqrt((p + d - (p - d) ** 2) / total);
  const score = n && (100 * (promoters - detractors)) / n;
  return {
    low: Math.max(-100, Math.min(score, 100 * (p - d - half))),
    high: Math.min(100, Math.max(score, 100 * (p - d + half))),
  };
}

export function sum(values: readonly number[]): number {
  let total = 0;
  for (const value of values) total += value;
  return total;
}
