/** What decides the way from a step: where Next leads, when it is not the step below. */
export interface RouteStep {
  id: string;
  /** A step's id, or "end"; undefined: the step below. What no branch can say beforehand is its last. */
  next?: string | undefined;
  /** All that it may lead to, as `next` says it, where that depends on something; `next` is one of them. */
  ways?: readonly (string | undefined)[] | undefined;
}

/** Index of the step that Next leads to; the number of steps when to the end, or to a step that is not there. */
export function nextIndex(steps: readonly RouteStep[], from: number, to = steps[from]?.next): number {
  if (to === undefined) return from + 1;
  const at = steps.findIndex(({ id }) => id === to);
  return at < 0 ? steps.length : at;
}

/** Indexes of all steps that one may lead to. */
const waysFrom = (steps: readonly RouteStep[], from: number): number[] =>
  steps[from]!.ways?.map((to) => (to === undefined ? from + 1 : nextIndex(steps, from, to))) ?? [
    nextIndex(steps, from),
  ];

/** Indexes of the steps that Next alone does not lead over, from `from` on. Steps that lead round are walked once. */
export function offRoute(steps: readonly RouteStep[], from: number): number[] {
  const on = new Set<number>();
  for (let i = from; i < steps.length && !on.has(i); i = nextIndex(steps, i)) on.add(i);
  return steps.flatMap((_, i) => (i < from || on.has(i) ? [] : [i]));
}

/**
 * What is off the way once the person goes from one step to another: what lies between them, what was off before, and
 * what the rest of the way leaves out.
 */
export function turnOff(
  steps: readonly RouteStep[],
  from: number,
  to: number,
  off: readonly number[],
): number[] {
  const start = Math.min(from, to);
  const before = off.filter((i) => i < start);
  const between = steps.flatMap((_, i) => (i > from && i < to ? [i] : []));
  return [...before, ...between, ...offRoute(steps, to)];
}

/**
 * What is off the way for who takes the tour up again at a step. Where Next alone does not lead there a way had parted
 * before: at the nearest step that may lead there, it is taken to be.
 */
export function offAt(steps: readonly RouteStep[], at: number): number[] {
  const plain = offRoute(steps, 0);
  if (!plain.includes(at)) return plain;
  for (let i = at - 1; i >= 0; i--)
    if (waysFrom(steps, i).includes(at)) return turnOff(steps, i, at, offAt(steps, i));
  return turnOff(steps, at, at, plain);
}

/**
 * Whether it is known at a step how many there are in all: where every way from there to the end has as many steps. Else
 * no number is said, for the one that is right for an answer is wrong for another, and it would change before one's
 * eyes. Once known it stays so on the way forward, whatever is answered. Steps of `out` do not count, and neither does going round: a way that
 * leads back comes here again.
 */
export function isCounted(steps: readonly RouteStep[], from: number, out: readonly number[]): boolean {
  /** Number of steps from each on; NaN where that is open, which equals nothing. */
  const rest: number[] = [];
  rest[steps.length] = 0;
  for (let i = steps.length - 1; i >= from; i--) {
    const ahead = waysFrom(steps, i).flatMap((to) => (to > i ? rest[to]! : []));
    const isOne = ahead.every((one) => one === ahead[0]);
    rest[i] = isOne ? (ahead[0] ?? 0) + (out.includes(i) ? 0 : 1) : NaN;
  }
  return !Number.isNaN(rest[from]);
}
