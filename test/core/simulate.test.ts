import { expect } from '@open-wc/testing';
import { attentive, pathsOf, simulate, type SimulatedDay } from '../../src/core/simulate.js';
import type { Context } from '../../src/core/types.js';
import { banner, campaign, planOf, TEACHER } from './support/scene.js';

const PUPIL: Context = { user: { key: 'p', profiles: ['pupil'] } };
const shownOn = (days: readonly SimulatedDay[], person = 0): Record<string, string[]> =>
  Object.fromEntries(
    days
      .filter((day) => day.person === person && day.shown.length)
      .map(({ day, shown }) => [day, shown.map((show) => show.campaign.id)]),
  );

describe('a simulated time', () => {
  it('shows a campaign once to whoever closes it, and says why not after', () => {
    const days = simulate(planOf([banner()]), [TEACHER], '2026-09-15', '2026-09-17');
    expect(days.map(({ day }) => day)).to.deep.equal(['2026-09-15', '2026-09-16', '2026-09-17']);
    expect(shownOn(days)).to.deep.equal({ '2026-09-15': ['b'] });
    expect(days[0]!.refusals).to.deep.equal([]);
    expect(days[2]!.refusals.map(({ code, detail }) => [code, detail])).to.deep.equal([
      ['progress.done', 'dismissed'],
    ]);
  });

  it('keeps each person’s progress apart', () => {
    const plan = planOf([banner({ audience: { profiles: ['pupil'] } })]);
    const days = simulate(plan, [TEACHER, PUPIL], '2026-09-15', '2026-09-16');
    expect(shownOn(days, 0)).to.deep.equal({});
    expect(shownOn(days, 1)).to.deep.equal({ '2026-09-15': ['b'] });
    expect(days[0]!.refusals[0]!.code).to.equal('audience.profiles');
  });

  it('goes by the pace of the plan: two interruptions a day, the rest later', () => {
    const tours = ['a', 'b', 'c', 'd', 'e'].map((id) => campaign({ id }));
    const plan = planOf(tours, { pace: { perDay: 2, betweenInterruptions: 'PT10M' } });
    const visits = () => ['08:00', '12:00', '18:00'];
    expect(shownOn(simulate(plan, [TEACHER], '2026-09-15', '2026-09-17', { visits }))).to.deep.equal({
      '2026-09-15': ['a', 'b'],
      '2026-09-16': ['c', 'd'],
      '2026-09-17': ['e'],
    });
  });

  it('brings back in its time what was put off, until it is given up', () => {
    const plan = planOf([banner({ frequency: { max: 3, every: 'P7D', until: 'acknowledged' } })]);
    const days = simulate(plan, [TEACHER], '2026-09-01', '2026-10-15');
    expect(Object.keys(shownOn(days))).to.deep.equal(['2026-09-01', '2026-09-08', '2026-09-15']);
  });

  it('follows the phases of a project: thirty days before, on the day, fifteen days after', () => {
    const phase = (id: string, start: string, end: string) =>
      banner({ id, schedule: { relativeTo: 'goLive', start, end } });
    const plan = planOf(
      [phase('avant', '-P30D', '-P7D'), phase('jour-j', 'P0D', 'P1D'), phase('apres', 'P15D', 'P30D')],
      { goLive: '2026-09-01' },
    );
    expect(shownOn(simulate(plan, [TEACHER], '2026-07-15', '2026-10-15'))).to.deep.equal({
      '2026-08-02': ['avant'],
      '2026-09-01': ['jour-j'],
      '2026-09-16': ['apres'],
    });
  });

  it('meets newcomers on their own day', () => {
    const late: Context = { user: { key: 'n', profiles: ['teacher'], arrived: '2027-01-11' } };
    const plan = planOf([
      banner({ audience: { arrivedWithin: 'P30D' }, schedule: { start: 'P0D', relativeTo: 'arrived' } }),
    ]);
    const days = simulate(plan, [late], '2026-12-15', '2027-03-01');
    expect(shownOn(days)).to.deep.equal({ '2027-01-11': ['b'] });
  });

  it('rests on holidays, over the clock change of October', () => {
    const plan = planOf([banner({ schedule: { start: '2026-10-20', skipHolidays: 'B' } })], {
      holidays: { B: [['2026-10-17', '2026-11-01']] },
    });
    expect(shownOn(simulate(plan, [TEACHER], '2026-10-15', '2026-11-05'))).to.deep.equal({
      '2026-11-02': ['b'],
    });
  });

  it('waits on the right page, and says what keeps it there', () => {
    const plan = planOf([campaign({ when: { pages: ['/messagerie/**'], present: '#ecrire' } })]);
    const without = simulate(plan, [TEACHER], '2026-09-15', '2026-09-15', {
      paths: ['/accueil/', '/messagerie/', '/notes/'],
      isPresent: () => false,
    });
    expect(without[0]!.refusals[0]!.code).to.equal('when.present');
    const [day] = simulate(plan, [TEACHER], '2026-09-15', '2026-09-15');
    expect(day!.shown[0]!.path).to.equal('/messagerie/');
  });

  it('leaves a page banner where nobody closes it, without asking for ever', () => {
    const days = simulate(planOf([banner()]), [TEACHER], '2026-09-15', '2026-09-16', {
      react: () => 'shown',
    });
    expect(shownOn(days)).to.deep.equal({ '2026-09-15': ['b'], '2026-09-16': ['b'] });
  });

  it('has no visit on a day that nobody comes', () => {
    const visits = (_: Context, day: string) => (day === '2026-09-16' ? ['18:00'] : []);
    const days = simulate(planOf([banner()]), [TEACHER], '2026-09-15', '2026-09-16', { visits });
    expect(shownOn(days)).to.deep.equal({ '2026-09-16': ['b'] });
  });

  it('gives the same twice', () => {
    const plan = planOf([banner(), campaign({ audience: { share: 50 } })]);
    const run = () => simulate(plan, [TEACHER, PUPIL], '2026-09-01', '2026-09-10');
    expect(run()).to.deep.equal(run());
  });
});

describe('an attentive person', () => {
  for (const [what, one, content, outcome] of [
    ['closes a banner', banner(), { title: 'a' }, 'dismissed'],
    ['acknowledges a charter', banner(), { actions: [{ do: 'acknowledge' }] }, 'acknowledged'],
    ['goes through a tour', campaign(), { steps: [] }, 'completed'],
    ['leaves a checklist there', campaign({ kind: 'checklist' }), { tasks: [] }, 'shown'],
  ] as const)
    it(what, () => {
      expect(attentive(one, content)).to.equal(outcome);
    });
});

it('knows the pages of a plan by their folders', () => {
  const plan = planOf([
    campaign({ when: { pages: ['/messagerie/**', '/accueil/'] } }),
    campaign({ id: 'd', when: { pages: ['/accueil/', '/notes/*/eleve'] } }),
  ]);
  expect(pathsOf(plan)).to.deep.equal(['/messagerie/', '/accueil/', '/notes/']);
  expect(pathsOf(planOf([campaign()]))).to.deep.equal(['/']);
});
