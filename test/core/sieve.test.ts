import { expect } from '@open-wc/testing';
import { decide } from '../../src/core/director.js';
import { mayBeDue } from '../../src/core/sieve.js';
import type { Context, Page, PlanIndex, Progress, Slot } from '../../src/core/types.js';
import { campaign, DAY, entry, HOUR, NOW, page, planOf, seeded, TEACHER } from './support/scene.js';

const passes = (
  more: object,
  scene: { progress?: Progress; context?: Context; settings?: object; path?: string; now?: number } = {},
) =>
  mayBeDue(
    planOf([campaign(more)], scene.settings),
    scene.context ?? TEACHER,
    scene.progress ?? { campaigns: {} },
    { path: scene.path ?? '/' },
    scene.now ?? NOW,
  ).length === 1;

const had = (more: object) => ({ progress: { campaigns: { c: entry(more) } } });

describe('the sieve of the idle script', () => {
  const rows: [what: string, passes: boolean, more: object, scene?: Parameters<typeof passes>[1]][] = [
    ['for everybody', true, {}],
    ['by hand only', false, { when: { start: 'manual' } }],
    [
      'by hand, under way',
      true,
      { when: { start: 'manual', pages: ['/x'] } },
      had({ status: 'started', step: 'a', at: NOW }),
    ],
    ['for others', false, { audience: { profiles: ['pupil'] } }],
    ['for those of one share', false, { audience: { share: 0 } }],
    ['on other pages', false, { when: { pages: ['/notes/**'] } }],
    ['on this page', true, { when: { pages: ['/notes/**'] } }, { path: '/notes/1' }],
    ['completed', false, {}, had({ status: 'completed' })],
    ['completed at an older version', true, { version: 2 }, had({ status: 'completed' })],
    ['snoozed for a week', false, {}, had({ status: 'snoozed', until: NOW + 7 * DAY })],
    ['snoozed for an hour', true, {}, had({ status: 'snoozed', until: NOW + HOUR })],
    ['shown often enough', false, { frequency: { max: 1 } }, had({ shown: 1 })],
    ['not before next week', false, { schedule: { start: '2026-09-22' } }],
    ['not before four days from now', false, { schedule: { start: '2026-09-19' } }],
    ['from tomorrow', true, { schedule: { start: '2026-09-16' } }],
    ['since yesterday', true, { schedule: { start: '2026-09-14', end: '2026-09-14' } }],
    ['over since three days ago', false, { schedule: { end: '2026-09-12' } }],
    ['over since last week', false, { schedule: { end: '2026-09-08' } }],
    [
      'over since long after opening',
      false,
      { schedule: { end: 'P2W', relativeTo: 'goLive' } },
      { settings: { goLive: '2026-08-01' } },
    ],
    [
      'not surely over since opening',
      true,
      { schedule: { end: 'P2W', relativeTo: 'goLive' } },
      { settings: { goLive: '2026-09-01' } },
    ],
    ['for newcomers, to one', true, { audience: { arrivedWithin: 'P14D' } }],
    [
      'for newcomers, to an old hand',
      false,
      { audience: { arrivedWithin: 'P1M' } },
      { context: { user: { arrived: '2025-09-01' } } },
    ],
    // What would take a clock or a calendar passes.
    [
      'in holidays',
      true,
      { schedule: { skipHolidays: 'A' } },
      { settings: { holidays: { A: [['2026-09-01', '2026-09-30']] } } },
    ],
    ['in quiet hours', true, {}, { settings: { pace: { quiet: [{ from: '00:00', to: '00:00' }] } } }],
    ['waiting for an element', true, { when: { present: '#x' } }],
    ['shown yesterday, every week', true, { frequency: { every: 'P7D' } }, had({})],
  ];
  for (const [what, expected, more, scene] of rows)
    it(`${expected ? 'lets pass' : 'holds back'} what is ${what}`, () => {
      expect(passes(more, scene)).to.equal(expected);
    });

  for (const progress of [
    null,
    {},
    { campaigns: null },
    { campaigns: [] },
    { campaigns: { c: null, s: 4 } },
    4,
  ])
    it(`takes ${JSON.stringify(progress)} out of a store for no progress`, () => {
      expect(passes({}, { progress: progress as unknown as Progress })).to.be.true;
      expect(passes({ when: { start: 'manual' } }, { progress: progress as unknown as Progress })).to.be
        .false;
    });
});

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

interface World {
  plan: PlanIndex;
  context: Context;
  progress: Progress;
  page: Page;
  now: number;
}

function anyWorld(random: () => number): World {
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

describe('over 4,000 plans by chance, some of them junk', () => {
  const random = seeded(20260915);
  const worlds = Array.from({ length: 4000 }, () => anyWorld(random));

  it('the director never throws, and answers for each campaign once', () => {
    let shown = 0;
    for (const { plan, context, progress, page, now } of worlds) {
      const { show, refusals } = decide(plan, context, progress, page, now);
      expect(show.length + refusals.length).to.equal(plan.campaigns.length);
      for (const { code, until } of refusals) {
        expect(code).to.be.a('string');
        expect(until === undefined || Number.isFinite(until)).to.be.true;
      }
      shown += show.length;
    }
    expect(shown, 'the plans are not all junk').to.be.above(2000);
  });

  it('what the sieve holds back, the director refuses, now and later in the day', () => {
    let held = 0;
    for (const { plan, context, progress, page, now } of worlds) {
      const passed = new Set(mayBeDue(plan, context, progress, page, now));
      for (const one of plan.campaigns) {
        if (passed.has(one)) continue;
        held++;
        for (const later of [0, HOUR, 3 * HOUR, 20 * HOUR]) {
          const free = { ...page, showing: new Map<string, Slot>() };
          const answer = decide({ ...plan, campaigns: [one] }, context, progress, free, now + later);
          expect(answer.show.length + answer.armed.length, JSON.stringify(one)).to.equal(0);
        }
      }
    }
    expect(held).to.be.above(2000);
  });

  it('gives the same answer to the same question', () => {
    for (const { plan, context, progress, page, now } of worlds.slice(0, 200)) {
      const once = JSON.stringify(decide(plan, context, progress, page, now));
      expect(JSON.stringify(decide(plan, context, progress, page, now))).to.equal(once);
    }
  });
});
