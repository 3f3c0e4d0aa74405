import { indexPlan, type PlanIndex } from '../../model/index-plan.js';
import { parseJson } from '../../model/safe-json.js';
import type { Store } from '../store/database.js';
import type { CampaignFacts } from './facts.js';
import { type SchoolPlan, SchoolPlans } from './school-plans.js';

export interface PublishedPlan {
  etag: string;
  body: string;
}

/** Another process may have published: its campaigns are known here after so long, in ms, or at once where one is asked for. */
const RECHECK_MS = 1000;

/** What is published, in memory, checked against the database by its tag. */
export class Catalogue {
  readonly #store: Store;
  readonly #tenant: string;
  readonly #now: () => number;
  #plan: PublishedPlan | undefined;
  /** What was made of a plan, as long as that one is published. */
  readonly #forSchools = new WeakMap<PublishedPlan, SchoolPlans>();
  readonly #indexes = new WeakMap<PublishedPlan, PlanIndex>();
  #facts = new Map<string, CampaignFacts>();
  #factsTag: string | undefined;
  #checked = -Infinity;
  #loading: Promise<void> | undefined;

  constructor(store: Store, tenant: string, now: () => number = () => performance.now()) {
    this.#store = store;
    this.#tenant = tenant;
    this.#now = now;
  }

  /** The published plan as it is now. One small query; the document itself only when it has changed. */
  async plan(): Promise<PublishedPlan | undefined> {
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

  facts(id: string): CampaignFacts | undefined {
    return this.#facts.get(id);
  }

  /** Makes `facts` know what is published; at once where one of `ids` is unknown. */
  async ready(ids: Iterable<string> = []): Promise<void> {
    const isUnknown = [...ids].some((id) => !this.#facts.has(id));
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
      this.#facts = new Map(rows.map(({ id, facts }) => [id, JSON.parse(facts) as CampaignFacts]));
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
