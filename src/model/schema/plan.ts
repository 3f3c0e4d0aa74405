import * as v from 'valibot';
import { Campaign } from './campaign.js';
import { ClockTime, Duration, LocalDate } from './common.js';
import { Help } from './help.js';

/** The format version that this code writes and fully understands. */
export const PLAN_VERSION = 1;

const QuietHours = v.looseObject({
  /** ISO weekdays, 1 = Monday … 7 = Sunday; absent: every day. */
  days: v.optional(v.array(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(7)))),
  from: ClockTime,
  to: ClockTime,
  profiles: v.optional(v.array(v.string())),
});

const Pace = v.looseObject({
  betweenInterruptions: v.optional(Duration),
  perDay: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1))),
  quiet: v.optional(v.array(QuietHours)),
});

const Theme = v.looseObject({
  accent: v.optional(v.string()),
  radius: v.optional(v.string()),
  scheme: v.optional(v.picklist(['auto', 'light', 'dark'])),
});

export const Settings = v.looseObject({
  locale: v.optional(v.string()),
  timeZone: v.optional(v.string()),
  theme: v.optional(Theme),
  pace: v.optional(Pace),
  holidays: v.optional(v.record(v.string(), v.array(v.tuple([LocalDate, LocalDate])))),
  profileAliases: v.optional(v.record(v.string(), v.array(v.string()))),
  goLive: v.optional(LocalDate),
});

export const Plan = v.looseObject({
  $schema: v.optional(v.string()),
  version: v.pipe(v.number(), v.integer(), v.minValue(1)),
  id: v.optional(v.string()),
  revision: v.optional(v.number()),
  settings: v.optional(Settings),
  campaigns: v.optional(v.array(Campaign)),
  help: v.optional(Help),
});

export type Pace = v.InferOutput<typeof Pace>;
export type QuietHours = v.InferOutput<typeof QuietHours>;
export type Theme = v.InferOutput<typeof Theme>;
export type Settings = v.InferOutput<typeof Settings>;
export type Plan = v.InferOutput<typeof Plan>;
