import type { Campaign } from '../model/schema/campaign.js';
import { audienceRefusal } from './audience.js';
import { addDuration } from './duration.js';
import { frequencyReason } from './frequency.js';
import { matchesAny } from './glob.js';
import { paceReason } from './pace.js';
import { isUnderWay, progressOf } from './progress.js';
import { edgesOf, scheduleReason } from './schedule.js';
import { slotOf } from './slot.js';
import { stepNamed } from '../model/step-name.js';
import type { Context, Decision, Page, PlanIndex, Progress, Reason, Slot } from './types.js';
import { contentFor } from './variant.js';

/** What every campaign is weighed against. */
interface Scene {
  plan: PlanIndex;
  context: Context;
  progress: Progress;
  page: Page;
  now: number;
  /** Who has each slot. */
  holders: Map<Slot, string>;
  /** What holds all interruptions back; null for nothing, undefined while nobody asked. */
  pace?: Reason | null;
}

/** A campaign that may be shown. */
interface Candidate {
  campaign: Campaign;
  slot: Slot;
  goesOn: boolean;
  priority: number;
}

const isCandidate = (found: Candidate | Reason): found is Candidate => 'slot' in found;

/** Pages on which a campaign may begin; a run under way goes where its step is. No list is every page. */
function pagesOf({ when }: Campaign, content: unknown, step: string | undefined): readonly string[] {
  const { src, steps } = content as { src?: string; steps?: { id?: string; page?: string }[] };
  // Steps that are still to be fetched may be anywhere: their widget will know.
  if (step && src) return [];
  const page = step && steps && stepNamed(steps, step)?.page;
  return page ? [page] : (when?.pages ?? []);
}

/** What the page still lacks. An element comes last: only that costs a look into the document. */
function pageReason({ when = {} }: Campaign, { plan, page, now }: Scene): Reason | undefined {
  const { event, delay, present } = when;
  const since = event === undefined ? page.since : page.events.get(event);
  if (since === undefined) return ['when.event', undefined, event];
  const until = delay === undefined ? now : addDuration(since, delay, plan.settings?.timeZone);
  if (!(now >= until)) return ['when.delay', until];
  return present === undefined || page.isPresent(present) ? undefined : ['when.present'];
}

/** May it be shown, slots apart? Cheap reasons first. @throws for what cannot be understood */
function consider(campaign: Campaign, scene: Scene): Candidate | Reason {
  const { id, version, when, schedule = {}, priority = 50 } = campaign;
  const { plan, context, progress, page, now, holders } = scene;
  if (page.showing.has(id)) return ['showing'];
  const entry = progressOf(progress, id, version);
  const goesOn = isUnderWay(entry, now);
  if (when?.start === 'manual' && !goesOn) return ['when.manual'];
  const outside = audienceRefusal(campaign, plan, context, now);
  if (outside) return [outside];
  const content = contentFor(campaign, plan, context, now);
  const slot = slotOf(campaign, content);
  const pages = pagesOf(campaign, content, goesOn ? entry?.step : undefined);
  if (pages.length !== 0 && !matchesAny(pages, page.path)) return ['when.pages'];
  const holder = holders.get(slot);
  return (
    (entry && !goesOn && frequencyReason(campaign, entry, slot, now, plan.settings?.timeZone)) ||
    scheduleReason(schedule, plan, context, now) ||
    (!goesOn &&
      slot === 'interruption' &&
      (scene.pace === undefined
        ? (scene.pace = paceReason(plan, context, progress, now) ?? null)
        : scene.pace)) ||
    (holder && ['slot.taken', undefined, holder]) ||
    (!goesOn && pageReason(campaign, scene)) || {
      campaign,
      slot,
      goesOn,
      priority: Number(priority),
    }
  );
}

/** What goes on before what begins, then priority, then the oldest start, then the id. */
function compare(a: Candidate, b: Candidate, { plan, context }: Scene): number {
  const startOf = ({ campaign }: Candidate) => edgesOf(campaign.schedule ?? {}, plan, context)[0];
  return (
    Number(b.goesOn) - Number(a.goesOn) ||
    b.priority - a.priority ||
    startOf(a) - startOf(b) ||
    (a.campaign.id < b.campaign.id ? -1 : 1)
  );
}

/**
 * What to show now, what to watch for, when to ask again, and why not the rest. At most one campaign a slot, and
 * interruptions of all kinds share one; what is on screen keeps its slot. What a person asks for by hand does not come
 * here. A campaign that cannot be understood is refused as `invalid`, and never keeps another from being shown.
 * @param now epoch ms
 * @param isToldWhy false where nobody asks: thousands of reasons cost a page more to keep than to find
 */
export function decide(
  plan: PlanIndex,
  context: Context,
  progress: Progress,
  page: Page,
  now: number,
  isToldWhy = true,
): Decision {
  const decision: Decision = { show: [], armed: [], refusals: [] };
  const candidates: Candidate[] = [];
  const holders = new Map<Slot, string>();
  for (const [id, slot] of page.showing) holders.set(slot, id);
  const refuse = (campaign: Campaign, reason: Reason) => {
    // By index: a pattern would ask an iterator, thousands of times.
    const code = reason[0];
    const until = reason[1];
    if (isToldWhy) {
      const id = campaign?.id;
      // NaN: what the plan says of it cannot be read.
      const isRead = until === undefined || until >= 0;
      decision.refusals.push(
        isRead ? { id, code, until, detail: reason[2] } : { id, code: 'invalid', detail: code },
      );
    }
    if (code === 'when.event' || code === 'when.present' || code === 'when.delay')
      decision.armed.push(campaign);
    if (until && until > now && !(until >= (decision.wakeAt ?? Infinity))) decision.wakeAt = until;
  };
  const scene: Scene = { plan, context, progress, page, now, holders };
  for (const campaign of plan.campaigns) {
    try {
      const found = consider(campaign, scene);
      if (isCandidate(found)) candidates.push(found);
      else refuse(campaign, found);
    } catch (error) {
      refuse(campaign, ['invalid', undefined, (error as Error).message]);
    }
  }
  // Not sorted: only the first of each slot is wanted.
  const winners = new Map<Slot, Candidate>();
  for (const one of candidates) {
    const other = winners.get(one.slot);
    if (!other || compare(one, other, scene) < 0) winners.set(one.slot, one);
  }
  for (const { campaign, slot } of candidates) {
    const winner = winners.get(slot)!.campaign;
    if (winner !== campaign) refuse(campaign, ['outranked', undefined, winner.id]);
  }
  decision.show = [...winners.values()].sort((a, b) => compare(a, b, scene)).map(({ campaign }) => campaign);
  return decision;
}
