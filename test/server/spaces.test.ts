/** What is published in a space reaches the people of that space, and nobody else. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Published } from '../../src/model/contract/publishing.js';
import { tempFolder } from '../temp-folder.js';
import {
  ENGINES,
  endPostgres,
  matching,
  openBench,
  publish,
  thePostgres,
  type Bench,
} from './support/bench.js';
import { admin, sign } from './support/tokens.js';

const ONE = '0750001A';
const TWO = '0750002B';
const THREE = '0750003C';

interface Item {
  id: string;
  audience?: { schools?: string[] };
  content?: { src?: string; actions?: { to: string }[] };
  variants?: { content: { src?: string } }[];
  article?: string;
  related?: string[];
  src?: string;
}
interface PlanAnswer {
  revision: number;
  campaigns: Item[];
  help?: Record<'articles' | 'hints' | 'contacts', Item[] | undefined>;
}

const named = (id: string, src: string) => ({
  id,
  kind: 'banner',
  content: { src },
  variants: [{ audience: { profiles: ['pupil'] }, content: { src } }],
});
const banner = (id: string, more: object = {}) => ({ id, kind: 'banner', content: { title: id }, ...more });
const planOf = async (bench: Bench, query = ''): Promise<PlanAnswer> =>
  (await (await bench.call('GET', `/plan${query}`)).json()) as PlanAnswer;

after(endPostgres);

for (const engine of ENGINES)
  describe(`a space on ${engine}`, () => {
    let bench: Bench;
    before(async () => {
      bench = await openBench(engine);
    });
    after(() => bench.close());
    const put = async (name: string, content: unknown, space: string, token?: string): Promise<void> => {
      const answer = await bench.call('PUT', `/content/${name}?space=${space}`, {
        token: token ?? (await admin()),
        body: content,
      });
      assert.equal(answer.status, 204);
    };
    const read = async (src: string): Promise<string> =>
      (await bench.call('GET', new URL(src, 'https://ent.example/plan').pathname)).text();

    it('has contents of its own, whatever they are called elsewhere', async () => {
      await put('charte.json', { title: 'La charte de l’ENT' }, 'all');
      const plan = { version: 1, campaigns: [named('charte', 'content/charte.json')] };
      assert.equal((await publish(bench, plan)).status, 200);
      const school = await sign({ role: 'publisher', scope: { schools: [ONE] } });
      await put('charte.json', { title: 'Celle de l’école' }, `school:${ONE}`, school);
      await put('inutile.json', { title: 'Que rien ne nomme' }, `school:${ONE}`, school);
      // As a publisher of one school could have replaced what all read: without even naming it.
      const where = `space=school:${ONE}`;
      const draft = await bench.call('GET', `/draft?${where}`, { token: school });
      const published = { token: school, headers: matching(draft) };
      assert.equal((await bench.call('POST', `/publish?${where}`, published)).status, 200);
      assert.match(await read('content/charte.json'), /La charte de l’ENT/);
      assert.match(await read('content/inutile.json'), /No content of this name/);
      const own = {
        version: 1,
        campaigns: [named('charte-un', 'content/charte.json')],
        help: { articles: [{ id: 'regles', title: 'Règles', src: './content/charte.json' }] },
      };
      assert.equal((await publish(bench, own, `school:${ONE}`)).status, 200);
      const { campaigns, help } = await planOf(bench);
      const sources = campaigns.map(({ content, variants }) => [
        content?.src,
        ...(variants ?? []).map((one) => one.content.src),
      ]);
      assert.deepEqual(sources[0], ['content/charte.json', 'content/charte.json']);
      const address = sources[1]?.[0] ?? '';
      assert.notEqual(address, 'content/charte.json');
      assert.deepEqual([sources[1]?.[1], help?.articles?.[0]?.src], [address, address]);
      assert.match(await read('content/charte.json'), /La charte de l’ENT/);
      assert.match(await read(address), /Celle de l’école/);
      const answer = await bench.call('GET', `/${address}`);
      assert.match(answer.headers.get('cache-control') ?? '', /^public, no-cache/);
      assert.equal(
        (
          await bench.call('GET', `/${address}`, {
            headers: { 'if-none-match': answer.headers.get('etag')! },
          })
        ).status,
        304,
      );
      assert.equal((await bench.call('GET', `/content/school:${TWO}/charte.json`)).status, 404);
      assert.match(await read('content/school:0750001A/inutile.json'), /No content of this name/);
    });

    it('says when the file of an article is lacking', async () => {
      const token = await admin();
      const saved = await bench.call('PUT', `/draft?space=school:${TWO}`, {
        token,
        headers: { 'if-match': '*' },
        body: {
          version: 1,
          campaigns: [],
          help: { articles: [{ id: 'a', title: 'A', src: 'content/a.json' }] },
        },
      });
      const { issues } = (await saved.json()) as { issues: { severity: string; path: string }[] };
      assert.deepEqual(
        issues.map(({ severity, path }) => [severity, path]),
        [['warning', 'help.articles[0].src']],
      );
    });

    it('keeps its help apart from what its people have from wider spaces', async () => {
      const help = (title: string) => ({
        articles: [
          { id: 'article', title, body: title, related: ['autre'] },
          { id: 'autre', title: 'Autre', body: 'x', related: ['article'] },
        ],
        hints: [{ id: 'repere', target: '#a', article: 'article' }],
      });
      const plan = (title: string, more: object = {}) => ({
        version: 1,
        campaigns: [],
        help: help(title),
        ...more,
      });
      const open = [{ label: 'Lire', do: 'article', to: 'article' }];
      await publish(bench, {
        version: 1,
        campaigns: [],
        help: { articles: [{ id: 'article', title: 'De l’ENT', body: 'x' }] },
      });
      const school = plan('De l’école', {
        campaigns: [{ id: 'lisez', kind: 'banner', content: { title: 'Lisez', actions: open } }],
      });
      for (const [space, document] of [
        [`school:${ONE}`, school],
        [`school:${THREE}`, plan('De la troisième')],
      ] as const)
        assert.equal((await publish(bench, document, space)).status, 200);
      const { campaigns, help: own } = await planOf(bench, `?schools=${ONE}`);
      assert.deepEqual(
        own?.articles?.map(({ id, related }) => [id, related]),
        [
          ['article', undefined],
          [`article-${ONE}`, ['autre']],
          ['autre', [`article-${ONE}`]],
        ],
      );
      assert.deepEqual(
        own?.hints?.map(({ id, article }) => [id, article]),
        [['repere', `article-${ONE}`]],
      );
      assert.deepEqual(
        campaigns.find(({ id }) => id === 'lisez')?.content?.actions?.[0]?.to,
        `article-${ONE}`,
      );
      const { help: all } = await planOf(bench);
      assert.equal(
        all?.hints?.filter(({ id }) => id === 'repere').length,
        2,
        'schools that share nobody keep theirs',
      );
    });
  });

for (const engine of ENGINES)
  describe(`districts on ${engine}`, () => {
    it('renamed, emptied or smaller, show nothing to anybody else, and the log says so', async () => {
      const data = tempFolder('sentier-districts');
      const databaseUrl = engine === 'postgres' ? (await thePostgres()).database() : undefined;
      const lines: string[] = [];
      const open = (districts: Record<string, string[]>) =>
        openBench(engine, { data, districts, log: 'warn' }, databaseUrl, {
          log: { write: (line: string) => void lines.push(line) },
        });
      const shown = async (bench: Bench) =>
        (await planOf(bench)).campaigns.map(({ id, audience }) => [id, ...(audience?.schools ?? [])]);

      const first = await open({ '75-1': [ONE, TWO], '75-2': [THREE] });
      assert.equal((await publish(first, { version: 1, campaigns: [banner('ent')] })).status, 200);
      const district = {
        version: 1,
        campaigns: [banner('tous'), banner('un', { audience: { schools: [ONE] } })],
        help: { articles: [{ id: 'aide', title: 'Aide', body: 'x' }] },
      };
      assert.equal((await publish(first, district, 'district:75-1')).status, 200);
      assert.deepEqual(await shown(first), [['ent'], ['tous', ONE, TWO], ['un', ONE]]);
      const { revision } = await planOf(first);
      await first.close();

      const same = await open({ '75-1': [ONE, TWO], '75-2': [THREE] });
      assert.equal((await planOf(same)).revision, revision, 'nothing has changed');
      await same.close();

      const smaller = await open({ '75-1': [TWO] });
      assert.deepEqual(
        await shown(smaller),
        [['ent'], ['tous', TWO]],
        'a school that has left is not spoken to',
      );
      await smaller.close();
      assert.deepEqual(lines, []);

      const renamed = await open({ '75-01': [ONE, TWO] });
      assert.deepEqual(await shown(renamed), [['ent']], 'at the start');
      assert.equal((await publish(renamed, { version: 1, campaigns: [banner('ent')] })).status, 200);
      assert.deepEqual(await shown(renamed), [['ent']], 'and when somebody publishes');
      assert.equal((await planOf(renamed)).help, undefined);
      assert.match(lines[0] ?? '', /"spaces":\["district:75-1"\]/);
      await renamed.close();

      const empty = await open({ '75-1': [] });
      const answer = await publish(empty, district, 'district:75-1');
      assert.equal(answer.status, 422, 'it names a school');
      const nobodys = await publish(empty, { version: 1, campaigns: [banner('tous')] }, 'district:75-1');
      assert.equal(nobodys.status, 200);
      assert.match(((await nobodys.json()) as Published).issues[0]?.message ?? '', /n’a aucun établissement/);
      assert.deepEqual(await shown(empty), [['ent']]);
      await empty.close();

      const back = await open({ '75-1': [ONE] });
      assert.deepEqual(await shown(back), [['ent'], ['tous', ONE]], 'nothing was lost');
      await back.close();
    });
  });
