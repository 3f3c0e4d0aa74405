interface Item {
  id: string;
}

const named = new WeakMap<readonly Item[], readonly string[]>();

/**
 * What each item of a list is gone to by: its id, and "id:2" for the second of that id. Only a faulty plan has such a
 * one; it must be possible to mend it, and to leave the first as it is.
 */
export function namesOf(items: readonly Item[]): readonly string[] {
  let names = named.get(items);
  if (!names) {
    const seen = new Map<string, number>();
    names = items.map(({ id }) => {
      const n = (seen.get(id) ?? 0) + 1;
      seen.set(id, n);
      return n === 1 ? id : `${id}:${n}`;
    });
    named.set(items, names);
  }
  return names;
}

/** -1 where nothing has that name. */
export const indexOfName = (items: readonly Item[], name: string | undefined): number =>
  name === undefined ? -1 : namesOf(items).indexOf(name);

export const nameOfItem = <T extends Item>(items: readonly T[], item: T): string =>
  namesOf(items)[items.indexOf(item)] ?? item.id;

/** A list with another item in the place of one, or without it. */
export function withItemAt<T>(items: readonly T[], index: number, item: T | undefined): T[] {
  const copy = [...items];
  if (index >= 0) copy.splice(index, 1, ...(item === undefined ? [] : [item]));
  return copy;
}
