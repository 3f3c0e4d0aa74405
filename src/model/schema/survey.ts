import * as v from 'valibot';
import { Body, Duration, Id, Image, Text } from './common.js';

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

export const QuestionOption = v.union([
  v.string(),
  v.looseObject({ id: Id, label: Text, image: v.optional(Image) }),
]);

export const Question = v.looseObject({
  id: Id,
  kind: v.picklist(QUESTION_KINDS),
  title: v.optional(Text),
  help: v.optional(Text),
  required: v.optional(v.boolean()),
  options: v.optional(v.array(QuestionOption)),
  /** Longest accepted text, in characters. */
  maxLength: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(5000))),
});

export const SurveyPrivacy = v.looseObject({
  controller: Text,
  purpose: Text,
  retention: v.optional(Duration),
  contact: v.optional(Text),
});

export const SurveyContent = v.looseObject({
  display: v.optional(v.picklist(['corner', 'modal', 'inline'])),
  title: v.optional(Text),
  intro: v.optional(Body),
  /** Coarse dimensions sent with an answer; nothing else about the person is. */
  dimensions: v.optional(v.array(v.picklist(['profile', 'degree', 'school']))),
  /** Free text from pupils is off unless this says so (design.md §9 rule 4). */
  freeTextForPupils: v.optional(v.boolean()),
  privacy: v.optional(SurveyPrivacy),
  questions: v.pipe(v.array(Question), v.minLength(1, 'at least one question')),
  thanks: v.optional(Body),
});

export type Question = v.InferOutput<typeof Question>;
export type QuestionKind = (typeof QUESTION_KINDS)[number];
export type QuestionOption = v.InferOutput<typeof QuestionOption>;
export type SurveyPrivacy = v.InferOutput<typeof SurveyPrivacy>;
export type SurveyContent = v.InferOutput<typeof SurveyContent>;
