import { merge, samePlan, settle, type Clash, type Merge } from './merge.js';
import type { Kept } from './recovery.js';
import type { PlanDocument } from './studio-store.js';

/** How many states are remembered that the store may have by now. */
const REMEMBERED = 8;

/** One person's changes: a plan, and what it was made from. */
export interface Side {
  base: PlanDocument;
  mine: PlanDocument;
  earlier?: readonly PlanDocument[] | undefined;
}

/** The first stays: when the network goes, it is the one that may have arrived without its answer. */
export function remembered(earlier: readonly PlanDocument[], plan: PlanDocument): readonly PlanDocument[] {
  if (earlier.includes(plan)) return earlier;
  const [first, ...rest] = [...earlier, plan];
  return first === undefined ? [] : [first, ...rest.slice(1 - REMEMBERED)];
}

/** Where the store has what this was made from, or an earlier state of this very work, nothing is to be merged. */
export function join({ base, mine, earlier = [] }: Side, theirs: PlanDocument): Merge {
  return [base, ...earlier].some((one) => samePlan(one, theirs))
    ? { plan: mine, clashes: [], taken: [] }
    : merge(base, mine, theirs);
}

/**
 * What was kept, as the changes that it stands for: where a choice was open, this person's side of it. A second choice of
 * one thing is changes of its own.
 */
function sidesOf({ plan, base, earlier, clashes = [] }: Kept): Side[] {
  const whole: Side = { base, mine: plan, earlier };
  const more: Side[] = [];
  const seen = new Set<string>();
  for (const { key, base: was, mine } of clashes) {
    if (seen.has(key)) more.push({ base: settle(base, key, was), mine: settle(base, key, mine) });
    else {
      whole.base = settle(whole.base, key, was);
      whole.mine = settle(whole.mine, key, mine);
    }
    seen.add(key);
  }
  return [whole, ...more];
}

/** What several tabs left, made one with what the store has now. */
export function joinAll(
  kept: readonly Kept[],
  loaded: PlanDocument,
): { plan: PlanDocument; clashes: Clash[] } {
  let plan = loaded;
  const clashes: Clash[] = [];
  for (const side of kept.flatMap(sidesOf)) {
    const next = join(side, plan);
    plan = next.plan;
    clashes.push(...next.clashes);
  }
  return { plan, clashes };
}
