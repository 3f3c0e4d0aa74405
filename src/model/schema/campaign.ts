import * as v from 'valibot';
import { Audience } from './audience.js';
import { BANNER_PLACES, BannerContent } from './banner.js';
import { ChecklistContent } from './checklist.js';
import { isRecord, KINDS } from '../format.js';
import { choose, Duration, entriesOf, Id, LocalDate, object, Offset, TargetSchema, Text } from './common.js';
import { SURVEY_DISPLAYS, SurveyContent } from './survey.js';
import { TourContent } from './tour.js';

export { KINDS };
export const LEVERS = ['communication', 'training', 'support'] as const;

/** A date, or an offset from what `relativeTo` names. */
export const DateOrOffset = choose([LocalDate, Offset], (input) =>
  typeof input === 'string' && /^-?P/.test(input) ? 1 : 0,
);

export const Schedule = object({
  /** A date, or with `relativeTo` an offset such as "-P30D". */
  start: v.optional(DateOrOffset),
  /** Exclusive for a date-time; a bare date is included whole. */
  end: v.optional(DateOrOffset),
  relativeTo: v.optional(v.picklist(['goLive', 'arrived'])),
  /** Name of a range list in `settings.holidays`. */
  skipHolidays: v.optional(v.string()),
});

export const When = object({
  pages: v.optional(v.array(v.string())),
  present: v.optional(TargetSchema),
  event: v.optional(v.string()),
  delay: v.optional(Duration),
  /** `manual`: only by replay, help, checklist or API. */
  start: v.optional(v.picklist(['auto', 'manual'])),
});

export const Frequency = object({
  max: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1))),
  every: v.optional(Duration),
  until: v.optional(v.picklist(['shown', 'dismissed', 'completed', 'acknowledged', 'always'])),
});

/** All that the idle script looks at; a kind's own content is checked where it is used. */
const envelope = {
  id: Id,
  version: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1))),
  lever: v.optional(v.picklist(LEVERS)),
  service: v.optional(v.string()),
  title: v.optional(Text),
  /** Only with this may the simplified text be called FALC: people with intellectual disability have re-read it. */
  falcReviewed: v.optional(v.boolean()),
  audience: v.optional(Audience),
  schedule: v.optional(Schedule),
  when: v.optional(When),
  frequency: v.optional(Frequency),
  priority: v.optional(v.number()),
  /** In the what's-new feed: banners are unless this is false, the others when it is true. */
  news: v.optional(v.boolean()),
  /** Also in the feed of the public showcase page, for whoever reads it: audience and variants do not count there. */
  public: v.optional(v.boolean()),
};

/**
 * Content in a file of its own, fetched only when it is shown. Where it will be shown is said here as well, since what
 * is shown now is decided before: a banner's place, a survey's display.
 */
export const ContentReference = object({
  src: v.string(),
  place: v.optional(v.picklist(BANNER_PLACES)),
  display: v.optional(v.picklist(SURVEY_DISPLAYS)),
});

function campaignOf<K extends string, C extends v.GenericSchema>(kind: K, content: C) {
  const either = choose([ContentReference, content], (input) => (isRecord(input) && 'src' in input ? 0 : 1));
  return v.looseObject(
    entriesOf({
      ...envelope,
      kind: v.literal(kind),
      content: either,
      variants: v.optional(v.array(object({ audience: Audience, content: either }))),
    }),
  );
}

export const Campaign = v.variant('kind', [
  campaignOf('tour', TourContent),
  campaignOf('banner', BannerContent),
  campaignOf('survey', SurveyContent),
  campaignOf('checklist', ChecklistContent),
]);

export type Kind = (typeof KINDS)[number];
export type Lever = (typeof LEVERS)[number];
export type Schedule = v.InferOutput<typeof Schedule>;
export type When = v.InferOutput<typeof When>;
export type Frequency = v.InferOutput<typeof Frequency>;
export type Campaign = v.InferOutput<typeof Campaign>;
