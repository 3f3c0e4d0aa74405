import { envelopeFault } from '../model/envelope.js';
import type { Campaign } from '../model/schema/campaign.js';
import type { QuietHours } from '../model/schema/plan.js';
import { refusalBut } from './audience-facts.js';
import { matchesAny } from './glob.js';
import { isSameVisit, isUnderWay, progressOf } from './progress.js';
import { latest } from './sieve.js';
import { slotOf } from './slot.js';
import type { Context, Page, PlanIndex, Progress, Slot } from './types.js';
import { DAY_MS } from './units.js';

/** A day that is well past, or well ahead, on the clocks of any zone. */
const DAY = /^\d{4}-\d\d-\d\d(T\d\d:\d\d)?$/;
const isWell = (text: string | undefined, sign: 1 | -1, now: number): boolean =>
  text === undefined || (DAY.test(text) && sign * (now - Date.parse(text)) > 2 * DAY_MS);

/** Clocks of metropolitan France are one or two hours ahead of UTC; a simulated instant comes as they show it. */
const HOURS_AHEAD = [0, 1, 2];

/** Whatever the profiles; a window that crosses midnight belongs to the day on which it begins. */
function isQuiet({ days, from, to }: QuietHours, now: number): boolean {
  return HOURS_AHEAD.some((hours) => {
    const wall = new Date(now + hours * 36e5);
    const time = wall.toISOString().slice(11, 19);
    const today = wall.getUTCDay() || 7;
    return (
      (!days || days.includes(today) || days.includes(today - 1 || 7)) &&
      (from < to ? from <= time && time < to : from <= time || time < to)
    );
  });
}

/** Whether pace surely lets an interruption begin. */
function isFree(plan: PlanIndex, { pace: past }: Partial<Progress>, now: number): boolean {
  const { timeZone = 'Europe/Paris', pace: { quiet = [], betweenInterruptions = 'P0D' } = {} } =
    plan.settings ?? {};
  return (
    !quiet.some((hours) => timeZone !== 'Europe/Paris' || isQuiet(hours, now)) &&
    (!past ||
      [past.day, new Date(past.last).toISOString()].every((day) => now > latest(day, betweenInterruptions)))
  );
}

/**
 * Those of the campaigns that the sieve let through which `decide` shows now for sure, told without calendar: most of what
 * is shown on most days. They can be drawn before the director has come. What is near an edge of its dates, waits for
 * something, goes on, has variants, or may have to give its place to another, is left to the director.
 * @param maybe what `mayBeDue` found
 * @param progress as a store gives it back, read or unread
 * @param now epoch ms, right to two hours
 */
export function surelyDue(
  maybe: readonly Campaign[],
  plan: PlanIndex,
  context: Context,
  progress: Partial<Progress> | null,
  { path }: Pick<Page, 'path'>,
  now: number,
): { campaign: Campaign; slot: Slot }[] {
  const entryOf = ({ id, version }: Campaign) => progressOf(progress, id, version);
  const isSure = (campaign: Campaign, slot: Slot): boolean => {
    const { content, variants, when = {}, schedule = {}, priority = 50 } = campaign;
    const { event, delay, present, pages } = when;
    const entry = entryOf(campaign);
    return (
      !(content as { src?: unknown }).src &&
      [variants, event, delay, present, schedule.relativeTo, schedule.skipHolidays].every(
        (rule) => rule === undefined,
      ) &&
      when.start !== 'manual' &&
      Array.isArray(pages ?? []) &&
      (!pages?.length || matchesAny(pages, path)) &&
      isWell(schedule.start, 1, now) &&
      isWell(schedule.end, -1, now) &&
      !refusalBut(campaign, plan, context, (_, should) => !should) &&
      (slot === 'interruption'
        ? !entry && isFree(plan, progress ?? {}, now)
        : !entry || (entry.status === 'shown' && isSameVisit(entry, now))) &&
      maybe.every(
        (other) =>
          other === campaign ||
          (!other.variants && slotOf(other, other.content) !== slot) ||
          (!isUnderWay(entryOf(other), now) && Number(other.priority ?? 50) < Number(priority)),
      )
    );
  };
  return maybe.flatMap((campaign) => {
    try {
      const slot = slotOf(campaign, campaign.content);
      return envelopeFault(campaign) === undefined &&
        plan.campaigns.find(({ id }) => id === campaign.id) === campaign &&
        isSure(campaign, slot)
        ? { campaign, slot }
        : [];
    } catch {
      // The director says what is wrong with it.
      return [];
    }
  });
}
