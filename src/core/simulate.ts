import type { Campaign } from '../model/schema/campaign.js';
import { decide } from './director.js';
import { applyOutcome } from './progress.js';
import { slotOf } from './slot.js';
import type { Context, OutcomeType, Page, PlanIndex, Progress, Refusal, Slot } from './types.js';
import { contentFor } from './variant.js';
import { DAY_MS, localOf, parseLocal } from './zoned-time.js';

/** What one person met on one day. */
export interface SimulatedDay {
  /** Local day of the plan, "2026-09-01". */
  day: string;
  /** Index into `contexts`. */
  person: number;
  shown: SimulatedShow[];
  /** Why not the others, after all of the day's visits; of several pages, where it came nearest to being shown. */
  refusals: Refusal[];
}

export interface SimulatedShow {
  campaign: Campaign;
  slot: Slot;
  path: string;
  /** Epoch ms. */
  at: number;
  /** What the person did with it. */
  outcome: OutcomeType;
}

/** How people live with the ENT; all of it has a default. */
export interface SimulationOptions {
  /** Local hours at which a person comes on a day: once, in the early evening. None on a day without a visit. */
  visits?: (context: Context, day: string) => readonly string[];
  /** Pages that each visit goes through, in order: those that the plan names. */
  paths?: readonly string[];
  /** Is there such an element on that page? Yes. */
  isPresent?: (target: Parameters<Page['isPresent']>[0], path: string, context: Context) => boolean;
  /** Host events that happen on each page: all that the plan waits for. */
  events?: readonly string[];
  /** What somebody does with what is shown: goes through it, or closes it. */
  react?: (campaign: Campaign, content: unknown, context: Context) => OutcomeType;
}

/** Between two things that a person looks at. */
const PAUSE_MS = 6e4;
/** More than this on one page in one visit is a fault of the plan, or of ours. */
const MOST = 50;

/** Pages that a plan names, a glob by its folder; "/" where it names none. */
export function pathsOf(plan: PlanIndex): string[] {
  const pages = plan.campaigns.flatMap(({ when }) => when?.pages ?? []);
  const paths = pages.map((glob) => glob.replace(/[^/]*\*.*$/, '')).filter(Boolean);
  return [...new Set(paths.length ? paths : ['/'])];
}

/** Goes through what is to be gone through, acknowledges what is to be acknowledged, and closes the rest. */
export function attentive({ kind, frequency }: Campaign, content: unknown): OutcomeType {
  const { actions } = content as { actions?: { do?: string }[] };
  if (actions?.some((action) => action.do === 'acknowledge')) return 'acknowledged';
  if (kind === 'banner') return frequency?.until === 'completed' ? 'completed' : 'dismissed';
  return kind === 'checklist' ? 'shown' : 'completed';
}

const isElsewhere = ({ code }: Refusal): boolean => code === 'when.pages';

/**
 * A plan over a time, day by day and person by person: what would appear, and why not the rest. The same `decide` and
 * `applyOutcome` as in a page, with nothing of a browser and no clock: the same input gives the same output. Progress
 * goes on from day to day.
 * @param from first local day, "2026-09-01"
 * @param to last local day, included
 */
export function simulate(
  plan: PlanIndex,
  contexts: readonly Context[],
  from: string,
  to: string,
  options: SimulationOptions = {},
): SimulatedDay[] {
  const {
    visits = () => ['18:00'],
    paths = pathsOf(plan),
    isPresent = () => true,
    events = plan.campaigns.flatMap(({ when }) => when?.event ?? []),
    react = attentive,
  } = options;
  const zone = plan.settings?.timeZone;
  const days: SimulatedDay[] = [];
  const memories: Progress[] = contexts.map(() => ({ campaigns: {} }));

  /** One page, until nothing more comes; returns when it is left. */
  function look(context: Context, person: number, path: string, start: number, into: SimulatedDay): number {
    const showing = new Map<string, Slot>();
    let now = start;
    for (let i = 0; i < MOST; i++) {
      const page: Page = {
        path,
        since: start - DAY_MS,
        isPresent: (target) => isPresent(target, path, context),
        events: new Map(events.map((name) => [name, start - DAY_MS])),
        showing,
      };
      const { show, refusals } = decide(plan, context, memories[person]!, page, now);
      for (const refusal of refusals) {
        const known = into.refusals.findIndex(({ id }) => id === refusal.id);
        if (known < 0) into.refusals.push(refusal);
        else if (!isElsewhere(refusal)) into.refusals[known] = refusal;
      }
      if (!show.length) break;
      for (const campaign of show) {
        const content = contentFor(campaign, plan, context, now);
        const slot = slotOf(campaign, content);
        const outcome = react(campaign, content, context);
        const { id, kind, version = 1 } = campaign;
        const { day } = localOf(now, zone);
        into.shown.push({ campaign, slot, path, at: now, outcome });
        for (const type of new Set<OutcomeType>(['shown', outcome])) {
          memories[person] = applyOutcome(
            memories[person]!,
            { type, campaign: id, kind, version },
            { now, day, interrupting: slot === 'interruption', manual: false },
          );
          now += PAUSE_MS;
        }
        // Left as it is, it keeps its place on the page.
        if (outcome === 'shown') showing.set(id, slot);
      }
    }
    return now;
  }

  // Noon is the same day in every zone's clock changes.
  for (let noon = Date.parse(`${from}T12:00Z`); noon <= Date.parse(`${to}T12:00Z`); noon += DAY_MS) {
    const day = new Date(noon).toISOString().slice(0, 10);
    contexts.forEach((context, person) => {
      const into: SimulatedDay = { day, person, shown: [], refusals: [] };
      for (const hour of visits(context, day)) {
        let now = parseLocal(`${day}T${hour}`, zone);
        for (const path of paths) now = look(context, person, path, now, into) + PAUSE_MS;
      }
      const seen = new Set(into.shown.map(({ campaign }) => campaign.id));
      into.refusals = into.refusals.filter(({ id }) => !seen.has(id));
      days.push(into);
    });
  }
  return days;
}
