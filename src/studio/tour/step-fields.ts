import type { Audience } from '../../model/schema/audience.js';
import type { Target, TargetPart, Text } from '../../model/schema/common.js';
import type { TourContent, TourStep } from '../../model/schema/tour.js';

/** A step as the editor reads it: what it does not know stays where it is. */
export type Step = TourStep & {
  before?: StepAction[] | undefined;
  next?: string | Branch[] | undefined;
  answers?: { label: Text; to: string }[] | undefined;
  interaction?: 'allowed' | 'blocked' | undefined;
  display?: 'card' | 'hint' | undefined;
  also?: Target[] | undefined;
};

export interface StepAction {
  click: Target;
  until?: Target | undefined;
  undo?: Target | undefined;
}

export interface Branch {
  to: string;
  audience?: Audience | undefined;
  present?: Target | undefined;
}

export type Content = Partial<Omit<TourContent, 'steps'>> & { steps?: Step[] };

export const partsOf = (target: Target | undefined): TargetPart[] =>
  target === undefined ? [] : [target].flat();

/** One way alone needs no list. */
export const targetOf = (parts: readonly TargetPart[]): Target | undefined =>
  parts.length > 1 ? [...parts] : parts[0];
