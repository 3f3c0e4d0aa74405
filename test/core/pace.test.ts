import { expect } from '@open-wc/testing';
import type { Context, PaceProgress } from '../../src/core/types.js';
import { banner, campaign, decideOn, entry, HOUR, NOW, refusalOf, TEACHER } from './support/scene.js';

const PUPIL: Context = { user: { profiles: ['National_ELV'] } };
const MORNING = { from: '08:30', to: '11:30' };
const NIGHT = { from: '22:00', to: '06:00' };

interface Row {
  what: string;
  quiet: object;
  now: string;
  until?: string;
  zone?: string;
  context?: Context;
}

// 15 September 2026 is a Tuesday.
const QUIET: Row[] = [
  { what: 'within', quiet: MORNING, now: '2026-09-15T10:00+02:00', until: '2026-09-15T11:30+02:00' },
  {
    what: 'from their first minute',
    quiet: MORNING,
    now: '2026-09-15T08:30+02:00',
    until: '2026-09-15T11:30+02:00',
  },
  { what: 'just before', quiet: MORNING, now: '2026-09-15T08:29:59+02:00' },
  { what: 'over at their last', quiet: MORNING, now: '2026-09-15T11:30+02:00' },
  {
    what: 'on their days',
    quiet: { ...MORNING, days: [1, 2, 4, 5] },
    now: '2026-09-15T10:00+02:00',
    until: '2026-09-15T11:30+02:00',
  },
  { what: 'on another day', quiet: { ...MORNING, days: [1, 2, 4, 5] }, now: '2026-09-16T10:00+02:00' },
  {
    what: 'on Sunday, 7',
    quiet: { ...MORNING, days: [7] },
    now: '2026-09-20T10:00+02:00',
    until: '2026-09-20T11:30+02:00',
  },
  {
    what: 'for their profiles',
    quiet: { ...MORNING, profiles: ['pupil'] },
    now: '2026-09-15T10:00+02:00',
    context: PUPIL,
    until: '2026-09-15T11:30+02:00',
  },
  { what: 'for nobody else', quiet: { ...MORNING, profiles: ['pupil'] }, now: '2026-09-15T10:00+02:00' },
  {
    what: 'for all when no profile is listed',
    quiet: { ...MORNING, profiles: [] },
    now: '2026-09-15T10:00+02:00',
    until: '2026-09-15T11:30+02:00',
  },
  {
    what: "by the plan's clock",
    quiet: MORNING,
    zone: 'Indian/Reunion',
    now: '2026-09-15T06:00Z',
    until: '2026-09-15T07:30Z',
  },
  {
    what: "by the plan's clock, not the user's",
    quiet: MORNING,
    zone: 'Pacific/Noumea',
    now: '2026-09-15T08:00Z',
  },
  // Over midnight: they belong to the day on which they begin.
  { what: 'before midnight', quiet: NIGHT, now: '2026-09-15T23:00+02:00', until: '2026-09-16T06:00+02:00' },
  { what: 'after midnight', quiet: NIGHT, now: '2026-09-15T05:59+02:00', until: '2026-09-15T06:00+02:00' },
  { what: 'in the morning', quiet: NIGHT, now: '2026-09-15T06:00+02:00' },
  {
    what: 'after the night of their day',
    quiet: { ...NIGHT, days: [2] },
    now: '2026-09-16T05:00+02:00',
    until: '2026-09-16T06:00+02:00',
  },
  { what: 'not the night before', quiet: { ...NIGHT, days: [2] }, now: '2026-09-15T05:00+02:00' },
  {
    what: 'Sunday night into Monday',
    quiet: { ...NIGHT, days: [7] },
    now: '2026-09-21T01:00+02:00',
    until: '2026-09-21T06:00+02:00',
  },
  {
    what: 'in the night when clocks go back',
    quiet: NIGHT,
    now: '2026-10-24T23:00+02:00',
    until: '2026-10-25T06:00+01:00',
  },
  {
    what: 'in the night when clocks go forward',
    quiet: NIGHT,
    now: '2026-03-28T23:00+01:00',
    until: '2026-03-29T06:00+02:00',
  },
  {
    what: 'a whole day',
    quiet: { from: '00:00', to: '00:00', days: [2] },
    now: '2026-09-15T23:59+02:00',
    until: '2026-09-16T00:00+02:00',
  },
  {
    what: 'hours that cannot be read are none',
    quiet: { from: 'matin', to: 'midi' },
    now: '2026-09-15T10:00+02:00',
  },
];

describe('quiet hours', () => {
  for (const { what, quiet, now, until, zone = 'Europe/Paris', context = TEACHER } of QUIET)
    it(`${what}, ${now}: ${until ? `until ${until}` : 'not quiet'}`, () => {
      const scene = { settings: { timeZone: zone, pace: { quiet: [quiet] } }, context, now: Date.parse(now) };
      const refusal = refusalOf(campaign(), scene);
      expect(refusal?.code).to.equal(until && 'pace.quiet');
      expect(refusal?.until).to.equal(until && Date.parse(until));
      expect(refusalOf(banner(), scene), 'page banners interrupt nobody').to.equal(undefined);
    });

  it('takes the first that holds of several', () => {
    const quiet = [NIGHT, { from: '09:00', to: '10:30' }, MORNING];
    expect(refusalOf(campaign(), { settings: { pace: { quiet } } })?.until).to.equal(NOW + HOUR / 2);
  });
});

describe('pace', () => {
  const pace = (more: Partial<PaceProgress> = {}) => ({
    campaigns: {},
    pace: { last: NOW - HOUR, day: '2026-09-15', count: 1, ...more },
  });
  const RULES = { pace: { betweenInterruptions: 'PT10M', perDay: 2 } };
  const MINUTE = 6e4;

  const rows: [what: string, last: Partial<PaceProgress>, code?: string | undefined, until?: number][] = [
    ['long enough after the last', {}, undefined],
    ['too soon after the last', { last: NOW - 9 * MINUTE }, 'pace.between', NOW + MINUTE],
    ['ten minutes after', { last: NOW - 10 * MINUTE }, undefined],
    ['enough for today', { count: 2 }, 'pace.perDay', Date.parse('2026-09-16T00:00+02:00')],
    ['more than enough', { count: 7 }, 'pace.perDay', Date.parse('2026-09-16T00:00+02:00')],
    ['enough yesterday', { count: 2, day: '2026-09-14' }, undefined],
    ['an interruption of the future: the clock was put back', { last: NOW + HOUR, count: 9 }, undefined],
  ];
  for (const [what, last, code, until] of rows)
    it(`${what}: ${code ?? 'may interrupt'}`, () => {
      const refusal = refusalOf(campaign(), { settings: RULES, progress: pace(last) });
      expect(refusal?.code).to.equal(code);
      expect(refusal?.until).to.equal(until);
    });

  const KINDS: [what: string, more: object, held: boolean][] = [
    ['a tour', {}, true],
    ['a survey', { kind: 'survey', content: { questions: [] } }, true],
    ['a survey in a corner', { kind: 'survey', content: { display: 'corner' } }, true],
    ['a modal banner', { kind: 'banner', content: { place: 'modal' } }, true],
    ['a survey to be fetched', { kind: 'survey', content: { src: 's.json' } }, true],
    ['a survey in the page', { kind: 'survey', content: { display: 'inline' } }, false],
    [
      'a fetched survey in the page',
      { kind: 'survey', content: { src: 's.json', display: 'inline' } },
      false,
    ],
    ['a banner', { kind: 'banner', content: {} }, false],
    ['a checklist', { kind: 'checklist', content: { tasks: [] } }, false],
  ];
  for (const [what, more, held] of KINDS)
    it(`holds ${held ? '' : 'not '}back ${what}`, () => {
      const refusal = refusalOf(campaign(more), { settings: RULES, progress: pace({ count: 2 }) });
      expect(refusal?.code).to.equal(held ? 'pace.perDay' : undefined);
    });

  it('limits nothing where the plan says nothing', () => {
    expect(refusalOf(campaign(), { progress: pace({ last: NOW, count: 99 }) })).to.equal(undefined);
  });

  it('lets a run that is under way go on', () => {
    const started = entry({ status: 'started', step: 'a', at: NOW - MINUTE });
    const progress = { ...pace({ last: NOW, count: 9 }), campaigns: { c: started } };
    const settings = { pace: { ...RULES.pace, quiet: [MORNING] } };
    expect(refusalOf(campaign(), { settings, progress })).to.equal(undefined);
  });

  it('names a pace that cannot be read, and lets banners through', () => {
    const settings = { pace: { betweenInterruptions: '10 minutes' } };
    const { show, refusals } = decideOn([campaign(), banner()], { settings, progress: pace() });
    expect(show.map(({ id }) => id)).to.deep.equal(['b']);
    expect(refusals[0]).to.deep.include({ code: 'invalid', detail: 'pace.between' });
  });
});
