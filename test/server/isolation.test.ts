/** Every address × every role × own and other school, from the table of addresses. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import {
  collect,
  ENGINES,
  endPostgres,
  openBench,
  outcome,
  PICTURE,
  PLAN,
  publish,
  report,
  response,
  type Bench,
} from './support/bench.js';
import {
  CALLERS,
  GUARDED,
  hasOther,
  isolationTable,
  OTHER,
  OWN,
  PLACES,
  promised,
  urlOf,
} from './support/isolation.js';
import { admin, sign } from './support/tokens.js';

const schoolPlan = (id: string) => ({
  version: 1,
  campaigns: [
    { id, kind: 'banner', title: `Annonce ${id}`, content: { title: `Annonce ${id}`, body: 'À lire.' } },
  ],
});
const BODIES: Readonly<Record<string, unknown>> = {
  'put /draft': schoolPlan('ecole-un'),
  'put /content/{name}': { title: 'x' },
  'post /collect': { envelopes: [] },
  'patch /progress': { campaigns: {} },
};

for (const engine of ENGINES)
  describe(`who may do what, on ${engine}`, () => {
    let bench: Bench;
    const reports = { own: '', other: '' };
    before(async () => {
      bench = await openBench(engine, { collect: { anonymousGroups: true } });
      assert.equal((await publish(bench, PLAN)).status, 200);
      for (const [space, id] of [
        [`school:${OWN}`, 'ecole-un'],
        [`school:${OTHER}`, 'ecole-deux'],
      ] as const) {
        assert.equal((await publish(bench, schoolPlan(id), space)).status, 200);
        assert.equal((await publish(bench, schoolPlan(id), space)).status, 200);
        const content = await bench.call('PUT', `/content/texte.json?space=${space}`, {
          token: await admin(),
          body: { title: space },
        });
        assert.equal(content.status, 204);
      }
      const rows = [OWN, OTHER].map((school, i) =>
        report(
          { text: `Annonce ${i ? 'ecole-deux' : 'ecole-un'}`, picture: PICTURE },
          { audience: { school } },
        ),
      );
      assert.equal((await collect(bench, rows)).accepted.length, 2);
      const kept = await bench.services.store.db.selectFrom('support').select(['key', 'school']).execute();
      for (const { key, school } of kept) reports[school === OWN ? 'own' : 'other'] = key;
    });
    after(async () => {
      await bench.close();
      await endPostgres();
    });

    for (const endpoint of GUARDED)
      for (const place of PLACES) {
        if (place === 'other' && !hasOther(endpoint)) continue;
        it(`${endpoint.method.toUpperCase()} ${endpoint.path}, ${place} school`, async () => {
          for (const caller of CALLERS) {
            const token = await caller.token();
            const body = BODIES[`${endpoint.method} ${endpoint.path}`];
            const answer = await bench.call(endpoint.method.toUpperCase(), urlOf(endpoint, place, reports), {
              ...(token && { token }),
              ...(body !== undefined && { body }),
              headers: { origin: 'https://ent.example', 'if-match': '*' },
            });
            const wanted = promised(endpoint, caller.id, place);
            if (wanted === 'oui')
              // What is there or not is not the question here: nobody waits for approval, say.
              assert.ok(![401, 403].includes(answer.status), `${caller.id}: ${answer.status}`);
            else assert.equal(answer.status, Number(wanted), caller.id);
            const text = await answer.text();
            if (place === 'other' && caller.id !== 'admin')
              assert.doesNotMatch(text, /Annonce ecole-deux/, `${caller.id} reads another school's words`);
            if (wanted === 'oui' && hasOther(endpoint) && endpoint.method === 'get')
              assert.equal(answer.status, 200, caller.id);
          }
        });
      }

    it('audit of a school tells of that school alone', async () => {
      const token = await sign({ role: 'admin', scope: { schools: [OWN] } });
      const { entries } = (await (await bench.call('GET', '/audit', { token })).json()) as {
        entries: { space: string }[];
      };
      assert.ok(entries.length >= 2);
      assert.deepEqual([...new Set(entries.map(({ space }) => space))], [`school:${OWN}`]);
    });

    it('results of a school hold no other school’s campaign, nor its people’s answers', async () => {
      const rows = [OWN, OTHER].flatMap((school, i) =>
        Array.from({ length: 12 + 8 * i }, () => [
          response({ facile: 9 }, { audience: { profile: 'teacher', school } }),
          outcome('shown', { audience: { profile: 'teacher', school } }),
        ]).flat(),
      );
      assert.equal((await collect(bench, rows)).accepted.length, 64);
      const token = await sign({ role: 'viewer', scope: { schools: [OWN] } });
      const overview = (await (await bench.call('GET', '/results', { token })).json()) as {
        campaigns: { id: string; responses?: number; outcomes?: { shown: number } }[];
      };
      const ids = overview.campaigns.map(({ id }) => id);
      assert.ok(ids.includes('ecole-un') && !ids.includes('ecole-deux'));
      assert.equal(overview.campaigns.find(({ id }) => id === 'avis')?.responses, 12);
      assert.equal(overview.campaigns.find(({ id }) => id === 'visite')?.outcomes?.shown, 12);
      const text = await (await bench.call('GET', '/results/avis', { token })).text();
      assert.match(text, new RegExp(OWN));
      assert.doesNotMatch(text, new RegExp(OTHER));
      const all = (await (await bench.call('GET', '/results/avis', { token: await admin() })).json()) as {
        responses: number;
      };
      assert.equal(all.responses, 32);
    });

    it('a school’s plan cannot speak to another school, nor take another’s id', async () => {
      const foreign = {
        ...schoolPlan('ecole-un'),
        campaigns: [{ ...schoolPlan('ecole-un').campaigns[0], audience: { schools: [OTHER] } }],
      };
      const refused = await publish(bench, foreign, `school:${OWN}`);
      assert.equal(refused.status, 422);
      assert.match(await refused.text(), /campaigns\[0\]\.audience\.schools/);
      const taken = await publish(bench, schoolPlan('ecole-deux'), `school:${OWN}`);
      assert.equal(taken.status, 422);
      assert.match(await taken.text(), /campaigns\[0\]\.id/);
      const plan = (await (await bench.call('GET', '/plan')).json()) as {
        campaigns: { id: string; audience?: { schools: string[] } }[];
      };
      assert.deepEqual(plan.campaigns.find(({ id }) => id === 'ecole-un')?.audience?.schools, [OWN]);
      const own = (await (await bench.call('GET', `/plan?schools=${OWN}`)).json()) as {
        campaigns: { id: string }[];
      };
      assert.ok(!own.campaigns.some(({ id }) => id === 'ecole-deux'));
    });

    it('nobody answers for a school that is not theirs', async () => {
      const { refused } = await collect(
        bench,
        [response({ facile: 0 }, { audience: { school: OTHER } })],
        await sign({ schools: [OWN] }, 'liar'),
      );
      assert.match(refused[0]?.reason ?? '', /^audience\.school:/);
    });
  });

it('the guide shows this table', () => {
  assert.ok(
    readFileSync('stories/guides/serveur-isolation.mdx', 'utf8').includes(isolationTable()),
    'run: tsx test/server/write-isolation.ts',
  );
});
