/** Who writes a school's draft may be anybody of the school: reading a plan ends soon, whatever is in it. */
import assert from 'node:assert/strict';
import { after, before, describe, it, mock } from 'node:test';
import type { DraftSaved } from '../../src/model/contract/publishing.js';
import type { Problem } from '../../src/model/contract/problem.js';
import { MAX_ITEMS, MOST_ISSUES } from '../../src/server/plans/bounds.js';
import { matching, openBench, PLAN, publish, type Bench } from './support/bench.js';
import { sign } from './support/tokens.js';

const SPACE = '?space=school:0750001A';
const editor = () => sign({ role: 'editor', scope: { schools: ['0750001A'] } }, 'editor');
const publisher = () => sign({ role: 'publisher', scope: { schools: ['0750001A'] } }, 'publisher');
const banner = (id: string, more: object = {}) => ({ id, kind: 'banner', content: { title: 'x' }, ...more });
const many = <T>(length: number, make: (i: number) => T): T[] => Array.from({ length }, (_, i) => make(i));

describe('a plan that is made to be slow', () => {
  let bench: Bench;
  before(async () => {
    bench = await openBench('sqlite');
    await publish(bench, PLAN);
  });
  after(() => bench.close());
  const put = async (body: unknown, language = 'fr') =>
    bench.call('PUT', `/draft${SPACE}`, {
      token: await editor(),
      body,
      headers: { 'if-match': '*', 'accept-language': language },
    });
  const content = async (name: string, body: unknown) =>
    bench.call('PUT', `/content/${name}${SPACE}`, { token: await editor(), body });
  const kept = async () =>
    (await bench.call('GET', `/draft${SPACE}`, { token: await editor() })).json() as Promise<{
      campaigns: unknown[];
    }>;
  /** Time of this process, in ms: the machine may be busy with others. */
  const cpuOf = async (work: () => Promise<unknown>): Promise<number> => {
    const { user } = process.cpuUsage();
    await work();
    return (process.cpuUsage().user - user) / 1000;
  };

  it('is kept, and answered with a few hundred faults and one that says that there are more', async () => {
    for (const [language, words] of [
      ['fr', /d’autres défauts/],
      ['en', /more faults/],
    ] as const) {
      const answer = await put({ version: 1, campaigns: many(9000, () => 0) }, language);
      assert.equal(answer.status, 200);
      const text = await answer.text();
      assert.ok(text.length < 400_000, String(text.length));
      const { issues } = JSON.parse(text) as DraftSaved;
      assert.equal(issues.length, MOST_ISSUES + 1);
      assert.deepEqual([issues.at(-1)?.code, issues.at(-1)?.severity], ['more', 'error']);
      assert.match(issues.at(-1)?.message ?? '', words);
    }
    assert.equal((await kept()).campaigns.length, 9000);
  });

  it('is not published where only what is not said is grave', async () => {
    const warnings = many(2 * MOST_ISSUES, (i) => banner(`b${i}`, { typo: 1 }));
    const { issues } = (await (await put({ version: 1, campaigns: warnings })).json()) as DraftSaved;
    assert.ok(issues.every(({ severity }) => severity === 'warning'));
    const saved = await put({ version: 1, campaigns: [...warnings, 0] });
    const refused = await bench.call('POST', `/publish${SPACE}`, {
      token: await publisher(),
      headers: matching(saved),
    });
    assert.equal(refused.status, 422);
    const said = ((await refused.json()) as Problem).issues!;
    assert.deepEqual([said.length, said.at(-1)?.severity], [MOST_ISSUES + 1, 'error']);
  });

  it('one thing with a hundred thousand faults is kept too', async () => {
    const tour = { id: 'a', kind: 'tour', content: { steps: many(140_000, () => 0) } };
    assert.equal((await put({ version: 1, campaigns: [tour] })).status, 200);
    const holidays = { a: many(140_000, () => 0) };
    assert.equal((await put({ version: 1, settings: { holidays }, campaigns: [] })).status, 200);
  });

  it('with a long name in it says that name once, not with each fault', async () => {
    const title = { ['k'.repeat(1_000_000)]: many(400, () => 0) };
    const text = await (await put({ version: 1, campaigns: [banner('a', { title, more: title })] })).text();
    assert.ok(text.length < 400_000, String(text.length));
  });

  it('whose conditions all look through one long list costs that list once', async () => {
    const questions = [
      { id: 'q', kind: 'choice', title: 'Q', options: many(20_000, (i) => `o${i}`) },
      ...many(10_000, (i) => ({ id: `r${i}`, kind: 'nps', title: 'R', showIf: { question: 'q', is: 'z' } })),
    ];
    const cpu = await cpuOf(() =>
      put({ version: 1, campaigns: [{ id: 's', kind: 'survey', content: { questions } }] }),
    );
    assert.ok(cpu < 4000, `${cpu} ms`);
  });

  it('is refused where it is larger than any: by its things, by its values, in no time', async () => {
    await put({ version: 1, campaigns: [] });
    const cpu = await cpuOf(async () => {
      for (const body of [
        `{"version":1,"campaigns":[${'0,'.repeat(4_100_000)}0]}`,
        `{"version":1,"campaigns":[],"x":[${'0,'.repeat(4_100_000)}0]}`,
        JSON.stringify({ campaigns: many(MAX_ITEMS, () => 0), help: { hints: [0] } }),
      ]) {
        const answer = await put(body);
        assert.equal(answer.status, 413);
        const { detail, remedy } = (await answer.json()) as Problem;
        assert.ok(detail && remedy);
      }
    });
    assert.ok(cpu < 6000, `${cpu} ms`);
    assert.deepEqual((await kept()).campaigns, []);
  });

  it('reads the contents that campaigns name, and no others', async () => {
    const long = { title: 'x', body: 'y'.repeat(100_000) };
    for (let i = 0; i < 6; i++) assert.equal((await content(`f${i}.json`, long)).status, 204);
    const read = async (document: object): Promise<number> => {
      const parse = mock.method(JSON, 'parse');
      try {
        assert.equal((await put({ version: 1, ...document })).status, 200);
        return parse.mock.calls.filter(({ arguments: [text] }) => text.length > 100_000).length;
      } finally {
        parse.mock.restore();
      }
    };
    assert.equal(await read({ campaigns: [] }), 0);
    const help = { articles: [{ id: 'a', title: 'A', src: 'content/f1.json' }] };
    assert.equal(await read({ campaigns: [], help }), 0, 'of articles’ it is enough that they are there');
    assert.equal(await read({ campaigns: [banner('a', { content: { src: 'content/f0.json' } })] }), 1);
  });

  it('is not checked where its contents, as often as they are named, are too large', async () => {
    await content('long.json', { title: 'x', body: 'y'.repeat(1_000_000) });
    await content('wide.json', { title: 'x', more: many(20_000, () => 0) });
    for (const name of ['long.json', 'wide.json']) {
      const campaigns = many(2000, (i) => banner(`b${i}`, { content: { src: `content/${name}` } }));
      let saved!: Response;
      const cpu = await cpuOf(async () => (saved = await put({ version: 1, campaigns }, 'en')));
      assert.ok(cpu < 2000, `${cpu} ms`);
      const { issues } = (await saved.json()) as DraftSaved;
      assert.deepEqual(
        issues.map(({ code, severity }) => [code, severity]),
        [['plan', 'error']],
      );
      assert.match(issues[0]!.message, /too large together.*Take out/);
      const refused = await bench.call('POST', `/publish${SPACE}`, {
        token: await publisher(),
        headers: matching(saved),
      });
      assert.equal(refused.status, 422);
    }
  });
});
