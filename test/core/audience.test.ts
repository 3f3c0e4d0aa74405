import { expect } from '@open-wc/testing';
import { audienceRefusal } from '../../src/core/audience.js';
import { shareBucket } from '../../src/core/hash.js';
import type { Context } from '../../src/core/types.js';
import { contentFor } from '../../src/core/variant.js';
import type { Audience } from '../../src/model/schema/audience.js';
import { campaign, NOW, planOf, TEACHER } from './support/scene.js';

const PLAN = planOf([], { profileAliases: { ATSEM: ['staff'], Directrice: ['teacher', 'head'] } });

const refusal = (audience: unknown, context: Context = TEACHER): string | undefined =>
  audienceRefusal({ id: 'c', audience: audience as Audience }, PLAN, context, NOW);

/** Dimension, a value that the teacher of the scene has, one that she has not. */
const DIMENSIONS: [name: string, has: unknown, hasNot: unknown][] = [
  ['profiles', ['teacher'], ['pupil']],
  ['profiles', ['pupil', 'teacher'], ['pupil', 'guardian']],
  ['profiles', ['National_ENS'], ['National_ELV']],
  ['profiles', ['ENSEIGNANT'], ['Student']],
  ['profiles', [' Teacher'.trim()], ['nobody-knows']],
  ['schools', ['0750002b'], ['0750003C']],
  ['schools', [' 0750001A '], ['0750001']],
  ['degrees', ['1D'], ['2d']],
  ['levels', ['cm1', 'cm2'], ['6e']],
  ['groups', ['Pilote'], ['pilote-2']],
  ['functions', ['dir'], ['DOC']],
  ['services', ['messagerie'], ['notes']],
  ['services', ['notes', 'Messagerie'], ['message']],
  ['locales', ['fr'], ['en']],
  ['locales', ['fr-fr'], ['fr-CA']],
  ['locales', ['en', 'fr'], ['f']],
  ['arrivedWithin', 'P30D', 'P14D'],
  ['arrivedWithin', 'P1M', 'P1W'],
  ['share', 100, 0],
  // One string where a list is meant.
  ['profiles', 'teacher', 'pupil'],
];

describe('audience', () => {
  for (const [name, has, hasNot] of DIMENSIONS) {
    const say = (value: unknown) => `${name}: ${JSON.stringify(value)}`;
    it(`${say(has)} takes the teacher in`, () => expect(refusal({ [name]: has })).to.equal(undefined));
    it(`${say(hasNot)} leaves her out`, () =>
      expect(refusal({ [name]: hasNot })).to.equal(`audience.${name}`));
    it(`not ${say(has)} leaves her out`, () =>
      expect(refusal({ not: { [name]: has } })).to.equal(`audience.not.${name}`));
    it(`not ${say(hasNot)} takes her in`, () =>
      expect(refusal({ not: { [name]: hasNot } })).to.equal(undefined));
    it(`${say(has)} asks for what a host must have declared`, () =>
      expect(refusal({ [name]: has }, {})).to.equal(`audience.${name}`));
    it(`not ${say(has)} excludes nobody of whom nothing is known`, () =>
      expect(refusal({ not: { [name]: has } }, {})).to.equal(undefined));
  }

  const rules: [what: string, audience: unknown, code: string | undefined][] = [
    ['no audience is everybody', undefined, undefined],
    ['an empty audience is everybody', {}, undefined],
    ['an empty list asks nothing', { profiles: [], levels: [] }, undefined],
    ['an empty list excludes nobody', { not: { profiles: [] } }, undefined],
    ['dimensions are joined by and', { profiles: ['teacher'], degrees: ['2d'] }, 'audience.degrees'],
    ['all must hold', { profiles: ['teacher'], degrees: ['1d'], levels: ['CM2'] }, undefined],
    [
      'one of what is excluded is enough',
      { profiles: ['teacher'], not: { levels: ['CP'], groups: ['pilote'] } },
      'audience.not.groups',
    ],
    ['none of what is excluded', { not: { levels: ['CP'], groups: ['autre'] } }, undefined],
    // An audience that cannot be evaluated is one nobody is in.
    ['an unknown dimension', { profils: ['teacher'] }, 'audience.profils'],
    ['an unknown dimension to exclude', { not: { statut: ['x'] } }, 'audience.not.statut'],
    ['"not" within "not"', { not: { not: { profiles: ['pupil'] } } }, 'audience.not.not'],
    ['a duration that is none', { arrivedWithin: '30 jours' }, 'audience.arrivedWithin'],
    ['the same, to exclude', { not: { arrivedWithin: '30 jours' } }, 'audience.not.arrivedWithin'],
    ['a word for an audience', 'teacher', 'audience.0'],
    ['a list for an audience', ['teacher'], 'audience.0'],
    ['a share that is no number', { share: 'beaucoup' }, 'audience.share'],
    ['an opaque key is no dimension', { key: ['b1946ac9'] }, 'audience.key'],
    ['nor is the day of arrival', { arrived: ['2026-09-01'] }, 'audience.arrived'],
    ['values that cannot be words', { levels: [{ toString: 1 }] }, 'audience.invalid'],
    ['nothing, where something is meant', { not: null }, 'audience.invalid'],
  ];
  for (const [what, audience, code] of rules)
    it(`${what}: ${code ?? 'in'}`, () => expect(refusal(audience)).to.equal(code));

  it("reads the plan's own names for profiles on both sides", () => {
    const atsem = { user: { profiles: ['atsem'] } };
    expect(refusal({ profiles: ['staff'] }, atsem)).to.equal(undefined);
    expect(refusal({ profiles: ['ATSEM'] }, { user: { profiles: ['National_ETA'] } })).to.equal(undefined);
    expect(refusal({ profiles: ['head'] }, { user: { profiles: ['Directrice'] } })).to.equal(undefined);
    expect(refusal({ not: { profiles: ['teacher'] } }, { user: { profiles: ['Directrice'] } })).to.equal(
      'audience.not.profiles',
    );
  });

  it('takes what hosts give wrongly for what they mean, or for nothing', () => {
    const odd = (user: unknown) => ({ user }) as Context;
    expect(refusal({ profiles: ['teacher'] }, odd({ profiles: 'National_ENS' }))).to.equal(undefined);
    expect(refusal({ levels: ['6'] }, odd({ levels: 6 }))).to.equal(undefined);
    expect(refusal({ profiles: ['teacher'] }, odd({ profiles: [null, 4, {}] }))).to.equal(
      'audience.profiles',
    );
    expect(refusal({ profiles: ['teacher'] }, odd(undefined))).to.equal('audience.profiles');
    expect(refusal({ arrivedWithin: 'P1Y' }, odd({ arrived: 'hier' }))).to.equal('audience.arrivedWithin');
  });

  describe('arrivedWithin', () => {
    const rows: [arrived: string, now: string, within: boolean][] = [
      ['2026-09-01', '2026-09-01T00:00+02:00', true],
      ['2026-09-01', '2026-09-30T23:59+02:00', true],
      ['2026-09-01', '2026-10-01T00:00+02:00', false],
      // Across the end of summer time: thirty days by the calendar.
      ['2026-10-01', '2026-10-30T23:59+01:00', true],
      ['2026-10-01', '2026-10-31T00:00+01:00', false],
      // Who is here before the day declared is as new as can be.
      ['2026-09-01', '2026-08-20T10:00+02:00', true],
    ];
    for (const [arrived, now, within] of rows)
      it(`P30D: arrived ${arrived}, on ${now}: ${within ? 'in' : 'out'}`, () => {
        const got = audienceRefusal(
          { id: 'c', audience: { arrivedWithin: 'P30D' } },
          PLAN,
          { user: { arrived } },
          Date.parse(now),
        );
        expect(got === undefined).to.equal(within);
      });
  });

  describe('share', () => {
    const isIn = (share: number, key?: string) =>
      refusal({ share }, { user: key === undefined ? {} : { key } }) === undefined;

    it('only ever adds people as it grows', () => {
      for (let i = 0; i < 500; i++) {
        let was = false;
        for (const share of [0, 0.5, 1, 5, 10, 25, 50, 75, 99.9, 100]) {
          const is = isIn(share, `k${i}`);
          expect(was && !is).to.be.false;
          was = is;
        }
        expect(was).to.be.true;
      }
    });
    it('is as large as it says', () => {
      let count = 0;
      for (let i = 0; i < 10000; i++) if (isIn(25, `k${i}`)) count++;
      expect(count).to.be.within(2370, 2630);
    });
    it('is out without a key, even at 100', () => {
      expect(isIn(100)).to.be.false;
      expect(isIn(100, '')).to.be.false;
    });
    it('opens by hundredths', () => {
      const bucket = shareBucket('c', 'b1946ac9');
      expect(isIn(bucket, 'b1946ac9')).to.be.false;
      expect(isIn(bucket + 0.01, 'b1946ac9')).to.be.true;
    });
  });
});

describe('variants', () => {
  const content = { steps: [{ id: 'own' }] };
  const variants = [
    { audience: { profiles: ['pupil'] }, content: { steps: [{ id: 'pupil' }] } },
    { audience: { degrees: ['1d'] }, content: { steps: [{ id: 'first' }] } },
    { audience: {}, content: { steps: [{ id: 'all' }] } },
  ];
  const chosen = (context: Context, list: unknown = variants): unknown =>
    contentFor(campaign({ content, variants: list }), PLAN, context, NOW);

  it('gives the first whose audience the person is in', () => {
    expect(chosen({ user: { profiles: ['pupil'], degrees: ['1d'] } })).to.equal(variants[0]!.content);
    expect(chosen(TEACHER)).to.equal(variants[1]!.content);
    expect(chosen({})).to.equal(variants[2]!.content);
  });
  it("gives the campaign's own to who is in none", () => {
    expect(chosen({}, variants.slice(0, 2))).to.equal(content);
    expect(chosen({}, [])).to.equal(content);
  });
  it("draws a variant's share apart from the campaign's", () => {
    const half = [{ audience: { share: 50 }, content: { steps: [{ id: 'half' }] } }];
    let both = 0;
    let first = 0;
    for (let i = 0; i < 4000; i++) {
      const user = { key: `k${i}` };
      if (refusal({ share: 50 }, { user })) continue;
      first++;
      if (chosen({ user }, half) !== content) both++;
    }
    expect(both / first).to.be.within(0.45, 0.55);
  });
});
