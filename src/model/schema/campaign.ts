import * as v from 'valibot';
import { Audience } from './audience.js';
import { BannerContent } from './banner.js';
import { ChecklistContent } from './checklist.js';
import { Duration, Id, LocalDate, TargetSchema, Text } from './common.js';
import { SurveyContent } from './survey.js';
import { TourContent } from './tour.js';

export const KINDS = ['tour', 'banner', 'survey', 'checklist'] as const;
export const LEVERS = ['communication', 'training', 'support'] as const;

export const Schedule = v.looseObject({
  /** A date, or with `relativeTo` an offset such as "-P30D". */
  start: v.optional(v.union([LocalDate, Duration])),
  /** Exclusive for a date-time; a bare date is included whole. */
  end: v.optional(v.union([LocalDate, Duration])),
  relativeTo: v.optional(v.picklist(['goLive', 'arrived'])),
  /** Name of a range list in `settings.holidays`. */
  skipHolidays: v.optional(v.string()),
});

export const When = v.looseObject({
  pages: v.optional(v.array(v.string())),
  present: v.optional(TargetSchema),
  event: v.optional(v.string()),
  delay: v.optional(Duration),
  /** `manual`: only by replay, help, checklist or API. */
  start: v.optional(v.picklist(['auto', 'manual'])),
});

export const Frequency = v.looseObject({
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
  audience: v.optional(Audience),
  schedule: v.optional(Schedule),
  when: v.optional(When),
  frequency: v.optional(Frequency),
  priority: v.optional(v.number()),
};

const contentReference = v.looseObject({ src: v.string() });

function campaignOf<K extends string, C extends v.GenericSchema>(kind: K, content: C) {
  const either = v.union([contentReference, content]);
  return v.looseObject({
    ...envelope,
    kind: v.literal(kind),
    content: either,
    variants: v.optional(v.array(v.looseObject({ audience: Audience, content: either }))),
  });
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
