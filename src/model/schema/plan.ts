import * as v from 'valibot';
import { Campaign } from './campaign.js';
import { ClockTime, Duration, LocalDate, map, object, Text } from './common.js';
import { Help, HelpSettings } from './help.js';

export { PLAN_VERSION } from '../format.js';

const QuietHours = object({
  /** ISO weekdays, 1 = Monday … 7 = Sunday; absent: every day. */
  days: v.optional(v.array(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(7)))),
  from: ClockTime,
  to: ClockTime,
  profiles: v.optional(v.array(v.string())),
});

const Pace = object({
  betweenInterruptions: v.optional(Duration),
  perDay: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1))),
  quiet: v.optional(v.array(QuietHours)),
});

const Theme = object({
  accent: v.optional(v.string()),
  radius: v.optional(v.string()),
  scheme: v.optional(v.picklist(['auto', 'light', 'dark'])),
});

const accepted = (use: () => unknown): boolean => {
  try {
    use();
    return true;
  } catch {
    return false;
  }
};
/** BCP 47, private parts such as "-x-simple" included. */
export const isLanguage = (tag: string): boolean => accepted(() => Intl.getCanonicalLocales(tag));
const isTimeZone = (timeZone: string): boolean =>
  accepted(() => new Intl.DateTimeFormat('fr', { timeZone }).format(0));

export const Settings = object({
  locale: v.optional(v.pipe(v.string(), v.check(isLanguage, 'language'))),
  timeZone: v.optional(v.pipe(v.string(), v.check(isTimeZone, 'time-zone'))),
  theme: v.optional(Theme),
  pace: v.optional(Pace),
  holidays: v.optional(map(v.array(v.tuple([LocalDate, LocalDate])))),
  profileAliases: v.optional(map(v.array(v.string()))),
  goLive: v.optional(LocalDate),
  /** What people call each service of the ENT, by its id: help and news group by it. */
  services: v.optional(map(Text)),
  help: v.optional(HelpSettings),
});

/** The document's own fields that it can do without. */
const head = {
  $schema: v.optional(v.string()),
  id: v.optional(v.string()),
  revision: v.optional(v.number()),
};
export const PlanHead = object(head);

export const Plan = object({
  ...head,
  version: v.pipe(v.number(), v.integer(), v.minValue(1)),
  settings: v.optional(Settings),
  campaigns: v.optional(v.array(Campaign)),
  help: v.optional(Help),
});

export type Pace = v.InferOutput<typeof Pace>;
export type QuietHours = v.InferOutput<typeof QuietHours>;
export type Theme = v.InferOutput<typeof Theme>;
export type Settings = v.InferOutput<typeof Settings>;
export type Plan = v.InferOutput<typeof Plan>;
