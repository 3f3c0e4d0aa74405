/** What goes online is what somebody looked at, and what is replaced can be had back; on both databases. */
import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { publishFile } from '../../src/server/seed.js';
import type { Pending, Published, RevisionList } from '../../src/model/contract/publishing.js';
import { ENGINES, endPostgres, matching, openBench, PLAN, type Bench } from './support/bench.js';
import { admin, sign } from './support/tokens.js';

const editor = () => sign({ role: 'editor', scope: 'all' }, 'editor');
const publisher = (sub = 'publisher') => sign({ role: 'publisher', scope: 'all' }, sub);
const titled = (title: string) => ({ ...PLAN, campaigns: PLAN.campaigns.map((one) => ({ ...one, title })) });

/** What people do, each by one request. */
function desk(bench: () => Bench) {
  const draft = async () => bench().call('GET', '/draft', { token: await editor() });
  const post = async (path: string, token: string, headers: Record<string, string>, body?: object) =>
    bench().call('POST', path, { token, headers, ...(body && { body }) });
  return {
    draft,
    post,
    words: async () => (await draft()).text(),
    online: async () => (await bench().call('GET', '/plan')).text(),
    write: async (title: string) =>
      bench().call('PUT', '/draft', {
        token: await editor(),
        body: titled(title),
        headers: matching(await draft()),
      }),
    revisions: async () =>
      (await (await bench().call('GET', '/revisions', { token: await editor() })).json()) as RevisionList,
  };
}

for (const engine of ENGINES)
  describe(`publishing on ${engine}`, () => {
    let bench: Bench;
    before(async () => {
      bench = await openBench(engine);
    });
    after(() => bench.close());
    const { draft, post, words, online, write, revisions } = desk(() => bench);

    it('puts online the draft that was looked at, and no other', async () => {
      const seen = matching(await write('relu'));
      await write('à moitié écrit');
      const stale = await post('/publish', await publisher(), seen);
      assert.equal(stale.status, 412);
      const { current, remedy } = (await stale.json()) as {
        current: { etag: string; document: unknown };
        remedy: string;
      };
      assert.ok(remedy);
      assert.match(JSON.stringify(current.document), /à moitié écrit/);
      assert.equal((await bench.call('GET', '/plan')).status, 404, 'nothing is online');
      const done = await post('/publish', await publisher(), { 'if-match': `W/${current.etag}` });
      assert.equal(done.status, 200, 'a proxy may have made the tag weak');
    });

    it('asks to name it: nothing and anything are no names', async () => {
      const token = await publisher();
      for (const path of ['/publish', '/revisions/1/restore', '/revisions/1/draft', '/publish/approve'])
        for (const headers of [{}, { 'if-match': '*' }])
          assert.equal((await post(path, token, headers)).status, 428, path);
    });

    it('a revision comes back over the draft that was looked at, and no other', async () => {
      await post('/publish', await publisher(), matching(await write('première')));
      const n = (await revisions()).revisions[0]!.n;
      await post('/publish', await publisher(), matching(await write('deuxième')));
      const seen = matching(await draft());
      await write('une journée de travail');
      const before = await online();
      const stale = await post(`/revisions/${n}/restore`, await publisher(), seen);
      assert.equal(stale.status, 412);
      assert.match(await words(), /une journée de travail/);
      assert.equal(await online(), before);
    });

    it('what it replaces stands in the history, and can be had back by whoever writes', async () => {
      const [first] = (await revisions()).revisions.filter(({ putAside }) => !putAside).slice(-1);
      const done = await post(`/revisions/${first!.n}/restore`, await publisher(), matching(await draft()));
      assert.equal(done.status, 200);
      assert.doesNotMatch(await words(), /une journée de travail/);
      const [live, aside] = (await revisions()).revisions;
      assert.deepEqual([live?.restoredFrom, live?.putAside, aside?.putAside], [first!.n, undefined, true]);
      const before = await online();
      const back = await post(`/revisions/${aside!.n}/draft`, await editor(), matching(await draft()));
      assert.equal(back.status, 200);
      assert.equal(back.headers.get('etag'), (await draft()).headers.get('etag'));
      assert.match(await words(), /une journée de travail/);
      assert.equal(await online(), before, 'nothing was published');
      assert.equal((await revisions()).revisions.length, live!.n, 'what a revision holds is not kept twice');
    });

    it('a draft that was put aside is never what is online', async () => {
      await write('autre journée');
      const { revisions: all } = await revisions();
      const live = all.find(({ putAside }) => !putAside)!;
      await post(`/revisions/${live.n}/draft`, await editor(), matching(await draft()));
      assert.equal((await revisions()).revisions[0]?.putAside, true);
      const school = await bench.call('PUT', '/draft?space=school:0750001A', {
        token: await admin(),
        body: { version: 1, campaigns: [] },
        headers: { 'if-match': '*' },
      });
      // Whoever publishes puts all spaces together anew.
      const put = await post('/publish?space=school:0750001A', await admin(), matching(school));
      assert.equal(put.status, 200);
      assert.doesNotMatch(await online(), /autre journée/);
      const diff = await bench.call('GET', `/revisions/${live.n + 1}/diff`, { token: await editor() });
      assert.equal(((await diff.json()) as { from: number }).from, live.n);
    });

    it('two who write and restore at once lose nothing', async () => {
      const { revisions: all } = await revisions();
      const n = all.at(-1)!.n;
      const seen = matching(await draft());
      const token = await publisher();
      const answers = await Promise.all([
        bench.call('PUT', '/draft', { token: await editor(), body: titled('en même temps'), headers: seen }),
        post(`/revisions/${n}/restore`, token, seen),
      ]);
      assert.deepEqual(answers.map(({ status }) => status).sort(), [200, 412]);
      const kept = await bench.services.store.db.selectFrom('revision').select('document').execute();
      const everything = `${await words()} ${kept.map(({ document }) => document).join(' ')}`;
      if (answers[0].status === 200) assert.match(everything, /en même temps/);
    });

    it('a plan file that is published at the start puts aside the draft whose place it takes', async () => {
      await write('pas encore publié');
      const file = join(bench.services.settings.data, `plan-${engine}.json`);
      await writeFile(file, JSON.stringify(titled('du fichier')));
      assert.equal(await publishFile(bench.services, file), 'published');
      assert.match(await words(), /du fichier/);
      const aside = (await revisions()).revisions.find(({ putAside }) => putAside)!;
      const kept = await bench.call('GET', `/revisions/${aside.n}`, { token: await editor() });
      assert.match(await kept.text(), /pas encore publié/);
      assert.equal(await publishFile(bench.services, file), 'same');
    });

    it('drafts put aside go after the time that everything is kept for', async () => {
      const { db } = bench.services.store;
      const old = {
        tenant: 'ent',
        space: 'all',
        document: '{}',
        contents: '{}',
        actor: 'x',
        approved_by: null,
      };
      const { tenant } = bench.services.settings;
      const more = { note: null, restored_from: null, at: '2001-01-01T00:00:00Z' };
      await db
        .insertInto('revision')
        .values([
          { ...old, ...more, tenant, n: 900, put_aside: 1 },
          { ...old, ...more, tenant, space: 'school:0750009Z', n: 900, put_aside: 0 },
        ])
        .execute();
      const gone = await bench.services.jobs();
      assert.equal(gone?.['draft'], 1);
      assert.equal((await db.selectFrom('revision').selectAll().where('n', '=', 900).execute()).length, 1);
    });
  });

for (const engine of ENGINES)
  describe(`four eyes on ${engine}`, () => {
    let bench: Bench;
    before(async () => {
      bench = await openBench(engine, { fourEyes: true });
    });
    after(async () => {
      await bench.close();
      if (engine === 'postgres') await endPostgres();
    });
    const { draft, post, words, online, write, revisions } = desk(() => bench);
    const waiting = async (): Promise<Pending> =>
      (
        (await (await bench.call('GET', '/revisions/pending', { token: await publisher('two') })).json()) as {
          pending: Pending;
        }
      ).pending;
    const approve = async (sub: string, etag: string) =>
      post('/publish/approve', await publisher(sub), { 'if-match': etag });

    it('publishes what another person has approved, and as it was when it was asked for', async () => {
      const one = await publisher('one');
      const asked = await post('/publish', one, matching(await write('demandé')), { note: 'à relire' });
      assert.equal(asked.status, 202);
      assert.equal((await bench.call('GET', '/plan')).status, 404);
      await write('changé depuis');
      const { etag } = await waiting();
      assert.equal((await approve('one', etag)).status, 403, 'not one’s own');
      assert.equal((await post('/publish/approve', await editor(), { 'if-match': etag })).status, 403);
      const pending = await bench.call('GET', '/revisions/pending', { token: await publisher('two') });
      assert.match(await pending.text(), /demandé/);
      const approved = await approve('two', etag);
      assert.equal(approved.status, 200);
      const { revision } = (await approved.json()) as Published;
      assert.ok(revision.approvedBy && revision.approvedBy !== revision.actor);
      assert.match(await online(), /demandé/);
      assert.match(await words(), /changé depuis/, 'the draft goes on');
      assert.equal((await approve('two', etag)).status, 404);
      const audit = await (await bench.call('GET', '/audit', { token: await admin() })).text();
      assert.match(audit, /publish\.ask.*|publish\.approve/s);
      assert.doesNotMatch(audit, /"one"|"two"/, 'by pseudonym');
    });

    it('approves the request that was read, and no other', async () => {
      const one = await publisher('one');
      await post('/publish', one, matching(await write('inoffensif')));
      const { etag } = await waiting();
      await post('/publish', one, matching(await write('NUISIBLE')));
      const before = await online();
      const stale = await approve('two', etag);
      assert.equal(stale.status, 412);
      assert.equal(await online(), before);
      assert.equal((await revisions()).pending?.etag, (await waiting()).etag, 'it still waits');
      assert.equal((await approve('two', (await waiting()).etag)).status, 200);
      assert.match(await online(), /NUISIBLE/);
    });

    it('a revision that is asked for leaves the draft alone until it is approved', async () => {
      await write('le travail de Sophie');
      const answer = await post('/revisions/1/restore', await publisher('one'), matching(await draft()));
      assert.equal(answer.status, 202);
      assert.match(await words(), /le travail de Sophie/);
      await write('le travail de Sophie, suite');
      assert.equal((await approve('two', (await waiting()).etag)).status, 200);
      assert.match(await words(), /demandé/);
      const { revisions: all } = await revisions();
      const aside = all.find(({ putAside }) => putAside);
      const old = await bench.call('GET', `/revisions/${aside!.n}`, { token: await editor() });
      assert.match(await old.text(), /Sophie, suite/, 'even what was written since is kept');
    });

    it('is withdrawn when asked', async () => {
      const token = await publisher('one');
      await post('/publish', token, matching(await draft()));
      const { etag } = await waiting();
      const withdraw = async (headers = {}) =>
        (await bench.call('DELETE', '/publish', { token, headers })).status;
      assert.equal(await withdraw(), 428, 'which request is to be named');
      await post('/publish', token, matching(await write('remplacée')));
      assert.equal(await withdraw({ 'if-match': etag }), 412, 'another waits by now');
      const now = (await waiting()).etag;
      assert.equal(await withdraw({ 'if-match': now }), 204);
      assert.equal((await approve('two', now)).status, 404);
    });
  });
