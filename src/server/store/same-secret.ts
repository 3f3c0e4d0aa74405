import { sql } from 'kysely';
import { SettingsError, type Settings } from '../settings.js';
import type { Db, Store } from './database.js';
import { hasSecret, keysOf, secretIn, type Keys } from './keys.js';

/** Where something stands that was made with a secret. */
const MADE_WITH_IT = ['secret', 'progress', 'marker', 'receipt', 'audit', 'revision'] as const;

async function hasRows(db: Db): Promise<boolean> {
  for (const table of MADE_WITH_IT) {
    const { rows } = await sql`select 1 from ${sql.table(table)} limit 1`.execute(db);
    if (rows.length) return true;
  }
  return false;
}

/**
 * The keys of this database. With another secret everybody would be somebody else: progress lost, surveys asked and
 * answered twice, nobody to be erased; and nothing would look wrong.
 * @throws {SettingsError} where the secret is lost, or another than what is there was made with
 */
export async function keysFor(
  store: Store,
  { secret, data, tenant }: Pick<Settings, 'secret' | 'data' | 'tenant'>,
): Promise<Keys> {
  if (secret === undefined && !hasSecret(data) && (await hasRows(store.db)))
    throw new SettingsError([
      `secret (SENTIER_SECRET): ${data}/secret is not there, and the database was written with it; put it back from its backup. No other was made.`,
    ]);
  const keys = keysOf(secret ?? secretIn(data), tenant);
  const { fingerprint } = keys;
  // Whoever starts first writes it, processes of the same moment too; a database of before that has none.
  await store.db
    .insertInto('secret')
    .values({ tenant, fingerprint })
    .onConflict((conflict) => conflict.column('tenant').doNothing())
    .execute();
  const known = await store.db
    .selectFrom('secret')
    .select('fingerprint')
    .where('tenant', '=', tenant)
    .executeTakeFirst();
  if (known?.fingerprint !== fingerprint)
    throw new SettingsError([
      'secret (SENTIER_SECRET): not the one that this database was written with; give that one back, the same to every process.',
    ]);
  return keys;
}
