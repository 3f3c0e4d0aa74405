import type { Db, Engine } from './database.js';

/** Hashes in one statement. */
const MOST = 500;

/** Hashes of contents that nothing names: no draft, no revision, no request that waits, nothing that is published. */
async function unnamed(db: Db, tenant: string): Promise<string[]> {
  const named = new Set<string>();
  // In one statement, which sees one state: what goes from a draft to a revision meanwhile is in one of them.
  const lists = await db
    .selectFrom('draft')
    .select('contents')
    .where('tenant', '=', tenant)
    .union(db.selectFrom('revision').select('contents').where('tenant', '=', tenant))
    .union(db.selectFrom('pending').select('contents').where('tenant', '=', tenant))
    .union(db.selectFrom('published').select('contents').where('tenant', '=', tenant))
    .execute();
  for (const { contents } of lists)
    for (const hash of Object.values(JSON.parse(contents) as Record<string, string>)) named.add(hash);
  const rows = await db.selectFrom('content').select('hash').where('tenant', '=', tenant).execute();
  return rows.map(({ hash }) => hash).filter((hash) => !named.has(hash));
}

/**
 * Removes the contents that nobody can come by any more: another of the same name has taken their place, or the last
 * draft with them has gone. They need no term of their own; how many went.
 */
export async function forgetContents(db: Db, tenant: string, engine: Engine): Promise<number> {
  const found = await unnamed(db, tenant);
  let gone = 0;
  for (let i = 0; i < found.length; i += MOST) {
    const some = found.slice(i, i + MOST);
    // Who sends one of them again just now waits for this to end, or this for them: then it is looked at once more.
    if (engine === 'postgres')
      await db
        .selectFrom('content')
        .select('hash')
        .where('tenant', '=', tenant)
        .where('hash', 'in', some)
        .orderBy('hash')
        .forUpdate()
        .execute();
    const still = engine === 'postgres' ? new Set(await unnamed(db, tenant)) : new Set(some);
    const hashes = some.filter((hash) => still.has(hash));
    if (!hashes.length) continue;
    const { numDeletedRows } = await db
      .deleteFrom('content')
      .where('tenant', '=', tenant)
      .where('hash', 'in', hashes)
      .executeTakeFirst();
    gone += Number(numDeletedRows);
  }
  return gone;
}
