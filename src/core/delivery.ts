import { shareBucket } from './hash.js';
import type { Envelope, OutboxRow } from './ports.js';

/** Below the 65,536 bytes that keepalive requests of a page may have in flight together. */
export const BATCH_BYTES = 60_000;
/** Rows that the server reads of one request (`model/contract/collect.ts`): it refuses what comes after them. */
export const BATCH_ROWS = 200;
/** An answer is tried for 30 days: longer than school holidays, shorter than the server keeps its keys. */
export const MAX_AGE_MS = 30 * 86_400_000;
/** Rows that one machine keeps. Past it the oldest outcomes go first: an answer is worth more than a count. */
export const MAX_ROWS = 1000;
/** A row that no server would take whole, whatever it holds. */
export const MAX_ROW_BYTES = 1_000_000;
/** A server that asks for more is asked again by then all the same: its clock, or ours, may be wrong. */
export const LONGEST_WAIT_MS = 86_400_000;

const FIRST_PAUSE_MS = 2000;
export const LONGEST_PAUSE_MS = 600_000;

/**
 * What an HTTP status means for what was sent. `split`: too big (413), or something in it is wrong (400, 422), which is found
 * by halving, so that one bad row does not take others with it; of a single row it is a refusal. 409 says that the same
 * rows are being written just now, by an earlier try that was cut off: whether they were, the next try is told. 401, and 407
 * of a school's proxy, say that a session is over: the next one may send what this one could not. (A 403 that names the page's
 * origin waits too: its body says so, not its status.)
 */
export type Verdict = 'read' | 'retry' | 'split' | 'refused';

export function verdictOf(status: number): Verdict {
  if (status >= 200 && status < 300) return 'read';
  if ([400, 413, 422].includes(status)) return 'split';
  return status >= 500 || [0, 401, 407, 408, 409, 425, 429].includes(status) ? 'retry' : 'refused';
}

/** Pause before try number `tries` + 1, in ms: doubled each time, and spread by `chance` (0…1) so that a school's machines do not return together. */
export const backoffMs = (tries: number, chance: number): number =>
  Math.min(FIRST_PAUSE_MS * 2 ** tries, LONGEST_PAUSE_MS) * (0.5 + chance / 2);

/** `Retry-After`: seconds, or an HTTP date, in ms from `now`. Undefined where it says nothing. */
export function retryAfterMs(header: string | null, now: number): number | undefined {
  if (!header) return undefined;
  const ms = /^\d+$/.test(header) ? Number(header) * 1000 : Date.parse(header) - now;
  return Number.isFinite(ms) ? Math.min(Math.max(ms, 0), LONGEST_WAIT_MS) : undefined;
}

/** Length in UTF-8. */
export const bytes = (text: string): number => {
  // No TextEncoder without the DOM library: UTF-8 length by hand. A pair of surrogates is 2 × 2 bytes.
  let length = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    length += code < 0x80 ? 1 : code < 0x800 || (code >= 0xd800 && code < 0xe000) ? 2 : 3;
  }
  return length;
};

/** JSON that stays right under Prototype 1.6, whose `Array.prototype.toJSON` turns lists into strings. */
export const stringify = (value: unknown): string =>
  JSON.stringify(value, function (this: Record<string, unknown>, key: string, given: unknown) {
    const raw = this[key];
    return Array.isArray(raw) ? raw : given;
  });

export const bodyOf = (envelopes: readonly Envelope[]): string => stringify({ envelopes });

/**
 * Whose a row is: one of 10,000 numbers. It tells apart those who share a machine and stands for many in an ENT; and one
 * person has another in each row, so that it does not say which rows are of the same hand. (Shares draw the same way, and the
 * script lends it.)
 */
export const ownerMark = (row: string, userKey: string): number => shareBucket(row, userKey);

/** As `fetch` says it: under the session of whoever is here, or under none. */
export type Credentials = 'same-origin' | 'omit';

/**
 * How a row may be sent now. Machines are shared: under the session of the next person a row would count as theirs, so
 * only a row that is surely of who is here goes under it; the others go without any. Undefined: not now.
 * @param userKey of who is here, as far as the host has told
 * @param isOfPage this page has queued it
 */
export function credentialsFor(
  { id, who, needsSession }: OutboxRow,
  userKey: string | undefined,
  isOfPage: boolean,
): Credentials | undefined {
  // One that names nobody may be of anybody; of nobody's page it is only as long as that stands.
  const isTheirs = userKey ? who === ownerMark(id, userKey) : who === undefined && isOfPage;
  if (isTheirs) return 'same-origin';
  // Nobody yet: hosts may tell later who is here, and it may be the one.
  return needsSession || (who !== undefined && !userKey) ? undefined : 'omit';
}

/**
 * Groups rows by address and by how they may be sent, each group small enough for one request, oldest first, those of who is here
 * before others'. A row too big for any is alone; one that may not be sent now is left out. Others' are not told apart: a
 * batch of one absent person would say which rows are of the same hand.
 */
export function batches(
  rows: readonly OutboxRow[],
  credentialsOf: (row: OutboxRow) => Credentials | undefined,
  limit = BATCH_BYTES,
): OutboxRow[][] {
  const done = { 'same-origin': [] as OutboxRow[][], omit: [] as OutboxRow[][] };
  const open = new Map<string, { rows: OutboxRow[]; size: number }>();
  for (const row of [...rows].sort((a, b) => a.at - b.at)) {
    const credentials = credentialsOf(row);
    if (!credentials) continue;
    const size = bytes(stringify(row.envelope)) + 1;
    const group = `${credentials} ${row.url}`;
    let batch = open.get(group);
    if (!batch || batch.size + size > limit || batch.rows.length === BATCH_ROWS) {
      batch = { rows: [], size: bodyOf([]).length };
      open.set(group, batch);
      done[credentials].push(batch.rows);
    }
    batch.rows.push(row);
    batch.size += size;
  }
  return [...done['same-origin'], ...done.omit];
}

/** Why a row is given up. */
export type Surplus = 'age' | 'size' | 'room';

/** Rows that will never be sent, with the reason: nothing is dropped without being counted. */
export function surplus(rows: readonly OutboxRow[], now: number): Map<string, Surplus> {
  const dropped = new Map<string, Surplus>();
  for (const row of rows)
    if (now - row.at > MAX_AGE_MS) dropped.set(row.id, 'age');
    else if (bytes(stringify(row.envelope)) > MAX_ROW_BYTES) dropped.set(row.id, 'size');
  const kept = rows.filter((row) => !dropped.has(row.id));
  const answersLast = (row: OutboxRow) => (row.envelope.type === 'outcome' ? 0 : 1);
  const order = kept.sort((a, b) => answersLast(a) - answersLast(b) || a.at - b.at);
  for (const row of order.slice(0, Math.max(kept.length - MAX_ROWS, 0))) dropped.set(row.id, 'room');
  return dropped;
}

/** Answer of `POST /collect`. A row that it does not name was not received. */
export interface Receipt {
  sent: string[];
  refused: Map<string, string>;
}

const strings = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [];

/** Reads `{accepted, known, refused: [{id, reason}], retry}`; what is not so says nothing about any row. */
export function readReceipt(body: unknown): Receipt {
  const { accepted, known, refused } = (body ?? {}) as Record<string, unknown>;
  const list = Array.isArray(refused) ? (refused as { id?: unknown; reason?: unknown }[]) : [];
  return {
    sent: [...strings(accepted), ...strings(known)],
    refused: new Map(
      list.flatMap((one) =>
        typeof one?.id === 'string' ? [[one.id, typeof one.reason === 'string' ? one.reason : '']] : [],
      ),
    ),
  };
}
