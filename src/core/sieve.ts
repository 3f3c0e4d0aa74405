import type { Campaign } from '../model/schema/campaign.js';
import { refusalBut } from './audience-facts.js';
import { matchesAny } from './glob.js';
import { isDone, isSameVisit, isUnderWay, progressOf } from './progress.js';
import type { Context, Page, PlanIndex, Progress } from './types.js';
import { DAY_MS } from './units.js';

const LONGEST: Readonly<Record<string, number>> = { D: 1, W: 7, M: 31, Y: 366 };

/** An instant that is surely not before a day and a duration; NaN where saying so would take a calendar. */
export function latest(day: unknown, iso: unknown): number {
  const [, count, unit = ''] = /^P(\d+)([DWMY])$/.exec(iso as string) ?? [];
  return Date.parse(`${day as string}`.slice(0, 10)) + (Number(count) * (LONGEST[unit] ?? NaN) + 2) * DAY_MS;
}

/**
 * The campaigns that `decide` may show, or may have to watch or wait for, on this page today. Every page of a host pays
 * for this, and only those where something is left pay for the director: so it has no clock, calendar nor pace, and lets
 * pass what would take one. What it leaves out, `decide` refuses too, now and for a day.
 * @param progress as a store gives it back, read or unread
 */
export function mayBeDue(
  plan: PlanIndex,
  context: Context,
  progress: Partial<Progress> | null,
  { path }: Pick<Page, 'path'>,
  now: number,
): Campaign[] {
  // Whatever the plan's zone, its day is after the first and before the second until tomorrow at this time.
  const dayIn = (days: number) => new Date(now + days * DAY_MS).toISOString().slice(0, 10);
  const before = dayIn(-2);
  const after = dayIn(3);
  const { goLive } = plan.settings ?? {};
  const { arrived } = context.user ?? {};
  return plan.campaigns.filter((campaign) => {
    try {
      const { id, version, when = {}, schedule = {}, frequency } = campaign;
      const { start = '', end = '', relativeTo } = schedule;
      const entry = progressOf(progress, id, version);
      const isOver = end.includes('P')
        ? now > latest(relativeTo && { goLive, arrived }[relativeTo], end)
        : end && end.slice(0, 10) <= before;
      const goesOn = isUnderWay(entry, now);
      const isHad =
        entry &&
        (isDone(campaign, entry) ||
          (entry.status === 'snoozed' && (entry.until ?? 0) > now + DAY_MS) ||
          (entry.shown >= (frequency?.max ?? Infinity) && !isSameVisit(entry, now)));
      const { start: how, pages } = when;
      return (
        !isOver &&
        (start.includes('P') || start.slice(0, 10) < after) &&
        (goesOn || (how !== 'manual' && !isHad && (!pages?.length || matchesAny(pages, path)))) &&
        !refusalBut(campaign, plan, context, (iso, should) => should && !(now > latest(arrived, iso)))
      );
    } catch {
      // Only `decide` may say that it cannot be understood.
      return true;
    }
  });
}
