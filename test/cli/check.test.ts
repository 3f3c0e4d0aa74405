import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { getRequestListener } from '@hono/node-server';
import type { Finding } from '../../src/cli/check/finding.js';
import { createDemo, type Demo } from '../../stories/demo/server/app.js';
import { findBrowser } from '../browsers.js';
import { fileOf, newFolder, sentier } from './support.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
const step = (title: string, target: unknown, more: object = {}) => ({
  id: title.normalize('NFD').replace(/[^a-z]+/g, ''),
  title,
  target,
  ...more,
});
const planOf = (...campaigns: object[]) => ({
  version: 1,
  campaigns: campaigns.map((one, i) => ({ id: `visite-${i}`, kind: 'tour', title: `Visite ${i}`, ...one })),
});

/** Signs in to the demo as an ENT's login page would: by a form of its own. */
const LOGIN = `
const WHO = { teacher: 'enseignante', guardian: 'parent', pupil: 'eleve-cm2', head: 'directrice' };
export async function login(page, profile, { url }) {
  if (!WHO[profile]) throw new Error('personne de ce profil');
  await page.goto(new URL('/accueil/?qui=' + WHO[profile], url).href);
}
`;

describe('sentier check', () => {
  let demo: Demo;
  let server: Server;
  let url: string;
  const login = fileOf(LOGIN, 'login.mjs');

  before(async () => {
    process.env['CHROME_PATH'] ??= findBrowser('chromium') ?? '';
    demo = createDemo({
      site: join(root, 'stories/demo/site'),
      scripts: join(root, 'dist/cdn'),
      data: newFolder(),
    });
    server = createServer((request, response) => void getRequestListener(demo.fetch)(request, response));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  });
  after(async () => {
    server.closeAllConnections();
    server.close();
    await demo.close();
  });

  const check = (plan: object, ...args: string[]) =>
    sentier('check', fileOf(plan), '--url', url, '--timeout', '1', ...args);
  const findings = async (plan: object, ...args: string[]) => {
    const { status, out, err } = await check(plan, '--json', ...args);
    assert.match(out, /^\[/, err);
    return { status, found: JSON.parse(out) as Finding[] };
  };
  const states = (found: readonly Finding[]) =>
    found.map(({ label, state }) => `${label.replace(/^.*: /, '')} ${state}`);

  it('tells a plan broken on purpose, target by target, under the page’s strict policy', async () => {
    const plan = planOf({
      when: { pages: ['/messagerie/'] },
      content: {
        steps: [
          step('bon', ['#n-existe-pas', { role: 'button', name: 'Nouveau message' }]),
          step('absent', '#bouton-disparu'),
          step('caché', '#destinataire'),
          step('plusieurs', '#dossiers a'),
          step('facultatif', '#bouton-disparu', { missing: 'skip' }),
          step('react', '#a:r5:'),
        ],
      },
    });
    const { status, found } = await findings(plan);
    assert.deepEqual(states(found), [
      'bon found',
      'absent absent',
      'caché hidden',
      'plusieurs ambiguous',
      'facultatif absent',
      'react absent',
    ]);
    assert.equal(found[0]!.way, 2);
    assert.deepEqual(
      found.map(({ severity }) => severity),
      ['good', 'error', 'error', 'error', 'warning', 'error'],
    );
    assert.equal(found[1]!.path, 'campaigns[0].content.steps[1].target');
    assert.equal(status, 1);
  });

  it('finds all of a good plan, through shadow roots and after the clicks that a step asks for', async () => {
    const plan = planOf({
      when: { pages: ['/accueil/'] },
      content: {
        steps: [
          step('lanceur', 'ent-lanceur >>> .panneau', {
            before: [{ click: 'ent-lanceur >>> #ouvrir', until: 'ent-lanceur >>> .panneau' }],
          }),
          step('destinataire', '#destinataire', {
            page: '/messagerie/',
            before: [{ click: '#ecrire', until: '#destinataire' }],
          }),
        ],
      },
    });
    const { status, found } = await findings(plan);
    assert.deepEqual(states(found), ['lanceur found', 'destinataire found']);
    assert.deepEqual(
      found.map(({ page }) => page),
      ['/accueil/', '/messagerie/'],
    );
    assert.equal(status, 0);
  });

  it('says which click before a step does nothing', async () => {
    const plan = planOf({
      when: { pages: ['/messagerie/'] },
      content: {
        steps: [
          step('rien', '#destinataire', { before: [{ click: '#disparu', until: '#destinataire' }] }),
          step('vain', '#destinataire', { before: [{ click: '#dossiers', until: '#destinataire' }] }),
        ],
      },
    });
    const { found } = await findings(plan);
    assert.deepEqual(states(found), ['rien before', 'vain before']);
    assert.match(found[1]!.message!, /ne fait pas paraître «\u00a0#destinataire\u00a0»/);
  });

  it('does not do what a tour asks of people, unless told to', async () => {
    const plan = planOf({
      when: { pages: ['/messagerie/'] },
      content: {
        steps: [step('écrire', '#ecrire', { advance: { on: 'click' } }), step('à qui', '#destinataire')],
      },
    });
    const quiet = await findings(plan);
    assert.deepEqual(states(quiet.found), ['écrire found', 'à qui unsure']);
    assert.equal(quiet.status, 0);
    assert.equal((await findings(plan, '--strict')).status, 1);
    const walked = await findings(plan, '--walk');
    assert.deepEqual(states(walked.found), ['écrire found', 'à qui found']);
  });

  it('is each profile in turn, who sees their own campaigns, wording and ways', async () => {
    const plan = planOf(
      {
        audience: { profiles: ['teacher'] },
        when: { pages: ['/cahier-de-textes/'] },
        content: { steps: [step('séance', '#ajouter-seance')] },
      },
      {
        audience: { profiles: ['teacher', 'guardian'] },
        when: { pages: ['/cahier-de-textes/'] },
        content: {
          steps: [
            step('grille', '#semaine-grille', {
              next: [{ to: 'enfant', audience: { profiles: ['guardian'] } }, { to: 'end' }],
            }),
            step('enfant', '#choix-enfant'),
          ],
        },
      },
    );
    const { status, found } = await findings(plan, '--login', login);
    assert.deepEqual(
      found.map(({ profile, label, state }) => `${profile} ${label.replace(/^.*: /, '')} ${state}`),
      ['guardian grille found', 'guardian enfant found', 'teacher séance found', 'teacher grille found'],
    );
    assert.equal(status, 0);
    const unknown = await check(plan, '--login', login, '--profiles', 'National_ENS');
    assert.equal(unknown.status, 2);
    assert.match(unknown.err, /National_ENS.*personne de ce profil/);
  });

  it('tells pages that do not open, or that no page of the list is the step’s', async () => {
    const plan = planOf({
      content: {
        steps: [step('ailleurs', '#x', { page: '/nulle-part/' }), step('motif', '#x', { page: '/app/**' })],
      },
    });
    const { status, found } = await findings(plan, '--pages', '/accueil/');
    assert.deepEqual(states(found), ['ailleurs page', 'motif page']);
    assert.match(found[0]!.message!, /répond 404/);
    assert.match(found[1]!.message!, /--pages/);
    assert.equal(status, 1);
  });

  it('writes words for people, and a report with pictures', async () => {
    const folder = newFolder();
    const plan = planOf({
      when: { pages: ['/messagerie/'] },
      content: { steps: [step('bon', '#ecrire'), step('mauvais', '#bouton-disparu')] },
    });
    const { status, out } = await check(plan, '--report', folder);
    assert.equal(status, 1);
    assert.match(out, /Visite 0 \[visite-0\], sans connexion — 1 sur 2/);
    assert.match(out, /✗ Étape 2\u00a0: mauvais \(\/messagerie\/\)\u00a0: absente/);
    assert.match(out, /2 cible\(s\) vérifiée\(s\)\u00a0: 1 bonne\(s\), 1 en faute, 0 à voir\./);
    const html = readFileSync(join(folder, 'index.html'), 'utf8');
    assert.match(html, /<title>1 cible\(s\) en faute/);
    assert.doesNotMatch(html, /<script/);
    const kept = JSON.parse(readFileSync(join(folder, 'report.json'), 'utf8')) as Finding[];
    for (const { picture } of kept) assert.ok(existsSync(join(folder, 'images', picture!.file)));
    assert.equal(kept[0]!.picture!.box!.length, 4);
  });

  it('finds every target of the demo’s own plan, as everybody it speaks to', async () => {
    const { status, out } = await sentier(
      'check',
      join(root, 'stories/demo/site/plan.json'),
      '--url',
      url,
      '--login',
      login,
      '--profiles',
      'teacher,guardian',
      '--walk',
    );
    assert.equal(status, 0, out);
  });

  const small = planOf({ content: { steps: [step('x', '#x')] } });

  it('counts a tour whose file is not there as a fault', async () => {
    const plan = planOf(
      { when: { pages: ['/accueil/'] }, content: { steps: [step('page', 'body')] } },
      { content: { src: 'content/perdue.json' } },
    );
    const { status, err } = await check(plan);
    assert.match(err, /campaigns\[1\]\.content\.src\u00a0: .*perdue\.json/);
    assert.equal(status, 1);
  });

  it('is no good news where nothing was looked for', async () => {
    const nobody = planOf({ audience: { profiles: ['head'] }, content: { steps: [step('x', '#x')] } });
    for (const [plan, ...args] of [[planOf()], [nobody, '--profiles', 'pupil']] as const) {
      const { status, err } = await check(plan, ...args);
      assert.equal(status, 2);
      assert.match(err, /rien à vérifier/);
    }
  });

  for (const [name, args, words] of [
    ['a campaign that is not there', ['--campaign', 'visite-0', 'typo'], /«\u00a0typo\u00a0».*visite-0/],
    ['a profile that nobody is', ['--profiles', 'pupil,techer'], /«\u00a0techer\u00a0».*teacher/],
    ['no address', ['--url', 'ent'], /n’est pas une adresse/],
    ['no browser', ['--browser', '/nulle/part'], /ne peut pas être lancé/],
    ['a login that is none', ['--login', 'package.json'], /--login/],
    ['pages that are none', ['--pages', 'accueil'], /ni un chemin/],
  ] as const)
    it(`cannot begin with ${name}, and says what to do`, async () => {
      const { status, err } = await check(small, ...args);
      assert.equal(status, 2);
      assert.match(err, words);
      assert.doesNotMatch(err, /\n\s+at /);
    });
});
