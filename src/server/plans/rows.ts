import { createHash } from 'node:crypto';
import type { Pending, Revision } from '../../model/contract/publishing.js';
import { HttpProblem } from '../http/problem.js';
import type { Db } from '../store/database.js';
import type { Bit } from '../store/schema.js';

/** A plan as it was written, and the names of its contents with their hashes, both as JSON. */
export interface Snapshot {
  document: string;
  contents: string;
}
export type Hashes = Record<string, string>;

export const EMPTY_PLAN = { version: 1, campaigns: [] };

/** The tables of drafts, revisions and what waits for approval, of one tenant. */
export class PlanRows {
  readonly #tenant: string;

  constructor(tenant: string) {
    this.#tenant = tenant;
  }

  async draft(db: Db, space: string) {
    const row = await db
      .selectFrom('draft')
      .select(['version', 'document', 'contents'])
      .where('tenant', '=', this.#tenant)
      .where('space', '=', space)
      .executeTakeFirst();
    return row ?? { version: 0, document: JSON.stringify(EMPTY_PLAN), contents: '{}' };
  }

  /** Only over the version that was read: false where another process was faster. */
  async writeDraft(
    db: Db,
    space: string,
    version: number,
    next: { version: number; document: string; contents: string },
  ): Promise<boolean> {
    if (version === 0) {
      const { numInsertedOrUpdatedRows } = await db
        .insertInto('draft')
        .values({ tenant: this.#tenant, space, ...next })
        .onConflict((conflict) => conflict.columns(['tenant', 'space']).doNothing())
        .executeTakeFirst();
      return Number(numInsertedOrUpdatedRows) === 1;
    }
    const { numUpdatedRows } = await db
      .updateTable('draft')
      .set(next)
      .where('tenant', '=', this.#tenant)
      .where('space', '=', space)
      .where('version', '=', version)
      .executeTakeFirst();
    return Number(numUpdatedRows) === 1;
  }

  async revision(db: Db, space: string, n: number) {
    const row = await db
      .selectFrom('revision')
      .selectAll()
      .where('tenant', '=', this.#tenant)
      .where('space', '=', space)
      .where('n', '=', n)
      .executeTakeFirst();
    if (!row) throw new HttpProblem('not-found', `There is no revision ${n} in the space ${space}.`);
    return row;
  }

  /** The last that was published before the n-th; 0 where nothing was. */
  async publishedBefore(db: Db, space: string, n: number): Promise<number> {
    const row = await db
      .selectFrom('revision')
      .select((all) => all.fn.max('n').as('n'))
      .where('tenant', '=', this.#tenant)
      .where('space', '=', space)
      .where('put_aside', '=', 0)
      .where('n', '<', n)
      .executeTakeFirst();
    return Number(row?.n ?? 0);
  }

  pending(db: Db, space: string) {
    return db
      .selectFrom('pending')
      .selectAll()
      .where('tenant', '=', this.#tenant)
      .where('space', '=', space)
      .executeTakeFirst();
  }
}

interface About {
  space: string;
  at: string;
  actor: string;
  note: string | null;
  restored_from: number | null;
}

/** Of all that approving it would put online, and of who asked when. */
export const pendingTag = ({
  document,
  contents,
  at,
  actor,
  note,
  restored_from,
}: About & Snapshot): string => {
  const all = JSON.stringify([document, contents, at, actor, note, restored_from]);
  return `"p${createHash('sha256').update(all).digest('base64url').slice(0, 22)}"`;
};

export const pendingOf = (row: About & Snapshot): Pending => ({ etag: pendingTag(row), ...aboutOf(row) });

const aboutOf = ({ space, at, actor, note, restored_from }: About) => ({
  space,
  at,
  actor,
  ...(note !== null && { note }),
  ...(restored_from !== null && { restoredFrom: restored_from }),
});

export const revisionOf = ({
  n,
  approved_by,
  put_aside,
  ...about
}: About & { n: number; approved_by: string | null; put_aside: Bit }): Revision => ({
  n,
  ...aboutOf(about),
  ...(approved_by !== null && { approvedBy: approved_by }),
  ...(put_aside === 1 && { putAside: true }),
});
