import * as v from 'valibot';
import { KINDS } from '../format.js';
import { Space } from './access.js';

/*
 * Below the threshold a number is withheld, and with it as many other groups as it takes for it not to be found by
 * subtraction. What is withheld is absent, never zero: `withheld` counts the groups that are.
 */

/** Times each outcome was counted. */
export const OutcomeCounts = v.object({
  shown: v.number(),
  started: v.number(),
  completed: v.number(),
  dismissed: v.number(),
  snoozed: v.number(),
  acknowledged: v.number(),
});

/** A score with its 95 % interval. Which one depends on the question: NPS, CSAT, CES, SUS, mean. */
export const Score = v.object({
  name: v.picklist(['nps', 'csat', 'ces', 'sus', 'mean', 'share']),
  value: v.number(),
  low: v.number(),
  high: v.number(),
  n: v.number(),
});

/** One question's answers in one group. */
export const Tally = v.object({
  /** People who answered it. */
  n: v.number(),
  /**
   * By answer: an option's id (`other` for one's own words), a number as text, `row=column`, `option#rank`; a day, or
   * the month or year of the days that fewer gave than the threshold (of the whole only); `?` for the rest, and for what
   * the plan does not name.
   */
  answers: v.record(v.string(), v.number()),
  score: v.optional(Score),
});

export const CUTS = ['profile', 'degree', 'school', 'week'] as const;
export const Cut = v.picklist(CUTS);

const group = {
  /** `teacher`, `1d`, a UAI, Monday of the week `2026-09-28`; empty for "not said". */
  value: v.string(),
};

const cutsOf = <const E extends v.ObjectEntries>(entries: E) => {
  const cut = v.object({
    groups: v.array(v.object({ ...group, ...entries })),
    /** Groups that are not shown. */
    withheld: v.number(),
  });
  return v.object({
    profile: v.optional(cut),
    degree: v.optional(cut),
    school: v.optional(cut),
    week: v.optional(cut),
  });
};

export const QuestionResult = v.object({
  id: v.string(),
  kind: v.string(),
  title: v.string(),
  options: v.array(v.object({ id: v.string(), label: v.string() })),
  /** Absent where too few answered. */
  total: v.optional(Tally),
  by: cutsOf(Tally.entries),
  /** Free texts, and words beside "other", without any dimension, in alphabetical order. Absent where there are too few. */
  texts: v.optional(v.array(v.string())),
});

/** Where a tour is left, and which of its targets pages lack. */
export const StepResult = v.object({
  id: v.string(),
  title: v.string(),
  page: v.string(),
  viewed: v.number(),
  /** Tours left at this step. */
  left: v.number(),
  /** Times its target was not found. */
  missing: v.number(),
});

const head = {
  id: v.string(),
  kind: v.picklist([...KINDS, 'help', 'news']),
  title: v.string(),
  lever: v.optional(v.string()),
  space: Space,
  /** Versions that something was counted for, the newest first. */
  versions: v.array(v.number()),
  /** Is it in the plan that is published now? */
  current: v.boolean(),
};

/**
 * `GET /results/{campaign}?version=n&by=school`; without a version, the newest that something was counted for. The cut by
 * school comes when it is asked for, or to whom answers for 50 schools at most.
 */
export const CampaignResults = v.object({
  ...head,
  version: v.number(),
  threshold: v.number(),
  /** Absent where a scope smaller than everything has too few. */
  outcomes: v.optional(OutcomeCounts),
  outcomesBy: cutsOf(OutcomeCounts.entries),
  steps: v.array(StepResult),
  /** Completed surveys; absent below the threshold. */
  responses: v.optional(v.number()),
  responsesBy: cutsOf({ n: v.number() }),
  questions: v.array(QuestionResult),
});

/** `GET /results` */
export const ResultsOverview = v.object({
  threshold: v.number(),
  campaigns: v.array(
    v.object({
      ...head,
      version: v.number(),
      outcomes: v.optional(OutcomeCounts),
      responses: v.optional(v.number()),
      /** Acknowledged of shown, 0…1, for what asks for it. */
      acknowledgedShare: v.optional(v.number()),
      score: v.optional(Score),
    }),
  ),
  /** Audience × lever: how many campaigns of the published plan speak to each, and how often they were shown. */
  coverage: v.array(
    v.object({
      profile: v.string(),
      lever: v.string(),
      campaigns: v.number(),
      /** Absent where withheld. */
      shown: v.optional(v.number()),
    }),
  ),
  /** Help searches that found nothing, most frequent first; rare ones are only counted. */
  searches: v.object({
    words: v.array(v.object({ text: v.string(), n: v.number() })),
    rare: v.number(),
  }),
  /** Targets that pages lack: broken tours. */
  missing: v.array(v.object({ page: v.string(), campaign: v.string(), step: v.string(), n: v.number() })),
});

export type OutcomeCounts = v.InferOutput<typeof OutcomeCounts>;
export type Score = v.InferOutput<typeof Score>;
export type Tally = v.InferOutput<typeof Tally>;
export type Cut = (typeof CUTS)[number];
export type QuestionResult = v.InferOutput<typeof QuestionResult>;
export type StepResult = v.InferOutput<typeof StepResult>;
export type CampaignResults = v.InferOutput<typeof CampaignResults>;
export type ResultsOverview = v.InferOutput<typeof ResultsOverview>;
