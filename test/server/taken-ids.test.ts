/** Results are kept by a campaign's id, and who has the id reads them: nobody comes by another's; on both databases. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { CampaignResults } from '../../src/model/contract/results.js';
import {
  collect,
  ENGINES,
  endPostgres,
  openBench,
  outcome,
  publish,
  response,
  type Bench,
} from './support/bench.js';
import { admin, sign } from './support/tokens.js';

const A = '0750001A';
const SPACE = `school:${A}`;
const viewer = () => sign({ role: 'viewer', scope: { schools: [A] } }, 'viewer');
const planOf = (...ids: string[]) => ({
  version: 1,
  campaigns: ids.map((id) => ({
    id,
    kind: 'survey',
    content: {
      title: 'Avis',
      dimensions: ['profile', 'school'],
      questions: [{ id: 'facile', kind: 'nps', title: `Facile\u202f? ${id}` }],
    },
  })),
});

for (const engine of ENGINES)
  describe(`ids of campaigns on ${engine}`, () => {
    let bench: Bench;
    before(async () => {
      bench = await openBench(engine, { collect: { unknownCampaigns: 'accept' } });
      assert.equal((await publish(bench, planOf())).status, 200);
    });
    after(async () => {
      await bench.close();
      await endPostgres();
    });
    const refusedFor = async (id: string, space: string): Promise<string> => {
      const refused = await publish(bench, planOf(id), space);
      assert.equal(refused.status, 422);
      return refused.text();
    };
    const results = async (id: string, token: string) => bench.call('GET', `/results/${id}`, { token });

    it('under which others’ answers were counted are no school’s to take, but the ENT’s', async () => {
      const audience = { profile: 'teacher', school: '0750002B' };
      const rows = Array.from({ length: 12 }, () =>
        response({ facile: 3 }, { campaign: 'du-fichier', audience }),
      );
      assert.equal((await collect(bench, rows)).accepted.length, 12);
      const said = await refusedFor('du-fichier', SPACE);
      assert.match(said, /campaigns\[0\]\.id.*déjà pris/);
      assert.doesNotMatch(said, /école|school:/, 'whose it is, is nobody’s business');
      const read = await results('du-fichier', await viewer());
      const { responses = 0 } = (await read.json()) as Partial<CampaignResults>;
      assert.equal(responses, 0);
      assert.equal((await publish(bench, planOf('du-fichier'))).status, 200);
    });

    it('that a school has online are its own, and the ENT is told whose', async () => {
      assert.equal((await publish(bench, planOf('rentree', 'vue', 'mienne'), SPACE)).status, 200);
      assert.match(await refusedFor('rentree', 'all'), /celui d’une campagne de l’espace school:0750001A/);
      assert.doesNotMatch(await refusedFor('rentree', 'school:0750002B'), /0750001A/);
    });

    it('that a school has withdrawn are free for the ENT where nothing was counted, and the ENT’s then', async () => {
      const shown = outcome('shown', { campaign: 'vue', audience: { profile: 'teacher', school: A } });
      assert.equal((await collect(bench, [shown])).accepted.length, 1);
      assert.equal((await publish(bench, planOf('mienne'), SPACE)).status, 200);
      assert.match(await refusedFor('vue', 'all'), /school:0750001A.*se mêleraient/);
      await refusedFor('rentree', 'school:0750002B');
      assert.equal((await publish(bench, planOf('rentree'))).status, 200);
      await refusedFor('rentree', SPACE);
      const { space, questions } = (await (
        await results('rentree', await admin())
      ).json()) as CampaignResults;
      assert.deepEqual([space, questions.length], ['all', 1]);
      const { db } = bench.services.store;
      const editions = await db
        .selectFrom('campaign_facts')
        .select('edition')
        .where('campaign', '=', 'rentree')
        .execute();
      assert.deepEqual(editions, [{ edition: 1 }], 'nothing is left of what the school had asked');
    });

    it('of a school’s own campaigns stay its own, answered or not', async () => {
      const mine = outcome('shown', { campaign: 'mienne', audience: { profile: 'teacher', school: A } });
      assert.equal((await collect(bench, [mine])).accepted.length, 1);
      assert.equal((await publish(bench, planOf('vue', 'mienne'), SPACE)).status, 200);
    });

    it('are named where they stand in the document, whatever is faulty before them', async () => {
      const { campaigns } = planOf('vue');
      const refused = await publish(bench, { version: 1, campaigns: [7, ...campaigns] });
      assert.match(await refused.text(), /campaigns\[1\]\.id/);
    });
  });
