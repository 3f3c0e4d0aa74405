/** What is shown is what was published: no plan points at files that others may change. */
import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import type { Problem } from '../../src/model/contract/problem.js';
import { publishFile } from '../../src/server/seed.js';
import { openBench, publish, type Bench } from './support/bench.js';
import { admin } from './support/tokens.js';

const ELSEWHERE = [
  'https://evil.example/now.json',
  '//evil.example/now.json',
  '/auth/logout',
  'content/../auth/logout.json',
  'content/now.json?x',
  `content/${'a'.repeat(300)}.json`,
  'now.json',
  '',
];
const planWith = (src: string) => ({
  version: 1,
  campaigns: [
    { id: 'a', kind: 'banner', content: { src } },
    {
      id: 'b',
      kind: 'banner',
      content: { title: 'x' },
      variants: [{ audience: { profiles: ['pupil'] }, content: { src } }],
    },
  ],
  help: { articles: [{ id: 'c', title: 'C', body: 'x', src }] },
});

describe('a file that a plan names', () => {
  let bench: Bench;
  before(async () => {
    bench = await openBench('sqlite');
  });
  after(() => bench.close());

  it('is among the contents of its space, or nothing is published', async () => {
    for (const space of ['all', 'school:0750001A'])
      for (const src of ELSEWHERE) {
        const refused = await publish(bench, planWith(src), space);
        assert.equal(refused.status, 422, src);
        const { issues } = (await refused.json()) as Problem;
        assert.deepEqual(
          issues!.map(({ severity, code, path }) => [severity, code, path]),
          ['help.articles[0].src', 'campaigns[0].content.src', 'campaigns[1].variants[0].content.src'].map(
            (path) => ['error', 'reference', path],
          ),
          src,
        );
        assert.match(issues![0]!.message, /parmi les contenus de l’espace. Envoyez ce fichier/);
        assert.ok(issues![0]!.message.length < 300);
      }
    assert.equal((await bench.call('GET', '/plan')).status, 404);
  });

  it('is said so in English too', async () => {
    const put = await bench.call('PUT', '/draft?space=all', {
      token: await admin(),
      body: planWith('https://evil.example/now.json'),
      headers: { 'if-match': '*', 'accept-language': 'en' },
    });
    assert.match(await put.text(), /is not among the contents of the space. Send that file/);
  });

  it('stands at the address that the server has it at, however it is written', async () => {
    await bench.call('PUT', '/content/x.json?space=all', { token: await admin(), body: { title: 'x' } });
    for (const src of ['content/x.json', './content/x.json', '/content/x.json']) {
      assert.equal((await publish(bench, planWith(src))).status, 200);
      const plan = (await (await bench.call('GET', '/plan')).json()) as ReturnType<typeof planWith>;
      assert.deepEqual(
        [plan.campaigns[0]?.content, plan.campaigns[1]?.variants?.[0]?.content, plan.help.articles[0]?.src],
        [{ src: 'content/x.json' }, { src: 'content/x.json' }, 'content/x.json'],
      );
    }
  });

  it('may be anywhere in a plan that who runs the server gives it as a file, the files beside it are kept', async () => {
    const { data } = bench.services.settings;
    mkdirSync(join(data, 'content'));
    writeFileSync(join(data, 'content', 'y.json'), '{"title":"y"}');
    const { campaigns } = planWith('/aide/x.json');
    const near = { id: 'y', kind: 'banner', content: { src: 'content/y.json' } };
    writeFileSync(join(data, 'plan.json'), JSON.stringify({ version: 1, campaigns: [...campaigns, near] }));
    assert.equal(await publishFile(bench.services, join(data, 'plan.json')), 'published');
    const plan = await (await bench.call('GET', '/plan')).text();
    assert.match(plan, /"\/aide\/x\.json"/);
    assert.match(await (await bench.call('GET', '/content/y.json')).text(), /"y"/);
  });
});
