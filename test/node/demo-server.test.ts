import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { createServer } from 'node:net';
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
    headers: {
      'content-type': 'application/json',
      host: 'ent.invalid',
      origin: 'http://ent.invalid',
      cookie: cookieOf('parent'),
      ...headers,
    },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
/** Cookies of somebody who has opened a page: the ENT gave them a token. */
const signedIn = async (app: Demo, qui: string): Promise<string> => {
  const cookie = cookieOf(qui);
  const page = await app.request('/accueil/', { headers: { cookie } });
  const [, token = ''] = /sentier_token=([^;]+)/.exec(page.headers.get('set-cookie') ?? '') ?? [];
  return `${cookie}; sentier_token=${token}`;
};
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

describe('the reference server under the demo', () => {
  it('takes what pages send, once, and after a restart', async () => {
    const data = newFolder();
    const app = demo(data);
    assert.deepEqual(await collect(app, row('a'), row('b'), row('a')), {
      accepted: ['envelope-a', 'envelope-b'],
      known: ['envelope-a'],
      refused: [],
    });
    await app.close();
    assert.deepEqual(await collect(demo(data), row('b'), row('c')), {
      accepted: ['envelope-c'],
      known: ['envelope-b'],
      refused: [],
    });
  });

  it('takes nothing from elsewhere', async () => {
    const away = { origin: 'https://ailleurs.example' };
    assert.equal(
      (await send(demo(), '/sentier/collect', { envelopes: [row('a')] }, 'POST', away)).status,
      403,
    );
  });

  it('shows counts, scores and answers, as text and nothing else', async () => {
    const app = demo();
    const answer = row('answer', {
      type: 'response',
      campaign: 'avis-familles',
      audience: { profile: 'guardian' },
      data: { answers: { idee: '<img src=x>' } },
    });
    await collect(app, row('a'), row('b'), answer);
    const html = await (await app.request('/collecte/')).text();
    assert.match(html, /Découvrir la page d’accueil[^]*?<td class="number">2<\/td>/);
    assert.match(html, /Personne n’est identifié/);
    assert.match(html, /NPS/);
    assert.match(html, /&lt;img src=x&gt;/);
    assert.doesNotMatch(html, /<img src=x/);
  });

  it('lets the head see their school, the district everything, and others nothing', async () => {
    const app = demo();
    const role = async (qui: string) => {
      const answer = await app.request('/sentier/me', { headers: { cookie: await signedIn(app, qui) } });
      return answer.ok ? ((await answer.json()) as { role: string; scope: { kind: string } }) : answer.status;
    };
    assert.deepEqual([await role('parent'), await role('eleve-cm2')], [403, 403]);
    const head = await role('directrice');
    const district = await role('circonscription');
    assert.ok(typeof head === 'object' && head.role === 'publisher' && head.scope.kind === 'schools');
    assert.ok(typeof district === 'object' && district.role === 'admin' && district.scope.kind === 'all');
  });
});

describe('progress on the server', () => {
  const entry = (at: number) => ({ version: 1, status: 'completed', shown: 1, at });
  const get = async (app: Demo, qui: string) =>
    (
      await app.request('/sentier/progress', { headers: { cookie: await signedIn(app, qui) } })
    ).json() as Promise<{
      campaigns: Record<string, { at: number }>;
    }>;

  it('is each person’s own, merged by campaign, newest first, and survives a restart', async () => {
    const data = newFolder();
    const app = demo(data);
    const cookie = await signedIn(app, 'parent');
    await send(app, '/sentier/progress', { campaigns: { a: entry(5) } }, 'PATCH', { cookie });
    await send(app, '/sentier/progress', { campaigns: { a: entry(3), b: entry(4) } }, 'PATCH', { cookie });
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
    const cookie = await signedIn(app, 'parent');
    await send(app, '/sentier/progress', { campaigns: { a: entry(5) } }, 'PATCH', { cookie });
    assert.ok('a' in (await get(app, 'parent')).campaigns);
    await app.request('/demo/tout-revoir', {
      method: 'POST',
      headers: { cookie: cookieOf('enseignante') },
      body: 'retour=/blog/',
    });
    assert.deepEqual((await get(app, 'parent')).campaigns, {});
  });

  it('takes nonsense for nothing', async () => {
    const app = demo();
    const response = await send(
      app,
      '/sentier/progress',
      '{"campaigns":{"__proto__":{"x":1},"a":7}}',
      'PATCH',
      { cookie: await signedIn(app, 'parent') },
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
