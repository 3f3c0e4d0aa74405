import * as v from 'valibot';
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

export const Question = object({
  id: Id,
  kind: v.picklist(QUESTION_KINDS),
  title: v.optional(Text),
  help: v.optional(Text),
  required: v.optional(v.boolean()),
  options: v.optional(v.array(QuestionOption)),
  /** Branching: which earlier answers this question needs, and where each answer leads. */
  showIf: v.optional(object({})),
  next: v.optional(v.array(object({}))),
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
  privacy: v.optional(SurveyPrivacy),
  questions: v.pipe(v.array(Question), v.minLength(1, 'empty')),
  thanks: v.optional(Body),
});

export type Question = v.InferOutput<typeof Question>;
export type QuestionKind = (typeof QUESTION_KINDS)[number];
export type QuestionOption = v.InferOutput<typeof QuestionOption>;
export type SurveyPrivacy = v.InferOutput<typeof SurveyPrivacy>;
export type SurveyContent = v.InferOutput<typeof SurveyContent>;
