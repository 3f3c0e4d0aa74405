import { expect } from '@open-wc/testing';
import { slotOf } from '../../src/core/slot.js';
import type { Decision, ReasonCode, Slot } from '../../src/core/types.js';
import { banner, campaign, decideOn, entry, HOUR, NOW, page, refusalOf, TEACHER } from './support/scene.js';

const ids = (list: { id: string }[]): string[] => list.map(({ id }) => id);
const codes = ({ refusals }: Decision): Record<string, string> =>
  Object.fromEntries(refusals.map(({ id, code }) => [id, code]));
const showing = (...pairs: [string, Slot][]) => page({ showing: new Map(pairs) });

const survey = (more: object = {}) =>
  campaign({ id: 's', kind: 'survey', content: { questions: [] }, ...more });
const modal = (more: object = {}) => banner({ id: 'm', content: { place: 'modal' }, ...more });

describe('slots', () => {
  const rows: [kind: string, content: object, slot: Slot][] = [
    ['tour', { steps: [] }, 'interruption'],
    ['tour', { src: 't.json' }, 'interruption'],
    ['survey', {}, 'interruption'],
    ['survey', { display: 'corner' }, 'interruption'],
    ['survey', { display: 'modal' }, 'interruption'],
    ['survey', { display: 'inline' }, 'inline'],
    ['survey', { src: 's.json', display: 'inline' }, 'inline'],
    ['banner', {}, 'top'],
    ['banner', { place: 'top' }, 'top'],
    ['banner', { place: 'bottom' }, 'bottom'],
    ['banner', { place: 'inline' }, 'inline'],
    ['banner', { place: 'corner' }, 'corner'],
    ['banner', { place: 'modal' }, 'interruption'],
    ['banner', { src: 'b.json', place: 'bottom' }, 'bottom'],
    ['checklist', { tasks: [] }, 'checklist'],
  ];
  for (const [kind, content, slot] of rows)
    it(`puts a ${kind} with ${JSON.stringify(content)} in ${slot}`, () => {
      expect(slotOf(campaign({ kind }), content)).to.equal(slot);
    });
});

describe('a tour under way', () => {
  const steps = [{ page: '/a' }, { page: '/b' }];
  for (const [what, given, step] of [
    ['that have ids', steps.map((one, i) => ({ ...one, id: 'xy'[i] })), 'y'],
    ['that go by their place', steps, '2'],
  ] as const)
    it(`goes on where its step is, by steps ${what}`, () => {
      const tour = campaign({ kind: 'tour', when: { pages: ['/a'] }, content: { steps: given } });
      const progress = { campaigns: { [tour.id]: entry({ status: 'started', step, at: NOW - 1000 }) } };
      expect(refusalOf(tour, { progress, page: page({ path: '/b' }) })).to.equal(undefined);
      expect(refusalOf(tour, { progress, page: page({ path: '/c' }) })?.code).to.equal('when.pages');
    });
});

describe('when', () => {
  const rows: [
    what: string,
    when: object,
    on: Parameters<typeof page>[0],
    code?: ReasonCode,
    until?: number,
  ][] = [
    ['nothing asked', {}, {}],
    ['started by itself', { start: 'auto' }, {}],
    ['only by hand', { start: 'manual' }, {}, 'when.manual'],
    ['its page', { pages: ['/notes/**', '/messagerie/**'] }, { path: '/messagerie/12' }],
    ['another page', { pages: ['/notes/**'] }, { path: '/messagerie/12' }, 'when.pages'],
    ['no page listed is every page', { pages: [] }, { path: '/messagerie/12' }],
    ['a route in the hash', { pages: ['#/notes'] }, { path: '/app/#/notes' }],
    ['its element is there', { present: '#inbox' }, { on: ['#inbox'] }],
    ['its element is not', { present: '#inbox' }, {}, 'when.present'],
    ['its event has been', { event: 'opened' }, { events: new Map([['opened', NOW - 1]]) }],
    ['its event has not', { event: 'opened' }, { events: new Map([['closed', NOW]]) }, 'when.event'],
    ['too early on the page', { delay: 'PT5S' }, { since: NOW - 2000 }, 'when.delay', NOW + 3000],
    ['long enough on the page', { delay: 'PT5S' }, { since: NOW - 5000 }],
    [
      'too early after its event',
      { delay: 'PT5S', event: 'e' },
      { since: 0, events: new Map([['e', NOW]]) },
      'when.delay',
      NOW + 5000,
    ],
    ['a delay that cannot be read', { delay: '5 s' }, {}, 'invalid'],
    ['a page of the future: the clock was put back', {}, { since: NOW + HOUR }],
  ];
  for (const [what, when, on, code, until] of rows)
    it(`${what}: ${code ?? 'shown'}`, () => {
      const refusal = refusalOf(campaign({ when }), { page: page(on) });
      expect(refusal?.code).to.equal(code);
      expect(refusal?.until).to.equal(until);
    });

  it('arms what waits for an element, an event or a delay, and nothing else', () => {
    const decision = decideOn([
      campaign({ id: 'element', when: { present: '#x' } }),
      campaign({ id: 'event', when: { event: 'e', present: '#x' } }),
      campaign({ id: 'delay', when: { delay: 'PT5S', present: '#x' } }),
      campaign({ id: 'audience', audience: { profiles: ['pupil'] }, when: { present: '#x' } }),
      campaign({ id: 'schedule', schedule: { start: '2027-01-01' }, when: { event: 'e' } }),
    ]);
    expect(ids(decision.armed)).to.deep.equal(['element', 'event', 'delay']);
  });

  it('does not look for elements of what may not be shown', () => {
    const looked: unknown[] = [];
    const isPresent = (target: unknown) => !looked.push(target);
    const pace = { last: NOW, day: '2026-09-15', count: 1 };
    const when = { present: '#x' };
    decideOn(
      [
        campaign({ when }),
        banner({ when, content: { place: 'top' } }),
        banner({ id: 'b2', when: { ...when, delay: 'PT1H' }, content: { place: 'bottom' } }),
      ],
      {
        settings: { pace: { perDay: 1 } },
        progress: { campaigns: {}, pace },
        page: page({ isPresent, showing: new Map<string, Slot>([['other', 'top']]) }),
      },
    );
    expect(looked).to.deep.equal([]);
  });
});

describe('arbitration', () => {
  it('shows at most one interruption of all kinds', () => {
    const decision = decideOn([campaign(), survey(), modal()]);
    expect(ids(decision.show)).to.deep.equal(['c']);
    expect(codes(decision)).to.deep.equal({ s: 'outranked', m: 'outranked' });
    expect(decision.refusals.map(({ detail }) => detail)).to.deep.equal(['c', 'c']);
  });

  it('shows one banner a place, beside an interruption', () => {
    const decision = decideOn([
      campaign(),
      banner({ id: 't1', priority: 10 }),
      banner({ id: 't2', priority: 20 }),
      banner({ id: 'b1', content: { place: 'bottom' } }),
      banner({ id: 'i1', content: { place: 'inline' } }),
      banner({ id: 'k1', content: { place: 'corner' } }),
      campaign({ id: 'list', kind: 'checklist', content: { tasks: [] } }),
    ]);
    expect(ids(decision.show)).to.have.members(['c', 't2', 'b1', 'i1', 'k1', 'list']);
    expect(codes(decision)).to.deep.equal({ t1: 'outranked' });
  });

  const RANKS: [what: string, first: object, second: object, winner: string][] = [
    ['the greater priority', { priority: 10 }, { priority: 20 }, 'z'],
    ['priority 50 where none is given', { priority: 49 }, {}, 'z'],
    ['priority 0 is one', { priority: 0 }, { priority: 1 }, 'z'],
    ['the oldest start', { schedule: { start: '2026-09-02' } }, { schedule: { start: '2026-09-01' } }, 'z'],
    ['no start is the oldest', { schedule: { start: '2026-09-02' } }, {}, 'z'],
    ['priority before start', { priority: 60, schedule: { start: '2026-09-02' } }, {}, 'a'],
    [
      'starts where they are',
      { schedule: { start: '2026-09-01T00:00-10:00' } },
      { schedule: { start: '2026-09-01' } },
      'z',
    ],
    ['then the id', {}, {}, 'a'],
  ];
  for (const [what, first, second, winner] of RANKS)
    it(`prefers ${what}, in any order`, () => {
      const pair = [campaign({ id: 'a', ...first }), campaign({ id: 'z', ...second })];
      expect(ids(decideOn(pair).show)).to.deep.equal([winner]);
      expect(ids(decideOn(pair.reverse()).show)).to.deep.equal([winner]);
    });

  it('lets what is under way go on before anything begins', () => {
    const started = entry({ status: 'started', step: 'a', at: NOW - 1000 });
    const decision = decideOn([modal({ priority: 99 }), campaign()], {
      progress: { campaigns: { c: started } },
    });
    expect(ids(decision.show)).to.deep.equal(['c']);
  });

  it('lets it go on from its last step, however long ago it came up, and though the day has had its interruption', () => {
    const started = entry({ status: 'started', step: 'a', lastShown: NOW - 2 * HOUR, at: NOW - 1000 });
    const decision = decideOn([campaign()], {
      settings: { pace: { perDay: 1 } },
      progress: { campaigns: { c: started }, pace: { last: NOW - 1000, day: '2026-09-15', count: 1 } },
    });
    expect(ids(decision.show)).to.deep.equal(['c']);
  });

  it('leaves what is on screen where it is', () => {
    const decision = decideOn(
      [campaign({ priority: 99 }), survey(), banner({ priority: 99 }), banner({ id: 'b2' })],
      {
        page: showing(['s', 'interruption'], ['b2', 'top']),
      },
    );
    expect(decision.show).to.deep.equal([]);
    expect(codes(decision)).to.deep.equal({ c: 'slot.taken', s: 'showing', b: 'slot.taken', b2: 'showing' });
    expect(decision.refusals[0]?.detail).to.equal('s');
  });

  it('takes the place from the content that the person gets', () => {
    const one = banner({
      content: { place: 'top' },
      variants: [{ audience: { profiles: ['teacher'] }, content: { place: 'modal' } }],
    });
    const pace = { last: NOW, day: '2026-09-15', count: 1 };
    const scene = { settings: { pace: { perDay: 1 } }, progress: { campaigns: {}, pace } };
    expect(refusalOf(one, scene)?.code).to.equal('pace.perDay');
    expect(refusalOf(one, { ...scene, context: {} })).to.equal(undefined);
  });
});

describe('waking', () => {
  it('asks again at the first moment that may change something', () => {
    const decision = decideOn(
      [
        campaign({ id: 'later', schedule: { start: '2026-09-15T12:00' } }),
        campaign({ id: 'soon', when: { delay: 'PT10S' } }),
        campaign({ id: 'over', schedule: { end: '2026-09-14' } }),
        campaign({ id: 'snoozed' }),
      ],
      { progress: { campaigns: { snoozed: entry({ status: 'snoozed', until: NOW + HOUR }) } } },
    );
    expect(decision.wakeAt).to.equal(NOW + 10000);
  });
  it('does not, where nothing will change by itself', () => {
    const decision = decideOn([
      campaign({ schedule: { end: '2026-09-14' } }),
      banner({ id: 'bad', schedule: { start: 'x' } }),
      survey({ when: { event: 'e' } }),
    ]);
    expect(decision).not.to.have.property('wakeAt');
  });
  it('does not for what this person or page will never see', () => {
    const start = { schedule: { start: '2026-09-16' } };
    const decision = decideOn([
      campaign({ ...start, audience: { profiles: ['pupil'] } }),
      survey({ ...start, when: { pages: ['/x'] } }),
    ]);
    expect(decision).not.to.have.property('wakeAt');
  });
  it('finds something at that moment', () => {
    const campaigns = [campaign({ schedule: { start: '2026-09-15T12:00' } })];
    const { wakeAt } = decideOn(campaigns);
    expect(ids(decideOn(campaigns, { now: wakeAt as number }).show)).to.deep.equal(['c']);
  });
});

describe('a faulty campaign', () => {
  const FAULTY: [what: string, more: object][] = [
    ['audience', { audience: null }],
    ['schedule', { schedule: { start: {} } }],
    ['pages', { when: { pages: 4 } }],
    ['a page that is no text', { when: { pages: [4] } }],
    ['content', { content: null }],
    ['variants', { variants: 4 }],
    ['a variant', { variants: [null] }],
    ['frequency', { frequency: null }],
    ['when', { when: null }],
  ];
  for (const [what, more] of FAULTY)
    it(`with a broken ${what} is left out, and the rest is shown`, () => {
      const progress = { campaigns: { c: entry() } };
      const decision = decideOn([campaign(more), survey()], { progress });
      expect(ids(decision.show)).to.deep.equal(['s']);
      expect(decision.refusals[0]?.code).to.match(/^(invalid|audience\.invalid)$/);
    });
  it('says of each campaign that is not shown why, once', () => {
    const list = [
      campaign(),
      survey(),
      modal(),
      banner(),
      campaign({ id: 'x', audience: { locales: ['ar'] } }),
    ];
    const { show, refusals } = decideOn(list, { context: TEACHER });
    expect([...ids(show), ...ids(refusals)]).to.have.members(['c', 's', 'm', 'b', 'x']);
  });
});
