import { parseLocal, wallOf } from '../zoned-time.js';

/** When something takes place, as a plan writes it: local dates, or date-times, of the plan's zone. */
export interface EventTime {
  start: string;
  end?: string | undefined;
}

/** A bare date: the day, not an instant of it. */
export const isWholeDay = (date: string): boolean => !date.includes('T');

/** From a day's first instant to its last. Not from `DAY_MS`, which would be one chunk more to ask. */
const LAST_MS = 86_399_999;

const DAY: Intl.DateTimeFormatOptions = { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' };
const CLOCK: Intl.DateTimeFormatOptions = { hour: 'numeric', minute: '2-digit' };

/**
 * "jeudi 17 septembre 2026 à 18:00 – 19:30", in a language's own way, by the clocks of the plan's zone. The zone is named
 * where `ownZone`, the reader's, shows another time. Empty for dates that cannot be read.
 */
export function eventTimeWords(
  { start, end = start }: EventTime,
  locale: string,
  zone?: string,
  ownZone?: string,
): string {
  const whole = isWholeDay(start);
  const from = parseLocal(start, zone);
  // As in the file for a calendar (ics.ts), a day that something with a time ends on is in it, to its last minute.
  const to = parseLocal(end, zone, whole ? 0 : LAST_MS);
  if (!(from <= to)) return isNaN(from) ? '' : eventTimeWords({ start }, locale, zone, ownZone);
  const isElsewhere = !whole && ownZone !== undefined && wallOf(from, ownZone) !== wallOf(from, zone);
  const named = isElsewhere ? zonedFormat(locale, zone) : undefined;
  // Else the zone's clocks are read as if they were UTC's: a zone that this browser does not know cannot throw.
  const show = named ?? new Intl.DateTimeFormat(locale, { ...DAY, ...(!whole && CLOCK), timeZone: 'UTC' });
  const at = (instant: number) => (named ? instant : wallOf(instant, zone));
  return from === to ? show.format(at(from)) : show.formatRange(at(from), at(to));
}

function zonedFormat(locale: string, timeZone = 'Europe/Paris'): Intl.DateTimeFormat | undefined {
  try {
    return new Intl.DateTimeFormat(locale, { ...DAY, ...CLOCK, timeZoneName: 'long', timeZone });
  } catch {
    return undefined;
  }
}

/** The day and month of a calendar's leaf: "17", "sept.". */
export function leafOf({ start }: EventTime, locale: string, zone?: string): { day: string; month: string } {
  const wall = wallOf(parseLocal(start, zone), zone);
  const format = (options: Intl.DateTimeFormatOptions) =>
    isNaN(wall) ? '' : new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' }).format(wall);
  return { day: format({ day: 'numeric' }), month: format({ month: 'short' }) };
}
