import type { Context, Page, PlanIndex, Progress, Slot } from '../../../src/core/types.js';
import { DAY, entry, HOUR, NOW, page, planOf, TEACHER } from './scene.js';

/** Values that occur in plans, good and bad, for any field. */
const JUNK: readonly unknown[] = [
  null, true, 0, 1, -1, 50, 2.5, '', 'x', 'P7D', '-P30D', 'PT5S', 'P1M', '2026-09-15', '2026-09-01', '2027-01-01',
  '2026-09-15T10:00', '08:30', '22:00', 'goLive', 'arrived', 'A', 'teacher', 'pupil', 'fr', '1d', 'CM2', 'messagerie',
  'manual', 'auto', 'completed', 'always', 'shown', 'top', 'modal', 'inline', 'tour', 'banner', 'survey', 'checklist',
  '/', '/**', '/messagerie/**', '#/x', '#inbox', 'a', 'b', 'c', 'constructor', '__proto__', [], {}, { toString: 1 },
]; // prettier-ignore
const FIELDS = (
  'id kind version audience schedule when frequency priority content variants profiles degrees schools levels groups functions ' +
  'services locales arrivedWithin share not start end relativeTo skipHolidays pages present event delay max every until ' +
  'place display src steps page from to days'
).split(' ');

function junk(random: () => number, depth: number): unknown {
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const roll = random();
  if (depth === 0 || roll < 0.4) return pick(JUNK);
  const many = <T>(make: () => T) => Array.from({ length: Math.floor(random() * 4) }, make);
  if (roll < 0.6) return many(() => junk(random, depth - 1));
  return Object.fromEntries(many(() => [pick(FIELDS), junk(random, depth - 1)] as const));
}

/** Mostly as it should be; each field now and then anything. */
function anyCampaign(random: () => number): unknown {
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const maybe = (value: unknown) => (random() < 0.12 ? junk(random, 3) : random() < 0.5 ? value : undefined);
  if (random() < 0.03) return junk(random, 3);
  const raw = {
    id: pick(['a', 'b', 'c', 'd']),
    kind: pick(['tour', 'banner', 'survey', 'checklist']),
    content:
      random() < 0.1
        ? junk(random, 3)
        : { place: pick(['top', 'modal', 'bottom']), steps: [{ id: 'a', page: '/x' }] },
    version: maybe(pick([1, 2])),
    priority: maybe(pick([10, 50, 90])),
    audience: maybe({
      profiles: maybe([pick(['teacher', 'pupil', 'National_ENS'])]),
      arrivedWithin: maybe(pick(['P7D', 'P2W', 'P1M', 'P1Y', 'PT100H'])),
      share: maybe(random() * 100),
      not: maybe({ levels: [pick(['CM2', '6e'])], arrivedWithin: maybe('P10D') }),
    }),
    schedule: maybe({
      start: maybe(pick(['2026-09-14', '2026-09-16', '2026-09-15T10:00', '2026-09-17', '-P30D', 'P14D'])),
      end: maybe(
        pick(['2026-09-13', '2026-09-14', '2026-09-15', 'P15D', 'P2W', 'P1M', '2026-09-15T09:59+12:00']),
      ),
      relativeTo: maybe(pick(['goLive', 'arrived'])),
      skipHolidays: maybe('A'),
    }),
    when: maybe({
      pages: maybe([pick(['/', '/messagerie/**', '#/x'])]),
      present: maybe('#inbox'),
      event: maybe('e'),
      delay: maybe(pick(['PT0S', 'PT5S'])),
      start: maybe(pick(['auto', 'manual'])),
    }),
    frequency: maybe({
      max: maybe(pick([1, 2, 3])),
      every: maybe(pick(['P7D', 'PT1H'])),
      until: maybe(pick(['shown', 'dismissed', 'completed', 'acknowledged', 'always'])),
    }),
    variants: maybe([{ audience: maybe({ profiles: ['teacher'] }), content: { place: 'modal' } }]),
  };
  return JSON.parse(JSON.stringify(raw));
}

export interface World {
  plan: PlanIndex;
  context: Context;
  progress: Progress;
  page: Page;
  now: number;
}

export function anyWorld(random: () => number): World {
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const now = NOW + Math.floor((random() - 0.5) * 6 * DAY);
  const settings = {
    timeZone: pick([
      'Europe/Paris',
      'Pacific/Noumea',
      'Pacific/Kiritimati',
      'America/Guadeloupe',
      'Etc/GMT+12',
      'nowhere',
    ]),
    goLive: pick(['2026-09-01', '2026-09-14', '2026-08-31', undefined, 'x']),
    holidays: { A: [['2026-09-15', '2026-09-15']] },
    pace: pick([
      {},
      { perDay: 1, betweenInterruptions: 'PT10M', quiet: [{ from: '08:00', to: '12:00' }] },
      junk(random, 3),
    ]),
  };
  const progress: Progress = { campaigns: {} };
  for (const id of ['a', 'b', 'c'])
    if (random() < 0.5)
      progress.campaigns[id] = entry({
        version: pick([1, 2]),
        status: pick(['shown', 'started', 'snoozed', 'dismissed', 'completed', 'acknowledged'] as const),
        shown: pick([0, 1, 3]),
        at: now - pick([0, 6e4, HOUR, 9 * DAY]),
        lastShown: now - pick([0, HOUR, 9 * DAY]),
        until: now + pick([-1, HOUR, 2 * DAY]),
        ...(random() < 0.5 && { step: 'a' }),
      });
  return {
    plan: planOf(
      Array.from({ length: 6 }, () => anyCampaign(random)),
      settings,
    ),
    context: {
      ...TEACHER,
      user: { ...TEACHER.user, arrived: pick(['2026-09-01', '2026-09-14', '2026-08-14', 'x']) },
    },
    progress,
    page: page({
      path: pick(['/', '/messagerie/1', '/app#/x', '/x']),
      since: now - 3000,
      showing: new Map<string, Slot>(random() < 0.2 ? [['d', 'top']] : []),
    }),
    now,
  };
}
