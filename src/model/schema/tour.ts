import * as v from 'valibot';
import { Audience } from './audience.js';
import { Body, choose, Id, object, TargetSchema, Text } from './common.js';
import { Media } from './media.js';

export const PLACEMENTS = ['top', 'bottom', 'start', 'end', 'center'] as const;
export const MISSING_POLICIES = ['wait', 'skip', 'center', 'end'] as const;
/** Where `next` or an answer leads when not to a step. */
export const END = 'end';

/** What has to be true of the page, or of the target, before a step counts as done. */
export const Check = object({
  /** Of the target's field: in any case of letters, `*` for anything ("*@*", "?*" for not empty). */
  value: v.optional(v.string()),
  /** Of the target; without `is`, that it is there. */
  attribute: v.optional(v.string()),
  is: v.optional(v.string()),
  present: v.optional(TargetSchema),
  absent: v.optional(TargetSchema),
});

export const Advance = v.pipe(
  object({
    on: v.picklist(['click', 'input', 'event']),
    event: v.optional(v.string()),
    check: v.optional(Check),
    /** Next clicks the target for the person: for what opens and shows, never for what sends or erases. */
    byNext: v.optional(v.boolean()),
  }),
  v.check(({ on, event }) => on !== 'event' || !!event, 'advance-event'),
);

/** Done by the tour before it looks for a step's target, unless `until` is there already; undone on the way back. */
export const StepAction = object({
  click: TargetSchema,
  /** Waited for before going on. */
  until: v.optional(TargetSchema),
  /** Clicked to undo it; `click` again when absent. */
  undo: v.optional(TargetSchema),
});

/** The first of a step's `next` that holds is taken; without condition it always does. */
export const Branch = object({
  to: v.string(),
  audience: v.optional(Audience),
  present: v.optional(TargetSchema),
});

export const BranchTo = v.string();
export const BranchList = v.array(Branch);

export const Answer = object({ label: Text, to: v.string() });

export const Spotlight = object({
  /** Room around the target, in CSS px. */
  padding: v.optional(v.pipe(v.number(), v.minValue(0), v.maxValue(64))),
  radius: v.optional(v.pipe(v.number(), v.minValue(0), v.maxValue(999))),
});

export const TourStep = object({
  id: v.optional(Id),
  target: v.optional(TargetSchema),
  /** More elements for the same spotlight, which goes around them all. */
  also: v.optional(v.array(TargetSchema)),
  spotlight: v.optional(Spotlight),
  /** `hint`: a word beside its target, without veil, which takes no focus. */
  display: v.optional(v.picklist(['card', 'hint'])),
  title: v.optional(Text),
  body: v.optional(Body),
  /** What it is for. */
  why: v.optional(Body),
  /** How it is done. */
  how: v.optional(Body),
  media: v.optional(v.array(Media)),
  placement: v.optional(v.picklist(PLACEMENTS)),
  /** Done before the target is looked for. */
  before: v.optional(v.array(StepAction)),
  /** Whether the person may use the target; `blocked`: neither by pointer nor by keyboard. */
  interaction: v.optional(v.picklist(['allowed', 'blocked'])),
  /** How the person goes on besides Next. */
  advance: v.optional(Advance),
  /** Where Next leads when not to the step below: a step's id, "end", or the first of a list that holds. */
  next: v.optional(
    choose<v.GenericSchema<unknown, string | Branch[]>>([BranchTo, BranchList], (input) =>
      Array.isArray(input) ? 1 : 0,
    ),
  ),
  /** Buttons in place of Next, each leading to a step or to the end. */
  answers: v.optional(v.array(Answer)),
  /** What to do when no target is found in time; `wait` falls back to `center` at its deadline. */
  missing: v.optional(v.picklist(MISSING_POLICIES)),
  /** Page (glob over path) that this step belongs to. */
  page: v.optional(v.string()),
});

export const TourContent = object({
  intro: v.optional(
    object({ title: v.optional(Text), body: v.optional(Body), media: v.optional(v.array(Media)) }),
  ),
  steps: v.pipe(v.array(TourStep), v.minLength(1, 'empty')),
});

export type Check = v.InferOutput<typeof Check>;
export type Advance = v.InferOutput<typeof Advance>;
export type StepAction = v.InferOutput<typeof StepAction>;
export type Branch = v.InferOutput<typeof Branch>;
export type TourStep = v.InferOutput<typeof TourStep>;
export type TourContent = v.InferOutput<typeof TourContent>;
export type MissingPolicy = (typeof MISSING_POLICIES)[number];
export type Placement = (typeof PLACEMENTS)[number];
