import { DAY_MS } from './units.js';

export { DAY_MS };

/** Where the plan names no zone, or one that this browser does not know. */
const DEFAULT_ZONE = 'Europe/Paris';

/** A local date or date-time, a zone at its end only after a time (model: `LocalDate`). */
const LOCAL = /^(\d{4}-\d\d-\d\d)(T[\d:]{5,8}(Z|[+-][\d:]{5})?)?$/;

/** How far a zone's clocks are from UTC, for each quarter of an hour asked about: no zone changes within one. */
type Clock = (epoch: number) => number;
const clocks = new Map<string, Clock>([[DEFAULT_ZONE, paris]]);
const QUARTER_MS = 9e5;

/** The last Sunday of a month that has 31 days, at 01:00 UTC. */
function lastSunday(year: number, month: number): number {
  const end = Date.UTC(year, month, 31, 1);
  return end - new Date(end).getUTCDay() * DAY_MS;
}

/**
 * Clocks in metropolitan France, without `Intl`, whose first formatter costs a page more than all that we show: summer
 * time from the last Sunday of March to that of October, at 01:00 UTC (directive 2000/84/EC). Tested against `Intl`.
 */
function paris(epoch: number): number {
  const year = new Date(epoch).getUTCFullYear();
  return epoch + (epoch >= lastSunday(year, 2) && epoch < lastSunday(year, 9) ? 72e5 : 36e5);
}

/** @throws for a zone that this browser does not know */
function makeClock(timeZone: string): Clock {
  // Swedes write "2026-09-01 08:00:00". Making a formatter costs a hundred times what using it does.
  const swedish = new Intl.DateTimeFormat('sv', { timeZone, dateStyle: 'short', timeStyle: 'medium' });
  const known = new Map<number, number>();
  return (epoch) => {
    const quarter = Math.floor(epoch / QUARTER_MS);
    let offset = known.get(quarter);
    if (offset === undefined) {
      const start = quarter * QUARTER_MS;
      known.set(quarter, (offset = Date.parse(swedish.format(start).replace(' ', 'T') + 'Z') - start));
    }
    return epoch + offset;
  };
}

/**
 * What clocks in the zone show at an instant, as a number that is easy to reckon with: the epoch ms at which clocks in
 * UTC show the same ("wall ms").
 */
export function wallOf(epoch: number, zone = DEFAULT_ZONE): number {
  if (isNaN(epoch)) return epoch;
  let clock = clocks.get(zone);
  if (!clock) {
    try {
      clock = makeClock(zone);
    } catch {
      clock = paris;
    }
    clocks.set(zone, clock);
  }
  return clock(epoch);
}

/**
 * The instant at which clocks in the zone show `wall`. As Temporal's "compatible": of two (autumn) the earlier; where
 * there is none (spring), as far behind the jump as `wall` is behind its start.
 */
export function epochOf(wall: number, zone?: string): number {
  const withOffsetAt = (instant: number) => wall - wallOf(instant, zone) + instant;
  const before = withOffsetAt(wall - DAY_MS);
  const after = withOffsetAt(wall + DAY_MS);
  return wallOf(before, zone) === wall || wallOf(after, zone) !== wall ? before : after;
}

/** What was read so far: a plan has many more campaigns than dates. */
const read = new Map<string, number>();

/**
 * A date or date-time of the plan → epoch ms; NaN for what is none.
 * @param bareMs what a bare date means, in ms after its first instant
 */
export function parseLocal(text: unknown, zone?: string, bareMs = 0): number {
  const key = `${text as string}${bareMs}${zone}`;
  let epoch = read.get(key);
  if (epoch === undefined) {
    const [, day, time, offset] = LOCAL.exec(text as string) ?? [];
    epoch = offset
      ? Date.parse(text as string)
      : epochOf(time ? Date.parse(`${text as string}Z`) : Date.parse(day as string) + bareMs, zone);
    read.set(key, epoch);
  }
  return epoch;
}

/** What the calendar and the clocks of a zone show. */
export interface LocalTime {
  /** "2026-09-01" */
  day: string;
  /** Since midnight by the clock. */
  minutes: number;
  /** ISO: 1 = Monday … 7 = Sunday. */
  weekday: number;
}

export function localOf(epoch: number, zone?: string): LocalTime {
  const wall = wallOf(epoch, zone);
  const date = new Date(wall);
  return {
    day: date.toISOString().slice(0, 10),
    minutes: Math.floor((wall % DAY_MS) / 6e4),
    weekday: date.getUTCDay() || 7,
  };
}
