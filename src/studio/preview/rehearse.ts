import { decide } from '../../core/director.js';
import type { Context, Decision, Page, PlanIndex } from '../../core/types.js';
import { parseLocal } from '../../core/zoned-time.js';
import { explain, type Explanation } from '../../engine/explain.js';
import type { ExplainWords } from '../../engine/explain-words.js';
import { indexPlan } from '../../model/index-plan.js';
import type { Campaign } from '../../model/schema/campaign.js';
import type { PlanDocument } from '../store/studio-store.js';

/** Somebody, somewhere, at some time. */
export interface Rehearsal {
  profiles: readonly string[];
  schools: readonly string[];
  degrees: readonly string[];
  levels: readonly string[];
  groups: readonly string[];
  arrived?: string | undefined;
  service?: string | undefined;
  locale: string;
  simplified: boolean;
  /** Local date-time of the plan, "2026-09-01T08:00". */
  when: string;
  path: string;
  /** Are the elements and events that campaigns wait for there? */
  isReady: boolean;
}

export interface Rehearsed {
  decision: Decision;
  rows: Explanation;
  show: Campaign[];
  context: Context;
}

/** Fixed, so that `share` gives the same answer each time; no real person's. */
const KEY = 'sentier-studio';

export const contextOf = (one: Rehearsal): Context => ({
  user: {
    key: KEY,
    profiles: one.profiles,
    schools: one.schools,
    degrees: one.degrees,
    levels: one.levels,
    groups: one.groups,
    ...(one.arrived && { arrived: one.arrived }),
  },
  ...(one.service && { service: one.service }),
  locale: one.locale,
  simplified: one.simplified,
});

/** What the director decides for such a person who has seen nothing yet, and why; nothing is shown, kept or sent. */
export function rehearse(document: PlanDocument, one: Rehearsal, words?: ExplainWords): Rehearsed {
  const plan: PlanIndex = indexPlan(document).plan;
  const now = parseLocal(one.when, plan.settings?.timeZone);
  const context = contextOf(one);
  const seen = new Map<string, number>();
  if (one.isReady) for (const { when } of plan.campaigns) if (when?.event) seen.set(when.event, 0);
  const page: Page = {
    path: one.path,
    // Long enough ago for every delay to be over.
    since: one.isReady ? 0 : now,
    isPresent: () => one.isReady,
    events: seen,
    showing: new Map(),
  };
  const decision = decide(plan, context, { campaigns: {} }, page, now);
  return { decision, rows: explain(decision, plan, now, words), show: decision.show, context };
}
