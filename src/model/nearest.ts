/**
 * How many pairs are compared for one list: what a plan in which everything leads nowhere is worth. A plan of 500 ids has 400
 * different typing errors before it.
 */
const MOST_PAIRS = 200_000;

/** What was found for one list of candidates: where a hundred things lead to one that is gone, they all say the same word. */
interface Memory {
  found: Map<string, string | undefined>;
  pairs: number;
}
const memories = new WeakMap<readonly string[], Memory>();

/**
 * The candidate that a hurried hand may have meant: at most a third of its letters away, case aside. Asked again with the
 * same list (the same array, which is not to be changed) it remembers; past MOST_PAIRS it has no more to suggest.
 */
export function nearest(word: string, candidates: readonly string[]): string | undefined {
  const memory = memories.get(candidates) ?? { found: new Map<string, string | undefined>(), pairs: 0 };
  memories.set(candidates, memory);
  if (!memory.found.has(word) && memory.pairs < MOST_PAIRS) {
    memory.pairs += candidates.length;
    memory.found.set(word, search(word, candidates));
  }
  return memory.found.get(word);
}

function search(word: string, candidates: readonly string[]): string | undefined {
  const wanted = word.toLowerCase();
  let best: string | undefined;
  let least = Math.max(1, Math.floor(word.length / 3)) + 1;
  for (const candidate of candidates) {
    const steps = distance(wanted, candidate.toLowerCase(), least);
    if (steps < least) [best, least] = [candidate, steps];
  }
  return best;
}

/** Edit distance in which two letters swapped count once; `limit` or more when it is not below `limit`. */
function distance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) >= limit) return limit;
  let before: number[] = [];
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      let least = Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + same);
      if (a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        least = Math.min(least, (before[j - 2] ?? limit) + 1);
      next.push(least);
    }
    [before, row] = [row, next];
  }
  return row[b.length] ?? limit;
}
