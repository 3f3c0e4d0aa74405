import { sql } from 'kysely';
import type { Logger } from 'pino';
import { parseDuration } from '../../core/duration.js';
import { RETENTION } from '../../model/retention.js';
import { type Edition, readEditions } from '../plans/editions.js';
import type { CampaignFacts } from '../plans/facts.js';
import { fold, incrementsOf } from '../intake/increments.js';
import { addUp, monthAfter } from '../intake/intake.js';
import { retainReports } from '../support/reports.js';
import { forgetContents } from './forget-contents.js';
import { forgetWords } from './forget-words.js';
import { LOCKS, type Db, type Engine, type Store } from './database.js';

/** Ids are kept longer than a page tries (30 days), and the clocks' difference. */
const RECEIPT_DAYS = 45;

export interface JobPorts {
  store: Store;
  tenant: string;
  retentionMonths: number;
  supportMonths: number;
  /** Fewest answers that a result may stand on. */
  threshold: number;
  today(): string;
  log?: Logger;
  facts(campaign: string): CampaignFacts | undefined;
}

const daysBefore = (day: string, days: number): string =>
  new Date(Date.parse(day) - days * 86_400_000).toISOString().slice(0, 10);

/** "2026-11-25" less 25 months. */
export function monthsBefore(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const last = new Date(Date.UTC(year, month - months, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 - months, Math.min(date, last))).toISOString().slice(0, 10);
}

/** First day whose answers are kept: by the server's term, or by what a campaign's notice promises where that is shorter. */
function limitFor(facts: CampaignFacts | undefined, today: string, most: number): string {
  const longest = monthsBefore(today, most);
  const { months, days, ms } = parseDuration(facts?.retention ?? RETENTION);
  // What is no length of time promises nothing.
  if (!(months + days + ms > 0)) return longest;
  const promised = monthsBefore(daysBefore(today, days), months);
  return promised > longest ? promised : longest;
}

/**
 * Takes from what came in since the last time the order in which it came. PostgreSQL marks each row with its transaction
 * and lays it where there was room: an answer and the mark that its author has answered would share the one and
 * be neighbours in the other. All rows are written anew, in the order of their (random, hashed) keys, in one
 * transaction. SQLite keeps these tables in key order anyway and marks nothing.
 */
export async function mix(db: Db, tenant: string, engine: Engine): Promise<void> {
  if (engine === 'sqlite') {
    for (const table of ['marker', 'response'] as const)
      await db
        .updateTable(table)
        .set({ fresh: 0 })
        .where('tenant', '=', tenant)
        .where('fresh', '=', 1)
        .execute();
    return;
  }
  await sql`with gone as (delete from marker where tenant = ${tenant} and fresh = 1 returning tenant, marker, until)
    insert into marker (tenant, marker, until, fresh)
    select tenant, marker, until, 0 from gone order by marker`.execute(db);
  await sql`with gone as (delete from response where tenant = ${tenant} and fresh = 1
      returning tenant, key, campaign, version, day, profile, degree, school, answers, worded, edition)
    insert into response (tenant, key, campaign, version, day, profile, degree, school, answers, worded, edition, fresh)
    select tenant, key, campaign, version, day, profile, degree, school, answers, worded, edition, 0 from gone order by key`.execute(
    db,
  );
}

/**
 * Runs a part of the work that is kept as a whole. On PostgreSQL all parts are of one transaction; SQLite has one writer, and
 * pages that send get their turn between two.
 */
type Part = <T>(work: (db: Db) => Promise<T>) => Promise<T>;

/** Removes what is past its time; counters go down by what goes. Returns how many rows went, by table. */
async function retain(part: Part, ports: JobPorts): Promise<Record<string, number>> {
  const { tenant, retentionMonths } = ports;
  const today = ports.today();
  const count = (query: (db: Db) => { executeTakeFirst(): Promise<{ numDeletedRows: bigint }> }) =>
    part(async (db) => Number((await query(db).executeTakeFirst()).numDeletedRows));
  const limit = monthsBefore(today, retentionMonths);
  return {
    response: await retainResponses(part, ports, today),
    receipt: await count((db) =>
      db
        .deleteFrom('receipt')
        .where('tenant', '=', tenant)
        .where('day', '<', daysBefore(today, RECEIPT_DAYS)),
    ),
    marker: await count((db) =>
      db.deleteFrom('marker').where('tenant', '=', tenant).where('until', '<', monthAfter(today, 0)),
    ),
    progress: await count((db) =>
      db.deleteFrom('progress').where('tenant', '=', tenant).where('day', '<', limit),
    ),
    audit: await count((db) => db.deleteFrom('audit').where('tenant', '=', tenant).where('at', '<', limit)),
    draft: await count((db) =>
      db
        .deleteFrom('revision')
        .where('tenant', '=', tenant)
        .where('put_aside', '=', 1)
        .where('at', '<', limit),
    ),
    pending: await count((db) =>
      db.deleteFrom('pending').where('tenant', '=', tenant).where('at', '<', limit),
    ),
    support: await part((db) => retainReports(db, tenant, monthsBefore(today, ports.supportMonths))),
    words: await part((db) =>
      forgetWords(db, {
        engine: ports.store.engine,
        tenant,
        threshold: ports.threshold,
        today,
        limit,
      }),
    ),
    counters: await part((db) => retainCounters(db, tenant, limit)),
    // After what may have named them.
    content: await part((db) => forgetContents(db, tenant, ports.store.engine)),
  };
}

async function retainResponses(part: Part, ports: JobPorts, today: string): Promise<number> {
  const { tenant, retentionMonths, facts } = ports;
  const { campaigns, editions } = await part(async (db) => ({
    campaigns: await db
      .selectFrom('counted')
      .select('campaign')
      .distinct()
      .where('tenant', '=', tenant)
      .execute(),
    editions: await readEditions(db, tenant),
  }));
  let gone = 0;
  for (const { campaign } of campaigns) {
    const known = editions.get(campaign) ?? [];
    const now = limitFor(facts(campaign), today, retentionMonths);
    for (const one of [...known, undefined]) {
      // What was promised when it was given, and what is promised now: whichever is shorter.
      const then = limitFor(one, today, retentionMonths);
      const limit = one && then > now ? then : now;
      for (;;) {
        const block = await part((db) => retainBlock(db, ports, { campaign, known, one, limit }));
        if (!block) break;
        gone += block;
      }
    }
  }
  // Whatever went now: a process may have ended in the middle of it before.
  await part((db) => db.deleteFrom('rollup').where('tenant', '=', tenant).where('n', '<=', 0).execute());
  return gone;
}

/** Some of the answers to one edition of a campaign (`one`), or to none that is known; returns how many went. */
async function retainBlock(
  db: Db,
  { store, tenant }: JobPorts,
  {
    campaign,
    known,
    one,
    limit,
  }: { campaign: string; known: readonly Edition[]; one: Edition | undefined; limit: string },
): Promise<number> {
  let query = db
    .selectFrom('response')
    .selectAll()
    .where('tenant', '=', tenant)
    .where('campaign', '=', campaign)
    .where('day', '<', limit)
    .limit(1000);
  if (one) query = query.where('edition', '=', one.edition);
  else if (known.length)
    query = query.where(
      'edition',
      'not in',
      known.map(({ edition }) => edition),
    );
  const rows = await query.execute();
  if (!rows.length) return 0;
  const keys = rows.map(({ key }) => key);
  await db.deleteFrom('response').where('tenant', '=', tenant).where('key', 'in', keys).execute();
  const increments = rows.flatMap(({ version, day, profile, degree, school, answers }) =>
    incrementsOf(
      {
        id: '',
        type: 'response',
        campaign,
        version,
        day,
        audience: { profile, degree, school },
        answers: JSON.parse(answers) as Record<string, unknown>,
      },
      // Those that it was counted with: others would take it from another counter.
      one,
      -1,
    ),
  );
  await addUp(db, store.engine, tenant, fold(increments));
  return rows.length;
}

/** Outcomes are counted, not kept: weeks go one by one, a campaign's version with its last week. */
async function retainCounters(db: Db, tenant: string, limit: string): Promise<number> {
  const { numDeletedRows } = await db
    .deleteFrom('rollup')
    .where('tenant', '=', tenant)
    .where('cut', '=', 'week')
    .where('metric', '=', 'o')
    .where('value', '<', limit)
    .executeTakeFirst();
  let gone = Number(numDeletedRows);
  const versions = await db.selectFrom('counted').selectAll().where('tenant', '=', tenant).execute();
  for (const { campaign, version } of versions) {
    const left = await db
      .selectFrom('rollup')
      .select('value')
      .where('tenant', '=', tenant)
      .where('campaign', '=', campaign)
      .where('version', '=', version)
      .where('cut', '=', 'week')
      .limit(1)
      .executeTakeFirst();
    if (left) continue;
    const { numDeletedRows: rest } = await db
      .deleteFrom('rollup')
      .where('tenant', '=', tenant)
      .where('campaign', '=', campaign)
      .where('version', '=', version)
      .executeTakeFirst();
    gone += Number(rest);
    await db
      .deleteFrom('counted')
      .where('tenant', '=', tenant)
      .where('campaign', '=', campaign)
      .where('version', '=', version)
      .execute();
  }
  return gone;
}

/** Mixing and retention, in one process at a time; retention once a day. */
export async function runJobs(ports: JobPorts): Promise<Record<string, number> | undefined> {
  const { store, tenant } = ports;
  const today = ports.today();
  const begin = async (db: Db): Promise<boolean> => {
    await mix(db, tenant, store.engine);
    return isDue(db, ports, today);
  };
  const end = (db: Db) =>
    db
      .insertInto('job')
      .values({ tenant, name: 'retention', day: today })
      .onConflict((conflict) => conflict.columns(['tenant', 'name']).doUpdateSet({ day: today }))
      .execute();
  const all = async (part: Part): Promise<Record<string, number>> => {
    if (!(await part(begin))) return {};
    const gone = await retain(part, ports);
    await part(end);
    return gone;
  };
  const done =
    store.engine === 'sqlite'
      ? await all(store.write)
      : await store.alone(LOCKS.jobs, false, (db) => all((work) => work(db)));
  if (done) await store.settle();
  return done;
}

async function isDue(db: Db, { tenant, log }: JobPorts, today: string): Promise<boolean> {
  const last = await db
    .selectFrom('job')
    .select('day')
    .where('tenant', '=', tenant)
    .where('name', '=', 'retention')
    .executeTakeFirst();
  // A clock was ahead once: waiting until its day has come would be to forget nothing for as long.
  if (last && last.day > today)
    log?.warn({ last: last.day, today }, 'retention ran on a later day than today: look at the clock');
  return last?.day !== today;
}
