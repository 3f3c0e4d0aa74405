import { randomBytes } from 'node:crypto';
import type { SupportList } from '../../model/contract/support.js';
import type { Principal } from '../access/principal.js';
import { HttpProblem } from '../http/problem.js';
import type { TakenRow } from '../intake/read-row.js';
import type { Db, Store } from '../store/database.js';

const PAGE = 100;

/** Schools whose reports are asked for. Those that name no school are read by who administers everything. */
export type Schools = readonly string[] | 'all';

export const schoolsOf = ({ scope }: Pick<Principal, 'scope'>): Schools =>
  scope.kind === 'all' ? 'all' : scope.schools;

/** Keeps the reports among rows that were taken, in the transaction that takes them. */
export async function keepReports(db: Db, tenant: string, rows: readonly TakenRow[]): Promise<void> {
  for (const { report, day, audience } of rows) {
    if (!report) continue;
    const { picture, facts, ...words } = report;
    const key = randomBytes(12).toString('base64url');
    const pictured = picture === undefined ? 0 : 1;
    await db
      .insertInto('support')
      .values({ tenant, key, day, ...audience, ...words, facts: JSON.stringify(facts), pictured })
      .execute();
    if (picture !== undefined)
      await db.insertInto('support_picture').values({ tenant, key, jpeg: picture }).execute();
  }
}

/** Removes reports older than a day, and their pictures. */
export async function retainReports(db: Db, tenant: string, limit: string): Promise<number> {
  const old = db.selectFrom('support').select('key').where('tenant', '=', tenant).where('day', '<', limit);
  await db.deleteFrom('support_picture').where('tenant', '=', tenant).where('key', 'in', old).execute();
  const { numDeletedRows } = await db
    .deleteFrom('support')
    .where('tenant', '=', tenant)
    .where('day', '<', limit)
    .executeTakeFirst();
  return Number(numDeletedRows);
}

/** What people reported, for who administers their school. */
export class Reports {
  readonly #store: Store;
  readonly #tenant: string;

  constructor(store: Store, tenant: string) {
    this.#store = store;
    this.#tenant = tenant;
  }

  async list(schools: Schools, before?: string): Promise<SupportList> {
    let query = this.#ofSchools(schools)
      .selectAll()
      .orderBy('day', 'desc')
      .orderBy('key', 'desc')
      .limit(PAGE);
    if (before !== undefined) {
      const { day, key } = cursorIn(before);
      query = query.where((all) => all.or([all('day', '<', day), all.and({ day }).and('key', '<', key)]));
    }
    const rows = await query.execute();
    const last = rows.length === PAGE ? rows.at(-1) : undefined;
    return {
      reports: rows.map(({ key, facts, pictured, number, day, school, profile, degree, category, text }) => ({
        id: key,
        ...{ number, day, school, profile, degree, category, text },
        facts: JSON.parse(facts) as Record<string, string>,
        picture: pictured === 1,
      })),
      ...(last && { next: `${last.day}.${last.key}` }),
    };
  }

  /** Number and school of one; one of another school is as if it were not there. */
  async find(schools: Schools, key: string): Promise<{ number: string; school: string }> {
    const row = await this.#ofSchools(schools)
      .select(['number', 'school'])
      .where('key', '=', key)
      .executeTakeFirst();
    return row ?? missing();
  }

  async picture(key: string): Promise<Buffer> {
    const row = await this.#store.db
      .selectFrom('support_picture')
      .select('jpeg')
      .where('tenant', '=', this.#tenant)
      .where('key', '=', key)
      .executeTakeFirst();
    return row ? Buffer.from(row.jpeg, 'base64') : missing();
  }

  async erase(key: string): Promise<void> {
    await this.#store.write(async (db) => {
      for (const table of ['support_picture', 'support'] as const)
        await db.deleteFrom(table).where('tenant', '=', this.#tenant).where('key', '=', key).execute();
    });
  }

  #ofSchools(schools: Schools) {
    const query = this.#store.db.selectFrom('support').where('tenant', '=', this.#tenant);
    return schools === 'all' ? query : query.where('school', 'in', schools.length ? [...schools] : ['-']);
  }
}

export const missingReport = (): HttpProblem =>
  new HttpProblem('not-found', 'No report of this id that you may see.');

const missing = (): never => {
  throw missingReport();
};

function cursorIn(text: string): { day: string; key: string } {
  const [, day, key] = /^(\d{4}-\d{2}-\d{2})\.([\w-]{1,40})$/.exec(text) ?? [];
  if (day === undefined || key === undefined)
    throw new HttpProblem('bad-request', 'before: the `next` of the list before is expected.', {
      path: 'before',
    });
  return { day, key };
}
