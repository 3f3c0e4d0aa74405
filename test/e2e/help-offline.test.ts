/** Help without a network: what was loaded opens, what was not says so; the host's own service worker brings the rest. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import { PLAN } from './support/pages.js';
import { settled, useBrowser, type Visit } from './support/site.js';

const { visit } = useBrowser();

const HELP = {
  ...PLAN,
  campaigns: [],
  help: {
    articles: [
      { id: 'note', title: 'Lire une note', body: 'Ouvrez le **cahier**, puis le trimestre.' },
      { id: 'lu', title: 'Un article déjà lu', src: '/articles/lu.json' },
      { id: 'loin', title: 'Un article jamais ouvert', src: '/articles/loin.json' },
    ],
  },
};
const ARTICLES = {
  '/articles/lu.json': JSON.stringify({ body: 'Le texte de l’article déjà lu.' }),
  '/articles/loin.json': JSON.stringify({ body: 'Le texte de l’article jamais ouvert.' }),
};

/** What a host that works offline has: all that was once fetched is kept. */
const WORKER = `
addEventListener('install', () => skipWaiting());
addEventListener('activate', (event) => event.waitUntil(clients.claim()));
addEventListener('fetch', (event) => {
  if (event.request.method !== 'GET') return;
  event.respondWith((async () => {
    const cache = await caches.open('host');
    try {
      const response = await fetch(event.request);
      if (response.ok) await cache.put(event.request, response.clone());
      return response;
    } catch (error) {
      const kept = await cache.match(event.request);
      if (kept) return kept;
      throw error;
    }
  })());
});`;

const begin = (worker = ''): Promise<Visit> =>
  visit(HELP, {
    body: worker && `<script>navigator.serviceWorker.register('/sw.js')</script>`,
    setup: ({ routes }) => {
      for (const [path, text] of Object.entries(ARTICLES)) routes.set(path, text);
      routes.set('/sw.js', worker);
    },
  });

const openHelp = (page: Page) => page.getByRole('button', { name: 'Aide', exact: true }).click();
const back = (page: Page) => page.getByRole('button', { name: 'Retour' }).click();
async function read(page: Page, title: string, text: string): Promise<void> {
  await page
    .getByRole('button', { name: new RegExp(`^${title}`) })
    .filter({ visible: true })
    .first()
    .click();
  await page.getByRole('article').getByText(text).waitFor();
}
const unfold = (page: Page) => page.locator('sentier-help summary').first().click();
const search = (page: Page, words: string) => page.getByRole('searchbox').fill(words);
const NOTICE = 'Vous êtes hors connexion\u00a0: ce qui est déjà chargé reste lisible.';
const ABSENT =
  'Vous êtes hors connexion, et cet article n’avait pas encore été ouvert\u00a0: son texte n’est pas sur cet appareil.';

describe('help without a network', () => {
  it('opens what was loaded, searches it, says what is not there, and brings it once the network is back', async () => {
    const { page, context } = await begin();
    await openHelp(page);
    await unfold(page);
    await read(page, 'Un article déjà lu', 'Le texte de l’article déjà lu.');
    await back(page);
    // The search library has come, with what it searches.
    await search(page, 'trimestre');
    await page.locator('sentier-help mark').first().waitFor();

    await context.setOffline(true);
    await page.getByText(NOTICE).waitFor();
    await search(page, 'trimestres');
    await read(page, 'Lire une note', 'puis le trimestre');
    await back(page);
    await search(page, '');
    await read(page, 'Un article déjà lu', 'Le texte de l’article déjà lu.');
    await back(page);
    await read(page, 'Un article jamais ouvert', ABSENT);

    await context.setOffline(false);
    await page.getByRole('button', { name: 'Réessayer' }).click();
    await page.getByText('Le texte de l’article jamais ouvert.').waitFor();
    assert.deepEqual(
      page.complaints.filter((line) => !/ERR_INTERNET_DISCONNECTED/.test(line)),
      [],
    );
  });

  it('opens after a reload where the host’s service worker keeps what was loaded', async () => {
    const { page, context, server } = await begin(WORKER);
    await page.waitForFunction('navigator.serviceWorker.controller');
    // What was fetched before the worker was there.
    await page.reload();
    await openHelp(page);
    await unfold(page);
    await read(page, 'Un article déjà lu', 'Le texte de l’article déjà lu.');
    await settled(page);

    await context.setOffline(true);
    server.routes.clear();
    await page.reload();
    await openHelp(page);
    await page.getByText('Le texte de l’article déjà lu.').waitFor();
    await back(page);
    await page.getByText(NOTICE).waitFor();
    await unfold(page);
    await read(page, 'Lire une note', 'puis le trimestre');
    await back(page);
    await read(page, 'Un article jamais ouvert', ABSENT);
  });

  it('closes and says nothing wrong where it was never opened before the network went', async () => {
    const { page, context } = await begin();
    await page.getByRole('button', { name: 'Aide', exact: true }).waitFor();
    await settled(page);
    await context.setOffline(true);
    await openHelp(page);
    const note = page.getByRole('alert');
    await note.waitFor();
    assert.equal(
      await note.textContent(),
      'Vous êtes hors connexion\u00a0: l’aide n’avait pas encore été chargée.',
    );
    await context.setOffline(false);
    await openHelp(page);
    await page.getByRole('searchbox').waitFor();
    assert.equal(await note.count(), 0);
  });
});
