import { epochOf, wallOf } from './zoned-time.js';

/** ISO 8601, whole numbers, a sign before `P` allowed ("-P30D"). */
const DURATION = /^(-)?P(?=.)(\d+Y)?(\d+M)?(\d+W)?(\d+D)?(?:T(?=.)(\d+H)?(\d+M)?(\d+S)?)?$/;

/** Months and days are steps on the calendar, `ms` is time that passes. All bear the duration's sign; NaN for what is none. */
export function parseDuration(iso: unknown): { months: number; days: number; ms: number } {
  const match = DURATION.exec(iso as string);
  const part = (i: number) => (match ? (parseInt(match[i] ?? '0') || 0) * (match[1] ? -1 : 1) : NaN);
  return {
    months: part(2) * 12 + part(3),
    days: part(4) * 7 + part(5),
    ms: part(6) * 36e5 + part(7) * 6e4 + part(8) * 1e3,
  };
}

/**
 * An instant later (or earlier) by a duration. Years, months, weeks and days keep the hour on clocks of the zone across
 * daylight-saving changes; a day that its month lacks becomes the month's last. NaN for a bad instant or duration.
 */
export function addDuration(epoch: number, iso: unknown, zone?: string): number {
  const { months, days, ms } = parseDuration(iso);
  if (!months && !days) return epoch + ms;
  const wall = new Date(wallOf(epoch, zone));
  const date = wall.getUTCDate();
  wall.setUTCMonth(wall.getUTCMonth() + months);
  if (wall.getUTCDate() !== date) wall.setUTCDate(0);
  return epochOf(wall.setUTCDate(wall.getUTCDate() + days), zone) + ms;
}
