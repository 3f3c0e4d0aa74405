import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import type { CollectReceipt } from '../../model/contract/collect.js';
import { isBusy, type Db, type Engine, type Store } from '../store/database.js';
import type { Keys } from '../store/keys.js';
import type { Edition } from '../plans/editions.js';
import type { CampaignFacts } from '../plans/facts.js';
import { keepReports } from '../support/reports.js';
import { HELPFUL_QUESTION } from '../../core/survey/helpful.js';
import { RESERVED_IDS } from '../plans/check-space.js';
import { fold, incrementsOf, UNSIGNED, wordsIn, type Increment } from './increments.js';
import type { TakenRow } from './read-row.js';
import { withinFacts } from './within-facts.js';

/** Somebody else is writing the same rows: they may be sent again at once. */
export class InProgressError extends Error {}

export type Refused = CollectReceipt['refused'][number];

export interface IntakePorts {
  store: Store;
  keys: Keys;
  tenant: string;
  /** Months for which markers are kept. */
  retentionMonths: number;
  /** Today, "2026-11-25". */
  today(): string;
  /**
   * What is known of a campaign's version, or of another of its versions where that one never was published here; undefined
   * where none was.
   */
  facts(campaign: string, version: number): Edition | undefined;
  /** May pages have versions that were never published here? Then theirs may ask what is not known. */
  hasOthers?: boolean;
}

/** Who sends. */
export interface Sender {
  /** Key of the person, where the request named one. */
  user?: string | undefined;
  /** Came without a token where people have one: answers count in the whole alone (UNSIGNED). */
  isUnsigned?: boolean;
}

interface Job extends Sender {
  rows: readonly TakenRow[];
  resolve(receipt: CollectReceipt): void;
  reject(error: unknown): void;
}

interface Candidate {
  row: TakenRow;
  isUnsigned: boolean;
  digest: string;
  marker: string | undefined;
  receipt: CollectReceipt;
}

/** Rows of one transaction. More would make the first to come wait for the last. */
const MAX_IN_ONE = 1000;
/** Parameters of one statement: PostgreSQL takes 65,535, SQLite 32,766. */
const MAX_PARAMETERS = 30_000;

export function* chunked<T>(list: readonly T[], columns: number): Generator<T[]> {
  const size = Math.floor(MAX_PARAMETERS / columns);
  for (let i = 0; i < list.length; i += size) yield list.slice(i, i + size);
}

const ANOTHER = 'id: another row was received under this id';
const ANSWERED = 'campaign: this person has answered already';

/**
 * Takes rows in, several requests in one transaction: what arrives while one is being written is written with the next.
 * So a commit (and its fsync) serves many, and counters that everybody moves are locked once for all of them. A
 * request is answered after the commit, never before.
 */
export class Intake {
  readonly #ports: IntakePorts;
  #waiting: Job[] = [];
  #running: Promise<void> | undefined;

  constructor(ports: IntakePorts) {
    this.#ports = ports;
  }

  /** Rows that are not yet written. */
  get depth(): number {
    return this.#waiting.reduce((sum, { rows }) => sum + rows.length, 0);
  }

  /** @throws {InProgressError} where another process holds the same rows; what the database throws otherwise */
  take(rows: readonly TakenRow[], sender: Sender = {}): Promise<CollectReceipt> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ ...sender, rows, resolve, reject });
      this.#running ??= this.#drain();
    });
  }

  /** Resolves when everything that was given is written or refused. */
  async idle(): Promise<void> {
    while (this.#running) await this.#running;
  }

  async #drain(): Promise<void> {
    // Requests that arrive in the same turn go together.
    await new Promise((next) => setImmediate(next));
    while (this.#waiting.length) {
      const jobs: Job[] = [];
      let rows = 0;
      while (this.#waiting[0] && (!rows || rows + this.#waiting[0].rows.length <= MAX_IN_ONE)) {
        const job = this.#waiting.shift()!;
        rows += job.rows.length;
        jobs.push(job);
      }
      await this.#writeAll(jobs);
    }
    this.#running = undefined;
  }

  async #writeAll(jobs: readonly Job[]): Promise<void> {
    try {
      const receipts = await this.#write(jobs);
      jobs.forEach((job, i) => job.resolve(receipts[i]!));
    } catch (error) {
      // One bad request must not cost the others theirs: each is tried alone, once.
      if (jobs.length > 1) for (const job of jobs) await this.#writeAll([job]);
      else jobs[0]?.reject(isBusy(error) ? new InProgressError('in progress', { cause: error }) : error);
    }
  }

  #write(jobs: readonly Job[]): Promise<CollectReceipt[]> {
    const { store } = this.#ports;
    return store.write(async (db) => {
      const receipts = jobs.map((): CollectReceipt => ({ accepted: [], known: [], refused: [] }));
      const fresh = await this.#claim(db, this.#candidates(jobs, receipts));
      const kept = await this.#mark(db, fresh);
      await this.#keep(db, kept);
      for (const { row, receipt } of kept) receipt.accepted.push(row.id);
      return receipts;
    });
  }

  /** Every id once; a second row under an id of the same transaction is judged by the first. */
  #candidates(
    jobs: readonly Job[],
    receipts: readonly CollectReceipt[],
  ): (Candidate & { again: Candidate[] })[] {
    const { keys } = this.#ports;
    const byId = new Map<string, Candidate & { again: Candidate[] }>();
    jobs.forEach(({ rows, user, isUnsigned = false }, i) => {
      for (const row of rows) {
        const repeats = this.#ports.facts(row.campaign, row.version)?.repeats;
        const candidate = {
          row,
          isUnsigned,
          digest: keys.digest(JSON.stringify(asSent(row))),
          marker:
            row.type === 'response' && user !== undefined && !repeats
              ? keys.marker(user, row.campaign, row.version)
              : undefined,
          receipt: receipts[i]!,
        };
        const first = byId.get(row.id);
        if (first) first.again.push(candidate);
        else byId.set(row.id, { ...candidate, again: [] });
      }
    });
    return [...byId.values()].sort((a, b) => (a.row.id < b.row.id ? -1 : 1));
  }

  /** Takes the ids; what another transaction took before is known, or not the same row. */
  async #claim(db: Db, candidates: readonly (Candidate & { again: Candidate[] })[]): Promise<Candidate[]> {
    const { tenant } = this.#ports;
    const day = this.#ports.today();
    const claimed = new Set<string>();
    for (const some of chunked(candidates, 4)) {
      const rows = await db
        .insertInto('receipt')
        .values(some.map(({ row, digest }) => ({ tenant, id: row.id, digest, day })))
        .onConflict((conflict) => conflict.columns(['tenant', 'id']).doNothing())
        .returning('id')
        .execute();
      for (const { id } of rows) claimed.add(id);
    }
    const others = candidates.filter(({ row }) => !claimed.has(row.id));
    const digests = new Map<string, string>();
    for (const some of chunked(others, 1)) {
      const ids = some.map(({ row }) => row.id);
      const rows = await db
        .selectFrom('receipt')
        .select(['id', 'digest'])
        .where('tenant', '=', tenant)
        .where('id', 'in', ids)
        .execute();
      for (const { id, digest } of rows) digests.set(id, digest);
    }
    const judge = ({ row, digest, receipt }: Candidate, first: string | undefined): void => {
      if (digest === first) receipt.known.push(row.id);
      else receipt.refused.push({ id: row.id, reason: ANOTHER });
    };
    for (const candidate of others) judge(candidate, digests.get(candidate.row.id));
    for (const { again, digest, row } of candidates)
      for (const one of again) judge(one, claimed.has(row.id) ? digest : digests.get(row.id));
    return candidates.filter(({ row }) => claimed.has(row.id));
  }

  /** Leaves out second answers of one person, and gives their ids back: they were not received. */
  async #mark(db: Db, candidates: readonly Candidate[]): Promise<Candidate[]> {
    const { tenant, retentionMonths } = this.#ports;
    const first = new Map<string, Candidate>();
    const doubles: Candidate[] = [];
    for (const candidate of candidates) {
      if (candidate.marker === undefined) continue;
      if (first.has(candidate.marker)) doubles.push(candidate);
      else first.set(candidate.marker, candidate);
    }
    const markers = [...first.keys()].sort();
    const until = monthAfter(this.#ports.today(), retentionMonths);
    const taken = new Set<string>();
    for (const some of chunked(markers, 4)) {
      const rows = await db
        .insertInto('marker')
        .values(some.map((marker) => ({ tenant, marker, until, fresh: 1 as const })))
        .onConflict((conflict) => conflict.columns(['tenant', 'marker']).doNothing())
        .returning('marker')
        .execute();
      for (const { marker } of rows) taken.add(marker);
    }
    for (const [marker, candidate] of first) if (!taken.has(marker)) doubles.push(candidate);
    if (!doubles.length) return [...candidates];
    const ids = new Set(doubles.map(({ row }) => row.id));
    await db
      .deleteFrom('receipt')
      .where('tenant', '=', tenant)
      .where('id', 'in', [...ids])
      .execute();
    for (const { row, receipt } of doubles) receipt.refused.push({ id: row.id, reason: ANSWERED });
    return candidates.filter(({ row }) => !ids.has(row.id));
  }

  /** A row without what its campaign does not name, and of nobody's group where nobody signed for it. */
  #kept({ row, isUnsigned }: Candidate, facts: Edition | undefined): TakenRow {
    const names = RESERVED_IDS.has(row.campaign) ? OF_HELP : facts;
    const isOther = facts && facts.version !== row.version && this.#ports.hasOthers;
    const kept = names && !isOther ? withinFacts(row, names) : row;
    return isUnsigned && row.type === 'response'
      ? { ...kept, audience: { profile: '', degree: '', school: `${UNSIGNED}${kept.audience.school}` } }
      : kept;
  }

  async #keep(db: Db, candidates: readonly Candidate[]): Promise<void> {
    const { tenant } = this.#ports;
    // One look each: what an answer is counted with is what it says it was.
    const known = new Map(
      candidates.map((one): [TakenRow, Edition | undefined] => {
        const facts = this.#ports.facts(one.row.campaign, one.row.version);
        return [this.#kept(one, facts), facts];
      }),
    );
    const rows = [...known.keys()];
    const responses = rows
      .filter((row) => row.type === 'response')
      .map((row) => ({
        tenant,
        // Drawn here: the page's id stands beside a digest and a day in `receipt`.
        key: randomBytes(12).toString('base64url'),
        campaign: row.campaign,
        version: row.version,
        day: row.day,
        ...row.audience,
        answers: JSON.stringify(row.answers),
        worded: hasWords(row, known.get(row)),
        edition: known.get(row)?.edition ?? 0,
        fresh: 1 as const,
      }))
      .sort((a, b) => (a.key < b.key ? -1 : 1));
    for (const some of chunked(responses, 12)) await db.insertInto('response').values(some).execute();
    await keepReports(db, tenant, rows);
    await addUp(
      db,
      this.#ports.store.engine,
      tenant,
      fold(rows.flatMap((row) => incrementsOf(row, known.get(row)))),
    );
  }
}

/**
 * Without the school that a token adds to a count, and what is noted of it here: a page may send a row again without its person's session, or with it
 * after a try without, and it is the same row.
 */
const asSent = (row: TakenRow): TakenRow =>
  row.type === 'response' ? row : { ...row, isRepeat: undefined, audience: { ...row.audience, school: '' } };

/** What is told of help, which is no campaign. */
const OF_HELP: CampaignFacts = {
  kind: 'help',
  version: 1,
  title: '',
  profiles: [],
  repeats: true,
  acknowledges: false,
  steps: [],
  questions: [{ id: HELPFUL_QUESTION, kind: 'boolean', title: '', options: [] }],
};

/** Free texts are found among a million answers by this mark. */
export const hasWords = ({ answers }: TakenRow, facts: CampaignFacts | undefined): 0 | 1 =>
  facts?.questions.some((question) => {
    const id = wordsIn(question);
    return id !== undefined && Object.hasOwn(answers, id);
  })
    ? 1
    : 0;

/** Moves counters; `increments` are folded, so that locks are taken in one order. */
export async function addUp(
  db: Db,
  engine: Engine,
  tenant: string,
  increments: readonly Increment[],
): Promise<void> {
  const versions = new Map(
    increments.map(({ campaign, version }) => [`${campaign} ${version}`, { tenant, campaign, version }]),
  );
  if (versions.size)
    await db
      .insertInto('counted')
      .values([...versions.values()])
      .onConflict((conflict) => conflict.columns(['tenant', 'campaign', 'version']).doNothing())
      .execute();
  if (engine === 'postgres') await addUpAtOnce(db, tenant, increments);
  else
    for (const some of chunked(increments, 9))
      await db
        .insertInto('rollup')
        .values(some.map((one) => ({ tenant, ...one })))
        .onConflict((conflict) =>
          conflict
            .columns(['tenant', 'campaign', 'version', 'cut', 'school', 'value', 'metric', 'item'])
            .doUpdateSet({ n: sql`rollup.n + excluded.n` }),
        )
        .execute();
}

/** One parameter a column, not one a value: thousands of counters cost most in being spelt out. */
async function addUpAtOnce(db: Db, tenant: string, increments: readonly Increment[]): Promise<void> {
  if (!increments.length) return;
  const column = <K extends keyof Increment>(name: K): Increment[K][] => increments.map((one) => one[name]);
  await sql`
    insert into rollup (tenant, campaign, version, cut, school, value, metric, item, n)
    select ${tenant}, one.* from unnest(${column('campaign')}::text[], ${column('version')}::int[],
      ${column('cut')}::text[], ${column('school')}::text[], ${column('value')}::text[], ${column('metric')}::text[],
      ${column('item')}::text[], ${column('n')}::int[]) as one
    on conflict (tenant, campaign, version, cut, school, value, metric, item)
      do update set n = rollup.n + excluded.n`.execute(db);
}

/** "2026-11-25" and 25 → "2028-12": a month, since a day would stand out among few answers. */
export function monthAfter(day: string, months: number): string {
  const date = new Date(Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1 + months, 1));
  return date.toISOString().slice(0, 7);
}
