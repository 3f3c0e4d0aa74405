import * as v from 'valibot';
import { Body, Id, object, TargetSchema, Text } from './common.js';

export const PLACEMENTS = ['top', 'bottom', 'start', 'end', 'center'] as const;
export const MISSING_POLICIES = ['wait', 'skip', 'center', 'end'] as const;

export const TourStep = object({
  id: v.optional(Id),
  target: v.optional(TargetSchema),
  title: v.optional(Text),
  body: v.optional(Body),
  placement: v.optional(v.picklist(PLACEMENTS)),
  /** How the person goes on besides Next. */
  advance: v.optional(object({ on: v.picklist(['click', 'input', 'event']), event: v.optional(v.string()) })),
  /** What to do when no target is found in time; `wait` falls back to `center` at its deadline. */
  missing: v.optional(v.picklist(MISSING_POLICIES)),
  /** Page (glob over path) that this step belongs to. */
  page: v.optional(v.string()),
});

export const TourContent = object({
  intro: v.optional(object({ title: v.optional(Text), body: v.optional(Body) })),
  steps: v.pipe(v.array(TourStep), v.minLength(1, 'empty')),
});

export type TourStep = v.InferOutput<typeof TourStep>;
export type TourContent = v.InferOutput<typeof TourContent>;
export type MissingPolicy = (typeof MISSING_POLICIES)[number];
export type Placement = (typeof PLACEMENTS)[number];
