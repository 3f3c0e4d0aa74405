import type { AuditAction, AuditList } from '../../model/contract/publishing.js';
import type { Principal } from '../access/principal.js';
import type { Db, Store } from '../store/database.js';
import type { Language } from './check-words.js';

/** Who does something: under a pseudonym. */
export type Actor = Pick<Principal, 'actor'> & {
  role: string;
  /** What is wrong with a plan is said to them in it; French without one. */
  language?: Language;
  /** Who runs the server, by a file: nobody bounds what they may have checked. */
  isOperator?: boolean;
};

/** Who did what, and when, in each space. */
export class Audit {
  readonly #store: Store;
  readonly #tenant: string;
  readonly #now: () => Date;

  constructor(store: Store, tenant: string, now: () => Date) {
    this.#store = store;
    this.#tenant = tenant;
    this.#now = now;
  }

  async list(spaces: readonly string[] | 'all', before: number | undefined): Promise<AuditList> {
    const limit = 100;
    let query = this.#store.db
      .selectFrom('audit')
      .selectAll()
      .where('tenant', '=', this.#tenant)
      .orderBy('id', 'desc')
      .limit(limit);
    if (spaces !== 'all') query = query.where('space', 'in', spaces.length ? [...spaces] : ['']);
    if (before !== undefined) query = query.where('id', '<', before);
    const rows = await query.execute();
    return {
      entries: rows.map(({ id, at, actor, role, space, action, target, detail }) => ({
        id,
        at,
        actor,
        role,
        space,
        action,
        ...(target !== null && { target }),
        ...(detail !== null && { detail }),
      })),
      ...(rows.length === limit && { next: rows.at(-1)!.id }),
    };
  }

  /** Within the transaction of what is noted, so that there is neither without the other. */
  async note(
    db: Db,
    by: Actor,
    space: string,
    action: AuditAction,
    target?: string,
    detail?: string,
  ): Promise<void> {
    await db
      .insertInto('audit')
      .values({
        tenant: this.#tenant,
        at: this.#now().toISOString(),
        actor: by.actor,
        role: by.role,
        space,
        action,
        target: target ?? null,
        detail: detail ?? null,
      })
      .execute();
  }
}
