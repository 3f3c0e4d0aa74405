import * as v from 'valibot';
import { copyPlain } from './copy.js';
import { toFaults } from './faults.js';
import { isRecord } from './format.js';
import { formatPath, MOST_FAULTS, type Fault, type Path } from './plan-issue.js';
import { droppable, unknownFields } from './schema-walk.js';

/**
 * Reads an object of which every field can be left out, such as the settings: a faulty field, row of a table or item of
 * a list goes, back to its default, and the rest stays.
 * @param note is told what was found, and what had to go for it
 * @param whole schema of the object that these fields are a part of
 */
export function readFields<S extends v.GenericSchema>(
  schema: S,
  raw: unknown,
  path: Path,
  note: (faults: Fault[], leftOut: Path) => void,
  whole: v.GenericSchema = schema,
): v.InferOutput<S> {
  const found: Fault[] = [];
  const value = raw === undefined ? {} : copyPlain(raw, path, found);
  unknownFields(whole, value, path, found);
  let result = v.safeParse(schema, value);
  // Leaving out a part makes no other wrong, so that one round is enough; the bound is for certainty. Each reads all again.
  for (
    let round = 0;
    !result.success && result.issues.length <= MOST_FAULTS && round < 3 && isRecord(value);
    round++
  ) {
    const parts = new Map<string, Path>();
    for (const fault of toFaults(result.issues, [])) {
      const part = droppable(schema, fault.path);
      parts.set(formatPath(part), part);
      note([{ ...fault, path: [...path, ...fault.path] }], [...path, ...part]);
    }
    // Later items of a list first, so that the places of earlier ones still hold.
    for (const part of [...parts.values()].reverse()) remove(value, part);
    result = v.safeParse(schema, value);
  }
  note(found, path);
  if (result.success) return result.output;
  note(toFaults(result.issues.slice(0, MOST_FAULTS), path), path);
  return v.parse(schema, {});
}

/** Takes out what `path` leads to. */
function remove(from: unknown, path: Path): void {
  const last = path.at(-1);
  const parent: unknown = path.slice(0, -1).reduce<unknown>((value, key) => (value as never)[key], from);
  if (Array.isArray(parent)) parent.splice(last as number, 1);
  else if (isRecord(parent) && last !== undefined) delete parent[last];
}
