import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { appendFileSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { once } from 'node:events';
import { describe, it } from 'node:test';
import { CSP } from '../../stories/demo/server/app.js';
import { PAGES } from '../../stories/demo/server/pages.js';
import { PERSONAS } from '../../stories/demo/server/personas.js';
import { cookieOf, demo, newFolder, pageFor } from './demo-visit.js';

const row = (id: string, more: object = {}) => ({
  id: `envelope-${id}`,
  type: 'outcome',
  campaign: 'bienvenue-2026',
  version: 1,
  day: '2026-09-01',
  audience: { profile: 'teacher' },
  data: { type: 'shown' },
  ...more,
});
type Demo = ReturnType<typeof demo>;
const send = (
  app: Demo,
  path: string,
  body: unknown,
  method = 'POST',
  headers: Record<string, string> = {},
) =>
  app.request(path, {
    method,
    headers: { 'content-type': 'application/json', cookie: cookieOf('parent'), ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
const collect = async (app: Demo, ...envelopes: unknown[]) =>
  (await send(app, '/sentier/collect', { envelopes })).json() as Promise<Record<string, unknown[]>>;

describe('the demo’s pages', () => {
  for (const { id } of PERSONAS)
    it(`open for ${id}, with Sentier’s one tag and nothing that the CSP forbids`, async () => {
      for (const path of [...PAGES, '/messagerie/envoyes/', '/connexion/', '/collecte/']) {
        const html = await pageFor(id, path);
        assert.match(
          html,
          /<script src="\/sentier\/sentier\.js" data-plan="\/sentier\/plan\.json"[^>]* defer><\/script>/,
          path,
        );
        assert.doesNotMatch(
          html,
          /\sstyle=|<style|\son[a-z]+=|javascript:|data:|https?:\/\/(?!www\.w3\.org)/i,
          path,
        );
        assert.doesNotMatch(html, /<!--#|\{\{/, path);
        const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, one]) => one);
        assert.deepEqual(
          ids.filter((one, i) => ids.indexOf(one) !== i),
          [],
          `${path}: ids twice`,
        );
      }
    });

  it('tell Sentier who is there, in which words the host has, and when', async () => {
    const html = await pageFor('atsem', '/messagerie/', 'toussaint');
    const [, json = ''] = /id="sentier-context">([^]*?)<\/script>/.exec(html) ?? [];
    const context = JSON.parse(json) as {
      user: { key: string; profiles: string[] };
      service: string;
      now: string;
    };
    assert.deepEqual(context.user.profiles, ['ATSEM']);
    assert.match(context.user.key, /^[0-9a-f]{16}$/);
    assert.equal(context.service, 'messagerie');
    assert.match(context.now, /^2026-10-21T10:30:/);
  });

  it('tell no date where the real one is asked for', async () => {
    assert.doesNotMatch(await pageFor('parent', '/accueil/', 'aujourdhui'), /"now":/);
  });

  it('carry the strict policy', async () => {
    const response = await demo().request('/accueil/');
    assert.equal(response.headers.get('content-security-policy'), CSP);
    assert.match(CSP, /script-src 'self'.*require-trusted-types-for 'script'/);
  });

  it('read from right to left in Arabic', async () => {
    const response = await demo().request('/accueil/', {
      headers: { cookie: cookieOf('parent', 'rentree', 'ar') },
    });
    assert.match(await response.text(), /<html lang="ar" dir="rtl"/);
  });

  it('do not exist elsewhere, nor above the site', async () => {
    for (const path of [
      '/nulle-part/',
      '/messagerie/nulle-part/',
      '/sentier/../../package.json',
      '/sentier/content/..%2F..%2Fserver%2Fapp.ts',
      '/assets/%2e%2e%2fplan.json',
    ])
      assert.equal((await demo().request(path)).status, 404, path);
  });
});

describe('the demo’s switch', () => {
  it('goes to another person and comes back to the same page, and nowhere else', async () => {
    const post = (body: string) =>
      demo().request('/demo/choix', {
        method: 'POST',
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        body,
      });
    const response = await post('qui=parent&date=15-septembre&retour=/agenda/');
    assert.equal(response.headers.get('location'), '/agenda/');
    assert.match(
      decodeURIComponent(response.headers.get('set-cookie') ?? ''),
      /qui=parent&date=15-septembre/,
    );
    for (const away of ['//ailleurs.example', 'https://ailleurs.example', '/\\ailleurs.example', '/a?b'])
      assert.equal(
        (await post(`qui=parent&retour=${encodeURIComponent(away)}`)).headers.get('location'),
        '/accueil/',
      );
  });

  it('is in links too', async () => {
    const response = await demo().request('/notes/?qui=eleve-6e&langue=en');
    assert.equal(response.headers.get('location'), '/notes/');
    assert.match(decodeURIComponent(response.headers.get('set-cookie') ?? ''), /qui=eleve-6e.*langue=en/);
  });

  it('keeps what it knows when asked for what it does not', async () => {
    const response = await demo().request('/notes/?qui=personne&date=jamais', {
      headers: { cookie: cookieOf('parent', 'toussaint') },
    });
    assert.match(decodeURIComponent(response.headers.get('set-cookie') ?? ''), /qui=parent&date=toussaint/);
  });
});

describe('the plan', () => {
  it('is not sent again to who has it', async () => {
    const app = demo();
    const etag = (await app.request('/sentier/plan.json')).headers.get('etag') ?? '';
    const again = await app.request('/sentier/plan.json', { headers: { 'if-none-match': etag } });
    assert.equal(again.status, 304);
    assert.equal(await again.text(), '');
  });
});

describe('the collector', () => {
  it('accepts a row once, however often it comes, and after a restart', async () => {
    const data = newFolder();
    const app = demo(data);
    assert.deepEqual(await collect(app, row('a'), row('b'), row('a')), {
      accepted: ['envelope-a', 'envelope-b'],
      known: ['envelope-a'],
      refused: [],
    });
    assert.deepEqual(await collect(demo(data), row('b'), row('c')), {
      accepted: ['envelope-c'],
      known: ['envelope-b'],
      refused: [],
    });
    assert.equal(readFileSync(join(data, 'collect.jsonl'), 'utf8').trim().split('\n').length, 3);
  });

  it('takes the same row once from two batches at a time', async () => {
    const app = demo();
    const receipts = await Promise.all([collect(app, row('x')), collect(app, row('x'))]);
    assert.deepEqual(receipts.map(({ accepted }) => accepted?.length).sort(), [0, 1]);
  });

  it('says what it refuses and why, and takes the rest', async () => {
    const { accepted, refused } = await collect(
      demo(),
      row('good'),
      row('bad', { day: '2026-09-01T10:00' }),
      row('worse', { audience: { name: { first: 'x' } } }),
      7,
    );
    assert.deepEqual(accepted, ['envelope-good']);
    assert.equal(refused?.length, 3);
    assert.match(JSON.stringify(refused), /envelope-bad.*day:.*envelope-worse.*audience:/);
  });

  it('refuses another row under a known id', async () => {
    const app = demo();
    await collect(app, row('same'));
    const { refused } = await collect(app, row('same', { campaign: 'autre' }));
    assert.equal(refused?.length, 1);
  });

  it('keeps only the fields that it knows', async () => {
    const data = newFolder();
    await collect(demo(data), row('extra', { login: 'nadia', ip: '10.0.0.1' }));
    assert.doesNotMatch(readFileSync(join(data, 'collect.jsonl'), 'utf8'), /nadia|10\.0/);
  });

  it('reads on after a line that was cut short', async () => {
    const data = newFolder();
    await collect(demo(data), row('before'));
    appendFileSync(join(data, 'collect.jsonl'), '{"id":"envelope-cut","ty');
    await collect(demo(data), row('after'));
    assert.deepEqual(await collect(demo(data), row('before'), row('after')), {
      accepted: [],
      known: ['envelope-before', 'envelope-after'],
      refused: [],
    });
  });

  it('refuses what is too big, no JSON, or no batch', async () => {
    const app = demo();
    assert.equal(
      (await send(app, '/sentier/collect', { envelopes: [row('big', { data: { x: 'x'.repeat(70_000) } })] }))
        .status,
      413,
    );
    assert.equal((await send(app, '/sentier/collect', '{"envelopes":', 'POST')).status, 400);
    assert.equal((await send(app, '/sentier/collect', [row('a')])).status, 400);
    assert.equal(
      (await send(app, '/sentier/collect', 'x', 'POST', { 'content-type': 'text/plain' })).status,
      415,
    );
  });

  it('shows counts and answers, as text and nothing else', async () => {
    const app = demo();
    const answer = row('answer', {
      type: 'response',
      campaign: 'avis-familles',
      data: { answers: { idee: '<img src=x>' } },
    });
    await collect(app, row('a'), row('b'), answer);
    const html = await (await app.request('/collecte/')).text();
    assert.match(html, /Découvrir la page d’accueil[^]*?<td class="number">2<\/td>/);
    assert.match(html, /Personne n’est identifié/);
    assert.match(html, /&lt;img src=x&gt;/);
    assert.doesNotMatch(html, /<img src=x/);
  });
});

describe('progress on the server', () => {
  const entry = (at: number) => ({ version: 1, status: 'completed', shown: 1, at });
  const get = async (app: Demo, qui: string) =>
    (await app.request('/sentier/progress', { headers: { cookie: cookieOf(qui) } })).json() as Promise<{
      campaigns: Record<string, { at: number }>;
    }>;

  it('is each person’s own, merged by campaign, newest first, and survives a restart', async () => {
    const data = newFolder();
    const app = demo(data);
    await send(app, '/sentier/progress', { campaigns: { a: entry(5) } }, 'PATCH');
    await send(app, '/sentier/progress', { campaigns: { a: entry(3), b: entry(4) } }, 'PATCH');
    const { campaigns } = await get(demo(data), 'parent');
    assert.deepEqual(
      Object.entries(campaigns).map(([id, { at }]) => [id, at]),
      [
        ['a', 5],
        ['b', 4],
      ],
    );
    assert.deepEqual((await get(app, 'enseignante')).campaigns, {});
  });

  it('is forgotten when all is to be seen again', async () => {
    const app = demo();
    await send(app, '/sentier/progress', { campaigns: { a: entry(5) } }, 'PATCH');
    await app.request('/demo/tout-revoir', {
      method: 'POST',
      headers: { cookie: cookieOf('enseignante') },
      body: 'retour=/blog/',
    });
    assert.deepEqual((await get(app, 'parent')).campaigns, {});
  });

  it('takes nonsense for nothing', async () => {
    const response = await send(
      demo(),
      '/sentier/progress',
      '{"campaigns":{"__proto__":{"x":1},"a":7}}',
      'PATCH',
    );
    assert.deepEqual(await response.json(), { campaigns: {} });
  });
});

describe('npm start', () => {
  it('goes to the next port when its own is taken, says where it is, and stops when asked', async () => {
    const taken = createServer().listen(0, '127.0.0.1');
    await once(taken, 'listening');
    const { port } = taken.address() as { port: number };
    const server = spawn(
      process.execPath,
      ['--import', 'tsx', 'stories/demo/server/start.ts', '--port', String(port)],
      { stdio: 'pipe' },
    );
    let said = '';
    for await (const chunk of server.stdout) if (/Ctrl\+C/.test((said += String(chunk)))) break;
    const [, address = ''] = /(http:\/\/\S+)/.exec(said) ?? [];
    assert.ok(Number(new URL(address).port) > port);
    assert.equal((await fetch(`${address}accueil/`)).status, 200);
    server.kill('SIGINT');
    assert.deepEqual(await once(server, 'exit'), [0, null]);
    taken.close();
  });
});
