import type { QuietHours } from '../model/schema/plan.js';
import { audienceRefusal, type Settled } from './audience.js';
import { addDuration } from './duration.js';
import type { Context, Progress, Reason } from './types.js';
import { DAY_MS, epochOf, localOf, parseLocal, wallOf } from './zoned-time.js';

/**
 * The end of the quiet hours that `now` is in. From 22:00 to 06:00 crosses midnight and belongs to the day on which it
 * begins; from a time to the same is a whole day. What cannot be read is no quiet hour.
 */
function quietUntil({ days, from, to }: QuietHours, now: number, zone?: string): number | undefined {
  const wall = wallOf(now, zone);
  const today = wall - (wall % DAY_MS);
  // What began today, and what began yesterday and may not be over.
  for (const midnight of [today, today - DAY_MS]) {
    const clock = (time: string) => midnight + Date.parse(`1970-01-01T${time}Z`);
    const end = clock(to) + (to > from ? 0 : DAY_MS);
    if (clock(from) <= wall && wall < end && (!days || days.includes(new Date(midnight).getUTCDay() || 7)))
      return epochOf(end, zone);
  }
  return undefined;
}

/** What holds interruptions of all kinds back now. Progress of the future does not: clocks are put back. */
export function paceReason(
  plan: Settled,
  context: Context,
  { pace }: Progress,
  now: number,
): Reason | undefined {
  const { timeZone, pace: { quiet = [], betweenInterruptions = 'PT0S', perDay = Infinity } = {} } =
    plan.settings ?? {};
  for (const hours of quiet) {
    const until = quietUntil(hours, now, timeZone);
    if (until && !audienceRefusal({ id: '', audience: { profiles: hours.profiles } }, plan, context, now))
      return ['pace.quiet', until];
  }
  if (!pace || pace.last > now) return undefined;
  const until = addDuration(pace.last, betweenInterruptions, timeZone);
  if (!(now >= until)) return ['pace.between', until];
  return pace.count >= perDay && pace.day === localOf(now, timeZone).day
    ? ['pace.perDay', parseLocal(pace.day, timeZone, DAY_MS)]
    : undefined;
}
