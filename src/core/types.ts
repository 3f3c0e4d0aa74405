import type { Campaign, Kind } from '../model/schema/campaign.js';
import type { Target } from '../model/schema/common.js';

export type { PlanIndex } from '../model/index-plan.js';

/** What the host declares about the person. Opaque key, coarse facts, never a name (design: privacy rule 2). */
export interface User {
  /** Opaque and stable for this person on this ENT; never a login. Needed for `share` and durable stores. */
  key?: string;
  /** Any vocabulary: national codes, Edifice types, Moodle roles, canonical ids. */
  profiles?: readonly string[];
  /** UAI of the schools, such as "0750001A". */
  schools?: readonly string[];
  /** "1d" (primary) or "2d" (secondary). */
  degrees?: readonly string[];
  levels?: readonly string[];
  groups?: readonly string[];
  functions?: readonly string[];
  /** Local date of arrival on the ENT, "2026-09-01". */
  arrived?: string;
}

/** What the host tells about the user and the page. */
export interface Context {
  user?: User;
  /** Canonical id of the service that this page belongs to, such as "messagerie". */
  service?: string;
  /** BCP 47; the page's `lang` when absent. */
  locale?: string;
  /** Prefer the simplified-language variant of authored texts. */
  simplified?: boolean;
  /** Simulated local date-time for demonstrations and previews. */
  now?: string;
}

export type Status = 'shown' | 'started' | 'snoozed' | 'dismissed' | 'completed' | 'acknowledged';

export type Ending = 'dismissed' | 'completed' | 'acknowledged';

/** One campaign's progress for one person. Times are epoch milliseconds and never leave with a response. */
export interface CampaignProgress {
  version: number;
  status: Status;
  /** How it last ended, kept while it is taken again by hand: a replay undoes neither "done" nor "no". */
  ended?: Ending;
  /** Tour step, or survey question, to resume at. */
  step?: string;
  /** Times shown without being asked for. */
  shown: number;
  lastShown?: number;
  /** End of a snooze. */
  until?: number;
  /** Tasks of a checklist that were done, however often and wherever. */
  done?: string[];
  /** Last change: the newest wins in a merge. */
  at: number;
}

/** Interruptions of all kinds, for pace. `day` is the plan's local day, "2026-09-01". */
export interface PaceProgress {
  /** Last sign of an interruption nobody asked for: when it was shown, gone on with or left. */
  last: number;
  day: string;
  count: number;
}

export interface Progress {
  campaigns: Record<string, CampaignProgress>;
  pace?: PaceProgress;
}

/** Where a thing is shown; one thing at a time for each slot. `interruption` is shared by all kinds. */
export type Slot = 'interruption' | 'top' | 'bottom' | 'inline' | 'corner' | 'checklist';

/** The page as the director sees it. */
export interface Page {
  /** Path and hash, no query: "/messagerie/", "/app/#/notes". See `matchesGlob`. */
  path: string;
  /** Epoch ms at which this route became current; delays count from here or from their event. */
  since: number;
  isPresent(target: Target): boolean;
  /** Host events seen on this page, by name, with the epoch ms of the last one. */
  events: ReadonlyMap<string, number>;
  /** Campaign ids now on screen, by slot. */
  showing: ReadonlyMap<string, Slot>;
}

export type ReasonCode =
  | 'invalid'
  | `audience.${string}`
  | 'schedule.before'
  | 'schedule.after'
  | 'schedule.holidays'
  | 'schedule.reference'
  | 'when.manual'
  | 'when.pages'
  | 'when.event'
  | 'when.present'
  | 'when.delay'
  | 'progress.done'
  | 'progress.snoozed'
  | 'frequency.max'
  | 'frequency.every'
  | 'pace.quiet'
  | 'pace.between'
  | 'pace.perDay'
  | 'showing'
  | 'slot.taken'
  | 'outranked';

/**
 * A rule's answer: the code, the epoch ms at which the reason ends by itself (NaN where what the plan says of it cannot
 * be read), and the winner's id, the list's name…
 */
export type Reason = readonly [code: ReasonCode, until?: number | undefined, detail?: string | undefined];

/** Why a campaign is not shown now. */
export interface Refusal {
  id: string;
  /** `invalid` where the campaign, or a setting it depends on, cannot be understood. */
  code: ReasonCode;
  /** The winner's id, the list's name; for `invalid`, the code of the rule that could not be told, or what was thrown. */
  detail?: string | undefined;
  /** Epoch ms at which this reason ends by itself, where that is known. For `schedule.after`: when it ended. */
  until?: number | undefined;
}

export interface Decision {
  /** To show now, at most one a slot, the first in rank first. */
  show: Campaign[];
  /** What may become due any moment: it waits for an element, an event, a delay. */
  armed: Campaign[];
  /** Empty where `decide` was told that nobody asks. */
  refusals: Refusal[];
  /** Earliest epoch ms at which deciding again may give something else; may lie beyond what a timer can count. */
  wakeAt?: number;
}

export type OutcomeType =
  | 'shown'
  | 'started'
  | 'step'
  | 'completed'
  | 'dismissed'
  | 'snoozed'
  | 'acknowledged'
  | 'answered'
  | 'missing'
  | 'clicked'
  /** Help only: a search that found nothing; `step` has its words. */
  | 'unanswered';

/** An event worth counting. */
export interface Outcome {
  type: OutcomeType;
  campaign: string;
  kind: Kind | 'help';
  version: number;
  /** Step, question, article or action concerned. */
  step?: string;
  /** End of a snooze, epoch ms. */
  until?: number;
}
