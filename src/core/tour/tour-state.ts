import type { MissingPolicy } from '../../model/schema/tour.js';

/** What the machine needs to know of a step. */
export interface MachineStep {
  id: string;
  hasTarget: boolean;
  /** @default "wait" */
  missing?: MissingPolicy | undefined;
  /** Glob over the path; none: any page. */
  page?: string | undefined;
}

export interface MachineTour {
  steps: readonly MachineStep[];
  hasIntro: boolean;
}

export type TourPhase = 'idle' | 'intro' | 'locating' | 'active' | 'waiting' | 'ended';
export type TourEnd = 'completed' | 'dismissed' | 'snoozed' | 'notFound';

/** Plain data: kept and taken up again with JSON. */
export interface TourState {
  at: TourPhase;
  /** Index of the step looked for or shown. */
  step: number;
  /** Index of the last step shown, −1 before any: where a walk over missing steps comes back to. */
  origin: number;
  /** Number of the search that is under way; it only grows, so a result that carries another one is stale. */
  attempt: number;
  direction: 1 | -1;
  path: string;
  /** Indexes of the steps that have left the count. */
  skipped: readonly number[];
  /** Indexes of the steps that the way taken does not lead over; neither counted nor shown. */
  off: readonly number[];
  /** How many pages in a row were not the one that the step belongs to. */
  away: number;
  /** Whether the step on screen points at its target. */
  anchored: boolean;
}

export type TourEvent =
  /** `step`: to resume at, without intro. `absent`: indexes of steps of policy `skip` whose target is not there now. */
  | {
      type: 'start';
      path: string;
      step?: string | undefined;
      absent?: readonly number[];
      off?: readonly number[];
      away?: number;
    }
  | { type: 'next' | 'back' }
  /** To a step, or off the end with "end". `off`: the way from now on. `byHand`: by one of our buttons, as it is unless false. */
  | { type: 'goto'; step: string; off?: readonly number[]; byHand?: boolean }
  | { type: 'leave'; as: 'dismissed' | 'snoozed' }
  /** `advanced`: by the person's own click or input on the target, or by a host event. */
  | { type: 'advanced' | 'located' | 'lost' | 'timeout'; attempt: number }
  | { type: 'pageChanged'; path: string };

export type TourEffect =
  | { type: 'locate'; step: number; attempt: number; withinMs: number }
  | { type: 'cancelLocate' }
  /** Brings the target that was located into sight. */
  | { type: 'scrollTo' }
  /** Puts the state on screen: intro, step, or what is waited for. */
  | { type: 'show' }
  /** The target is gone for the moment: nothing else moves. */
  | { type: 'hold' }
  | { type: 'report'; outcome: 'started' | 'step' | 'missing' | TourEnd; step?: string }
  /** Keeps the place before the page goes away. */
  | { type: 'remember'; step: string }
  | { type: 'announce'; key: 'waiting' | 'page' }
  | { type: 'navigate'; path: string };

export interface TourResult {
  state: TourState;
  effects: readonly TourEffect[];
}

export const IDLE: TourState = {
  at: 'idle',
  step: 0,
  origin: -1,
  attempt: 0,
  direction: 1,
  path: '',
  skipped: [],
  off: [],
  away: 0,
  anchored: false,
};
