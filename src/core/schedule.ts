import type { Schedule } from '../model/schema/campaign.js';
import type { Settled } from './audience.js';
import { addDuration } from './duration.js';
import type { Context, Reason } from './types.js';
import { DAY_MS, parseLocal } from './zoned-time.js';

/**
 * Both ends of a schedule as instants, and the one that offsets count from: 0 and Infinity for open ends, NaN for what
 * cannot be read. A bare end date is included whole; "P0D" to "P15D" is fifteen days, the reference the first of them.
 */
export function edgesOf(
  { relativeTo, start, end }: Schedule,
  { settings: { timeZone, goLive } = {} }: Settled,
  { user }: Context,
): [start: number, end: number, reference: number] {
  const reference = parseLocal(relativeTo && { goLive, arrived: user?.arrived }[relativeTo], timeZone);
  const edge = (text: string, bareMs?: number) =>
    text.includes('P') ? addDuration(reference, text, timeZone) : parseLocal(text, timeZone, bareMs);
  return [start ? edge(start) : 0, end ? edge(end, DAY_MS) : Infinity, reference];
}

/** Why a campaign is not on now. @throws where its list of holidays is none */
export function scheduleReason(
  schedule: Schedule,
  plan: Settled,
  context: Context,
  now: number,
): Reason | undefined {
  const { relativeTo, skipHolidays } = schedule;
  const { timeZone, holidays } = plan.settings ?? {};
  const [start, end, reference] = edgesOf(schedule, plan, context);
  if (relativeTo && isNaN(reference)) return ['schedule.reference', undefined, relativeTo];
  // Said the other way round, a date that cannot be read would be no limit.
  if (!(now >= start)) return ['schedule.before', start];
  if (!(now < end)) return ['schedule.after', end];
  if (skipHolidays)
    for (const [first, last] of holidays?.[skipHolidays] as [string, string][]) {
      const until = parseLocal(last, timeZone, DAY_MS);
      if (parseLocal(first, timeZone) <= now && now < until)
        return ['schedule.holidays', until, skipHolidays];
    }
  return undefined;
}
