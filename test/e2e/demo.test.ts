/** The main job, as people meet it: a teacher, a pupil and a parent on the demo ENT, under its strict CSP. */
import assert from 'node:assert/strict';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { resolve } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { serve } from '@hono/node-server';
import type { Browser, BrowserContext } from 'playwright-core';
import { createDemo } from '../../stories/demo/server/app.js';
import { launch, open, type WatchedPage } from './support/browser.js';
import { tempFolder } from '../temp-folder.js';

interface Person {
  id: string;
  tour: string;
  banner: string;
  survey: { page: string; id: string; title: string; first: RegExp };
  help: string;
}

const PEOPLE: readonly Person[] = [
  {
    id: 'enseignante',
    tour: 'Bienvenue dans l’ENT des Tilleuls',
    banner: 'La messagerie sera fermée mercredi 23 septembre',
    survey: {
      page: '/messagerie/',
      id: 'avis-messagerie',
      title: 'La messagerie, deux semaines après',
      first: /^8/,
    },
    help: 'Écrire à toutes les familles d’une classe',
  },
  {
    id: 'eleve-cm2',
    tour: 'Bienvenue',
    banner: 'La messagerie se repose mercredi 23 septembre',
    survey: { page: '/accueil/', id: 'avis-eleves', title: 'L’ENT et toi', first: /^facile$/ },
    help: 'Aide',
  },
  {
    id: 'parent',
    tour: 'Bienvenue, parents',
    banner: 'La messagerie sera fermée mercredi 23 septembre',
    survey: { page: '/accueil/', id: 'avis-familles', title: 'Un mois d’ENT', first: /^8/ },
    help: 'Aide',
  },
];

/** Its button, with the news that were not met or without. */
const HELP = /^Aide( \(\d+ nouveautés?\))?$/;

describe('the demo ENT', () => {
  const data = tempFolder('demo');
  const app = createDemo({ site: resolve('stories/demo/site'), scripts: resolve('dist/cdn'), data });
  const server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' });
  let browser: Browser;
  let context: BrowserContext;
  let base = '';

  before(async () => {
    if (!server.listening) await once(server, 'listening');
    base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    browser = await launch();
  });
  after(async () => {
    await browser.close();
    server.close();
    await app.close();
  });

  /** A new browser session of that person on that date. */
  async function visit(path: string, qui: string, date: string): Promise<WatchedPage> {
    await context?.close();
    context = await browser.newContext({
      viewport: { width: 1280, height: 800 },
      reducedMotion: 'reduce',
      locale: 'fr-FR',
    });
    context.setDefaultTimeout(30_000);
    return open(context, `${base}${path}?qui=${qui}&date=${date}`);
  }

  for (const person of PEOPLE) {
    describe(person.id, () => {
      it('is shown round the home page by keyboard alone, once', async () => {
        const page = await visit('/accueil/', person.id, 'rentree');
        const card = page.locator('sentier-tour [role=dialog]');
        await card.getByText(person.tour).waitFor();
        await page.keyboard.press('Tab');
        await page.keyboard.press('Enter');
        await card.getByText(/^Étape 1 sur/).waitFor();
        const count = Number(/sur (\d+)/.exec(await card.innerText())?.[1]);
        assert.ok(count >= 3, 'a tour of three steps or more');
        for (let step = 2; step <= count; step++) {
          await page.keyboard.press('ArrowRight');
          await card.getByText(`Étape ${step} sur ${count}`).waitFor();
        }
        await card.getByRole('button', { name: 'Terminer' }).click();
        await card.waitFor({ state: 'hidden' });
        await page.reload();
        await page.getByRole('button', { name: HELP }).waitFor();
        assert.equal(await page.getByText(person.tour).count(), 0, 'finished is finished');
        assert.deepEqual(page.complaints, []);
      });

      it('reads the banner in words of their own and puts it away', async () => {
        const page = await visit('/messagerie/', person.id, '15-septembre');
        const banner = page.locator('sentier-banner');
        const tour = page.locator('sentier-tour [role=dialog]');
        await tour.waitFor();
        await page.keyboard.press('Escape');
        await tour.waitFor({ state: 'hidden' });
        // Where nothing may move it is a card, which leaves the tour the floor.
        await banner.getByText(person.banner).waitFor();
        await banner.getByRole('button', { name: 'Fermer' }).click();
        await banner.waitFor({ state: 'hidden' });
        assert.deepEqual(page.complaints, []);
      });

      it('answers the survey; what is sent names nobody', async () => {
        const { survey } = person;
        const page = await visit(survey.page, person.id, '1er-octobre');
        await page.waitForFunction(() => 'version' in (window as unknown as { sentier: object }).sentier);
        const isShown = await page.evaluate(
          (id) => (window as unknown as { sentier: { show(id: string): Promise<boolean> } }).sentier.show(id),
          survey.id,
        );
        assert.equal(isShown, true);
        const card = page.locator('sentier-survey');
        await card.getByText(survey.title).first().waitFor();
        // How long answers are kept is said before the first question.
        await card.getByText(/^(Conservation|Combien de temps)/).waitFor();
        await card.getByRole('button', { name: 'Commencer' }).click();
        await card.getByRole('radio', { name: survey.first }).check({ force: true });
        for (let question = 1; question < 4; question++) {
          const send = card.getByRole('button', { name: 'Envoyer' });
          const isLast = await send.isVisible();
          await (isLast ? send : card.getByRole('button', { name: 'Suivant' })).click();
          if (isLast) break;
        }
        await card.getByText('La réponse est envoyée.').first().waitFor();
        const { services } = await app.ready();
        const kept = await services.store.db
          .selectFrom('response')
          .selectAll()
          .where('campaign', '=', survey.id)
          .where('fresh', '=', 1)
          .execute();
        const response = JSON.stringify(kept);
        assert.ok(kept.length > 0, 'the answer has arrived');
        const context = JSON.parse((await page.locator('#sentier-context').textContent()) ?? '') as {
          user: { key: string };
        };
        assert.ok(!response.includes(context.user.key), 'without the key of the person');
        assert.doesNotMatch(response, /T\d\d:\d\d/, 'without an hour');
        assert.deepEqual(page.complaints, []);
      });

      it('finds help for the page, and comes back to where they were', async () => {
        const page = await visit('/notes/', person.id, 'toussaint');
        const button = page.getByRole('button', { name: HELP });
        await button.click();
        const panel = page.getByRole('complementary', { name: 'Aide' });
        await panel.getByRole('heading', { name: 'Aide' }).waitFor();
        await panel.getByRole('searchbox').fill('mot de passe');
        await panel
          .getByText(/résultat/)
          .first()
          .waitFor();
        await page.keyboard.press('Escape');
        await page.keyboard.press('Escape');
        await panel.waitFor({ state: 'hidden' });
        assert.ok(await button.evaluate((el) => (el.getRootNode() as ShadowRoot).activeElement === el));
        assert.deepEqual(page.complaints, []);
      });
    });
  }

  it('has an answer in its results after a reload, on another browser too', async () => {
    const count = async (page: WatchedPage): Promise<number> => {
      const heading = await page
        .getByRole('heading', { name: /^Votre avis, parents\s: \d+ réponses$/ })
        .innerText();
      return Number(/\d+/.exec(heading)?.[0]);
    };
    const other = await browser.newContext({ locale: 'fr-FR' });
    const results = await open(other, `${base}/collecte/`);
    const before = await count(results);
    const page = await visit('/accueil/', 'parent', '1er-octobre');
    await page.waitForFunction(() => 'version' in (window as unknown as { sentier: object }).sentier);
    await page.evaluate(() =>
      (window as unknown as { sentier: { show(id: string): Promise<boolean> } }).sentier.show(
        'avis-familles',
      ),
    );
    const card = page.locator('sentier-survey');
    await card.getByRole('button', { name: 'Commencer' }).click();
    await card.getByRole('radio', { name: /^10/ }).check({ force: true });
    const send = card.getByRole('button', { name: 'Envoyer' });
    for (let question = 1; question < 4 && !(await send.isVisible()); question++)
      await card.getByRole('button', { name: 'Suivant' }).click();
    await send.click();
    await card.getByText('La réponse est envoyée.').first().waitFor();
    await page.goto(`${base}/collecte/`);
    assert.equal(await count(page), before + 1);
    await results.reload();
    assert.equal(await count(results), before + 1, 'on another browser');
    await page.goto(`${base}/accueil/`);
    await page.waitForFunction(() => 'version' in (window as unknown as { sentier: object }).sentier);
    assert.deepEqual([...page.complaints, ...results.complaints], []);
    await other.close();
  });

  it('forgets what a person did when asked: in the page and on the server', async () => {
    const page = await visit('/accueil/', 'enseignante', 'rentree');
    const tour = page.locator('sentier-tour [role=dialog]');
    await tour.waitFor();
    const told = page.waitForResponse((response) => response.request().method() === 'PATCH');
    await page.keyboard.press('Escape');
    assert.equal((await told).status(), 200);
    const forgotten = page.waitForResponse((response) => response.request().method() === 'DELETE');
    await page.evaluate(`void sentier.reset()`);
    const answer = await forgotten;
    assert.equal(answer.status(), 204);
    const kept = await page.evaluate(
      async (url) => ((await (await fetch(url)).json()) as { campaigns: object }).campaigns,
      answer.url(),
    );
    assert.ok(!('bienvenue' in kept), JSON.stringify(kept));
    // And it is offered anew.
    await tour.waitFor();
    assert.deepEqual(page.complaints, []);
  });

  it('speaks English to who wants it', async () => {
    const page = await visit('/accueil/', 'parent', 'rentree&langue=en');
    await page.locator('sentier-tour').getByRole('button', { name: 'Start' }).waitFor();
    // What is behind a tour is hidden from assistive technology.
    await page.keyboard.press('Escape');
    await page.locator('sentier-help').getByRole('button', { name: 'Help' }).waitFor();
    assert.deepEqual(page.complaints, []);
  });

  for (const [hand, options] of Object.entries({
    'a mouse': { viewport: { width: 1280, height: 800 } },
    'a finger': { viewport: { width: 320, height: 640 }, hasTouch: true, isMobile: true },
  }))
    it(`keeps a tour’s tools clear of its title and of each other, for ${hand}`, async () => {
      await context?.close();
      context = await browser.newContext({ ...options, reducedMotion: 'reduce', locale: 'fr-FR' });
      const page = await open(context, `${base}/?qui=enseignante&date=rentree&langue=fr`);
      const card = page.locator('sentier-tour [role=dialog]');
      /** Pairs of the card's buttons, and of its title's lines, that share some of their area. */
      const overlaps = () =>
        card.evaluate((dialog) => {
          const lines = document.createRange();
          lines.selectNodeContents(dialog.querySelector('h2')!);
          const boxes = [
            ...[...lines.getClientRects()].map((box, i) => [`line ${i}`, box] as const),
            ...[...dialog.querySelectorAll('button')].map(
              (button) => [button.className, button.getBoundingClientRect()] as const,
            ),
          ];
          return boxes.flatMap(([a, x], i) =>
            boxes
              .slice(i + 1)
              .filter(
                ([b, y]) =>
                  !(a.startsWith('line') && b.startsWith('line')) &&
                  x.left < y.right &&
                  y.left < x.right &&
                  x.top < y.bottom &&
                  y.top < x.bottom,
              )
              .map(([b]) => `${a} / ${b}`),
          );
        });
      await card.locator('.more').waitFor();
      assert.deepEqual(await overlaps(), [], 'at the intro');
      const before = await card.locator('h2').textContent();
      await card.locator('.primary').click();
      await page.waitForFunction(
        (title) =>
          document.querySelector('sentier-tour')?.shadowRoot?.querySelector('h2')?.textContent !== title,
        before,
      );
      await card.locator('.more').waitFor();
      assert.deepEqual(await overlaps(), [], 'at a step');
      assert.deepEqual(page.complaints, []);
    });
});
