/** Drafts, publishing, revisions, on both databases. */
import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import type { Diff, Published, RevisionList } from '../../src/model/contract/publishing.js';
import { publishFile } from '../../src/server/seed.js';
import { tempFolder } from '../temp-folder.js';
import { ENGINES, endPostgres, matching, openBench, PLAN, publish, type Bench } from './support/bench.js';
import { admin, sign } from './support/tokens.js';

const editor = () => sign({ role: 'editor', scope: 'all' }, 'editor');
const publisher = (sub = 'publisher') => sign({ role: 'publisher', scope: 'all' }, sub);
const titled = (title: string) => ({ ...PLAN, campaigns: PLAN.campaigns.map((one) => ({ ...one, title })) });

for (const engine of ENGINES)
  describe(`the plan on ${engine}`, () => {
    let bench: Bench;
    before(async () => {
      bench = await openBench(engine);
    });
    after(async () => {
      await bench.close();
      await endPostgres();
    });
    const json = async <T>(answer: Promise<Response>): Promise<T> => (await answer).json() as Promise<T>;

    it('is nowhere before it is published', async () => {
      assert.equal((await bench.call('GET', '/plan')).status, 404);
    });

    it('is drafted by who has read the draft, and by one at a time', async () => {
      const token = await editor();
      const first = await bench.call('GET', '/draft', { token });
      const etag = first.headers.get('etag') ?? '';
      assert.deepEqual(await first.json(), { version: 1, campaigns: [] });
      const put = (document: unknown, match?: string) =>
        bench.call('PUT', '/draft', {
          token,
          body: document,
          ...(match && { headers: { 'if-match': match } }),
        });
      assert.equal((await put(PLAN)).status, 428);
      const answers = await Promise.all(['un', 'deux', 'trois'].map((title) => put(titled(title), etag)));
      assert.deepEqual(answers.map(({ status }) => status).sort(), [200, 412, 412]);
      const conflict = (await answers.find(({ status }) => status === 412)!.json()) as {
        current: { etag: string; document: { campaigns: { title: string }[] } };
      };
      const now = await bench.call('GET', '/draft', { token });
      assert.equal(conflict.current.etag, now.headers.get('etag'));
      assert.deepEqual(conflict.current.document, await now.json());
      const known = await bench.call('GET', '/draft', {
        token,
        headers: { 'if-none-match': conflict.current.etag },
      });
      assert.equal(known.status, 304);
    });

    it('is not published with faults; what was published stays, and the draft too', async () => {
      assert.equal((await publish(bench, PLAN)).status, 200);
      const before = await (await bench.call('GET', '/plan')).text();
      const refused = await publish(bench, {
        ...PLAN,
        campaigns: [{ id: 'x', kind: 'tour', content: { steps: [] } }, 7],
      });
      assert.equal(refused.status, 422);
      const problem = (await refused.json()) as {
        issues: { path: string; remedy: string }[];
        remedy: string;
      };
      assert.deepEqual(
        problem.issues.map(({ path }) => path),
        ['campaigns[0].content.steps', 'campaigns[1]'],
      );
      assert.ok(problem.issues.every(({ remedy }) => remedy) && problem.remedy);
      assert.equal(await (await bench.call('GET', '/plan')).text(), before);
      const draft = await json<{ campaigns: unknown[] }>(
        bench.call('GET', '/draft', { token: await editor() }),
      );
      assert.equal(draft.campaigns.length, 2);
    });

    it('says what is wrong in the language of who asks, French or English', async () => {
      const document = {
        ...PLAN,
        campaigns: [
          { id: 'help', kind: 'banner', content: { title: 'x' } },
          { id: 'x', kind: 'tour', content: { steps: [] } },
        ],
      };
      const token = await admin();
      const put = await bench.call('PUT', '/draft', { token, body: document, headers: { 'if-match': '*' } });
      const said = async (languages?: string) => {
        const refused = await bench.call('POST', '/publish', {
          token,
          body: {},
          headers: { ...matching(put), ...(languages && { 'accept-language': languages }) },
        });
        return ((await refused.json()) as { issues: { message: string }[] }).issues
          .map(({ message }) => message)
          .join('\n');
      };
      const french = await said();
      assert.match(french, /l’identifiant "help" est déjà pris. Donnez-en un autre/);
      assert.equal(await said('de, fr-CA;q=0.8, en;q=0.5'), french);
      assert.equal(await said('de'), french);
      const english = await said('fr;q=0.3, en-GB');
      assert.match(english, /campaigns\[0\]\.id: the id "help" is taken already. Give it another/);
      assert.doesNotMatch(english, /Donnez|est déjà/);
    });

    it('is not sent again to who has it', async () => {
      const etag = (await bench.call('GET', '/plan')).headers.get('etag') ?? '';
      const again = await bench.call('GET', '/plan', { headers: { 'if-none-match': etag } });
      assert.equal(again.status, 304);
      assert.equal(await again.text(), '');
      await publish(bench, titled('autre'));
      assert.equal((await bench.call('GET', '/plan', { headers: { 'if-none-match': etag } })).status, 200);
    });

    it('has its contents with it, checked as if they were written there', async () => {
      const token = await admin();
      const plan = {
        version: 1,
        campaigns: [{ id: 'loin', kind: 'survey', content: { src: 'content/loin.json' } }],
      };
      const missing = await publish(bench, plan);
      assert.match(await missing.text(), /PUT \/content\/loin\.json/);
      const put = (content: unknown) => bench.call('PUT', '/content/loin.json', { token, body: content });
      await put({ questions: [{ id: 'q', kind: 'nope' }] });
      assert.match(
        await (await publish(bench, plan)).text(),
        /campaigns\[0\]\.content\.questions\[0\]\.kind/,
      );
      await put({ questions: [{ id: 'q', kind: 'nps', title: 'Et\u202f?' }] });
      assert.equal((await bench.call('GET', '/content/loin.json')).status, 404, 'not before it is published');
      assert.equal((await publish(bench, plan)).status, 200);
      assert.match(await (await bench.call('GET', '/content/loin.json')).text(), /"nps"/);
      await put({ questions: [{ id: 'q', kind: 'stars', title: 'Et\u202f?' }] });
      assert.match(
        await (await bench.call('GET', '/content/loin.json')).text(),
        /"nps"/,
        'a draft is a draft',
      );
      assert.match(await (await bench.call('GET', '/content/loin.json?draft', { token })).text(), /"stars"/);
    });

    it('keeps every revision, says what changed, and goes back to one', async () => {
      await publish(bench, titled('avant'));
      await publish(bench, titled('après'));
      const token = await publisher();
      const { revisions } = await json<RevisionList>(bench.call('GET', '/revisions', { token }));
      const n = revisions[0]?.n ?? 0;
      assert.deepEqual(
        revisions.map((one) => one.n),
        Array.from({ length: n }, (_, i) => n - i),
      );
      const { changes } = await json<Diff>(bench.call('GET', `/revisions/${n}/diff`, { token }));
      assert.deepEqual(changes[0], {
        kind: 'changed',
        path: 'campaigns[visite].title',
        before: 'avant',
        after: 'après',
      });
      assert.equal(changes.length, 3);
      const restored = await json<Published>(
        bench.call('POST', `/revisions/${n - 1}/restore`, {
          token,
          body: { note: 'retour' },
          headers: matching(await bench.call('GET', '/draft', { token })),
        }),
      );
      assert.deepEqual(
        [restored.revision.n, restored.revision.restoredFrom, restored.revision.note],
        [n + 1, n - 1, 'retour'],
      );
      assert.match(await (await bench.call('GET', '/plan')).text(), /avant/);
      const draft = await json<{ campaigns: { title: string }[] }>(bench.call('GET', '/draft', { token }));
      assert.equal(draft.campaigns[0]?.title, 'avant');
      const old = await json<{ document: { campaigns: { title: string }[] } }>(
        bench.call('GET', `/revisions/${n}`, { token }),
      );
      assert.equal(old.document.campaigns[0]?.title, 'après', 'what was published stays as it was');
      assert.equal((await bench.call('GET', '/revisions/999', { token })).status, 404);
      assert.equal((await bench.call('GET', '/revisions/1%20or%201', { token })).status, 400);
    });

    it('revisions and audit cannot be rewritten in the database', async () => {
      const { db } = bench.services.store;
      await assert.rejects(db.updateTable('revision').set({ note: 'x' }).execute(), /immutable/);
      await assert.rejects(db.updateTable('audit').set({ actor: 'x' }).execute(), /immutable/);
    });

    it('publishing at the same time loses nothing', async () => {
      const before = await json<RevisionList>(bench.call('GET', '/revisions', { token: await publisher() }));
      const schools = ['0750001A', '0750002B', '0750003C', '0750004D'];
      const answers = await Promise.all(
        schools.map((uai) =>
          publish(
            bench,
            { version: 1, campaigns: [{ id: `a-${uai}`, kind: 'banner', content: { title: uai } }] },
            `school:${uai}`,
          ),
        ),
      );
      assert.deepEqual(
        answers.map(({ status }) => status),
        [200, 200, 200, 200],
      );
      const plan = await (await bench.call('GET', '/plan')).text();
      for (const uai of schools) assert.ok(plan.includes(`a-${uai}`));
      const after = await json<RevisionList>(bench.call('GET', '/revisions', { token: await publisher() }));
      assert.equal(after.revisions.length, before.revisions.length);
    });

    it('feeds tell what is public', async () => {
      await publish(bench, PLAN);
      const feed = await json<{ items: { title: string }[] }>(bench.call('GET', '/feed.json'));
      assert.deepEqual(
        feed.items.map(({ title }) => title),
        ['Une annonce'],
      );
      assert.match(await (await bench.call('GET', '/feed.atom')).text(), /<title>Une annonce<\/title>/);
    });
  });

describe('a plan from a file', () => {
  it('is published again when it or a file of its contents has changed, and not otherwise', async () => {
    const bench = await openBench('sqlite');
    const folder = tempFolder('sentier-plan');
    mkdirSync(join(folder, 'content'));
    const write = (name: string, content: unknown) =>
      writeFileSync(join(folder, name), JSON.stringify(content));
    const file = join(folder, 'plan.json');
    write('plan.json', {
      version: 1,
      campaigns: [{ id: 'loin', kind: 'banner', content: { src: 'content/loin.json' } }],
      help: { articles: [{ id: 'aide', title: 'Aide', src: 'content/aide.json' }] },
    });
    write('content/loin.json', { title: 'avant' });
    write('content/aide.json', { body: 'Voici.' });
    const read = async (name: string) => (await bench.call('GET', `/content/${name}`)).text();
    assert.equal(await publishFile(bench.services, file), 'published');
    assert.equal(await publishFile(bench.services, file), 'same');
    assert.match(await read('aide.json'), /Voici/);
    write('content/loin.json', { title: 'après' });
    assert.equal(await publishFile(bench.services, file), 'published');
    assert.match(await read('loin.json'), /après/);
    assert.equal(await publishFile(bench.services, file), 'same');
    await bench.close();
  });
});
