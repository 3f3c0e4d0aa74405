import { isRecord } from './format.js';
import type { Fault, Path } from './plan-issue.js';

/** Plans are flat; only frames within frames and branching go deeper than a dozen levels. */
const DEEPEST = 32;
const RESERVED = new Set(['__proto__', 'constructor', 'prototype']);

/**
 * A copy of JSON-like data that is safe to walk by recursion and to merge: objects without prototype, no reserved keys,
 * no circles, nothing deeper than 32 levels. What had to go is in `faults`.
 */
export function copyPlain(value: unknown, path: Path, faults: Fault[]): unknown {
  const ancestors = new Set<unknown>();
  const copy = (from: unknown, at: Path): unknown => {
    if (!Array.isArray(from) && !isRecord(from)) return from;
    if (ancestors.size >= DEEPEST || ancestors.has(from)) {
      // The way down to it would fill the screen.
      faults.push({ code: 'too-deep', path: at.slice(0, 8) });
      return undefined;
    }
    ancestors.add(from);
    let to: unknown;
    if (Array.isArray(from)) to = from.map((item, i) => copy(item, [...at, i]));
    else {
      const fields = Object.create(null) as Record<string, unknown>;
      for (const key of Object.keys(from)) {
        if (RESERVED.has(key)) faults.push({ code: 'reserved', path: [...at, key] });
        else fields[key] = copy(from[key], [...at, key]);
      }
      to = fields;
    }
    ancestors.delete(from);
    return to;
  };
  return copy(value, path);
}
