import { audienceRefusal } from '../../core/audience.js';
import { edgesOf } from '../../core/schedule.js';
import { slotOf } from '../../core/slot.js';
import type { Slot } from '../../core/types.js';
import { DAY_MS, localOf } from '../../core/zoned-time.js';
import { PROFILES } from '../../model/profile-ids.js';
import type { Campaign } from '../../model/schema/campaign.js';
import { titleOf } from '../lists/facts.js';
import { namesOf } from '../store/places.js';
import type { PlanDocument } from '../store/studio-store.js';

/** A campaign on the calendar. Weeks count from the calendar's first; a half week is a whole one. */
export interface Bar {
  /** Name of the campaign (store/places.ts). */
  id: string;
  title: string;
  kind: Campaign['kind'];
  slot: Slot;
  /** Epoch ms. */
  start: number;
  end: number;
  /** First and last week, 0…51. */
  from: number;
  to: number;
  profiles: readonly string[];
  /** Ids of those that want the same place, at the same time, of somebody. */
  overlaps: string[];
}

export interface Year {
  /** First day, a Monday: "2026-08-31". */
  first: string;
  bars: Bar[];
  /** Without dates of their own: always on, or counted from each person's arrival. */
  undated: Campaign[];
  /** By week and profile: how many campaigns begin that may come before such a person. */
  load: { profile: string; weeks: number[] }[];
  holidays: { zone: string; from: number; to: number }[];
  /** Week of the opening. */
  goLive: number | undefined;
  months: { month: number; year: number; week: number }[];
}

export const WEEKS = 53;
/** More new things than this in one week are too many for one person. */
export const TOO_MUCH = 3;
const WEEK_MS = 7 * DAY_MS;

/** School years begin in the week of 1 September: that of `now`, which is still the last one in August. */
export function firstMonday(now: number, offsetYears = 0): string {
  const date = new Date(now);
  const year = date.getUTCFullYear() - (date.getUTCMonth() < 7 ? 1 : 0) + offsetYears;
  const september = Date.UTC(year, 8, 1);
  const weekday = (new Date(september).getUTCDay() + 6) % 7;
  return new Date(september - weekday * DAY_MS).toISOString().slice(0, 10);
}

/** Profiles that an audience may reach: all those it does not refuse by profile. */
export function profilesOf(campaign: Campaign, plan: PlanDocument): string[] {
  const { profiles, not } = campaign.audience ?? {};
  const audience = {
    ...(profiles && { profiles }),
    ...(not?.profiles && { not: { profiles: not.profiles } }),
  };
  const { settings } = plan;
  return PROFILES.filter(
    (profile) =>
      !audienceRefusal(
        { id: campaign.id, audience },
        { ...(settings && { settings }) },
        { user: { profiles: [profile] } },
        0,
      ),
  );
}

const meet = <T>(a: readonly T[], b: readonly T[]): boolean => a.some((one) => b.includes(one));
/** Schools that two audiences may share: one that names none is for all. */
const share = (a: readonly string[] = [], b: readonly string[] = []): boolean =>
  !a.length || !b.length || meet(a, b);

export function yearOf(plan: PlanDocument, first: string): Year {
  const origin = Date.parse(`${first}T00:00Z`);
  const zone = plan.settings?.timeZone;
  // The day that clocks of the zone show, as a number of weeks from the first.
  const weekOf = (epoch: number) =>
    Math.floor((Date.parse(`${localOf(epoch, zone).day}T00:00Z`) - origin) / WEEK_MS);
  const dayWeek = (day: string) => Math.floor((Date.parse(`${day.slice(0, 10)}T00:00Z`) - origin) / WEEK_MS);
  const bars: Bar[] = [];
  const undated: Campaign[] = [];
  const campaigns = new Map<string, Campaign>();
  const names = namesOf(plan.campaigns ?? []);
  for (const [i, campaign] of (plan.campaigns ?? []).entries()) {
    const { schedule = {} } = campaign;
    const id = names[i]!;
    if (schedule.relativeTo === 'arrived' || (!schedule.start && !schedule.end)) {
      undated.push(campaign);
      continue;
    }
    const [start, end] = edgesOf(schedule, plan, {});
    if (isNaN(start) || isNaN(end)) continue;
    const from = start > 0 ? weekOf(start) : 0;
    const to = end < Infinity ? weekOf(end - 1) : WEEKS - 1;
    if (to < 0 || from >= WEEKS) continue;
    campaigns.set(id, campaign);
    bars.push({
      id,
      title: titleOf(campaign, plan.settings?.locale),
      kind: campaign.kind,
      slot: slotOf(campaign, campaign.content),
      start,
      end,
      from: Math.max(0, from),
      to: Math.min(WEEKS - 1, to),
      profiles: profilesOf(campaign, plan),
      overlaps: [],
    });
  }
  bars.sort((a, b) => a.start - b.start || a.end - b.end);
  // Sorted by start, so that each looks only at those that begin before it ends.
  bars.forEach((bar, i) => {
    for (let j = i + 1; j < bars.length && bars[j]!.start < bar.end; j++) {
      const other = bars[j]!;
      const schools = [bar, other].map(({ id }) => campaigns.get(id)?.audience?.schools);
      if (bar.slot !== other.slot || !meet(bar.profiles, other.profiles) || !share(schools[0], schools[1]))
        continue;
      bar.overlaps.push(other.id);
      other.overlaps.push(bar.id);
    }
  });
  const load = PROFILES.map((profile) => {
    const weeks = Array.from({ length: WEEKS }, () => 0);
    for (const bar of bars)
      if (bar.profiles.includes(profile) && weekOf(bar.start) >= 0 && bar.start > 0) weeks[bar.from]! += 1;
    return { profile, weeks };
  });
  const holidays = Object.entries(plan.settings?.holidays ?? {}).flatMap(([name, ranges]) =>
    ranges.flatMap(([a, b]) => {
      const [from, to] = [dayWeek(a), dayWeek(b)];
      return isNaN(from) || isNaN(to) || to < 0 || from >= WEEKS
        ? []
        : [{ zone: name, from: Math.max(0, from), to: Math.min(WEEKS - 1, to) }];
    }),
  );
  const opening = plan.settings?.goLive ? dayWeek(plan.settings.goLive) : NaN;
  return {
    first,
    bars,
    undated,
    load,
    holidays,
    goLive: opening >= 0 && opening < WEEKS ? opening : undefined,
    months: monthsOf(origin),
  };
}

function monthsOf(origin: number): Year['months'] {
  const months: Year['months'] = [];
  for (let week = 0; week < WEEKS; week++) {
    // A week belongs to the month of its Thursday (ISO 8601).
    const date = new Date(origin + week * WEEK_MS + 3 * DAY_MS);
    const month = date.getUTCMonth();
    if (months.at(-1)?.month !== month) months.push({ month, year: date.getUTCFullYear(), week });
  }
  return months;
}

/** Weeks in which somebody gets too much. */
export const tooMuch = ({ load }: Year): { profile: string; week: number; count: number }[] =>
  load.flatMap(({ profile, weeks }) =>
    weeks.flatMap((count, week) => (count > TOO_MUCH ? [{ profile, week, count }] : [])),
  );

/** The Monday of a week of the calendar. */
export const mondayOf = (first: string, week: number): string =>
  new Date(Date.parse(`${first}T00:00Z`) + week * WEEK_MS).toISOString().slice(0, 10);

/** A campaign some days later, or earlier: both of its dates, or both of its offsets. */
export function shifted(campaign: Campaign, days: number): Campaign {
  const { schedule } = campaign;
  if (!schedule) return campaign;
  const move = (edge: string | undefined): string | undefined => {
    if (edge === undefined) return undefined;
    const offset = /^(-?)P(\d+)D$/.exec(edge);
    if (offset) {
      const sum = Number(`${offset[1]}${offset[2]}`) + days;
      return `${sum < 0 ? '-' : ''}P${Math.abs(sum)}D`;
    }
    const at = Date.parse(`${edge.slice(0, 10)}T00:00Z`);
    return isNaN(at) ? edge : new Date(at + days * DAY_MS).toISOString().slice(0, 10) + edge.slice(10);
  };
  const [start, end] = [move(schedule.start), move(schedule.end)];
  return { ...campaign, schedule: { ...schedule, ...(start && { start }), ...(end && { end }) } };
}
