import { mergeProgress } from '../core/merge-progress.js';
import { readProgress } from '../core/progress.js';
import type { Progress } from '../core/types.js';
import { isBusy, type Db, type Store } from './store/database.js';
import type { Keys } from './store/keys.js';

/** Campaigns kept for one person; the ones touched longest ago go first. */
const MAX_CAMPAIGNS = 1000;

/** Each person's progress under a keyed hash, merged by campaign, newest wins. */
export class ProgressStore {
  readonly #store: Store;
  readonly #keys: Keys;
  readonly #tenant: string;
  readonly #today: () => string;

  constructor(store: Store, keys: Keys, tenant: string, today: () => string) {
    this.#store = store;
    this.#keys = keys;
    this.#tenant = tenant;
    this.#today = today;
  }

  async get(userKey: string): Promise<Progress> {
    return (await this.#read(this.#store.db, this.#keys.user(userKey))).progress;
  }

  /** What is known after the change. A change that arrives twice, or late, changes nothing. */
  async merge(userKey: string, change: unknown): Promise<Progress> {
    const user = this.#keys.user(userKey);
    for (let attempt = 0; ; attempt++)
      try {
        return await this.#store.write(async (db) => {
          const { progress: before, text } = await this.#read(db, user, true);
          const merged = bounded(mergeProgress(before, readProgress(change)));
          const document = JSON.stringify(merged);
          if (document !== text) {
            const row = { document, day: this.#today() };
            await db
              .insertInto('progress')
              .values({ tenant: this.#tenant, user, ...row })
              .onConflict((conflict) => conflict.columns(['tenant', 'user']).doUpdateSet(row))
              .execute();
          }
          return merged;
        });
      } catch (error) {
        if (attempt >= 2 || !isBusy(error)) throw error;
      }
  }

  /** True where there was something. */
  async erase(userKey: string): Promise<boolean> {
    const { numDeletedRows } = await this.#store.db
      .deleteFrom('progress')
      .where('tenant', '=', this.#tenant)
      .where('user', '=', this.#keys.user(userKey))
      .executeTakeFirst();
    return Number(numDeletedRows) > 0;
  }

  async #read(
    db: Db,
    user: string,
    forUpdate = false,
  ): Promise<{ progress: Progress; text: string | undefined }> {
    let query = db
      .selectFrom('progress')
      .select('document')
      .where('tenant', '=', this.#tenant)
      .where('user', '=', user);
    // Two tabs at a time: the second merges with what the first has written. SQLite's writer is alone anyway.
    if (forUpdate && this.#store.engine === 'postgres') {
      await lockUser(db, this.#tenant, user);
      query = query.forUpdate();
    }
    const row = await query.executeTakeFirst();
    return {
      progress: readProgress(row ? (JSON.parse(row.document) as unknown) : {}),
      text: row?.document,
    };
  }
}

/** A row that is not there yet cannot be locked: an empty one is put in its place. */
async function lockUser(db: Db, tenant: string, user: string): Promise<void> {
  await db
    .insertInto('progress')
    .values({ tenant, user, document: '{"campaigns":{}}', day: '1970-01-01' })
    .onConflict((conflict) => conflict.columns(['tenant', 'user']).doNothing())
    .execute();
}

function bounded(progress: Progress): Progress {
  const entries = Object.entries(progress.campaigns);
  if (entries.length <= MAX_CAMPAIGNS) return progress;
  const kept = entries.sort(([, a], [, b]) => b.at - a.at).slice(0, MAX_CAMPAIGNS);
  return { ...progress, campaigns: Object.fromEntries(kept) };
}
