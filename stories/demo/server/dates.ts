/** Local calendar arithmetic of the demo. A moment is a local date-time without zone, "2026-09-01T08:05". */

export interface Preset {
  id: string;
  label: string;
  /** Absent: the real date. */
  now?: string;
}

export const PRESETS: readonly Preset[] = [
  { id: 'j-30', label: 'J–30\u00a0: lundi 3 août 2026', now: '2026-08-03T18:10' },
  { id: 'j-7', label: 'J–7\u00a0: mardi 25 août 2026', now: '2026-08-25T18:10' },
  { id: 'rentree', label: 'Rentrée\u00a0: mardi 1er septembre', now: '2026-09-01T08:05' },
  { id: 'en-classe', label: 'En classe\u00a0: jeudi 10 septembre, 10\u00a0h', now: '2026-09-10T10:00' },
  { id: '15-septembre', label: 'Mardi 15 septembre, le soir', now: '2026-09-15T18:05' },
  { id: '1er-octobre', label: 'Un mois après\u00a0: jeudi 1er octobre', now: '2026-10-01T18:05' },
  { id: 'toussaint', label: 'Vacances de la Toussaint', now: '2026-10-21T10:30' },
  { id: 'aujourdhui', label: 'Aujourd’hui (date réelle)' },
];

const DAY_MS = 86_400_000;

/** The real moment in Paris, in the same form as a preset's. */
export function parisNow(at: Date): string {
  const text = at.toLocaleString('sv-SE', { timeZone: 'Europe/Paris' });
  return text.replace(' ', 'T');
}

const toUtc = (moment: string): Date => new Date(`${moment.slice(0, 16)}:00Z`);
/** `moment`, `ms` later on the clock: "2026-09-01T08:05" → "2026-09-01T08:05:12". */
export const later = (moment: string, ms: number): string =>
  new Date(toUtc(moment).getTime() + ms).toISOString().slice(0, 19);
export const addDays = (moment: string, days: number): string =>
  new Date(toUtc(moment).getTime() + days * DAY_MS).toISOString().slice(0, 16);

/** Monday of the week; of the next one at the week-end, when teachers look ahead. */
export function schoolMonday(moment: string): string {
  const weekday = toUtc(moment).getUTCDay();
  return addDays(moment, weekday === 0 ? 1 : weekday === 6 ? 2 : 1 - weekday);
}

/** School years of the demo: before the first and during holidays, school life stands still. */
const BREAKS: readonly [first: string, last: string][] = [
  ['2026-07-04', '2026-08-31'],
  ['2026-10-17', '2026-11-01'],
  ['2026-12-19', '2027-01-03'],
  ['2027-02-20', '2027-03-07'],
  ['2027-04-17', '2027-05-02'],
  ['2027-07-03', '2027-08-31'],
];
export const isBreak = (iso: string): boolean => BREAKS.some(([first, last]) => first <= iso && iso <= last);

/** The next day with class after `moment`: not Wednesday (school of four days), not the week-end, not in holidays. */
export function nextClassDay(moment: string): string {
  let next = addDays(moment, 1);
  while (isBreak(next.slice(0, 10)) || [0, 3, 6].includes(toUtc(next).getUTCDay())) next = addDays(next, 1);
  return next;
}

/** A day of class `days` before `moment`, or before the holidays that have just been: what the school published. */
export function schoolDayBefore(moment: string, days: number): string {
  const dayOf = (at: string) => at.slice(0, 10);
  let at = isBreak(dayOf(addDays(moment, -7))) ? addDays(moment, -7) : moment;
  while (isBreak(dayOf(at))) at = addDays(at, -1);
  at = addDays(at, -days);
  while ([0, 6].includes(toUtc(at).getUTCDay())) at = addDays(at, -1);
  return at;
}

/** French wants "1er" and a space that does not break. */
const polish = (text: string, locale: string): string =>
  locale === 'fr' ? text.replace(/(^|\s)1 (?=\p{L})/u, '$11er ').replace(/ (?=\p{L}+$)/u, ' ') : text;

export function formatDay(
  moment: string,
  locale: string,
  style: 'long' | 'day' | 'short' | 'weekday',
): string {
  const options: Intl.DateTimeFormatOptions =
    style === 'long'
      ? { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }
      : style === 'day'
        ? { weekday: 'long', day: 'numeric', month: 'long' }
        : style === 'weekday'
          ? { weekday: 'long' }
          : { day: 'numeric', month: 'short' };
  return polish(
    new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' }).format(toUtc(moment)),
    locale,
  );
}

export interface MonthDay {
  /** "2026-09-14". */
  iso: string;
  day: number;
  inMonth: boolean;
  isToday: boolean;
}

/** Weeks from Monday that cover the month of `moment`. */
export function monthWeeks(moment: string): MonthDay[][] {
  const month = moment.slice(0, 7);
  const first = toUtc(`${month}-01T00:00`);
  let at = addDays(`${month}-01T00:00`, -((first.getUTCDay() + 6) % 7));
  const weeks: MonthDay[][] = [];
  do {
    weeks.push(
      Array.from({ length: 7 }, (_, i) => {
        const iso = addDays(at, i).slice(0, 10);
        return {
          iso,
          day: Number(iso.slice(8)),
          inMonth: iso.startsWith(month),
          isToday: iso === moment.slice(0, 10),
        };
      }),
    );
    at = addDays(at, 7);
  } while (at.startsWith(month));
  return weeks;
}
