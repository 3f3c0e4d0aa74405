import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { dirname } from 'node:path';

/** One row of `POST /collect`, as the page sent it and nothing else: no address, no agent, no time but the day. */
export interface Row {
  id: string;
  type: string;
  campaign: string;
  version: number;
  day: string;
  audience: Record<string, string>;
  data: Record<string, unknown>;
}

export interface Receipt {
  accepted: string[];
  known: string[];
  refused: { id: string; reason: string }[];
}

export const MAX_BODY = 64 * 1024;
const MAX_ROWS = 200;
const TYPES = ['outcome', 'response', 'support'];
const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The fault of a row in words, or undefined. */
export function faultOf(row: unknown): string | undefined {
  if (!isRecord(row)) return 'an object is expected';
  const { id, type, campaign, version, day, audience, data } = row;
  if (typeof id !== 'string' || !/^[\w.:-]{8,80}$/.test(id))
    return 'id: 8 to 80 letters, digits, "-", "_", "." or ":"';
  if (typeof type !== 'string' || !TYPES.includes(type)) return `type: one of ${TYPES.join(', ')}`;
  if (typeof campaign !== 'string' || !/^[A-Za-z0-9][\w./-]{0,79}$/.test(campaign)) return 'campaign: an id';
  if (typeof version !== 'number' || !Number.isInteger(version) || version < 1)
    return 'version: a whole number from 1';
  if (typeof day !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(day))
    return 'day: a date such as "2026-09-01", no finer';
  if (!isRecord(audience) || Object.keys(audience).length > 6)
    return 'audience: an object of at most 6 dimensions';
  if (Object.values(audience).some((v) => typeof v !== 'string' || v.length > 40))
    return 'audience: short words only';
  if (!isRecord(data)) return 'data: an object';
  if (JSON.stringify(data).length > 16_384) return 'data: 16 KiB at most';
  return undefined;
}

const idOf = (row: unknown): string =>
  isRecord(row) && typeof row['id'] === 'string' ? row['id'].slice(0, 80) : '';
const digest = (row: Row): string =>
  createHash('sha256')
    .update(JSON.stringify(pick(row)))
    .digest('base64url');
/** Only the known fields are kept. */
const pick = ({ id, type, campaign, version, day, audience, data }: Row): Row => ({
  id,
  type,
  campaign,
  version,
  day,
  audience,
  data,
});

/**
 * A minimal collector, until the reference server takes its place: JSON lines in one file, each batch synced to disk
 * before it is acknowledged, idempotent by id across restarts.
 */
export class Collector {
  #file: string;
  #rows: Row[] = [];
  #digests = new Map<string, string>();
  #queue: Promise<unknown> = Promise.resolve();
  /** A line cut short by a power cut must not swallow the next one. */
  #torn = false;

  constructor(file: string) {
    this.#file = file;
    mkdirSync(dirname(file), { recursive: true });
    if (!existsSync(file)) return;
    const text = readFileSync(file, 'utf8');
    this.#torn = text !== '' && !text.endsWith('\n');
    for (const line of text.split('\n')) {
      const row = parseLine(line);
      if (row) this.#remember(row);
    }
  }

  get rows(): readonly Row[] {
    return this.#rows;
  }

  /** Batches are taken one after the other, so that the same id in two of them is kept once. */
  receive(batch: readonly unknown[]): Promise<Receipt> {
    const done = this.#queue.then(() => this.#receive(batch));
    this.#queue = done.catch(() => undefined);
    return done;
  }

  async #receive(batch: readonly unknown[]): Promise<Receipt> {
    const receipt: Receipt = { accepted: [], known: [], refused: [] };
    const fresh = new Map<string, Row>();
    for (const [i, candidate] of batch.entries()) {
      const id = idOf(candidate);
      const fault = i >= MAX_ROWS ? `at most ${MAX_ROWS} rows at a time` : faultOf(candidate);
      if (fault) {
        receipt.refused.push({ id, reason: fault });
        continue;
      }
      const row = pick(candidate as Row);
      const before = this.#digests.get(id) ?? (fresh.has(id) ? digest(fresh.get(id) as Row) : undefined);
      if (before === undefined) fresh.set(id, row);
      else if (before === digest(row)) receipt.known.push(id);
      else receipt.refused.push({ id, reason: 'another row was received under this id' });
    }
    if (fresh.size) await this.#append([...fresh.values()]);
    receipt.accepted.push(...fresh.keys());
    return receipt;
  }

  async #append(rows: readonly Row[]): Promise<void> {
    const handle = await open(this.#file, 'a');
    try {
      await handle.appendFile(
        `${this.#torn ? '\n' : ''}${rows.map((row) => JSON.stringify(row)).join('\n')}\n`,
      );
      await handle.datasync();
      this.#torn = false;
    } finally {
      await handle.close();
    }
    for (const row of rows) this.#remember(row);
  }

  #remember(row: Row): void {
    if (this.#digests.has(row.id)) return;
    this.#digests.set(row.id, digest(row));
    this.#rows.push(row);
  }
}

function parseLine(line: string): Row | undefined {
  try {
    const row: unknown = JSON.parse(line);
    return faultOf(row) ? undefined : pick(row as Row);
  } catch {
    return undefined;
  }
}
