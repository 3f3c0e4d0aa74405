import { expect } from '@open-wc/testing';
import { GRACE_MS, LATE_MS, position, transition, WAIT_MS } from '../../../src/core/tour/tour-machine.js';
import { IDLE } from '../../../src/core/tour/tour-state.js';
import type {
  MachineStep,
  MachineTour,
  TourEffect,
  TourEvent,
  TourState,
} from '../../../src/core/tour/tour-state.js';

const step = (id: string, more: Partial<MachineStep> = {}): MachineStep => ({ id, hasTarget: true, ...more });
const tourOf = (...steps: MachineStep[]): MachineTour => ({ steps, hasIntro: false });

const THREE = tourOf(step('a'), step('b'), step('c', { hasTarget: false }));
const START: TourEvent = { type: 'start', path: '/mail/' };

/** Plays events one after the other; `located` and the like answer the search under way. */
function play(tour: MachineTour, ...events: (TourEvent | 'located' | 'timeout' | 'lost' | 'advanced')[]) {
  let state: TourState = IDLE;
  let effects: readonly TourEffect[] = [];
  for (const event of events) {
    const full = typeof event === 'string' ? { type: event, attempt: state.attempt } : event;
    ({ state, effects } = transition(state, full, tour));
  }
  return { state, effects };
}

/** "report:step:a" */
const short = (effects: readonly TourEffect[]): string[] =>
  effects.map((e) =>
    [
      e.type,
      'outcome' in e && e.outcome,
      'step' in e && e.step !== undefined && e.step,
      'withinMs' in e && e.withinMs,
      'key' in e && e.key,
      'path' in e && e.path,
    ]
      .filter((part) => part !== false)
      .join(':'),
  );

const next: TourEvent = { type: 'next' };
const back: TourEvent = { type: 'back' };
const begun = [START, 'located'] as const;

describe('tour machine: what follows what', () => {
  const skip = { missing: 'skip' } as const;
  const rows: [
    name: string,
    tour: MachineTour,
    events: Parameters<typeof play>[1][],
    at: string,
    effects: string[],
  ][] = [
    [
      'starts by looking for the first step',
      THREE,
      [START],
      'locating:0',
      ['report:started', `locate:0:${GRACE_MS}`],
    ],
    ['shows the intro first', { ...THREE, hasIntro: true }, [START], 'intro:0', ['show']],
    [
      'begins from the intro',
      { ...THREE, hasIntro: true },
      [START, next],
      'locating:0',
      ['report:started', `locate:0:${GRACE_MS}`],
    ],
    [
      'is put off at the intro',
      { ...THREE, hasIntro: true },
      [START, { type: 'leave', as: 'snoozed' }],
      'ended:0',
      ['cancelLocate', 'report:snoozed'],
    ],
    [
      'is refused at the intro',
      { ...THREE, hasIntro: true },
      [START, { type: 'leave', as: 'dismissed' }],
      'ended:0',
      ['cancelLocate', 'report:dismissed'],
    ],
    ['does nothing twice', THREE, [START, START], 'locating:0', []],
    [
      'scrolls to what was found, and shows it',
      THREE,
      [START, 'located'],
      'active:0',
      ['scrollTo', 'show', 'report:step:a'],
    ],
    ['goes on', THREE, [...begun, next], 'locating:1', [`locate:1:${GRACE_MS}`]],
    [
      'goes on by the person’s own act',
      THREE,
      [...begun, 'advanced'],
      'locating:1',
      [`locate:1:${GRACE_MS}`],
    ],
    [
      'shows a step without target at once',
      THREE,
      [...begun, next, next],
      'active:2',
      ['cancelLocate', 'show', 'report:step:c'],
    ],
    [
      'ends after the last',
      THREE,
      [...begun, next, next, next],
      'ended:2',
      ['cancelLocate', 'report:completed'],
    ],
    ['goes back', THREE, [...begun, next, 'located', back], 'locating:0', [`locate:0:${GRACE_MS}`]],
    ['has nothing before the first', THREE, [...begun, back], 'active:0', []],
    [
      'jumps to a step',
      THREE,
      [...begun, { type: 'goto', step: 'c' }],
      'active:2',
      ['cancelLocate', 'show', 'report:step:c'],
    ],
    ['stays for a step that is not there', THREE, [...begun, { type: 'goto', step: 'x' }], 'active:0', []],
    [
      'resumes without intro',
      { ...THREE, hasIntro: true },
      [{ ...START, step: 'b' } as TourEvent],
      'locating:1',
      [`locate:1:${GRACE_MS}`],
    ],
    [
      'begins again when the step to resume at is gone',
      THREE,
      [{ ...START, step: 'old' } as TourEvent],
      'locating:0',
      ['report:started', `locate:0:${GRACE_MS}`],
    ],
    [
      'waits in sight by default',
      THREE,
      [START, 'timeout'],
      'waiting:0',
      ['show', 'announce:waiting', `locate:0:${WAIT_MS}`],
    ],
    [
      'finds while waiting',
      THREE,
      [START, 'timeout', 'located'],
      'active:0',
      ['scrollTo', 'show', 'report:step:a'],
    ],
    [
      'stops waiting in the centre, and still attaches later',
      THREE,
      [START, 'timeout', 'timeout'],
      'active:0',
      ['report:missing:a', 'show', 'report:step:a', `locate:0:${LATE_MS}`],
    ],
    ['attaches later', THREE, [START, 'timeout', 'timeout', 'located'], 'active:0', ['scrollTo', 'show']],
    ['gives up attaching without a word', THREE, [START, 'timeout', 'timeout', 'timeout'], 'active:0', []],
    ['goes on from waiting', THREE, [START, 'timeout', next], 'locating:1', [`locate:1:${GRACE_MS}`]],
    [
      'leaves while waiting',
      THREE,
      [START, 'timeout', { type: 'leave', as: 'dismissed' }],
      'ended:0',
      ['cancelLocate', 'report:dismissed'],
    ],
    [
      'skips',
      tourOf(step('a', skip), step('b')),
      [START, 'timeout'],
      'locating:1',
      ['report:missing:a', `locate:1:${GRACE_MS}`],
    ],
    [
      'skips backwards, at once',
      tourOf(step('a'), step('b', skip), step('c')),
      [...begun, next, 'timeout', 'located', back],
      'locating:1',
      ['locate:1:0'],
    ],
    [
      'skips on backwards',
      tourOf(step('a'), step('b', skip), step('c')),
      [...begun, next, 'timeout', 'located', back, 'timeout'],
      'locating:0',
      ['report:missing:b', `locate:0:${GRACE_MS}`],
    ],
    [
      'comes back from before a missing first step',
      tourOf(step('a', skip), step('b', skip), step('c')),
      [{ ...START, step: 'c' } as TourEvent, 'located', back, 'timeout', 'timeout'],
      'locating:2',
      ['report:missing:a', `locate:2:${GRACE_MS}`],
    ],
    [
      'ends when nothing at all is there',
      tourOf(step('a', skip)),
      [START, 'timeout'],
      'ended:0',
      ['report:missing:a', 'cancelLocate', 'report:notFound'],
    ],
    [
      'completes when only the rest is missing',
      tourOf(step('a'), step('b', skip)),
      [...begun, next, 'timeout'],
      'ended:1',
      ['report:missing:b', 'cancelLocate', 'report:completed'],
    ],
    [
      'centres',
      tourOf(step('a', { missing: 'center' })),
      [START, 'timeout'],
      'active:0',
      ['report:missing:a', 'show', 'report:step:a', `locate:0:${LATE_MS}`],
    ],
    [
      'ends',
      tourOf(step('a'), step('b', { missing: 'end' })),
      [...begun, next, 'timeout'],
      'ended:1',
      ['report:missing:b', 'cancelLocate', 'report:notFound'],
    ],
    [
      'looks again for a target that went',
      THREE,
      [...begun, 'lost'],
      'locating:0',
      ['hold', `locate:0:${GRACE_MS}`],
    ],
    [
      'shows it again without counting twice',
      THREE,
      [...begun, 'lost', 'located'],
      'active:0',
      ['scrollTo', 'show'],
    ],
    [
      'keeps the text of a step whose target does not come back',
      tourOf(step('a', skip), step('b')),
      [...begun, 'lost', 'timeout'],
      'active:0',
      ['report:missing:a', 'show', `locate:0:${LATE_MS}`],
    ],
    [
      'goes to a plain page by itself',
      tourOf(step('a'), step('b', { page: '/notes/' })),
      [...begun, next],
      'waiting:1',
      ['cancelLocate', 'remember:b', 'show', 'navigate:/notes/'],
    ],
    [
      'waits for a page of many',
      tourOf(step('a'), step('b', { page: '/notes/**' })),
      [...begun, next],
      'waiting:1',
      ['cancelLocate', 'remember:b', 'show', 'announce:page'],
    ],
    [
      'leaves going there to the person’s own click',
      tourOf(step('a'), step('b', { page: '/notes/' })),
      [...begun, 'advanced'],
      'waiting:1',
      ['cancelLocate', 'remember:b', 'show', 'announce:page'],
    ],
    [
      'does not drag a resumed tour to its page',
      tourOf(step('a'), step('b', { page: '/notes/' })),
      [{ ...START, step: 'b' } as TourEvent],
      'waiting:1',
      ['cancelLocate', 'remember:b', 'show', 'announce:page'],
    ],
    [
      'goes on when the page comes',
      tourOf(step('a', { page: '/notes/**' })),
      [START, { type: 'pageChanged', path: '/notes/7' }],
      'locating:0',
      [`locate:0:${GRACE_MS}`],
    ],
    [
      'waits again when the page is left',
      tourOf(step('a', { page: '/mail/**' })),
      [...begun, { type: 'pageChanged', path: '/' }],
      'waiting:0',
      ['cancelLocate', 'remember:a', 'show', 'announce:page'],
    ],
    [
      'stays on a page that is as good',
      tourOf(step('a', { page: '/mail/**' })),
      [...begun, { type: 'pageChanged', path: '/mail/3' }],
      'active:0',
      [],
    ],
    [
      'does not care where a step without page is',
      THREE,
      [...begun, { type: 'pageChanged', path: '/' }],
      'active:0',
      [],
    ],
  ];
  for (const [name, tour, events, at, effects] of rows) {
    it(name, () => {
      const result = play(tour, ...events);
      expect(`${result.state.at}:${result.state.step}`).to.equal(at);
      expect(short(result.effects)).to.deep.equal(effects);
    });
  }
});

describe('tour machine: results that come too late', () => {
  const stale = (type: 'located' | 'lost' | 'timeout' | 'advanced'): TourEvent => ({ type, attempt: 1 });
  const later = play(THREE, ...begun, next, 'located').state;
  for (const type of ['located', 'lost', 'timeout', 'advanced'] as const) {
    it(`ignores "${type}" of an older search`, () => {
      expect(later.attempt).to.be.above(1);
      expect(transition(later, stale(type), THREE)).to.deep.equal({ state: later, effects: [] });
    });
  }

  it('ignores everything after the end', () => {
    const { state } = play(THREE, ...begun, { type: 'leave', as: 'dismissed' });
    for (const event of [
      next,
      back,
      START,
      stale('located'),
      { type: 'leave', as: 'dismissed' },
    ] as TourEvent[])
      expect(transition(state, event, THREE).effects).to.deep.equal([]);
  });

  it('survives a trip through JSON', () => {
    const kept = JSON.parse(JSON.stringify(later)) as TourState;
    expect(transition(kept, next, THREE)).to.deep.equal(transition(later, next, THREE));
  });
});

describe('tour machine: the count', () => {
  const tour = tourOf(step('a'), step('b', { missing: 'skip' }), step('c'));
  it('leaves out what is known to be missing at the start', () => {
    const { state } = play(tour, { ...START, absent: [1] } as TourEvent, 'located');
    expect(position(state, tour)).to.deep.equal({ index: 0, count: 2 });
  });
  it('leaves out what was skipped', () => {
    const { state } = play(tour, ...begun, next, 'timeout', 'located');
    expect(position(state, tour)).to.deep.equal({ index: 1, count: 2 });
  });
  it('leaves out once what was missing twice', () => {
    const { state } = play(
      tour,
      { ...START, absent: [1] } as TourEvent,
      'located',
      next,
      'timeout',
      'located',
    );
    expect(position(state, tour)).to.deep.equal({ index: 1, count: 2 });
  });
  it('takes in what came after all', () => {
    const { state } = play(tour, { ...START, absent: [1] } as TourEvent, 'located', next, 'located');
    expect(position(state, tour)).to.deep.equal({ index: 1, count: 3 });
  });
});
