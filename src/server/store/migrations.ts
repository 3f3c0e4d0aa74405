import { sql } from 'kysely';
import { fillFacts } from '../plans/fill-facts.js';
import { LOCKS, type Db, type Engine, type Store } from './database.js';

/**
 * Steps in their order; a step that has run anywhere is never changed, a new one is added. Each runs in the transaction
 * of all, under a lock, so that several processes starting together run it once.
 */
const STEPS: readonly (readonly [
  name: string,
  step: (engine: Engine) => readonly string[],
  fill?: (db: Db, engine: Engine) => Promise<void>,
])[] = [
  [
    '001-answers',
    (engine) => {
      // In key order on disk: SQLite's hidden row numbers would tell in which order rows came (docs: inference).
      const keyed = engine === 'sqlite' ? ' without rowid' : '';
      return [
        `create table receipt (tenant text not null, id text not null, digest text not null, day text not null,
           primary key (tenant, id))${keyed}`,
        `create index receipt_day on receipt (tenant, day)`,
        `create table response (tenant text not null, key text not null, campaign text not null, version integer not null,
           day text not null, profile text not null, degree text not null, school text not null, answers text not null,
           worded integer not null, fresh integer not null, primary key (tenant, key))${keyed}`,
        `create index response_campaign on response (tenant, campaign, day)`,
        `create index response_worded on response (tenant, campaign, version) where worded = 1`,
        `create index response_fresh on response (tenant) where fresh = 1`,
        `create table marker (tenant text not null, marker text not null, until text not null, fresh integer not null,
           primary key (tenant, marker))${keyed}`,
        `create index marker_fresh on marker (tenant) where fresh = 1`,
        `create table rollup (tenant text not null, campaign text not null, version integer not null, school text not null,
           cut text not null, value text not null, metric text not null, item text not null, n integer not null,
           primary key (tenant, campaign, version, cut, school, value, metric, item))${keyed}`,
        `create table counted (tenant text not null, campaign text not null, version integer not null,
           primary key (tenant, campaign, version))${keyed}`,
        `create table progress (tenant text not null, "user" text not null, document text not null, day text not null,
           primary key (tenant, "user"))${keyed}`,
        `create index progress_day on progress (tenant, day)`,
      ];
    },
  ],
  [
    '002-plans',
    (engine) => {
      const serial =
        engine === 'sqlite'
          ? 'integer primary key autoincrement'
          : 'integer generated always as identity primary key';
      return [
        `create table draft (tenant text not null, space text not null, version integer not null, document text not null,
           contents text not null, primary key (tenant, space))`,
        `create table content (tenant text not null, hash text not null, body text not null, primary key (tenant, hash))`,
        `create table revision (tenant text not null, space text not null, n integer not null, document text not null,
           contents text not null, at text not null, actor text not null, approved_by text, note text,
           restored_from integer, primary key (tenant, space, n))`,
        `create table pending (tenant text not null, space text not null, document text not null, contents text not null,
           at text not null, actor text not null, note text, restored_from integer, primary key (tenant, space))`,
        `create table published (tenant text not null primary key, revision integer not null, etag text not null,
           body text not null, contents text not null)`,
        `create table campaign (tenant text not null, id text not null, space text not null, current integer not null,
           facts text not null, primary key (tenant, id))`,
        `create table audit (id ${serial}, tenant text not null, at text not null, actor text not null, role text not null,
           space text not null, action text not null, target text, detail text)`,
        `create index audit_space on audit (tenant, space, id)`,
        `create table job (tenant text not null, name text not null, day text not null, primary key (tenant, name))`,
      ];
    },
  ],
  [
    '003-immutable',
    // What was published, and who did what, is not rewritten, not even by us.
    (engine) =>
      engine === 'sqlite'
        ? ['revision', 'audit'].map(
            (table) =>
              `create trigger ${table}_is_kept before update on ${table} begin select raise(abort, '${table} is immutable'); end`,
          )
        : [
            `create function sentier_is_kept() returns trigger language plpgsql as
               $$ begin raise exception '% is immutable', tg_table_name; end $$`,
            ...['revision', 'audit'].map(
              (table) =>
                `create trigger ${table}_is_kept before update on ${table} for each row execute function sentier_is_kept()`,
            ),
          ],
  ],
  [
    '004-support',
    () => [
      `create table support (tenant text not null, key text not null, number text not null, day text not null,
         school text not null, profile text not null, degree text not null, category text not null, text text not null,
         facts text not null, pictured integer not null, primary key (tenant, key))`,
      `create index support_day on support (tenant, day, key)`,
      `create index support_school on support (tenant, school, day, key)`,
      `create table support_picture (tenant text not null, key text not null, jpeg text not null, primary key (tenant, key))`,
    ],
  ],
  [
    '005-words',
    // Words of searches were kept without a week. They get the last in which anybody searched in vain, there: none is
    // younger. Where no such week is left they are past their time.
    () => [
      `insert into rollup (tenant, campaign, version, school, cut, value, metric, item, n)
         select s.tenant, s.campaign, s.version, s.school, 'seen', coalesce(last.week, '1970-01-05'), s.metric, s.item, s.n
         from rollup s left join (
           select tenant, campaign, version, school, max(value) as week from rollup
           where cut = 'week' and metric = 'o' and item = 'unanswered' group by tenant, campaign, version, school
         ) last on last.tenant = s.tenant and last.campaign = s.campaign and last.version = s.version
           and last.school = s.school
         where s.metric = 's' and s.cut = ''`,
    ],
  ],
  ['006-drafts-put-aside', () => [`alter table revision add column put_aside integer not null default 0`]],
  [
    '007-facts-by-version',
    () => [
      `create table campaign_facts (tenant text not null, campaign text not null, edition integer not null,
         facts text not null, primary key (tenant, campaign, edition))`,
      `alter table response add column edition integer not null default 0`,
    ],
    fillFacts,
  ],
  ['008-secret', () => [`create table secret (tenant text not null primary key, fingerprint text not null)`]],
];

/** Brings the schema up to date; returns the names of the steps that ran. */
export async function migrate(store: Store): Promise<string[]> {
  const ran = await store.alone(LOCKS.migrate, true, async (db) => {
    await sql`create table if not exists migration (name text primary key, at text not null)`.execute(db);
    const { rows } = await sql<{ name: string }>`select name from migration`.execute(db);
    const done = new Set(rows.map(({ name }) => name));
    const unknown = [...done].filter((name) => !STEPS.some(([known]) => known === name));
    if (unknown.length)
      throw new Error(`the database was written by a newer version (${unknown.join(', ')}): update Sentier.`);
    const names: string[] = [];
    for (const [name, step, fill] of STEPS) {
      if (done.has(name)) continue;
      await run(db, step(store.engine));
      await fill?.(db, store.engine);
      await sql`insert into migration (name, at) values (${name}, ${new Date().toISOString()})`.execute(db);
      names.push(name);
    }
    return names;
  });
  return ran ?? [];
}

async function run(db: Db, statements: readonly string[]): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
