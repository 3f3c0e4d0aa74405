import { mergeProgress } from '../core/merge-progress.js';
import { readProgress } from '../core/progress.js';
import type { CampaignProgress, Progress } from '../core/types.js';
import { isId } from '../model/format.js';
import { HttpProblem } from './http/problem.js';
import { isBusy, type Db, type Store } from './store/database.js';
import type { Keys } from './store/keys.js';

/** Campaigns kept for one person; the ones touched longest ago go first. */
const MAX_CAMPAIGNS = 1000;
/** Tasks done of one checklist. */
const MAX_DONE = 200;
/** Bytes of one person's document: some 100 a campaign, and more where a checklist's tasks are named. */
const MAX_BYTES = 256 * 1024;

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

  /**
   * What is known after the change. A change that arrives twice, or late, changes nothing.
   * @throws {HttpProblem} 413 where something of the change has no room; what has is kept
   */
  async merge(userKey: string, change: unknown): Promise<Progress> {
    const told = cleaned(readProgress(change));
    const merged = await this.#merge(this.#keys.user(userKey), told);
    const left = Object.keys(told.campaigns).filter((id) => !Object.hasOwn(merged.campaigns, id));
    if (left.length && Object.keys(merged.campaigns).length < MAX_CAMPAIGNS)
      throw new HttpProblem(
        'too-big',
        `At most ${MAX_BYTES / 1024} KiB of one person’s progress: ${left.length} campaigns were left out.`,
        { path: `campaigns.${left[0]}`, remedy: 'What has room was kept, the newest first.' },
      );
    return merged;
  }

  async #merge(user: string, told: Progress): Promise<Progress> {
    for (let attempt = 0; ; attempt++)
      try {
        return await this.#store.write(async (db) => {
          const { progress: before, text } = await this.#read(db, user, true);
          const merged = bounded(cleaned(mergeProgress(before, told)));
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

/** As pages write it: what has another form is of no use to any. */
function cleaned({ campaigns, pace }: Progress): Progress {
  const entries = Object.entries(campaigns).map(
    ([id, { step, done, ...entry }]): [string, CampaignProgress] => [
      id,
      { ...entry, ...(isId(step) && { step }), ...(done && { done: done.slice(0, MAX_DONE) }) },
    ],
  );
  return {
    campaigns: Object.fromEntries(entries),
    ...(pace && /^\d{4}-\d{2}-\d{2}$/.test(pace.day) && { pace }),
  };
}

function bounded(progress: Progress): Progress {
  const newest = Object.entries(progress.campaigns).sort(([, a], [, b]) => b.at - a.at);
  let bytes = 200;
  const kept = newest.slice(0, MAX_CAMPAIGNS).filter(([id, entry]) => {
    const own = id.length + 4 + JSON.stringify(entry).length;
    if (bytes + own > MAX_BYTES) return false;
    bytes += own;
    return true;
  });
  return kept.length === newest.length ? progress : { ...progress, campaigns: Object.fromEntries(kept) };
}
