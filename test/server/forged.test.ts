/** What is sent by who is no page of ours: it hides nothing, fills no group, stores nothing of its own invention. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { CampaignResults, ResultsOverview } from '../../src/model/contract/results.js';
import {
  type Bench,
  collect,
  endPostgres,
  ENGINES,
  newId,
  openBench,
  ORIGIN,
  outcome,
  PLAN,
  publish,
  report,
  response,
  rowsOf,
} from './support/bench.js';
import { admin, sign } from './support/tokens.js';

const K = 10;
const A = '0750001A';
const B = '0750002B';
const times = <T>(n: number, make: (i: number) => T): T[] => Array.from({ length: n }, (_, i) => make(i));
const AVIS = PLAN.campaigns[2]!;
const avis = (more: object): object => ({ ...PLAN, campaigns: [{ ...AVIS, ...more }] });

const read = async <T = CampaignResults>(bench: Bench, path: string, token?: string): Promise<T> => {
  const answer = await bench.call('GET', path, { token: token ?? (await admin()) });
  assert.equal(answer.status, 200, `${path}: ${answer.status}`);
  return (await answer.json()) as T;
};

/** One answer each, of as many people. */
async function answerSigned(bench: Bench, n: number, name: string, make: () => object): Promise<void> {
  for (let i = 0; i < n; i++)
    assert.equal(
      (await collect(bench, [make()], await sign({ schools: [B] }, `${name}-${i}`))).accepted.length,
      1,
    );
}

for (const engine of ENGINES)
  describe(`made-up rows on ${engine}`, () => {
    let bench: Bench;
    before(async () => {
      bench = await openBench(engine);
      assert.equal((await publish(bench, PLAN)).status, 200);
    });
    after(async () => {
      await bench.close();
      await endPostgres();
    });
    const countOf = (table: Parameters<typeof rowsOf>[1]) => rowsOf(bench, table);

    it('of a version that nobody published are refused, of a campaign and of help', async () => {
      await collect(
        bench,
        times(K, () => response({ facile: 9 })),
      );
      const { refused } = await collect(
        bench,
        [
          response({ facile: 0 }, { version: 1_000_000 }),
          response({ facile: 0 }, { version: 2 }),
          outcome('shown', { campaign: 'help', version: 2 }),
        ],
        await sign({}, 'many-versions'),
      );
      assert.deepEqual(
        refused.map(({ reason }) => reason.replace(/:.*/, '')),
        ['version', 'version', 'version'],
      );
      const { version, versions, responses } = await read(bench, '/results/avis');
      assert.deepEqual([version, versions, responses], [1, [1], K]);
    });

    it('that were counted in a higher version stand before no published one', async () => {
      await bench.services.store.db
        .insertInto('counted')
        .values({ tenant: 'main', campaign: 'avis', version: 999 })
        .execute();
      assert.equal((await read(bench, '/results/avis')).version, 1);
      const { campaigns } = await read<ResultsOverview>(bench, '/results');
      assert.equal(campaigns.find(({ id }) => id === 'avis')?.version, 1);
    });

    it('answer in nobody’s group without a token, and count in the whole', async () => {
      const id = 'directions';
      await publish(bench, avis({ id }));
      const row = (profile: string, facile: number) =>
        response({ facile }, { campaign: id, audience: { profile, school: B } });
      await answerSigned(bench, 1, 'head', () => row('head', 2));
      await answerSigned(bench, 2 * K, 'teacher', () => row('teacher', 9));
      await collect(
        bench,
        times(9, () => row('head', 8)),
      );
      const [ent, own] = [
        await read(bench, `/results/${id}?by=school`),
        await read(bench, `/results/${id}`, await sign({ role: 'viewer', scope: { schools: [B] } })),
      ];
      assert.equal(ent.responses, 2 * K + 10);
      assert.equal(own.responses, 2 * K + 1);
      for (const { responsesBy, questions } of [ent, own]) {
        assert.deepEqual(responsesBy.profile, { groups: [], withheld: 2 });
        assert.deepEqual(
          responsesBy.week?.groups.map(({ n }) => n),
          [2 * K + 1],
        );
        assert.deepEqual(questions[0]?.by.profile, { groups: [], withheld: 2 });
        assert.deepEqual(
          responsesBy.school?.groups.map(({ value, n }) => [value, n]),
          [[B, 2 * K + 1]],
        );
      }
    });

    it('bring nobody’s words out of hiding', async () => {
      const id = 'mots';
      await publish(bench, avis({ id }));
      const row = (mots: string) => response({ mots }, { campaign: id });
      await answerSigned(bench, K - 1, 'writer', () => row('vrai'));
      await collect(
        bench,
        times(9, () => row('faux')),
      );
      assert.equal((await read(bench, `/results/${id}`)).questions[2]?.texts, undefined);
      await answerSigned(bench, 1, 'one-more', () => row('vrai'));
      assert.equal((await read(bench, `/results/${id}`)).questions[2]?.texts?.length, K + 9);
    });

    it('without a token go with their time from what they were counted in', async () => {
      const old = await openBench(engine, { threshold: 2, retentionMonths: 1, collect: { pastDays: 400 } });
      await publish(old, PLAN);
      const day = new Date(Date.now() - 100 * 864e5).toISOString().slice(0, 10);
      await collect(
        old,
        times(3, () => response({ facile: 1 }, { day })),
      );
      assert.equal((await read(old, '/results/avis')).responses, 3);
      await old.services.jobs();
      assert.deepEqual(await old.services.store.db.selectFrom('rollup').selectAll().execute(), []);
      await old.close();
    });

    it('search once: a person in a day, who has no token in a request', async () => {
      const search = (step: string) =>
        outcome('unanswered', { campaign: 'help', data: { type: 'unanswered', step } });
      const token = await sign({}, 'searcher');
      for (let i = 0; i < 4; i++)
        assert.equal(
          (
            await collect(
              bench,
              times(5, () => search('mme durand')),
              token,
            )
          ).accepted.length,
          5,
        );
      await collect(
        bench,
        times(20, () => search('Mme  Durand')),
      );
      const counted = await bench.services.store.db
        .selectFrom('rollup')
        .select('n')
        .where('metric', '=', 's')
        .where('school', '=', '')
        .where('cut', '=', '')
        .execute();
      assert.deepEqual(
        counted.map(({ n }) => Number(n)),
        [2],
      );
      // Sent again it is the same row, whatever of it was counted.
      const row = search('mme durand');
      assert.deepEqual((await collect(bench, [row], token)).accepted, [row.id]);
      assert.deepEqual((await collect(bench, [row])).known, [row.id]);
    });

    it('make no counters of their own: questions, answers, profiles, steps and happenings', async () => {
      const before = await countOf('rollup');
      const rows = times(150, (i) =>
        response(Object.fromEntries(times(20, (j) => [`z${i}-${j}`, 1])), { audience: { profile: `p${i}` } }),
      );
      for (let i = 0; i < rows.length; i += 50) await collect(bench, rows.slice(i, i + 50));
      await collect(
        bench,
        times(100, (i) => outcome('step', { data: { type: 'step', step: `s${i}` } })),
      );
      await collect(
        bench,
        times(100, (i) => response({ facile: 1000 + i, usage: `Monsieur ${i}` })),
      );
      const made = (await countOf('rollup')) - before;
      assert.ok(made < 60, `${made} counters`);
      const { refused } = await collect(bench, [outcome('gossip')]);
      assert.match(refused[0]?.reason ?? '', /^data\.type:/);
    });

    it('keep nothing that the campaign does not ask for', async () => {
      const id = 'juste';
      await publish(bench, {
        ...PLAN,
        campaigns: [
          {
            ...AVIS,
            id,
            content: {
              title: 'Juste',
              dimensions: ['profile'],
              questions: [
                ...AVIS.content.questions!,
                {
                  id: 'jours',
                  kind: 'choices',
                  title: 'Jours',
                  options: [{ id: 'lu', label: 'Lundi' }],
                  other: true,
                },
                {
                  id: 'accord',
                  kind: 'matrix',
                  title: 'Accord',
                  rows: [{ id: 'clair', label: 'Clair' }],
                },
              ],
            },
          },
        ],
      });
      const receipt = await collect(
        bench,
        [
          response(
            {
              facile: 11,
              usage: 'Nadia Martin, 3eB',
              mots: 'bien',
              'mots:other': 'caché',
              jours: ['lu', 'ma', 'other'],
              'jours:other': 'mercredi',
              accord: { clair: '4', inventée: '2', autre: '5' },
              inconnue: 'un texte',
            },
            { campaign: id, audience: { profile: 'teacher', degree: '1d', school: A } },
          ),
        ],
        await sign({ schools: [A] }, 'just-so'),
      );
      assert.equal(receipt.accepted.length, 1);
      const [kept] = await bench.services.store.db
        .selectFrom('response')
        .selectAll()
        .where('campaign', '=', id)
        .execute();
      assert.deepEqual([kept?.profile, kept?.degree, kept?.school], ['teacher', '', '']);
      assert.deepEqual(JSON.parse(kept!.answers), {
        facile: '?',
        usage: '?',
        mots: 'bien',
        jours: ['lu', '?', 'other'],
        'jours:other': 'mercredi',
        accord: { clair: '4' },
      });
    });

    it('report a problem so often, and no more: the page is told when it may', async () => {
      const send = async (rows: unknown[], token?: string) =>
        bench.call('POST', '/collect', {
          body: { envelopes: rows },
          headers: { origin: ORIGIN },
          ...(token && { token }),
        });
      const token = await sign({ schools: [A] }, 'complains');
      assert.equal(
        (
          await send(
            times(4, () => report({})),
            token,
          )
        ).status,
        200,
      );
      assert.equal((await send([report({})], token)).status, 200);
      const refused = await send([report({})], token);
      assert.equal(refused.status, 429);
      const wait = Number(refused.headers.get('retry-after'));
      assert.ok(wait > 600 && wait <= 720, `five an hour: ${wait} s`);
      assert.equal((await send([outcome('shown')], token)).status, 200, 'all else goes on');
      const many = await send(
        times(6, () => report({})),
        await sign({}, 'all-at-once'),
      );
      assert.equal(many.status, 413, 'halved, it is let through a part at a time');
      assert.equal((await send([report({})], await sign({ schools: [A] }, 'other'))).status, 200);
      const small = await openBench(engine, {
        limits: { supportSchoolPerDay: 3, supportAnonymousPerHour: 2 },
      });
      await publish(small, PLAN);
      const people = await Promise.all(times(4, (i) => sign({ schools: [A] }, `r${i}`)));
      const fates: number[] = [];
      for (const one of people) {
        const options = { body: { envelopes: [report({})] }, token: one };
        fates.push((await small.call('POST', '/collect', options)).status);
      }
      assert.deepEqual(fates, [200, 200, 200, 429]);
      const nobodys: number[] = [];
      for (let i = 0; i < 3; i++) {
        const options = { body: { envelopes: [report({})] }, headers: { origin: ORIGIN } };
        nobodys.push((await small.call('POST', '/collect', options)).status);
      }
      assert.deepEqual(nobodys, [200, 200, 429]);
      await small.close();
    });

    it('without a token do not drain what a school’s people may send', async () => {
      const small = await openBench(engine, { limits: { schoolBurst: 30, schoolRate: 1 } });
      await publish(small, PLAN);
      const rows = times(25, () => outcome('shown', { audience: { school: A } }));
      const send = (token?: string) =>
        small.call('POST', '/collect', {
          body: { envelopes: rows.map((row) => ({ ...row, id: newId() })) },
          headers: { origin: ORIGIN },
          ...(token && { token }),
        });
      assert.deepEqual([(await send()).status, (await send()).status], [200, 429]);
      assert.equal((await send(await sign({ schools: [A] }, 'of-the-school'))).status, 200);
      assert.equal((await send(await sign({ schools: [A] }, 'another'))).status, 429);
      await small.close();
    });

    it('of an odd form cost the others nothing', async () => {
      const good = outcome('shown');
      const odd = { ...outcome('shown'), version: { toString: 1, valueOf: 1 } };
      const { accepted, refused } = await collect(bench, [good, odd]);
      assert.deepEqual([accepted, refused.map(({ id }) => id)], [[good.id], [odd.id]]);
    });

    it('with a NUL are kept without it', async () => {
      const rows = [
        outcome('missing', { data: { type: 'missing', step: 'deux\0', page: '/not\0es/' } }),
        outcome('unanswered', { campaign: 'help', data: { type: 'unanswered', step: 'car\0table' } }),
        response({ mots: 'a\0b', usage: 'a\0' }),
        report({ text: 'Copié d’un PDF\0.', page: '/no\0tes/' }),
      ];
      assert.deepEqual((await collect(bench, rows)).accepted.sort(), rows.map(({ id }) => id).sort());
      const { db } = bench.services.store;
      const everything = JSON.stringify([
        await db.selectFrom('response').select('answers').execute(),
        await db.selectFrom('rollup').select('item').execute(),
        await db.selectFrom('support').select(['text', 'facts']).execute(),
      ]);
      assert.doesNotMatch(everything, /u0000/);
      assert.match(everything, /Copié d’un PDF\./);
    });

    it('addresses with a NUL name nothing', async () => {
      const token = await admin();
      for (const [method, path] of [
        ['GET', '/results/a%00'],
        ['GET', '/results/a%00.csv'],
        ['GET', '/support/a%00/picture'],
        ['DELETE', '/support/a%00'],
      ] as const)
        assert.equal((await bench.call(method, path, { token })).status, 404, path);
    });
  });

describe('a campaign’s results', () => {
  it('are read under an id that ends like a file’s name', async () => {
    const bench = await openBench('sqlite');
    await publish(bench, { ...PLAN, campaigns: [{ ...PLAN.campaigns[1]!, id: 'b.csv' }] });
    assert.equal((await read(bench, '/results/b.csv')).id, 'b.csv');
    const token = await admin();
    const table = await bench.call('GET', '/results/b.csv.csv', { token });
    assert.equal(table.headers.get('content-type'), 'text/csv; charset=utf-8');
    assert.equal((await bench.call('GET', '/results/b', { token })).status, 404);
    await bench.close();
  });

  for (const anonymousGroups of [true, false])
    it(`of a school are of its people and who named no school, whoever else sent under its id (${anonymousGroups})`, async () => {
      const bench = await openBench('sqlite', {
        collect: { unknownCampaigns: 'accept', anonymousGroups },
      });
      await publish(bench, { ...PLAN, campaigns: [] });
      const rows = (school?: string, n = 12) =>
        times(n, (i) =>
          response(
            { usage: i % 2 ? 'a' : 'b', mots: `de ${school}` },
            { campaign: 'fichier', audience: { profile: 'teacher', ...(school && { school }) } },
          ),
        );
      const [plan] = [avis({ id: 'fichier', audience: { schools: [A] } })];
      assert.equal((await publish(bench, plan, `school:${A}`)).status, 200);
      await collect(bench, [...rows(B), ...rows(A, 11), ...rows(undefined, 2)]);
      const own = await sign({ role: 'publisher', scope: { schools: [A] } });
      for (const token of [own, await admin()]) {
        const results = await read(bench, '/results/fichier?by=school', token);
        assert.equal(results.responses, 13);
        assert.doesNotMatch(JSON.stringify(results), new RegExp(B));
        const { campaigns } = await read<ResultsOverview>(bench, '/results', token);
        assert.equal(campaigns.find(({ id }) => id === 'fichier')?.responses, 13);
      }
      await bench.close();
    });

  it('of a school’s survey that asks for no school are there, answers without a token too', async () => {
    const bench = await openBench('sqlite', { threshold: 2 });
    const content = { ...AVIS.content, dimensions: [] };
    await publish(bench, avis({ id: 'local', audience: { schools: [A] }, content }), `school:${A}`);
    const row = () => response({ facile: 7 }, { campaign: 'local', audience: {} });
    for (let i = 0; i < 3; i++) await collect(bench, [row()], await sign({ schools: [A] }, `l${i}`));
    await collect(bench, [row()]);
    const token = await sign({ role: 'viewer', scope: { schools: [A] } });
    assert.equal((await read(bench, '/results/local', token)).responses, 4);
    await bench.close();
  });

  it('are all in sum, however many campaigns there are', async () => {
    const bench = await openBench('sqlite');
    const campaigns = times(1500, (i) => ({ ...PLAN.campaigns[1]!, id: `c${i}` }));
    assert.equal((await publish(bench, { ...PLAN, campaigns })).status, 200);
    await collect(
      bench,
      times(12, () => outcome('shown', { campaign: 'c1499' })),
    );
    const overview = await read<ResultsOverview>(bench, '/results');
    assert.equal(overview.campaigns.length, 1500);
    assert.equal(overview.campaigns.find(({ id }) => id === 'c1499')?.outcomes?.shown, 12);
    await bench.close();
  });
});
