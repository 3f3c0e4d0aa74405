import { expect } from '@open-wc/testing';
import { isCounted, nextIndex, offAt, offRoute, turnOff } from '../../../src/core/tour/route.js';
import { MAX_AWAY, position, transition } from '../../../src/core/tour/tour-machine.js';
import { IDLE } from '../../../src/core/tour/tour-state.js';
import type { TourEvent, TourState } from '../../../src/core/tour/tour-state.js';

/** "a b>d c d": four steps, of which b leads to d. "a>b/d": to b, or to d. */
const steps = (text: string) =>
  text.split(' ').map((one) => {
    const [id = '', to] = one.split('>');
    const ways = to?.split('/');
    return { id, next: ways?.[0], ways };
  });

describe('the way of a tour', () => {
  for (const [name, text, from, wanted] of [
    ['the step below', 'a b c', 0, 1],
    ['a step by its id', 'a>c b c', 0, 2],
    ['the end', 'a>end b c', 0, 3],
    ['the end, for a step that is not there', 'a>z b c', 0, 3],
    ['back', 'a b>a c', 1, 0],
  ] as const)
    it(`leads to ${name}`, () => {
      expect(nextIndex(steps(text), from)).to.equal(wanted);
    });

  for (const [name, text, from, wanted] of [
    ['nothing of a plain tour', 'a b c', 0, []],
    ['what a step leads over', 'a>c b c d', 0, [1]],
    ['what comes after the end', 'a b>end c', 0, [2]],
    ['nothing before where it is asked from', 'a>c b c', 1, []],
    ['what a circle never reaches', 'a b>a c', 0, [2]],
  ] as const)
    it(`leaves out ${name}`, () => {
      expect(offRoute(steps(text), from)).to.deep.equal(wanted);
    });

  it('leaves out what lies between, and keeps what was out before', () => {
    const tour = steps('a b>e c>e d e');
    expect(turnOff(tour, 0, 2, [])).to.deep.equal([1, 3]);
    expect(turnOff(tour, 0, 1, [1, 3])).to.deep.equal([2, 3]);
    expect(turnOff(tour, 2, 4, [1, 3])).to.deep.equal([1, 3]);
  });

  for (const [name, text, at, wanted] of [
    ['the first step', 'a>b/c b>end c', 0, [2]],
    ['a step that Next leads to', 'a>b/c b>d c d', 3, [2]],
    ['an answer’s', 'a>b/c b>end c d', 2, [1]],
    ['below an answer’s', 'a>b/c b>end c d', 3, [1]],
    ['an answer’s to an answer’s', 'a>b/c b>end c>d/e d>end e', 4, [1, 3]],
    ['one that nothing leads to', 'a>c b>c c>end d', 3, [1]],
  ] as const)
    it(`is taken up again at ${name}`, () => {
      expect(offAt(steps(text), at)).to.deep.equal(wanted);
    });

  for (const [name, text, from, out, wanted] of [
    ['where there is one alone', 'a b>d c d', 0, [], true],
    ['where ways of one length lie ahead', 'a b>c/d c>e d e', 0, [], true],
    ['where ways of several lengths lie ahead', 'a b>c/d c d', 0, [], false],
    ['where they part at once', 'a>b/c b c', 0, [], false],
    ['where one of them ends it', 'a>b/end b', 0, [], false],
    ['behind where they part', 'a>b/c b c', 1, [], true],
    ['where they part again, all alike', 'a>b/c b>d/e c>d/e d>end e', 0, [], true],
    ['where they part again, of several lengths', 'a>b/c b>d/e c>end d e', 0, [], false],
    ['where what makes the difference is not there', 'a>b/c b c', 0, [1], true],
    ['where what makes them alike is not there', 'a>b/c b>d c d', 0, [2], false],
    ['where a way leads back, which is not counted', 'a b>a/c c', 0, [], true],
    ['where they all lead back', 'a b>a c', 0, [], true],
  ] as const)
    it(`${wanted ? 'has' : 'has not yet'} so many steps ${name}`, () => {
      expect(isCounted(steps(text), from, out)).to.equal(wanted);
    });
});

const machine = (text: string) => ({
  hasIntro: false,
  steps: steps(text).map(({ id }) => ({ id, hasTarget: false })),
});
const play = (tour: ReturnType<typeof machine>, ...events: TourEvent[]): TourState =>
  events.reduce((state, event) => transition(state, event, tour).state, IDLE as TourState);
const START: TourEvent = { type: 'start', path: '/' };

describe('tour machine: steps that are off the way', () => {
  const tour = machine('a b c d');
  it('are neither counted nor shown, forwards and backwards', () => {
    const there = play(tour, { ...START, off: [1, 2] }, { type: 'next' });
    expect([there.step, position(there, tour)]).to.deep.equal([3, { index: 1, count: 2 }]);
    expect(transition(there, { type: 'back' }, tour).state.step).to.equal(0);
  });
  it('are said anew where the way parts', () => {
    const there = play(tour, START, { type: 'goto', step: 'c', off: [1] });
    expect([there.step, position(there, tour)]).to.deep.equal([2, { index: 1, count: 3 }]);
  });
  it('may be all the rest', () => {
    const { state, effects } = transition(play(tour, START), { type: 'goto', step: 'end' }, tour);
    expect(state.at).to.equal('ended');
    expect(effects).to.deep.include({ type: 'report', outcome: 'completed' });
  });
});

describe('tour machine: a page that never comes', () => {
  const tour = { hasIntro: false, steps: [{ id: 'a', hasTarget: false, page: '/mail/' }] };
  it('is waited for, then the tour is put off until later', () => {
    let state = transition(IDLE, { type: 'start', path: '/' }, tour).state;
    for (let i = 1; i <= MAX_AWAY; i++) {
      expect(state.at).to.equal('waiting');
      state = transition(state, { type: 'pageChanged', path: `/${i}/` }, tour).state;
    }
    const { state: last, effects } = transition(state, { type: 'pageChanged', path: '/x/' }, tour);
    expect(last.at).to.equal('ended');
    expect(effects).to.deep.include({ type: 'report', outcome: 'snoozed' });
  });
  it('is counted over reloads', () => {
    const { state } = transition(IDLE, { type: 'start', path: '/', step: 'a', away: MAX_AWAY + 1 }, tour);
    expect(state.at).to.equal('ended');
  });
  it('is forgotten once the page has come', () => {
    const away = transition(IDLE, { type: 'start', path: '/', step: 'a', away: 3 }, tour).state;
    const there = transition(away, { type: 'pageChanged', path: '/mail/' }, tour).state;
    expect([there.at, there.away]).to.deep.equal(['active', 0]);
  });
});
