/** What results say, and what they keep to themselves. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import fc from 'fast-check';
import type { CampaignResults, Cut, ResultsOverview } from '../../src/model/contract/results.js';
import {
  collect,
  ENGINES,
  endPostgres,
  openBench,
  outcome,
  PLAN,
  publish,
  response,
  today,
  type Bench,
} from './support/bench.js';
import { admin, sign } from './support/tokens.js';

const K = 5;
const times = <T>(n: number, make: (i: number) => T): T[] => Array.from({ length: n }, (_, i) => make(i));

async function send(bench: Bench, rows: unknown[]): Promise<void> {
  for (let i = 0; i < rows.length; i += 150) {
    const part = rows.slice(i, i + 150);
    const receipt = await collect(bench, part);
    assert.equal(receipt.accepted?.length, part.length, JSON.stringify(receipt).slice(0, 400));
  }
}

for (const engine of ENGINES)
  describe(`results on ${engine}`, () => {
    let bench: Bench;
    before(async () => {
      bench = await openBench(engine, { threshold: K, collect: { anonymousGroups: true } });
      assert.equal((await publish(bench, PLAN)).status, 200);
    });
    after(async () => {
      await bench.close();
      await endPostgres();
    });
    const of = async (campaign: string, token?: string): Promise<CampaignResults> => {
      const answer = await bench.call('GET', `/results/${campaign}`, { token: token ?? (await admin()) });
      assert.equal(answer.status, 200);
      return (await answer.json()) as CampaignResults;
    };

    it('count how often each article of help was read', async () => {
      await send(bench, [
        ...times(11, () => outcome('shown', { campaign: 'help' })),
        ...times(8, () => outcome('step', { campaign: 'help', data: { type: 'step', step: 'note' } })),
      ]);
      const { steps } = await of('help');
      assert.deepEqual(
        steps.map(({ id, viewed }) => [id, viewed]),
        [['note', 8]],
      );
    });

    it('count outcomes, say where tours are left and which targets pages lack', async () => {
      await send(bench, [
        ...times(12, () => outcome('shown')),
        ...times(9, () => outcome('step', { data: { type: 'step', step: 'un' } })),
        ...times(7, () => outcome('completed')),
        ...times(3, () => outcome('dismissed', { data: { type: 'dismissed', step: 'deux' } })),
        ...times(2, () =>
          outcome('missing', { data: { type: 'missing', step: 'deux', page: '/notes/?eleve=nadia#x' } }),
        ),
        outcome('missing', { data: { type: 'missing', step: 'un' } }),
      ]);
      const { outcomes, steps, outcomesBy } = await of('visite');
      assert.deepEqual(outcomes, {
        shown: 12,
        started: 0,
        completed: 7,
        dismissed: 3,
        snoozed: 0,
        acknowledged: 0,
      });
      assert.deepEqual(steps, [
        { id: 'un', title: 'Un', page: '/messagerie/', viewed: 9, left: 0, missing: 1 },
        { id: 'deux', title: 'Deux', page: '/notes/', viewed: 0, left: 3, missing: 2 },
      ]);
      assert.equal(outcomesBy.profile?.groups[0]?.shown, 12);
      const overview = (await (
        await bench.call('GET', '/results', { token: await admin() })
      ).json()) as ResultsOverview;
      assert.deepEqual(overview.missing[0], { page: '/notes/', campaign: 'visite', step: 'deux', n: 2 });
      assert.equal(
        overview.coverage.find(({ profile, lever }) => profile === 'teacher' && lever === 'training')?.shown,
        12,
      );
      assert.equal(
        overview.coverage.find(({ profile, lever }) => profile === 'pupil' && lever === 'training')
          ?.campaigns,
        0,
      );
    });

    it('give scores with intervals, by audience and by week', async () => {
      const lastWeek = new Date(Date.parse(today()) - 7 * 864e5).toISOString().slice(0, 10);
      await send(bench, [
        ...times(8, () => response({ facile: 10, usage: 'a', mots: 'simple' })),
        ...times(6, () =>
          response({ facile: 4, usage: 'b' }, { audience: { profile: 'guardian' }, day: lastWeek }),
        ),
        ...times(2, () => response({ facile: 7, usage: 'nouveau' }, { audience: { profile: 'head' } })),
      ]);
      const { responses, responsesBy, questions } = await of('avis');
      assert.equal(responses, 16);
      const [nps, choice, words] = questions;
      assert.deepEqual(nps?.total?.answers, { '10': 8, '4': 6, '7': 2 });
      const score = nps?.total?.score;
      assert.deepEqual([score?.name, score?.value, score?.n], ['nps', 12.5, 16]);
      assert.ok(score && score.low < 12.5 && score.high > 12.5 && score.low >= -100);
      // Two heads are too few, and with only one other group gone they could be found by subtraction.
      assert.deepEqual(
        nps?.by.profile?.groups.map(({ value, n }) => [value, n]),
        [['teacher', 8]],
      );
      assert.equal(nps?.by.profile?.withheld, 2);
      assert.deepEqual(responsesBy.week?.groups.map(({ n }) => n).sort(), [10, 6].sort());
      assert.deepEqual(choice?.total?.answers, { a: 8, b: 6, '?': 2 });
      assert.deepEqual(
        words?.texts,
        times(8, () => 'simple'),
      );
      assert.deepEqual(words?.total, { n: 8, answers: {} });
    });

    it('say how much was acknowledged, and which searches found nothing, rare ones unnamed', async () => {
      await send(bench, [
        ...times(10, () => outcome('shown', { campaign: 'annonce' })),
        ...times(6, () => outcome('acknowledged', { campaign: 'annonce' })),
        outcome('unanswered', { campaign: 'help', data: { type: 'unanswered', step: 'nadia martin' } }),
        outcome('unanswered', { campaign: 'help', data: { type: 'unanswered', step: 'nadia@ent.example' } }),
      ]);
      // In one request they would be one.
      for (const row of times(6, () =>
        outcome('unanswered', { campaign: 'help', data: { type: 'unanswered', step: 'Mot de  passe' } }),
      ))
        await send(bench, [row]);
      const text = await (await bench.call('GET', '/results', { token: await admin() })).text();
      const overview = JSON.parse(text) as ResultsOverview;
      assert.equal(overview.campaigns.find(({ id }) => id === 'annonce')?.acknowledgedShare, 0.6);
      assert.deepEqual(overview.searches, { words: [{ text: 'mot de passe', n: 6 }], rare: 2 });
      assert.doesNotMatch(text, /nadia/);
      const everything = JSON.stringify(
        await bench.services.store.db.selectFrom('rollup').selectAll().execute(),
      );
      assert.doesNotMatch(everything, /nadia@|eleve=nadia/, 'what looks like an address is not even kept');
    });

    it('are a table for French spreadsheets in which nothing runs', async () => {
      const evil = ['=1+1', '+33', '-2+3', '@SUM(A1)', '\t=1', '＝1', '"; DROP', ' =cmd|x'];
      await send(
        bench,
        evil.map((mots) => response({ mots })),
      );
      const answer = await bench.call('GET', '/results/avis.csv', { token: await admin() });
      assert.equal(answer.headers.get('content-type'), 'text/csv; charset=utf-8');
      const bytes = new Uint8Array(await answer.arrayBuffer());
      assert.deepEqual([...bytes.slice(0, 3)], [0xef, 0xbb, 0xbf]);
      const csv = new TextDecoder().decode(bytes);
      assert.match(csv, /"campagne";"version";"quoi"/);
      for (const one of evil.filter((text) => !text.startsWith('"')))
        assert.ok(csv.includes(`"'${one}"`), JSON.stringify(one));
      assert.ok(csv.includes('"""; DROP"'));
      assert.match(csv, /"avis";1;"question";"Facile\u202f\?";"";"";"";16;/, 'numbers are numbers');
      assert.match(csv, /;"?12,5"?;/);
      assert.doesNotMatch(csv.replace(/^\uFEFF/, ''), /(^|;)"?[=+@\t]/m);
    });

    it('withhold a campaign that too few have answered, whatever the cut', async () => {
      const other = { campaigns: [{ ...PLAN.campaigns[2]!, id: 'rare' }] };
      await publish(bench, { ...PLAN, campaigns: [...PLAN.campaigns, ...other.campaigns] });
      await send(
        bench,
        times(K - 1, () => response({ facile: 9, mots: 'secret' }, { campaign: 'rare' })),
      );
      const results = await of('rare');
      assert.equal(results.responses, undefined);
      assert.ok(results.questions.every(({ total, texts }) => total === undefined && texts === undefined));
      assert.doesNotMatch(JSON.stringify(results), /secret|"9"/);
      const csv = await (await bench.call('GET', '/results/rare.csv', { token: await admin() })).text();
      assert.doesNotMatch(csv, /secret|"Facile/);
      await send(bench, [response({ facile: 9 }, { campaign: 'rare' })]);
      assert.equal((await of('rare')).responses, K);
      assert.equal((await of('rare')).questions[2]?.texts, undefined, 'a question has its own threshold');
    });

    it('of a campaign that is not there are not there', async () => {
      for (const path of ['/results/nulle-part', '/results/nulle-part.csv', '/results/__proto__'])
        assert.equal((await bench.call('GET', path, { token: await admin() })).status, 404, path);
      assert.equal(
        (await bench.call('GET', '/results/avis?version=x', { token: await admin() })).status,
        400,
      );
    });

    for (const [retention, kept] of [
      ['P90D', 3],
      ['P12W', 2],
      ['P2M', 1],
      ['P1Y', 4],
      [undefined, 4],
    ] as const)
      it(`keep answers no longer than the notice says: ${retention}`, async () => {
        const bench = await openBench(engine, {
          retentionMonths: 60,
          collect: { pastDays: 4000 },
        });
        const [avis] = PLAN.campaigns.filter(({ id }) => id === 'avis');
        const published = await publish(bench, {
          ...PLAN,
          campaigns: [
            {
              ...avis!,
              content: {
                ...avis!.content,
                privacy: { controller: 'L’école', purpose: 'Mieux aider', retention },
              },
            },
          ],
        });
        assert.equal(published.status, 200, await published.text());
        const daysAgo = (days: number) =>
          new Date(Date.parse(today()) - days * 864e5).toISOString().slice(0, 10);
        await send(
          bench,
          [50, 70, 87, 100, 1000].map((days) => response({ facile: 2 }, { day: daysAgo(days) })),
        );
        await bench.services.jobs();
        const { db } = bench.services.store;
        assert.equal((await db.selectFrom('response').selectAll().execute()).length, kept);
        await bench.close();
      });

    it('forget answers past their time, in the counters too', async () => {
      const short = await openBench(engine, { threshold: 2, retentionMonths: 1, collect: { pastDays: 400 } });
      await publish(short, PLAN);
      const old = new Date(Date.parse(today()) - 100 * 864e5).toISOString().slice(0, 10);
      await send(short, [
        ...times(4, () => response({ facile: 10 }, { day: old })),
        ...times(3, () => response({ facile: 2 })),
        ...times(6, () => outcome('shown', { day: old })),
      ]);
      const gone = await short.services.jobs();
      assert.equal(gone?.['response'], 4);
      const { db } = short.services.store;
      const left = await db.selectFrom('rollup').selectAll().execute();
      assert.ok(left.every(({ n, value, cut }) => n > 0 && !(cut === 'week' && value < old)));
      assert.ok(
        !left.some(({ campaign }) => campaign === 'visite'),
        'with its last week a campaign’s counters go',
      );
      const results = (await (
        await short.call('GET', '/results/avis', { token: await admin() })
      ).json()) as CampaignResults;
      assert.deepEqual(results.questions[0]?.total?.answers, { '2': 3 });
      assert.deepEqual(await short.services.jobs(), {}, 'once a day');
      // A clock that was ahead once.
      await db.updateTable('job').set({ day: '2099-01-01' }).execute();
      assert.equal((await short.services.jobs())?.['response'], 0);
      assert.deepEqual(await db.selectFrom('job').select('day').execute(), [{ day: today() }]);
      await short.close();
    });
  });

describe('subtraction', () => {
  const cuts: readonly Cut[] = ['profile', 'degree', 'school', 'week'];
  const SCHOOLS = ['0750001A', '0750002B', '0750003C'];
  const person = fc.record({
    profile: fc.constantFrom('teacher', 'pupil', 'head', 'staff', undefined),
    degree: fc.constantFrom('1d', '2d', undefined),
    school: fc.constantFrom(...SCHOOLS, undefined),
    facile: fc.option(fc.integer({ min: 0, max: 10 }), { nil: undefined }),
    weeks: fc.integer({ min: 0, max: 3 }),
  });

  it('finds no group smaller than the threshold, in any cut, for any question, for anybody', async () => {
    const bench = await openBench('sqlite', { threshold: K, collect: { anonymousGroups: true } });
    let round = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(person, { minLength: 1, maxLength: 60 }), async (people) => {
        const id = `avis-${++round}`;
        await publish(bench, { ...PLAN, campaigns: [{ ...PLAN.campaigns[2]!, id }] });
        await send(
          bench,
          people.map(({ profile, degree, school, facile, weeks }) =>
            response(facile === undefined ? { usage: 'a' } : { facile }, {
              campaign: id,
              day: new Date(Date.parse(today()) - weeks * 7 * 864e5).toISOString().slice(0, 10),
              audience: JSON.parse(JSON.stringify({ profile, degree, school })) as object,
            }),
          ),
        );
        for (const [token, mine] of [
          [await admin(), people],
          [
            await sign({ role: 'viewer', scope: { schools: SCHOOLS.slice(0, 2) } }),
            people.filter((p) => SCHOOLS.slice(0, 2).includes(p.school ?? '')),
          ],
          [
            await sign({ role: 'viewer', scope: { schools: [SCHOOLS[2]!] } }),
            people.filter((p) => p.school === SCHOOLS[2]),
          ],
        ] as const) {
          const results = (await (
            await bench.call('GET', `/results/${id}?by=school`, { token })
          ).json()) as CampaignResults;
          const check = (
            total: number | undefined,
            by: CampaignResults['responsesBy'],
            all: number,
          ): void => {
            assert.equal(total, all >= K ? all : undefined);
            for (const cut of cuts) {
              const { groups = [], withheld = 0 } = by[cut] ?? {};
              const seen = groups.reduce((sum, { n }) => sum + n, 0);
              assert.ok(
                groups.every(({ n }) => n >= K),
                `${cut}: a small group is shown`,
              );
              const hidden = all - seen;
              assert.ok(hidden === 0 || hidden >= K || total === undefined, `${cut}: ${hidden} can be found`);
              if (total !== undefined) assert.ok(withheld !== 1, `${cut}: one group alone is withheld`);
            }
          };
          check(results.responses, results.responsesBy, mine.length);
          const [nps, usage] = results.questions;
          const answered = mine.filter(({ facile }) => facile !== undefined).length;
          check(nps?.total?.n, nps!.by, answered);
          check(usage?.total?.n, usage!.by, mine.length - answered);
        }
      }),
      { numRuns: 40 },
    );
    await bench.close();
  });
});
