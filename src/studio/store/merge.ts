import { partsOf, planOf } from './parts.js';
import type { PlanDocument } from './studio-store.js';

/** One thing that two people changed, each in their own way. `undefined`: that person took it away. */
export interface Clash {
  key: string;
  base: unknown;
  mine: unknown;
  theirs: unknown;
}

export interface Merge {
  /** With all that does not clash; where it does, theirs for now. */
  plan: PlanDocument;
  clashes: Clash[];
  /** Keys of what only they changed. */
  taken: string[];
}

export const same = (a: unknown, b: unknown): boolean => a === b || JSON.stringify(a) === JSON.stringify(b);

/** In whatever order its fields stand. */
export const samePlan = (a: PlanDocument, b: PlanDocument): boolean =>
  a === b || [...new Set([...Object.keys(a), ...Object.keys(b)])].every((name) => same(a[name], b[name]));

/**
 * Three versions made one: each thing that one person alone changed is taken as that person left it. Nothing is chosen
 * where both did; a person looks at both.
 */
export function merge(base: PlanDocument, mine: PlanDocument, theirs: PlanDocument): Merge {
  const [was, own, other] = [partsOf(base), partsOf(mine), partsOf(theirs)];
  const parts = new Map<string, unknown>();
  const clashes: Clash[] = [];
  const taken: string[] = [];
  // Their order, then what is new of mine.
  for (const key of new Set([...other.keys(), ...own.keys(), ...was.keys()])) {
    const [b, m, t] = [was.get(key)?.value, own.get(key)?.value, other.get(key)?.value];
    let value = t;
    if (same(t, b)) value = m;
    else if (!same(m, b) && !same(m, t)) clashes.push({ key, base: b, mine: m, theirs: t });
    else if (!same(m, t)) taken.push(key);
    if (value !== undefined) parts.set(key, value);
  }
  return { plan: planOf({ ...theirs, ...ownRest(base, mine) }, parts), clashes, taken };
}

/** Fields of the document itself that I changed. */
function ownRest(base: PlanDocument, mine: PlanDocument): Partial<PlanDocument> {
  const rest: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(mine))
    if (!['campaigns', 'help', 'settings', 'revision'].includes(name) && !same(value, base[name]))
      rest[name] = value;
  return rest;
}

/** Puts a choice in the place of a clash. */
export function settle(plan: PlanDocument, key: string, value: unknown): PlanDocument {
  const parts = new Map([...partsOf(plan)].map(([k, part]) => [k, part.value]));
  if (value === undefined) parts.delete(key);
  else parts.set(key, value);
  return planOf(plan, parts);
}
