import microdiff from 'microdiff';
import type { Diff } from '../../model/contract/publishing.js';
import { isRecord } from '../../model/format.js';

type Change = Diff['changes'][number];

/** Marks a key that stands for an item of a list. */
const ITEM = '\u0000';

const isNamedList = (value: unknown): value is { id: string }[] =>
  Array.isArray(value) &&
  value.length > 0 &&
  value.every((item) => isRecord(item) && typeof item['id'] === 'string') &&
  new Set(value.map((item: { id: string }) => item.id)).size === value.length;

/** Lists of things with ids become tables: a campaign that moved up is not "every campaign changed". */
function byName(value: unknown): unknown {
  if (isNamedList(value)) {
    const table: Record<string, unknown> = Object.create(null) as Record<string, unknown>;
    for (const item of value) table[ITEM + item.id] = byName(item);
    return table;
  }
  if (Array.isArray(value)) return value.map(byName);
  if (!isRecord(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, byName(inner)]));
}

/** The way back, for what a change shows. */
function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plain);
  if (!isRecord(value)) return value;
  const entries = Object.entries(value);
  if (entries.length && entries.every(([key]) => key.startsWith(ITEM)))
    return entries.map(([, item]) => plain(item));
  return Object.fromEntries(entries.map(([key, inner]) => [key, plain(inner)]));
}

const pathOf = (path: readonly (string | number)[]): string =>
  path
    .map((key) =>
      typeof key === 'number'
        ? `[${key}]`
        : key.startsWith(ITEM)
          ? `[${key.slice(1)}]`
          : /^[$\w]+$/.test(key)
            ? `.${key}`
            : `[${JSON.stringify(key)}]`,
    )
    .join('')
    .replace(/^\./, '');

const KINDS = { CREATE: 'added', REMOVE: 'removed', CHANGE: 'changed' } as const;

/** What changed from one document to another, in the order of the document. */
export function diffOf(before: Record<string, unknown>, after: Record<string, unknown>): Change[] {
  const changes = microdiff(
    byName(before) as Record<string, unknown>,
    byName(after) as Record<string, unknown>,
    { cyclesFix: false },
  ).map((change): Change => {
    const path = pathOf(change.path);
    return {
      kind: KINDS[change.type],
      path,
      ...(change.type !== 'CREATE' && { before: plain(change.oldValue) }),
      ...(change.type !== 'REMOVE' && { after: plain(change.value) }),
    };
  });
  return [...changes, ...moves(before, after)];
}

/** Order says who comes first among equals: worth a line, once. */
function moves(before: Record<string, unknown>, after: Record<string, unknown>): Change[] {
  const ids = (value: unknown): string[] => (isNamedList(value) ? value.map(({ id }) => id) : []);
  const [old, now] = [ids(before['campaigns']), ids(after['campaigns'])];
  const [were, are] = [new Set(old), new Set(now)];
  const kept = old.filter((id) => are.has(id));
  const stayed = now.filter((id) => were.has(id));
  return kept.join('\n') === stayed.join('\n')
    ? []
    : [{ kind: 'changed', path: 'campaigns (order)', before: kept, after: stayed }];
}
