import * as v from 'valibot';
import { PROFILES } from '../profile-ids.js';
import { Body, choose, Duration, Id, Image, object, Text } from './common.js';

export const QUESTION_KINDS = [
  'nps',
  'rating',
  'stars',
  'faces',
  'effort',
  'choice',
  'choices',
  'matrix',
  'ranking',
  'text',
  'longtext',
  'date',
  'boolean',
  'usability',
  'info',
] as const;

export const SURVEY_DISPLAYS = ['corner', 'modal', 'inline'] as const;

export const QuestionOption = choose(
  [v.string(), object({ id: Id, label: Text, image: v.optional(Image) })],
  (input) => (typeof input === 'string' ? 0 : 1),
);

export const SCORE_BANDS = ['low', 'middle', 'high'] as const;

/** What an answer is compared with: an option's id ("yes" and "no" for a yes/no question), a number, or one of several. */
export const ConditionValue = choose(
  [v.string(), v.number(), v.array(v.union([v.string(), v.number()]))],
  (input) => (Array.isArray(input) ? 2 : typeof input === 'number' ? 1 : 0),
);

export interface Condition {
  /** Id of an earlier question; in `next`, the question's own where none is named. */
  question?: string | undefined;
  is?: v.InferOutput<typeof ConditionValue> | undefined;
  not?: v.InferOutput<typeof ConditionValue> | undefined;
  atLeast?: number | undefined;
  atMost?: number | undefined;
  /** On a scale: 0–6, 7–8, 9–10 for a recommendation; 1–2, 3, 4–5 for a rating; 1–3, 4, 5–7 for effort. */
  band?: (typeof SCORE_BANDS)[number] | undefined;
  answered?: boolean | undefined;
  /** Canonical profiles: one of them suffices. */
  profiles?: string[] | undefined;
  all?: Condition[] | undefined;
  any?: Condition[] | undefined;
}

const conditionEntries = {
  question: v.optional(Id),
  is: v.optional(ConditionValue),
  not: v.optional(ConditionValue),
  atLeast: v.optional(v.number()),
  atMost: v.optional(v.number()),
  band: v.optional(v.picklist(SCORE_BANDS)),
  answered: v.optional(v.boolean()),
  profiles: v.optional(v.array(v.picklist(PROFILES))),
  all: v.optional(v.array(v.lazy((): v.GenericSchema<unknown, Condition> => ConditionSchema))),
  any: v.optional(v.array(v.lazy((): v.GenericSchema<unknown, Condition> => ConditionSchema))),
};

/** Everything said in it must hold. */
export const ConditionSchema: v.GenericSchema<unknown, Condition> = object(conditionEntries);

/** Where an answer leads: the first rule that holds. A rule without a condition always does. */
export const NextRule = object({ ...conditionEntries, to: Id });

export const ORDERS = ['fixed', 'random'] as const;

export const Question = object({
  id: Id,
  kind: v.picklist(QUESTION_KINDS),
  title: v.optional(Text),
  help: v.optional(Text),
  /** "soft": asked for once, then let pass. */
  required: v.optional(
    choose([v.boolean(), v.literal('soft')], (input) => (typeof input === 'string' ? 1 : 0)),
  ),
  options: v.optional(v.array(QuestionOption)),
  /** A matrix's lines; its `options` are the columns, five degrees of agreement where there are none. */
  rows: v.optional(v.array(QuestionOption)),
  /** One option more, with room for words; a text names it otherwise than "Autre". */
  other: v.optional(choose([v.boolean(), Text], (input) => (typeof input === 'boolean' ? 0 : 1))),
  /** Of a random order, the option "other" stays last. */
  order: v.optional(v.picklist(ORDERS)),
  /** Words at the two ends of a scale. */
  low: v.optional(Text),
  high: v.optional(Text),
  /** How many choices at least and at most. */
  min: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(50))),
  max: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(50))),
  /** What earlier answers, or the person's profile, must be for this question to be asked. */
  showIf: v.optional(ConditionSchema),
  /** Branching: where the answer leads, `"end"` to the end; otherwise to the question that follows. */
  next: v.optional(v.array(NextRule)),
  /** Longest accepted text, in characters. */
  maxLength: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(5000))),
});

export const SurveyPrivacy = object({
  controller: Text,
  purpose: Text,
  retention: v.optional(Duration),
  contact: v.optional(Text),
});

export const SurveyContent = object({
  display: v.optional(v.picklist(SURVEY_DISPLAYS)),
  title: v.optional(Text),
  intro: v.optional(Body),
  /** Coarse dimensions sent with an answer; nothing else about the person is. */
  dimensions: v.optional(v.array(v.picklist(['profile', 'degree', 'school']))),
  /** Free text from pupils is off unless this says so (design.md §9 rule 4). */
  freeTextForPupils: v.optional(v.boolean()),
  /** Sends what was answered when the person closes before the end; they are told so before the first question. */
  sendUnfinished: v.optional(v.boolean()),
  /** Of a random order, information pages and questions with a condition or a branch keep their places. */
  order: v.optional(v.picklist(ORDERS)),
  privacy: v.optional(SurveyPrivacy),
  questions: v.pipe(v.array(Question), v.minLength(1, 'empty')),
  thanks: v.optional(Body),
});

export type Question = v.InferOutput<typeof Question>;
export type NextRule = v.InferOutput<typeof NextRule>;
export type QuestionKind = (typeof QUESTION_KINDS)[number];
export type QuestionOption = v.InferOutput<typeof QuestionOption>;
export type SurveyPrivacy = v.InferOutput<typeof SurveyPrivacy>;
export type SurveyContent = v.InferOutput<typeof SurveyContent>;
