import { DAY_MS, parseLocal } from '../zoned-time.js';
import { type EventTime, isWholeDay } from './event-time.js';

/** What goes into somebody's own calendar. */
export interface CalendarEvent extends EventTime {
  /** Stays when words or dates change: a calendar then replaces the event it has. */
  uid: string;
  /** Higher when it was changed: the campaign's version. */
  revision?: number;
  title: string;
  description?: string | undefined;
  location?: string | undefined;
  url?: string | undefined;
}

/** RFC 5545 §3.3.11. A line end of any kind is one; what no text may hold is left out. */
const escapeText = (text: string): string =>
  text
    .replace(/\r\n?|\u2028|\u2029/g, '\n')
    .replace(/[\0-\x08\x0b-\x1f\x7f]/g, '')
    .replace(/[\\;,]/g, '\\$&')
    .replace(/\n/g, '\\n');

const octetsOf = (point: number): number => (point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4);

/** RFC 5545 §3.1: at most 75 octets a line, the space of a continuation included; never inside a character. */
function fold(line: string): string {
  let folded = '';
  let octets = 0;
  for (const sign of line) {
    const size = octetsOf(sign.codePointAt(0) as number);
    if (octets + size > 75) {
      folded += '\r\n ';
      octets = 1;
    }
    folded += sign;
    octets += size;
  }
  return folded;
}

/** "20260917T160000Z": the instant itself, which no change of clocks, zone table or reader can move. */
const instant = (epoch: number): string => new Date(epoch).toISOString().replace(/[-:]|\.\d+/g, '');
const compactDay = (wall: number): string => new Date(wall).toISOString().slice(0, 10).replace(/-/g, '');

/** A whole day has no instant, nor a zone: it is that day wherever the reader is. Its end is the day after (§3.6.1). */
function dates({ start, end = start }: EventTime, zone: string | undefined): string[] {
  if (!isWholeDay(start)) {
    const from = parseLocal(start, zone);
    // An end without a time is that day's.
    const to = parseLocal(end, zone, DAY_MS);
    return [`DTSTART:${instant(from)}`, ...(to > from ? [`DTEND:${instant(to)}`] : [])];
  }
  const first = Date.parse(start);
  const last = Math.max(first, Date.parse(end.slice(0, 10)));
  return [
    `DTSTART;VALUE=DATE:${compactDay(first)}`,
    `DTEND;VALUE=DATE:${compactDay(last + DAY_MS)}`,
    // Does not make the person look busy all day.
    'TRANSP:TRANSPARENT',
  ];
}

/** A link for a calendar: nothing but the web's own. */
const isWeb = (url: string | undefined): url is string => /^https?:\/\/[^\s"\\]+$/i.test(url ?? '');

/**
 * An iCalendar document with one event (RFC 5545).
 * @param now epoch ms at which it is made (DTSTAMP)
 * @param zone of dates that name none
 * @throws RangeError for a start that is no date
 */
export function toIcs(event: CalendarEvent, now: number, zone?: string): string {
  const { uid, revision = 0, title, description, location, url } = event;
  const text = (name: string, value: string | undefined) => (value ? [`${name}:${escapeText(value)}`] : []);
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Sentier//Sentier//FR',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    'BEGIN:VEVENT',
    ...text('UID', uid),
    `DTSTAMP:${instant(now)}`,
    `SEQUENCE:${revision}`,
    ...dates(event, zone),
    ...text('SUMMARY', title),
    ...text('DESCRIPTION', description),
    ...text('LOCATION', location),
    ...(isWeb(url) ? [`URL:${url}`] : []),
    'END:VEVENT',
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${fold(line)}\r\n`).join('');
}
