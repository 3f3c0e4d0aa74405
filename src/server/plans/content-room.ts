import { sql } from 'kysely';
import { isRecord } from '../../model/format.js';
import { HttpProblem } from '../http/problem.js';
import type { Db, Engine } from '../store/database.js';
import { MAX_CONTENT_BYTES_OF_SPACE, MAX_CONTENTS } from './bounds.js';
import { contentsOf } from './content-names.js';
import type { Hashes } from './rows.js';

/** How many contents a draft may have, and of how many bytes in all. */
export interface Room {
  files: number;
  bytes: number;
}

export const ROOM: Room = { files: MAX_CONTENTS, bytes: MAX_CONTENT_BYTES_OF_SPACE };

/**
 * Contents of a draft beside which the one of this name has room. A draft's contents are sent before the plan that names
 * them, and nobody takes them out again: where there is no room left, those that the plan does not name make it, the
 * oldest first.
 * @throws {HttpProblem} where those that it names leave none
 */
export async function withRoom(
  db: Db,
  engine: Engine,
  tenant: string,
  contents: Hashes,
  document: string,
  name: string,
  { files, bytes }: Room = ROOM,
): Promise<Hashes> {
  const sizes = await sizesOf(db, engine, tenant, Object.values(contents));
  const sizeOf = (one: string): number => sizes.get(contents[one]!) ?? 0;
  const kept = new Set(Object.keys(contents));
  let total = [...kept].reduce((sum, one) => sum + sizeOf(one), 0);
  const isFull = (): boolean => kept.size > files || total > bytes;
  const parsed: unknown = isFull() ? JSON.parse(document) : undefined;
  const needed = isRecord(parsed) ? contentsOf(parsed) : new Set<string>();
  for (const one of [...kept]) {
    if (!isFull()) break;
    if (one === name || needed.has(one)) continue;
    kept.delete(one);
    total -= sizeOf(one);
  }
  if (isFull())
    throw new HttpProblem(
      'too-big',
      `A space has at most ${files} contents, of ${Math.round(bytes / 1024 / 1024)} MiB in all.`,
      {
        path: 'name',
        remedy: 'Take some of them out of the draft, or send them shorter under the same name.',
      },
    );
  return Object.fromEntries(Object.entries(contents).filter(([one]) => kept.has(one)));
}

/** Bytes by hash. */
async function sizesOf(
  db: Db,
  engine: Engine,
  tenant: string,
  hashes: readonly string[],
): Promise<Map<string, number>> {
  const bytes =
    engine === 'sqlite' ? sql<number>`length(cast(body as blob))` : sql<number>`octet_length(body)`;
  const rows = await db
    .selectFrom('content')
    .select(['hash', bytes.as('bytes')])
    .where('tenant', '=', tenant)
    .where('hash', 'in', [...new Set(hashes)])
    .execute();
  return new Map(rows.map((row) => [row.hash, Number(row.bytes)]));
}
