/**
 * The studio against the real server, in a real browser, under the demo ENT's strict CSP: what an administrator does
 * from the first word to the figures; then the same by keyboard alone.
 */
import assert from 'node:assert/strict';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { resolve } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { serve } from '@hono/node-server';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { createDemo } from '../../stories/demo/server/app.js';
import { launch, open, type WatchedPage } from './support/browser.js';
import { tempFolder } from '../temp-folder.js';

const SCHOOL = 'school:0999001A';

/** A demo ENT of its own, and people who come to it each with their own browser. */
function town(fourEyes: boolean) {
  const data = tempFolder('studio');
  const app = createDemo({
    site: resolve('stories/demo/site'),
    scripts: resolve('dist/cdn'),
    data,
    fourEyes,
  });
  const server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' });
  const contexts: BrowserContext[] = [];
  const all = { browser: undefined as Browser | undefined, base: '' };
  before(async () => {
    if (!server.listening) await once(server, 'listening');
    await app.ready();
    all.base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    all.browser = await launch();
  });
  after(async () => {
    await all.browser?.close();
    server.close();
    await app.close();
  });
  /** Somebody comes; a path may have a query. */
  return async (who: string, path: string): Promise<WatchedPage> => {
    const context = await all.browser!.newContext({
      viewport: { width: 1280, height: 900 },
      reducedMotion: 'reduce',
      locale: 'fr-FR',
    });
    context.setDefaultTimeout(30_000);
    contexts.push(context);
    const query = path.includes('?') ? '&' : '?';
    return open(context, `${all.base}${path}${query}qui=${who}`);
  };
}

const studioReady = (page: Page) => page.getByRole('heading', { name: 'Campagnes', exact: true }).waitFor();
/** To another screen, by the studio's own menu. */
const go = (page: Page, screen: string) =>
  page.locator('sentier-studio nav').getByRole('button', { name: screen, exact: true }).click();
const field = (page: Page, id: string) =>
  page.locator(`sentier-studio :is(input, select, textarea)[id="${id}"]`);
/** Why each campaign is shown or not, once the page has decided. */
const explain = (page: Page) =>
  page.evaluate<{ id: string; shown: boolean; text: string }[]>('sentier.explain()');
const saved = (page: Page) =>
  page.locator('sentier-studio header').getByText('Brouillon enregistré').waitFor();

describe('the studio, from the first word to the figures', () => {
  const come = town(true);
  let sophie: WatchedPage;
  let helene: WatchedPage;
  let bruno: WatchedPage;

  /** Hélène asks for what is written to be published, and Bruno, who reads it first, approves. */
  async function publishTogether(note: string): Promise<void> {
    await helene.reload();
    await studioReady(helene);
    await go(helene, 'Publier');
    await field(helene, 'note').fill(note);
    await helene.getByRole('button', { name: 'Demander la publication' }).click();
    await helene.getByText('Une seconde personne doit approuver').waitFor();
    assert.equal(await helene.getByRole('button', { name: 'Approuver et publier' }).count(), 0);
    await approve(note);
  }

  async function approve(note: string): Promise<void> {
    await bruno.reload();
    await studioReady(bruno);
    // He answers for the whole ENT: this is the school's own plan.
    await bruno.locator('sentier-studio select.space').selectOption(SCHOOL);
    await studioReady(bruno);
    await go(bruno, 'Publier');
    if (note) await bruno.getByText(`«\u00a0${note}\u00a0»`).waitFor();
    await bruno.getByRole('button', { name: 'Approuver et publier' }).click();
    await bruno.getByText('C’est en ligne').waitFor();
  }

  const banner = (page: Page) =>
    page.locator('sentier-banner').filter({ hasText: /La charte de l’école|deuxième mouture/ });

  it('an editor writes a banner for the parents of one school', async () => {
    sophie = await come('referente', '/studio/');
    await studioReady(sophie);
    await sophie.getByRole('button', { name: 'Nouvelle campagne' }).click();
    await sophie.locator('[data-template=charter]').click();
    await field(sophie, 'title').fill('Charte des familles');
    await field(sophie, 'content.title').fill('La charte de l’école');
    await field(sophie, 'content.place').selectOption('top');
    await field(sophie, 'audience.profiles-guardian').check();
    await field(sophie, 'priority').fill('95');
    await sophie
      .locator('sentier-studio-stage sentier-banner')
      .getByText('La charte de l’école')
      .first()
      .waitFor();
    await saved(sophie);
    await go(sophie, 'Publier');
    assert.equal(
      await sophie.getByRole('button', { name: 'Demander la publication' }).isDisabled(),
      true,
      'an editor does not publish',
    );
  });

  it('a publisher asks, and a second person who has read it approves', async () => {
    helene = await come('directrice', '/studio/');
    bruno = await come('circonscription', '/studio/');
    await publishTogether('Charte des parents');
  });

  it('a parent of that school sees it and acknowledges; another school’s does not see it', async () => {
    const other = await come('parent-college', '/accueil/?date=toussaint');
    const nadia = await come('parent', '/accueil/?date=toussaint');
    await banner(nadia).getByText('La charte de l’école').waitFor();
    const collected = nadia.waitForResponse(
      (response) =>
        response.url().endsWith('/sentier/collect') &&
        /acknowledged/.test(response.request().postData() ?? ''),
    );
    await banner(nadia).getByRole('button', { name: 'J’ai lu la charte' }).click();
    assert.equal((await collected).status(), 200);
    await nadia.reload();
    await explain(nadia);
    assert.equal(await banner(nadia).count(), 0, 'acknowledged is acknowledged');
    assert.match(
      (await explain(other)).find(({ id }) => id.startsWith('charter'))?.text ?? '',
      /établissement/i,
    );
    assert.equal(await banner(other).count(), 0);
    assert.deepEqual([...nadia.complaints, ...other.complaints], []);
  });

  it('the school’s editor reads “moins de 10”, whoever answers for everything reads 1', async () => {
    await go(sophie, 'Résultats');
    await sophie.locator('sentier-studio-results').getByText('Charte des familles').first().click();
    await sophie.getByText('Moins de 10').first().waitFor();
    await bruno.reload();
    await studioReady(bruno);
    await go(bruno, 'Résultats');
    await bruno
      .locator('sentier-studio-results')
      .getByRole('button', { name: 'Charte des familles' })
      .first()
      .click();
    const confirmed = bruno.locator('sentier-studio-results dl.figures div').filter({ hasText: 'Confirmée' });
    assert.match(await confirmed.innerText(), /\b1\b/);
  });

  it('a revision is restored', async () => {
    await go(sophie, 'Campagnes');
    await sophie.locator('sentier-studio-list [data-id^=charter]').click();
    await field(sophie, 'content.title').fill('La charte, deuxième mouture');
    await saved(sophie);
    await publishTogether('Autre titre');
    const before = await come('parent', '/accueil/?date=toussaint');
    await banner(before).getByText('deuxième mouture').waitFor();

    await helene.reload();
    await studioReady(helene);
    await go(helene, 'Publier');
    await helene.locator('sentier-studio [data-restore="1"]').click();
    await helene.getByText('Une seconde personne doit approuver').waitFor();
    await approve('');
    await bruno.getByText('rétablie depuis la révision 1').waitFor();
    const after = await come('parent', '/accueil/?date=toussaint');
    await banner(after).getByText('La charte de l’école').waitFor();
    assert.deepEqual([...sophie.complaints, ...helene.complaints, ...bruno.complaints], []);
  });

  it('opens beside the page that one is on', async () => {
    const page = await come('directrice', '/accueil/?date=toussaint&sentier-studio');
    const panel = page.locator('sentier-studio[mode=panel]');
    await panel.getByRole('heading', { name: 'Campagnes', exact: true }).waitFor();
    await panel.getByRole('button', { name: 'Fermer le studio' }).click();
    assert.equal(await panel.count(), 0);
    assert.deepEqual(page.complaints, []);
  });

  it('is not on the pages of those who do not write', async () => {
    const page = await come('enseignante', '/accueil/?sentier-studio');
    await explain(page);
    assert.deepEqual(
      page.asked.filter((path) => path.includes('/studio/')),
      [],
    );
    const refused = await page.goto(new URL('/studio/', page.url()).href);
    assert.equal(refused?.status(), 403);
  });
});

describe('the studio by keyboard alone', () => {
  const come = town(false);

  /** Presses a key until what has the focus matches, or says these words. */
  async function tabTo(page: Page, what: { css?: string; words?: string }, key = 'Tab'): Promise<void> {
    for (let i = 0; i < 200; i++) {
      await page.keyboard.press(key);
      const isThere = await page.evaluate(({ css, words }) => {
        let at = document.activeElement;
        while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
        if (!at) return false;
        if (css !== undefined) return at.matches(css);
        return at.matches('button') && at.textContent?.replace(/[ \n]+/g, ' ').trim() === words;
      }, what);
      if (isThere) return;
    }
    throw new Error(`${key} never reaches ${JSON.stringify(what)}`);
  }

  async function start(page: Page, template: string): Promise<void> {
    await tabTo(page, { words: 'Nouvelle campagne' });
    await page.keyboard.press('Enter');
    await page.locator('sentier-studio .templates button:focus').waitFor();
    await tabTo(page, { css: `[data-template=${template}]` });
    await page.keyboard.press('Enter');
  }

  async function fill(page: Page, id: string, words: string): Promise<void> {
    await tabTo(page, { css: `[id="${id}"]` });
    await page.keyboard.press('Control+A');
    await page.keyboard.type(words);
  }

  async function publish(page: Page, note: string): Promise<void> {
    await saved(page);
    // The studio's menu stands before what one works on.
    await tabTo(page, { words: 'Publier' }, 'Shift+Tab');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Rendre visible' }).waitFor();
    await fill(page, 'note', note);
    await tabTo(page, { words: 'Publier maintenant' });
    await page.keyboard.press('Enter');
    await page.getByText('C’est en ligne').waitFor();
    await tabTo(page, { words: 'Campagnes' }, 'Shift+Tab');
    await page.keyboard.press('Enter');
    await studioReady(page);
  }

  it('a banner and a tour of three steps are made and published', async () => {
    const page = await come('directrice', '/studio/');
    await studioReady(page);
    await start(page, 'maintenance');
    await fill(page, 'content.title', 'L’école est fermée lundi');
    await publish(page, 'Fermeture');

    await start(page, 'visit');
    await fill(page, 'title', 'Visite des nouveaux');
    for (const [i, title] of ['Vos services', 'Votre journée', 'Votre aide'].entries()) {
      // Each step is a button that unfolds its form.
      await tabTo(page, { css: `li.step:nth-of-type(${i + 1}) > button.title` });
      await page.keyboard.press('Enter');
      await fill(page, `content.steps[${i}].title`, title);
    }
    await publish(page, 'Visite');

    const plan = await page.evaluate<{
      campaigns: { id: string; title: string; content: { title?: string; steps?: { title: string }[] } }[];
    }>(`fetch('/sentier/plan').then((r) => r.json())`);
    const made = (template: string) =>
      plan.campaigns.find(({ id }) => new RegExp(`^${template}-\\w{5}$`).test(id));
    assert.equal(made('maintenance')?.content.title, 'L’école est fermée lundi');
    assert.deepEqual(
      made('visit')?.content.steps?.map(({ title }) => title),
      ['Vos services', 'Votre journée', 'Votre aide'],
    );
    assert.deepEqual(page.complaints, []);
  });
});
