/** Where the plan names no zone, or one that this browser does not know. */
const DEFAULT_ZONE = 'Europe/Paris';
export const DAY_MS = 864e5;

/** A local date or date-time, a zone at its end only after a time (model: `LocalDate`). */
const LOCAL = /^(\d{4}-\d\d-\d\d)(T[\d:]{5,8}(Z|[+-][\d:]{5})?)?$/;

/** Making a formatter costs a hundred times what using it does. */
const clocks = new Map<string, Intl.DateTimeFormat>();

/** Swedes write "2026-09-01 08:00:00". */
const makeClock = (timeZone: string): Intl.DateTimeFormat =>
  new Intl.DateTimeFormat('sv', { timeZone, dateStyle: 'short', timeStyle: 'medium' });

/**
 * What clocks in the zone show at an instant, as a number that is easy to reckon with: the epoch ms at which clocks in
 * UTC show the same ("wall ms").
 */
export function wallOf(epoch: number, zone = DEFAULT_ZONE): number {
  let clock = clocks.get(zone);
  if (!clock) {
    try {
      clock = makeClock(zone);
    } catch {
      clock = makeClock(DEFAULT_ZONE);
    }
    clocks.set(zone, clock);
  }
  return isNaN(epoch) ? epoch : Date.parse(clock.format(epoch).replace(' ', 'T') + 'Z') + (epoch % 1000);
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

/**
 * A date or date-time of the plan → epoch ms; NaN for what is none.
 * @param bareMs what a bare date means, in ms after its first instant
 */
export function parseLocal(text: unknown, zone?: string, bareMs = 0): number {
  const [, day, time, offset] = LOCAL.exec(text as string) ?? [];
  return offset
    ? Date.parse(text as string)
    : epochOf(time ? Date.parse(`${text as string}Z`) : Date.parse(day as string) + bareMs, zone);
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
