import { fold, type Increment, SEARCHES, SEEN } from '../intake/increments.js';
import { addUp } from '../intake/intake.js';
import type { Db, Engine } from './database.js';

/** Weeks for which words that few have searched for wait for others to do so. */
const RARE_WEEKS = 13;
/** Words handled at a time. */
const SOME = 5000;
/** A search whose words are not kept, as the intake writes those that look personal. */
const UNTOLD = '=…';

export interface WordPorts {
  engine: Engine;
  tenant: string;
  /** Fewest searches for words to be shown. */
  threshold: number;
  today: string;
  /** First day whose counters are kept. */
  limit: string;
}

const WORD = ['campaign', 'version', 'school', 'item'] as const;

/**
 * Words that somebody searched for in vain may be a name. They go with the counters of their week; and those that fewer
 * than the threshold have searched for, which no result ever shows, once nobody has for some weeks: how often
 * stays, without the words. Returns how many counters went.
 */
export async function forgetWords(db: Db, ports: WordPorts): Promise<number> {
  const gone = await forgetWeeks(db, ports);
  let rare = 0;
  const versions = await db.selectFrom('counted').selectAll().where('tenant', '=', ports.tenant).execute();
  for (const { campaign, version } of versions) rare += await forgetRare(db, ports, campaign, version);
  return gone + rare;
}

async function forgetWeeks(db: Db, { engine, tenant, limit }: WordPorts): Promise<number> {
  const sums = await db
    .selectFrom('rollup')
    .select(WORD)
    .select((all) => all.fn.sum<number>('n').as('n'))
    .where('tenant', '=', tenant)
    .where('cut', '=', SEEN)
    .where('metric', '=', SEARCHES)
    .where('value', '<', limit)
    .groupBy(WORD)
    .execute();
  if (!sums.length) return 0;
  const total = { cut: '', value: '', metric: SEARCHES };
  await addUp(db, engine, tenant, fold(sums.map((one) => ({ ...one, ...total, n: -Number(one.n) }))));
  const { numDeletedRows } = await db
    .deleteFrom('rollup')
    .where('tenant', '=', tenant)
    .where('cut', '=', SEEN)
    .where('metric', '=', SEARCHES)
    .where('value', '<', limit)
    .executeTakeFirst();
  await db
    .deleteFrom('rollup')
    .where('tenant', '=', tenant)
    .where('metric', '=', SEARCHES)
    .where('n', '<=', 0)
    .execute();
  return Number(numDeletedRows);
}

async function forgetRare(
  db: Db,
  { engine, tenant, threshold, today }: WordPorts,
  campaign: string,
  version: number,
): Promise<number> {
  const since = new Date(Date.parse(today) - RARE_WEEKS * 7 * 86_400_000).toISOString().slice(0, 10);
  const searches = db
    .selectFrom('rollup')
    .where('tenant', '=', tenant)
    .where('campaign', '=', campaign)
    .where('version', '=', version)
    .where('metric', '=', SEARCHES);
  let gone = 0;
  for (;;) {
    const words = await searches
      .select('item')
      // Of all schools: what is rare there is rare in each.
      .where('school', '=', '')
      .where('cut', '=', '')
      .where('n', '<', threshold)
      .where('item', '<>', UNTOLD)
      .where(
        'item',
        'not in',
        searches.select('item').where('school', '=', '').where('cut', '=', SEEN).where('value', '>=', since),
      )
      .limit(SOME)
      .execute();
    if (!words.length) return gone;
    const items = words.map(({ item }) => item);
    const rows: Increment[] = await db
      .deleteFrom('rollup')
      .where('tenant', '=', tenant)
      .where('campaign', '=', campaign)
      .where('version', '=', version)
      .where('metric', '=', SEARCHES)
      .where('item', 'in', items)
      .returning([...WORD, 'cut', 'value', 'metric', 'n'])
      .execute();
    await addUp(db, engine, tenant, fold(rows.map((row) => ({ ...row, item: UNTOLD }))));
    gone += rows.length;
  }
}
