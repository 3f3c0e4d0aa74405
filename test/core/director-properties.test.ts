import { expect } from '@open-wc/testing';
import * as fc from 'fast-check';
import { applyOutcome } from '../../src/core/apply-outcome.js';
import { decide } from '../../src/core/director.js';
import { addDuration } from '../../src/core/duration.js';
import { slotOf } from '../../src/core/slot.js';
import type { Campaign } from '../../src/model/schema/campaign.js';
import type { Decision, OutcomeType, Page, PlanIndex, Progress, Slot } from '../../src/core/types.js';
import { localOf } from '../../src/core/zoned-time.js';

const START = Date.parse('2026-10-20T07:00:00Z');
const ZONE = 'Europe/Paris';
const PATHS = ['/', '/messagerie/', '/notes/6e'];
const PROFILES = ['teacher', 'pupil', 'head'];

const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });
const campaign = (id: string): fc.Arbitrary<Campaign> =>
  fc
    .record({
      kind: fc.constantFrom('tour', 'banner', 'survey', 'checklist'),
      priority: maybe(fc.integer({ min: 0, max: 100 })),
      audience: maybe(
        fc.record({ profiles: fc.subarray(PROFILES), share: maybe(fc.constantFrom(0, 50, 100)) }),
      ),
      schedule: maybe(
        fc.record({
          start: maybe(fc.constantFrom('2026-10-19', '2026-10-21T09:00', '2026-10-25')),
          end: maybe(fc.constantFrom('2026-10-24', '2026-11-01', '2027-01-01')),
          skipHolidays: maybe(fc.constant('zone')),
        }),
      ),
      when: maybe(
        fc.record({
          pages: maybe(fc.subarray(['/', '/messagerie/**', '/notes/*'])),
          delay: maybe(fc.constantFrom('PT5S', 'PT10M')),
          event: maybe(fc.constant('opened')),
          start: maybe(fc.constantFrom('auto', 'manual')),
        }),
      ),
      frequency: maybe(
        fc.record({
          max: maybe(fc.integer({ min: 1, max: 3 })),
          every: maybe(fc.constantFrom('PT1H', 'P1D', 'P1W')),
          until: maybe(fc.constantFrom('shown', 'completed', 'always', 'dismissed')),
        }),
      ),
      content: fc.record({
        place: maybe(fc.constantFrom('top', 'bottom', 'corner', 'modal')),
        display: maybe(fc.constantFrom('inline', 'modal')),
      }),
    })
    .map((rest) => ({ id, ...rest }) as unknown as Campaign);

const settings = fc.record({
  timeZone: fc.constant(ZONE),
  holidays: fc.constant({ zone: [['2026-10-22', '2026-10-23']] }),
  pace: maybe(
    fc.record({
      perDay: maybe(fc.integer({ min: 1, max: 2 })),
      betweenInterruptions: maybe(fc.constantFrom('PT30M', 'P1D')),
      quiet: maybe(fc.constant([{ from: '20:00', to: '07:00' }])),
    }),
  ),
});
const plans = fc
  .tuple(settings, fc.tuple(...['a', 'b', 'c', 'd', 'e'].map(campaign)))
  .map(([set, campaigns]) => ({ version: 1, settings: set, campaigns }) as unknown as PlanIndex);
const contexts = fc.record({
  user: fc.record({ key: fc.constantFrom('k1', 'k2'), profiles: fc.subarray(PROFILES) }),
});

/** What may happen next in somebody's life with the ENT. */
const events = fc.oneof(
  fc.record({ do: fc.constant('wait' as const), ms: fc.constantFrom(1000, 6e4, 18e5, 72e5, 864e5) }),
  fc.record({ do: fc.constant('go' as const), path: fc.constantFrom(...PATHS) }),
  fc.record({ do: fc.constant('emit' as const) }),
  fc.record({
    do: fc.constant('tell' as const),
    type: fc.constantFrom<OutcomeType>(
      'started',
      'step',
      'completed',
      'dismissed',
      'snoozed',
      'acknowledged',
    ),
    step: fc.constantFrom('one', 'two'),
  }),
);

interface Life {
  now: number;
  decision: Decision;
  page: Page;
  /** What was begun and neither ended nor put off, with the time of its last sign: on screen, or gone on with. */
  begun: ReadonlyMap<string, number>;
}

/** Lives through `what`, showing all that the director says; `look` sees each decision. */
function live(
  plan: PlanIndex,
  context: object,
  what: readonly (typeof events extends fc.Arbitrary<infer E> ? E : never)[],
  look: (life: Life) => void,
  isToldWhy = true,
): void {
  let now = START;
  let path = PATHS[0]!;
  let since = now;
  const seen = new Map<string, number>();
  const showing = new Map<string, Slot>();
  const begun = new Map<string, number>();
  let progress: Progress = { campaigns: {} };
  const tell = (id: string, type: OutcomeType, step?: string) => {
    const one = plan.campaigns.find((other) => other.id === id)!;
    const interrupting = showing.get(id) === 'interruption';
    const { day } = localOf(now, ZONE);
    if (type === 'step' || (begun.has(id) && /^s[th]/.test(type))) begun.set(id, now);
    else begun.delete(id);
    progress = applyOutcome(
      progress,
      { type, campaign: id, kind: one.kind, version: 1, ...(step && { step }) },
      { now, day, interrupting, manual: false },
    );
  };
  for (const event of what) {
    if (event.do === 'wait') now += event.ms;
    else if (event.do === 'emit') seen.set('opened', now);
    else if (event.do === 'go') {
      path = event.path;
      since = now;
      seen.clear();
      showing.clear();
    } else
      for (const id of [...showing.keys()]) {
        tell(id, event.type, event.type === 'step' ? event.step : undefined);
        if (!/^st/.test(event.type)) showing.delete(id);
      }
    const page: Page = { path, since, isPresent: () => true, events: seen, showing };
    const decision = decide(plan, context, progress, page, now, isToldWhy);
    look({ now, decision, page, begun });
    for (const one of decision.show) {
      showing.set(one.id, slotOf(one, one.content));
      tell(one.id, 'shown');
    }
  }
}
const lives = fc.array(events, { minLength: 5, maxLength: 40 });
/** The same lives on every machine: a fault found here is found again. */
const SEED = 20261020;

describe('the director, whatever happens', function () {
  // Hundreds of lives, on whatever machine.
  this.timeout(60_000);

  it('shows one thing a slot, never over what is there, and answers for every campaign once', () => {
    fc.assert(
      fc.property(plans, contexts, lives, (plan, context, what) =>
        live(plan, context, what, ({ decision: { show, refusals }, page }) => {
          const slots = [...page.showing.values(), ...show.map((one) => slotOf(one, one.content))];
          expect(new Set(slots).size).to.equal(slots.length);
          expect([...show, ...refusals].map(({ id }) => id).sort()).to.eql(['a', 'b', 'c', 'd', 'e']);
        }),
      ),
      { seed: SEED, numRuns: 150 },
    );
  });

  it('decides the same of the same, whether the reasons are asked for or not', () => {
    fc.assert(
      fc.property(plans, contexts, lives, (plan, context, what) => {
        const decisions = (isToldWhy: boolean) => {
          const said: Decision[] = [];
          const copies = [structuredClone(plan), structuredClone(context)] as const;
          live(...copies, what, ({ decision }) => said.push(decision), isToldWhy);
          return said.map((one) => JSON.stringify(one));
        };
        const untold = decisions(false);
        expect(decisions(true)).to.eql(decisions(true));
        expect(decisions(true).map((one) => JSON.stringify({ ...JSON.parse(one), refusals: [] }))).to.eql(
          untold,
        );
      }),
      { seed: SEED, numRuns: 60 },
    );
  });

  it('never interrupts more often than the pace allows, but to go on with what was begun', () => {
    fc.assert(
      fc.property(plans, contexts, lives, (plan, context, what) => {
        const { perDay = Infinity, betweenInterruptions = 'PT0S' } = plan.settings?.pace ?? {};
        const days = new Map<string, number>();
        let last = -Infinity;
        live(plan, context, what, ({ now, decision: { show }, begun }) => {
          for (const one of show) {
            if (slotOf(one, one.content) !== 'interruption') continue;
            // What was begun and is taken up again within a visit is the same interruption.
            if (now - (begun.get(one.id) ?? -Infinity) < 18e5) continue;
            const { day } = localOf(now, ZONE);
            days.set(day, (days.get(day) ?? 0) + 1);
            expect(days.get(day), 'a day').to.be.at.most(perDay);
            if (last > 0)
              expect(now, 'between').to.be.at.least(addDuration(last, betweenInterruptions, ZONE));
            last = now;
          }
        });
      }),
      { seed: SEED, numRuns: 400 },
    );
  });

  it('puts off and does not lose: what is refused for a time is shown when that is over, or refused for good', () => {
    fc.assert(
      fc.property(plans, contexts, fc.constantFrom(...PATHS), (plan, context, path) => {
        for (const one of plan.campaigns) {
          let now = START;
          for (let turn = 0; ; turn++) {
            expect(turn, 'ends').to.be.below(20);
            const page: Page = {
              path,
              since: START,
              isPresent: () => true,
              events: new Map([['opened', START]]),
              showing: new Map(),
            };
            const alone = { ...plan, campaigns: [one] };
            const { show, refusals, wakeAt } = decide(alone, context, { campaigns: {} }, page, now);
            if (show.length) break;
            const { code, until } = refusals[0]!;
            if (until === undefined || code === 'schedule.after') {
              expect(code).to.match(/^(audience|when\.(pages|manual)|schedule\.after)/);
              break;
            }
            expect(until, code).to.be.above(now);
            expect(wakeAt, 'asks again').to.equal(until);
            now = until;
          }
        }
      }),
      { seed: SEED, numRuns: 150 },
    );
  });
});
