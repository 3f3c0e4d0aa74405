import { expect } from '@open-wc/testing';
import { decide } from '../../src/core/director.js';
import { mayBeDue } from '../../src/core/sieve.js';
import type { Context, Progress, Slot } from '../../src/core/types.js';
import { campaign, DAY, entry, HOUR, NOW, planOf, seeded, TEACHER } from './support/scene.js';
import { anyWorld } from './support/worlds.js';

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
