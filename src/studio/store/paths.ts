import { isRecord } from '../../model/format.js';

export type Key = string | number;

export function getIn(from: unknown, path: readonly Key[]): unknown {
  let at = from;
  for (const key of path) {
    if (Array.isArray(at)) at = at[key as number];
    else if (isRecord(at)) at = at[key];
    else return undefined;
  }
  return at;
}

/**
 * A copy with one place changed; what did not change stays the same object, so that lists know it by identity.
 * `undefined` takes a field away, and with it the objects that it leaves empty: a plan says no more than was meant.
 */
export function setIn<T>(from: T, path: readonly Key[], value: unknown): T {
  const [key, ...rest] = path;
  if (key === undefined) return value as T;
  const inner = setIn<unknown>(getIn(from, [key]), rest, value);
  if (Array.isArray(from)) {
    const list: unknown[] = [...(from as unknown[])];
    list[key as number] = inner;
    return list as T;
  }
  const record: Record<string, unknown> = isRecord(from) ? { ...from } : {};
  const isGone = inner === undefined || (rest.length > 0 && value === undefined && isEmptyRecord(inner));
  if (isGone) delete record[key];
  else record[key] = inner;
  return record as T;
}

const isEmptyRecord = (value: unknown): boolean => isRecord(value) && Object.keys(value).length === 0;

/** A list with one item somewhere else. */
export function moved<T>(list: readonly T[], from: number, to: number): T[] {
  const copy = [...list];
  const [item] = copy.splice(from, 1);
  if (item !== undefined) copy.splice(Math.max(0, Math.min(to, copy.length)), 0, item);
  return copy;
}

export const without = <T>(list: readonly T[], index: number): T[] => list.filter((_, i) => i !== index);

/** An id that is not taken: "annonce", "annonce-2", … Accents go, since ids stand in addresses. */
export function freeId(wish: string, taken: Iterable<string>): string {
  const base =
    wish
      .normalize('NFD')
      .replace(/[\u0300-\u036f]/g, '')
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-+|-+$/g, '')
      .slice(0, 60)
      .replace(/-+$/, '') || 'sans-titre';
  const ids = new Set(taken);
  let id = base;
  for (let n = 2; ids.has(id); n++) id = `${base}-${n}`;
  return id;
}

/** A field's path, and what it is a part of: an answer's words are in its question's field. Never all of a content. */
export function upwards(path: string): string[] {
  const paths = [path];
  for (;;) {
    const up = paths.at(-1)!.replace(/(\.[^.[\]]+|\[\d+\])$/, '');
    if (up === paths.at(-1) || !/[.[]/.test(up) || up.endsWith('.content')) return paths;
    paths.push(up);
  }
}
