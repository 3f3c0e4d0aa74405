import { UNNAMED } from '../intake/increments.js';

/** Lengths of "2026-09-14", "2026-09", "2026" and of all together. */
const GRAINS = [10, 7, 4, 0] as const;

/**
 * Days by how often each was given, none below the threshold: a day that few gave (a birthday, perhaps) is counted with
 * its month, a month with its year, and the rest as "?". Where what is left over is itself below the threshold, the
 * smallest beside it goes with it, so that nothing smaller is found by subtraction.
 */
export function datesOf(
  answers: Readonly<Record<string, number>>,
  threshold: number,
): Record<string, number> {
  const counts = new Map<string, number>(
    Object.entries(answers).map(([day, n]) => [day === UNNAMED ? '' : day, n]),
  );
  for (const [i, grain] of GRAINS.entries()) {
    if (i === 0) continue;
    const finer = GRAINS[i - 1]!;
    const parents = new Map<string, [key: string, n: number][]>();
    for (const entry of counts)
      if (entry[0].length >= finer || grain === 0) {
        const parent = entry[0].slice(0, grain);
        parents.set(parent, [...(parents.get(parent) ?? []), entry]);
      }
    for (const [parent, entries] of parents) {
      const sorted = [...entries].sort(([a, n], [b, m]) => n - m || (a < b ? -1 : 1));
      let rest = 0;
      for (const [key, n] of sorted) {
        const isLeft = n < threshold || (rest > 0 && rest < threshold) || key === parent;
        if (!isLeft) continue;
        rest += n;
        counts.delete(key);
      }
      if (rest > 0) counts.set(parent, rest);
    }
  }
  return Object.fromEntries(
    [...counts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, n]) => [key || UNNAMED, n]),
  );
}
