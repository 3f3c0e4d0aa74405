import type { Campaign, Kind, Lever } from '../../model/schema/campaign.js';
import { nextTask } from '../../platform/next-task.js';
import type { PlanDocument } from '../store/studio-store.js';
import { factsOf, knownOf, plain, type Facts, type State } from './facts.js';
import { collator } from '../words/formats.js';

export interface Filter {
  text: string;
  kind?: Kind | undefined;
  state?: State | undefined;
  lever?: Lever | undefined;
  profile?: string | undefined;
  order: 'plan' | 'priority' | 'start' | 'title';
}

export interface Row {
  campaign: Campaign;
  /** Its place in the plan. */
  index: number;
  facts: Facts;
}

/** A task of the page stays far below the 50 ms that a person would feel. */
const SLICE_MS = 12;

/**
 * What the list knows of each campaign, worked out in slices and kept for as long as the campaign stays the same object:
 * a plan of a thousand is read once, and an edit costs one campaign.
 */
export class CampaignIndex {
  #facts = new WeakMap<Campaign, Facts>();
  /** The plan that was read to the end last, with what was found out: rows are of this one until the next is as far. */
  #whole: { plan: PlanDocument; facts: WeakMap<Campaign, Facts> } | undefined;
  #scene = '';
  #run = 0;
  #published = new Map<string, Campaign>();
  #publishedFrom: PlanDocument | undefined;

  /**
   * Works out what is missing.
   * @returns true when all is there; false when a newer call took over
   */
  async read(
    plan: PlanDocument,
    published: PlanDocument | undefined,
    now: number,
    locale: string,
    clock: () => number = () => performance.now(),
  ): Promise<boolean> {
    const run = ++this.#run;
    const known = knownOf(plan);
    // All that facts depend on besides the campaign: ids that may be pointed at, settings, the day, the language.
    const scene = JSON.stringify([
      [...known.campaigns.keys()],
      [...known.articles],
      plan.settings,
      Math.floor(now / 36e5),
      locale,
    ]);
    if (scene !== this.#scene || published !== this.#publishedFrom) this.#facts = new WeakMap();
    this.#scene = scene;
    if (published !== this.#publishedFrom) {
      this.#publishedFrom = published;
      this.#published = new Map((published?.campaigns ?? []).map((c) => [c.id, c]));
    }
    // What has been drawn before is one task, this another.
    await nextTask();
    if (run !== this.#run) return false;
    let started = clock();
    for (const campaign of plan.campaigns ?? []) {
      if (this.#facts.has(campaign)) continue;
      const before = published ? this.#published.get(campaign.id) : null;
      this.#facts.set(campaign, factsOf(campaign, plan, known, now, before));
      if (clock() - started < SLICE_MS) continue;
      await nextTask();
      if (run !== this.#run) return false;
      started = clock();
    }
    this.#whole = { plan, facts: this.#facts };
    return true;
  }

  /** The plan that rows are of. */
  get plan(): PlanDocument | undefined {
    return this.#whole?.plan;
  }

  /** Campaigns that a filter lets through, in the order asked for. */
  rows(filter: Filter): Row[] {
    const words = plain(filter.text).split(/\s+/).filter(Boolean);
    const rows: Row[] = [];
    const { plan, facts: all } = this.#whole ?? {};
    (plan?.campaigns ?? []).forEach((campaign, index) => {
      const facts = all?.get(campaign);
      if (!facts) return;
      if (filter.kind && campaign.kind !== filter.kind) return;
      if (filter.lever && campaign.lever !== filter.lever) return;
      if (filter.state && facts.state !== filter.state) return;
      const profiles = campaign.audience?.profiles;
      if (filter.profile && profiles?.length && !profiles.includes(filter.profile)) return;
      if (words.every((word) => facts.haystack.includes(word))) rows.push({ campaign, index, facts });
    });
    const by: Record<Filter['order'], (a: Row, b: Row) => number> = {
      plan: (a, b) => a.index - b.index,
      priority: (a, b) =>
        (b.campaign.priority ?? 50) - (a.campaign.priority ?? 50) || a.facts.start - b.facts.start,
      start: (a, b) => (a.facts.start || 0) - (b.facts.start || 0) || a.index - b.index,
      title: (a, b) => (a.facts.haystack < b.facts.haystack ? -1 : 1),
    };
    if (filter.order === 'title') {
      const { compare } = collator();
      return rows.sort((a, b) => compare(a.facts.title, b.facts.title));
    }
    return rows.sort(by[filter.order]);
  }
}
