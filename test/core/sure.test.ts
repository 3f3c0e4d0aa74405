import { expect } from '@open-wc/testing';
import { decide } from '../../src/core/director.js';
import { mayBeDue } from '../../src/core/sieve.js';
import { surelyDue } from '../../src/core/sure.js';
import type { CampaignProgress, Context, Progress } from '../../src/core/types.js';
import { banner, campaign, DAY, entry, HOUR, NOW, page, planOf, seeded, TEACHER } from './support/scene.js';
import { anyWorld, type World } from './support/worlds.js';

function sureIn({ plan, context, progress, page, now }: World) {
  return surelyDue(mayBeDue(plan, context, progress, page, now), plan, context, progress, page, now);
}

interface Scene {
  others?: unknown[];
  settings?: object;
  context?: Context;
  progress?: Progress;
  now?: number;
}
const had = (more: Partial<CampaignProgress>): Scene => ({
  progress: { campaigns: { b: entry(more), c: entry(more) } },
});
const lastInterruption = (last: number): Progress => ({
  campaigns: {},
  pace: { last, day: new Date(last).toISOString().slice(0, 10), count: 1 },
});
const quiet = (...hours: object[]) => ({ settings: { pace: { quiet: hours } } });

describe('what is surely due', () => {
  const rows: [what: string, isSure: boolean, one: object, scene?: Scene][] = [
    ['a banner for everybody', true, banner()],
    ['a tour for everybody', true, campaign()],
    ['a survey in the page', true, campaign({ kind: 'survey', content: { display: 'inline' } })],
    ['for teachers', true, banner({ audience: { profiles: ['teacher'] } })],
    ['for teachers, not of the pilot', false, banner({ audience: { not: { groups: ['pilote'] } } })],
    ['for newcomers: that takes a calendar', false, banner({ audience: { arrivedWithin: 'P1Y' } })],
    ['not for newcomers', false, banner({ audience: { not: { arrivedWithin: 'P1D' } } })],
    ['begun last week', true, banner({ schedule: { start: '2026-09-08', end: '2026-12-01T18:00' } })],
    ['begun today', false, banner({ schedule: { start: '2026-09-15' } })],
    ['ending tomorrow', false, banner({ schedule: { end: '2026-09-16' } })],
    ['dated by an offset', false, banner({ schedule: { start: 'P0D', relativeTo: 'goLive' } })],
    ['not in holidays', false, banner({ schedule: { skipHolidays: 'A' } })],
    ['dated by what is no date', false, banner({ schedule: { start: '2026-09-01T99:99' } })],
    ['waiting for an event', false, banner({ when: { event: 'saved' } })],
    ['waiting for an element', false, banner({ when: { present: '#x' } })],
    ['waiting for its delay', false, banner({ when: { delay: 'PT0S' } })],
    ['of two variants', false, banner({ variants: [{ content: { title: 'x' } }] })],
    ['still to be fetched', false, banner({ content: { src: 'x.json' } })],
    ['without content', false, banner({ content: undefined })],
    ['of no kind', false, banner({ kind: 'popup' })],
    ['a banner shown on the page before', true, banner(), had({ at: NOW - 6e4, lastShown: NOW - 6e4 })],
    ['a banner shown yesterday', false, banner(), had({})],
    ['a banner that was put off', false, banner(), had({ status: 'snoozed', until: NOW - 1 })],
    ['a tour shown before', false, campaign(), had({ at: NOW - 6e4 })],
    ['a tour under way', false, campaign(), had({ status: 'started', step: 'a', at: NOW })],
    ['beside a better one', false, banner(), { others: [banner({ id: 'x', priority: 51 })] }],
    ['beside its equal', false, banner(), { others: [banner({ id: 'x' })] }],
    ['beside a lesser one', true, banner(), { others: [banner({ id: 'x', priority: 49 })] }],
    ['beside one in another place', true, banner(), { others: [banner({ id: 'x', priority: 90, content: { place: 'bottom' } })] }],
    ['beside one that may be in its place', false, banner(), { others: [banner({ id: 'x', priority: 90, content: { place: 'bottom' }, variants: [] })] }],
    ['beside one with its id', true, banner(), { others: [banner({ priority: 1, content: { place: 'bottom' } })] }],
    ['after an interruption last week', true, campaign(), { settings: { pace: { betweenInterruptions: 'P2D' } }, progress: lastInterruption(NOW - 7 * DAY) }],
    ['after an interruption yesterday', false, campaign(), { settings: { pace: { perDay: 1 } }, progress: lastInterruption(NOW - DAY) }],
    ['after an interruption, by a pace in hours', false, campaign(), { settings: { pace: { betweenInterruptions: 'PT48H' } }, progress: lastInterruption(NOW - 7 * DAY) }],
    ['a banner after an interruption', true, banner(), { settings: { pace: { perDay: 1 } }, progress: lastInterruption(NOW) }],
    ['by day, evenings being quiet', true, campaign(), quiet({ from: '19:00', to: '07:30' })],
    ['by night, evenings being quiet', false, campaign(), { ...quiet({ from: '19:00', to: '07:30' }), now: NOW + 14 * HOUR }],
    ['on a Tuesday, weekends being quiet', true, campaign(), quiet({ days: [6, 7], from: '00:00', to: '00:00' })],
    ['on a Saturday, weekends being quiet', false, campaign(), { ...quiet({ days: [6, 7], from: '00:00', to: '00:00' }), now: NOW + 4 * DAY }],
    ['near a quiet hour', false, campaign(), quiet({ from: '08:30', to: '09:30' })],
    ['overseas, evenings being quiet', false, campaign(), { settings: { timeZone: 'Pacific/Noumea', pace: { quiet: [{ from: '19:00', to: '07:30' }] } } }],
  ]; // prettier-ignore
  for (const [
    what,
    isSure,
    one,
    { others = [], settings = {}, context = TEACHER, progress, now = NOW },
  ] of rows.map(([what, isSure, one, scene = {}]) => [what, isSure, one, scene] as const))
    it(`${isSure ? 'is' : 'is not'} ${what}`, () => {
      const world = {
        plan: planOf([one, ...others], settings),
        context,
        progress: progress ?? { campaigns: {} },
        page: page(),
        now,
      };
      expect(sureIn(world).some(({ campaign }) => campaign === one)).to.equal(isSure);
    });

  it('is nothing of a second campaign with the same id', () => {
    const [first, second] = [banner(), banner({ priority: 90, content: { place: 'bottom' } })];
    const world = {
      plan: planOf([first, second]),
      context: TEACHER,
      progress: { campaigns: {} },
      page: page(),
      now: NOW,
    };
    expect(sureIn(world).map(({ campaign }) => campaign)).to.eql([first]);
  });

  for (const progress of [null, {}, { campaigns: null }, { campaigns: { b: 4 } }, { pace: 3 }, 4])
    it(`is told from whatever a store gives back: ${JSON.stringify(progress)}`, () => {
      const world = { plan: planOf([banner()]), context: TEACHER, progress, page: page(), now: NOW };
      expect(sureIn(world as unknown as World)).to.have.length(1);
    });
});

describe('over 20,000 plans by chance, some of them junk', function () {
  // On whatever machine.
  this.timeout(60_000);

  it('what is surely due, the director shows, in that slot', () => {
    const random = seeded(20261129);
    let sure = 0;
    let interrupting = 0;
    for (let i = 0; i < 20_000; i++) {
      const any = anyWorld(random);
      // Few, for many would have each other wait.
      const campaigns = any.plan.campaigns.slice(0, 1 + (i % 3));
      const world = { ...any, plan: { ...any.plan, campaigns }, page: page() };
      const { plan, context, progress, page: at, now } = world;
      const { show } = decide(plan, context, progress, at, now);
      for (const { campaign: one, slot } of sureIn(world)) {
        sure++;
        if (slot === 'interruption') interrupting++;
        expect(show, JSON.stringify([one, plan.settings, progress, now])).to.include(one);
      }
    }
    expect(sure, 'many are').to.be.above(500);
    expect(interrupting).to.be.above(100);
  });

  it('what the clocks of metropolitan France say by two hours more or less changes nothing', () => {
    const random = seeded(4);
    for (let i = 0; i < 4000; i++) {
      const world = anyWorld(random);
      const shown = (hours: number) => {
        const { plan, context, progress, now } = world;
        return decide(plan, context, progress, page(), now + hours * HOUR).show;
      };
      // A simulated instant is taken for UTC: in Paris it is one or two hours earlier.
      const both = [-1, -2].map(shown);
      for (const { campaign: one } of sureIn({ ...world, progress: { campaigns: {} }, page: page() })) {
        if (Object.keys(world.progress.campaigns).length === 0)
          for (const show of both) expect(show).to.include(one);
      }
    }
  });
});
