import { planWords } from '../words/fault-words.js';
import { edgesOf } from '../../core/schedule.js';
import { toFaults } from '../../model/faults.js';
import { checkCampaign } from '../../model/cross-checks.js';
import type { Known } from '../../model/check-settings.js';
import { toIssue, type Fault, type PlanIssue } from '../../model/plan-issue.js';
import { Campaign } from '../../model/schema/campaign.js';
import { resolveText } from '../../model/text.js';
import * as v from 'valibot';
import type { PlanDocument } from '../store/studio-store.js';
import { audienceWords } from '../words/audience-words.js';

export const STATES = ['fault', 'draft', 'scheduled', 'live', 'ended', 'manual'] as const;
export type State = (typeof STATES)[number];

/** What a list says of a campaign. */
export interface Facts {
  id: string;
  title: string;
  state: State;
  /** Changed since it was published. */
  isChanged: boolean;
  audience: string;
  /** Epoch ms; 0 and Infinity for open ends; NaN where they differ from person to person. */
  start: number;
  end: number;
  issues: PlanIssue[];
  /** Lower case, without accents: what a search looks at. */
  haystack: string;
}

export const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase();

export function titleOf(campaign: Campaign, locale = 'fr'): string {
  const { title } = (campaign.content ?? {}) as { title?: Campaign['title'] };
  return resolveText(campaign.title ?? title, [locale], locale).value || campaign.id;
}

/** By plan: a list asks for each of its rows. */
const knownByPlan = new WeakMap<PlanDocument, Known>();

/** All that campaigns and articles may be pointed at by. */
export function knownOf(plan: PlanDocument): Known {
  let found = knownByPlan.get(plan);
  if (!found) {
    found = {
      settings: plan.settings ?? {},
      campaigns: new Map((plan.campaigns ?? []).map(({ id, kind }) => [id, kind])),
      articles: new Set((plan.help?.articles ?? []).map(({ id }) => id)),
    };
    knownByPlan.set(plan, found);
  }
  return found;
}

/** What is wrong with one campaign; paths begin at it, as in `content.title`. */
export function issuesOf(campaign: Campaign, known: Known): PlanIssue[] {
  const checked = v.safeParse(Campaign, campaign);
  const faults: Fault[] = checked.success ? [] : toFaults(checked.issues, []);
  if (checked.success) checkCampaign(checked.output, [], known, faults);
  return faults.map((fault) => toIssue(fault, { campaign: campaign.id }, planWords()));
}

export function stateOf(campaign: Campaign, plan: PlanDocument, now: number, isPublished: boolean): State {
  if (!isPublished) return 'draft';
  if (campaign.when?.start === 'manual') return 'manual';
  // Whoever arrives later sees it later: while the ENT is open it is on for somebody.
  const relative = campaign.schedule?.relativeTo === 'arrived';
  const [start, end] = relative ? [0, Infinity] : edgesOf(campaign.schedule ?? {}, plan, {});
  if (now < start) return 'scheduled';
  return now >= end ? 'ended' : 'live';
}

/** @param published the campaign as users have it; undefined: not at all; `null`: nobody knows */
export function factsOf(
  campaign: Campaign,
  plan: PlanDocument,
  known: Known,
  now: number,
  published: Campaign | null | undefined,
): Facts {
  const issues = issuesOf(campaign, known);
  const title = titleOf(campaign, plan.settings?.locale);
  const audience = audienceWords(campaign.audience);
  const isFaulty = issues.some(({ severity }) => severity === 'error');
  const [start, end] = campaign.schedule ? edgesOf(campaign.schedule, plan, {}) : [0, Infinity];
  return {
    id: campaign.id,
    title,
    state: isFaulty ? 'fault' : stateOf(campaign, plan, now, published !== undefined),
    isChanged: published ? JSON.stringify(published) !== JSON.stringify(campaign) : false,
    audience,
    start,
    end,
    issues,
    haystack: plain([campaign.id, title, audience, campaign.service, campaign.lever].join(' ')),
  };
}
