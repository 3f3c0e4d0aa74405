import type { Db } from '../store/database.js';
import type { Snapshot } from './rows.js';

/** Number of a space's next revision. Within a transaction that does it alone (Plans). */
export async function nextRevision(db: Db, tenant: string, space: string): Promise<number> {
  const last = await db
    .selectFrom('revision')
    .select((all) => all.fn.max('n').as('n'))
    .where('tenant', '=', tenant)
    .where('space', '=', space)
    .executeTakeFirst();
  return Number(last?.n ?? 0) + 1;
}

/**
 * Keeps a draft that something is about to take the place of, among the revisions: it may be somebody's day of work, and
 * be nowhere else. Not one that a revision holds already, nor one that was never written.
 */
export async function putAside(
  db: Db,
  row: Snapshot & { version: number },
  about: { tenant: string; space: string; at: string; actor: string },
): Promise<void> {
  const { version, document, contents } = row;
  if (version === 0) return;
  const kept = await db
    .selectFrom('revision')
    .select('n')
    .where('tenant', '=', about.tenant)
    .where('space', '=', about.space)
    .where('document', '=', document)
    .where('contents', '=', contents)
    .limit(1)
    .executeTakeFirst();
  if (kept) return;
  await db
    .insertInto('revision')
    .values({
      ...about,
      n: await nextRevision(db, about.tenant, about.space),
      document,
      contents,
      approved_by: null,
      note: null,
      restored_from: null,
      put_aside: 1,
    })
    .execute();
}
