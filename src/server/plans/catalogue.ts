import type { Store } from '../store/database.js';
import { planForSchools } from './compose.js';
import { etagOf } from './compose.js';
import type { CampaignFacts } from './facts.js';

export interface PublishedPlan {
  etag: string;
  body: string;
}

/** Plans for pages of one school kept ready. */
const MAX_SCHOOLS = 500;
/** Another process may have published: its campaigns are known here after so long, in ms, or at once where one is asked for. */
const RECHECK_MS = 1000;

/** What is published, in memory, checked against the database by its tag. */
export class Catalogue {
  readonly #store: Store;
  readonly #tenant: string;
  readonly #now: () => number;
  #plan: PublishedPlan | undefined;
  #forSchools = new Map<string, PublishedPlan>();
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
      this.#forSchools.clear();
    }
    return this.#plan;
  }

  /** Without what is for other schools alone: a region's plan stays small on each page. */
  async planFor(schools: readonly string[]): Promise<PublishedPlan | undefined> {
    const plan = await this.plan();
    if (!plan) return undefined;
    const key = [...schools].sort().join(',');
    let own = this.#forSchools.get(key);
    if (!own) {
      const body = JSON.stringify(planForSchools(JSON.parse(plan.body) as Record<string, unknown>, schools));
      own = { body, etag: etagOf(body) };
      this.#forSchools.set(key, own);
      if (this.#forSchools.size > MAX_SCHOOLS) this.#forSchools.delete(this.#forSchools.keys().next().value!);
    }
    return own;
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
