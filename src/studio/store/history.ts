/** Undo and redo as plain data. */
export interface History<T> {
  readonly past: readonly T[];
  readonly present: T;
  readonly future: readonly T[];
  /** What was edited last, and when: letters typed into one field are undone together. */
  readonly last?: { readonly key: string; readonly at: number };
}

/** Steps that can be undone; versions share all that did not change. */
const DEEPEST = 200;
/** A pause in typing begins a step of its own. */
const PAUSE_MS = 1500;

export const begin = <T>(present: T): History<T> => ({ past: [], present, future: [] });

/** @param key what is edited: the same again within a moment joins the step before */
export function record<T>(history: History<T>, present: T, key: string, at: number): History<T> {
  if (present === history.present) return history;
  const joins = key !== '' && history.last?.key === key && at - history.last.at < PAUSE_MS;
  return {
    past: joins ? history.past : [...history.past, history.present].slice(-DEEPEST),
    present,
    future: [],
    last: { key, at },
  };
}

export function undo<T>({ past, present, future }: History<T>): History<T> {
  const before = past.at(-1);
  return before === undefined
    ? { past, present, future }
    : { past: past.slice(0, -1), present: before, future: [present, ...future] };
}

export function redo<T>({ past, present, future }: History<T>): History<T> {
  const [after, ...rest] = future;
  return after === undefined
    ? { past, present, future }
    : { past: [...past, present], present: after, future: rest };
}
