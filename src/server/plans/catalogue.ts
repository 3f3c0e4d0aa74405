import { indexPlan, type PlanIndex } from '../../model/index-plan.js';
import { parseJson } from '../../model/safe-json.js';
import { isAway, type Store } from '../store/database.js';
import { type Edition, readEditions } from './editions.js';
import { type SchoolPlan, SchoolPlans } from './school-plans.js';

export interface PublishedPlan {
  etag: string;
  body: string;
}

/** Another process may have published: its campaigns are known here after so long, in ms, or at once where one is asked for. */
const RECHECK_MS = 1000;
/** A database that did not answer is not waited for again for so long, in ms. */
const AWAY_MS = 2000;

/** What is published, in memory, checked against the database by its tag. */
export class Catalogue {
  readonly #store: Store;
  readonly #tenant: string;
  readonly #now: () => number;
  #plan: PublishedPlan | undefined;
  /** What was made of a plan, as long as that one is published. */
  readonly #forSchools = new WeakMap<PublishedPlan, SchoolPlans>();
  readonly #indexes = new WeakMap<PublishedPlan, PlanIndex>();
  #facts = new Map<string, { current: Edition; byVersion: ReadonlyMap<number, Edition> }>();
  #factsTag: string | undefined;
  #checked = -Infinity;
  #awaySince = -Infinity;
  #loading: Promise<void> | undefined;

  constructor(store: Store, tenant: string, now: () => number = () => performance.now()) {
    this.#store = store;
    this.#tenant = tenant;
    this.#now = now;
  }

  /**
   * The published plan as it is now. One small query; the document itself only when it has changed. While the database is
   * away it is the last that is known: pages have what they had.
   */
  async plan(): Promise<PublishedPlan | undefined> {
    if (this.#plan && this.#now() - this.#awaySince < AWAY_MS) return this.#plan;
    try {
      return await this.#planNow();
    } catch (error) {
      if (!this.#plan || !isAway(error)) throw error;
      this.#awaySince = this.#now();
      return this.#plan;
    }
  }

  async #planNow(): Promise<PublishedPlan | undefined> {
    const etag = await this.#etag();
    if (etag === undefined) return undefined;
    if (this.#plan?.etag !== etag) {
      const row = await this.#store.db
        .selectFrom('published')
        .select(['etag', 'body'])
        .where('tenant', '=', this.#tenant)
        .executeTakeFirst();
      this.#plan = row;
    }
    return this.#plan;
  }

  /** Without what is for other schools alone: a region's plan stays small on each page. */
  async planFor(schools: readonly string[]): Promise<SchoolPlan | undefined> {
    const plan = await this.plan();
    if (!plan) return undefined;
    let plans = this.#forSchools.get(plan);
    if (!plans) this.#forSchools.set(plan, (plans = new SchoolPlans(plan)));
    return plans.for(schools);
  }

  /** The published plan as a page reads it, for feeds: anybody asks for them as often as they like. */
  async index(): Promise<PlanIndex | undefined> {
    const plan = await this.plan();
    if (!plan) return undefined;
    let index = this.#indexes.get(plan);
    if (!index) this.#indexes.set(plan, (index = indexPlan(parseJson(plan.body)).plan));
    return index;
  }

  /** Of a version, as it was published last; of the one that is published now, where that version never was here. */
  facts(id: string, version?: number): Edition | undefined {
    const known = this.#facts.get(id);
    return (version === undefined ? undefined : known?.byVersion.get(version)) ?? known?.current;
  }

  /** The highest of a campaign's versions that were ever published here; undefined where none was. */
  newest(id: string): number | undefined {
    const known = this.#facts.get(id);
    return known && Math.max(...known.byVersion.keys());
  }

  /** Makes `facts` know what is published; at once where one of `versions` is unknown. */
  async ready(versions: Iterable<{ campaign: string; version: number }> = []): Promise<void> {
    const isUnknown = [...versions].some(
      ({ campaign, version }) => !this.#facts.get(campaign)?.byVersion.has(version),
    );
    if (!isUnknown && this.#now() - this.#checked < RECHECK_MS) return;
    await (this.#loading ??= this.#load().finally(() => (this.#loading = undefined)));
  }

  async #load(): Promise<void> {
    const etag = await this.#etag();
    if (etag !== this.#factsTag) {
      const rows = await this.#store.db
        .selectFrom('campaign')
        .select(['id', 'facts'])
        .where('tenant', '=', this.#tenant)
        .execute();
      const editions = await readEditions(this.#store.db, this.#tenant);
      this.#facts = new Map(
        rows.flatMap(({ id, facts }) => {
          // The last of each version: they come in their order.
          const byVersion = new Map((editions.get(id) ?? []).map((one) => [one.version, one]));
          const current = byVersion.get((JSON.parse(facts) as Edition).version);
          return current ? [[id, { current, byVersion }] as const] : [];
        }),
      );
      this.#factsTag = etag;
    }
    this.#checked = this.#now();
  }

  async #etag(): Promise<string | undefined> {
    const row = await this.#store.db
      .selectFrom('published')
      .select('etag')
      .where('tenant', '=', this.#tenant)
      .executeTakeFirst();
    return row?.etag;
  }
}
