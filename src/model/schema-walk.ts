import type { GenericSchema } from 'valibot';
import { isRecord } from './format.js';
import { MOST_FAULTS, type Fault, type Path } from './plan-issue.js';
import { Text } from './schema/common.js';
import { isLanguage } from './schema/plan.js';

/** The parts of valibot's schemas that can be looked into; each kind of schema has some of them. */
export interface Shape {
  kind: string;
  type: string;
  pipe?: readonly Shape[];
  entries?: Record<string, Shape>;
  item?: Shape;
  items?: readonly Shape[];
  wrapped?: Shape;
  value?: Shape;
  literal?: unknown;
  options?: readonly Shape[];
  getter?: (input: unknown) => Shape;
}

/** The schema that decides the output: past pipes, optionality and choices. */
export function shapeOf(schema: GenericSchema | Shape, value?: unknown): Shape {
  const shape = schema as Shape;
  const inner =
    shape.pipe?.filter((item) => item.kind === 'schema').at(-1) ??
    shape.wrapped ??
    shape.getter?.(value) ??
    (shape.type === 'variant'
      ? shape.options?.find((o) => isRecord(value) && o.entries?.kind?.literal === value.kind)
      : undefined);
  return inner ? shapeOf(inner, value) : shape;
}

/** Fields that the schema does not know, and language tags that are none. They are kept, and worth a word. */
export function unknownFields(
  schema: GenericSchema | Shape,
  value: unknown,
  path: Path,
  faults: Fault[],
): void {
  const shape = shapeOf(schema, value);
  if (Array.isArray(value)) {
    const { item } = shape;
    // Not `entries()`: Prototype.js replaces it on pages where this may be asked for.
    if (item) value.forEach((v, i) => unknownFields(item, v, [...path, i], faults));
    return;
  }
  if (!isRecord(value)) return;
  const known = Object.keys(shape.entries ?? {});
  // An object without named fields is an open one.
  const isOpen = known.length === 0;
  for (const key of Object.keys(value)) {
    if (faults.length > MOST_FAULTS) return;
    const at = [...path, key];
    const field = shape.value ?? (Object.hasOwn(shape.entries ?? {}, key) ? shape.entries?.[key] : undefined);
    if (field) unknownFields(field, value[key], at, faults);
    else if (!isOpen) faults.push({ code: 'unknown-field', path: at, received: key, allowed: known });
    if (isText(schema) && !isLanguage(key))
      faults.push({ code: 'language', path: at, received: key, severity: 'warning' });
  }
}

const isText = (schema: GenericSchema | Shape): boolean =>
  schema === Text || (schema as Shape).wrapped === (Text as unknown);

/**
 * How much of `path` names the smallest thing around it that can be left out with the rest still valid: an optional
 * field, an item of a list, a row of a table.
 */
export function droppable(schema: GenericSchema, path: Path): Path {
  let shape = shapeOf(schema);
  let length = 1;
  let i = 0;
  for (const key of path) {
    i++;
    const field = shape.entries?.[key] ?? shape.item ?? shape.value ?? shape.items?.[key as number];
    if (!field) break;
    if (shape.item ?? shape.value ?? field.wrapped) length = i;
    shape = shapeOf(field);
  }
  return path.slice(0, length);
}
