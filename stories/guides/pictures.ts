/**
 * `npm run guide:pictures`: the pictures of the administrator's guide, taken from the demo ENT as it is now, so that
 * they never show a studio of another time. Needs `npm run build` and Chromium. WebP, each some tens of kilobytes.
 */
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { serve } from '@hono/node-server';
import type { Browser, Page } from 'playwright-core';
import { bringBrowsers } from '../../test/browsers.js';
import { launch } from '../../test/e2e/support/browser.js';
import { createDemo } from '../demo/server/app.js';

const OUT = resolve('stories/guides/images');
const SIZE = { width: 1180, height: 760 };
/** Three pixels for two: sharp on a good screen, and still small. */
const SCALE = 1.5;
const QUALITY = 72;

async function picture(page: Page, name: string, height = SIZE.height): Promise<void> {
  // Whatever is still moving or being drawn.
  await page.waitForLoadState('networkidle');
  await page.evaluate(
    () => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))),
  );
  const cdp = await page.context().newCDPSession(page);
  const { data } = await cdp.send('Page.captureScreenshot', {
    format: 'webp',
    quality: QUALITY,
    clip: { x: 0, y: await page.evaluate(() => scrollY), width: SIZE.width, height, scale: 1 },
  });
  await cdp.detach();
  const body = Buffer.from(data, 'base64');
  writeFileSync(join(OUT, `studio-${name}.webp`), body);
  console.log(`studio-${name}.webp  ${Math.round(body.length / 1024)} kB`);
}

async function come(browser: Browser, base: string, who: string, path: string): Promise<Page> {
  const context = await browser.newContext({
    viewport: SIZE,
    deviceScaleFactor: SCALE,
    reducedMotion: 'reduce',
    locale: 'fr-FR',
    timezoneId: 'Europe/Paris',
  });
  const page = await context.newPage();
  await page.goto(`${base}${path}${path.includes('?') ? '&' : '?'}qui=${who}`);
  // The switch of the demonstration is no part of an ENT.
  await page.evaluate(() => document.querySelector('.demo')?.remove());
  return page;
}

const go = (page: Page, screen: string) =>
  page.locator('sentier-studio nav').getByRole('button', { name: screen, exact: true }).click();

async function takeAll(browser: Browser, base: string): Promise<void> {
  const page = await come(browser, base, 'directrice', '/studio/');
  const field = (id: string) => page.locator(`sentier-studio :is(input, select, textarea)[id="${id}"]`);
  await page.getByRole('button', { name: 'Nouvelle campagne' }).click();
  await page.locator('[data-template=charter]').waitFor();
  await picture(page, 'modeles');

  await page.locator('[data-template=session]').click();
  await field('content.title').fill('Réunion de rentrée jeudi à 18\u00a0h');
  await field('content.body').fill(
    'Dans la salle de motricité. Une **garderie** est prévue pour les enfants.',
  );
  await field('title').fill('Réunion de rentrée');
  await field('audience.profiles-teacher').uncheck();
  await field('audience.profiles-guardian').check();
  await page.evaluate(() => scrollTo(0, 0));
  await picture(page, 'banniere', 900);

  await go(page, 'Essayer');
  await page.locator('sentier-studio-stage').waitFor();
  await picture(page, 'essayer');

  await go(page, 'Publier');
  await field('note').fill('Réunion de rentrée des parents');
  await picture(page, 'publier', 640);
  await page.getByRole('button', { name: 'Publier maintenant' }).click();
  await page.getByText('C’est en ligne').waitFor();

  const panel = await come(browser, base, 'directrice', '/accueil/?date=toussaint&sentier-studio');
  await panel.getByRole('heading', { name: 'Campagnes', exact: true }).waitFor();
  await picture(panel, 'sur-la-page');

  await panel.getByRole('button', { name: 'Nouvelle campagne' }).click();
  await panel.locator('[data-template=visit]').click();
  const step = panel.locator('sentier-tour-editor .step').first();
  await step.locator('button.title').click();
  await panel.getByRole('button', { name: 'Montrer sur la page' }).first().click();
  await panel.locator('sentier-picker').waitFor({ state: 'attached' });
  // The picker lies over the page and finds what is under the pointer.
  const link = await panel.getByRole('link', { name: 'Cahier de textes' }).first().boundingBox();
  if (!link) throw new Error('no link to point at');
  await panel.mouse.move(link.x + 20, link.y + link.height / 2);
  await panel.mouse.click(link.x + 20, link.y + link.height / 2);
  await panel.getByRole('button', { name: 'Montrer un autre élément' }).first().waitFor();
  await step.evaluate((element) => element.scrollIntoView({ block: 'start' }));
  await picture(panel, 'visite');

  const adviser = await come(browser, base, 'circonscription', '/studio/');
  await go(adviser, 'Calendrier');
  await adviser.locator('sentier-studio-calendar .year').waitFor();
  await picture(adviser, 'calendrier', 900);
  await go(adviser, 'Résultats');
  await adviser.locator('sentier-studio-results sentier-studio-chart').first().waitFor();
  await picture(adviser, 'resultats', 900);
}

if (!bringBrowsers().includes('chromium')) process.exit(1);
mkdirSync(OUT, { recursive: true });
const data = mkdtempSync(join(tmpdir(), 'guide-'));
const app = createDemo({ site: resolve('stories/demo/site'), scripts: resolve('dist/cdn'), data });
const server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' });
if (!server.listening) await once(server, 'listening');
await app.ready();
// Date fields are the browser’s own and speak its language.
process.env['LANGUAGE'] = 'fr';
const browser = await launch(['--lang=fr-FR']);
try {
  await takeAll(browser, `http://127.0.0.1:${(server.address() as AddressInfo).port}`);
} finally {
  await browser.close();
  server.close();
  await app.close();
  rmSync(data, { recursive: true, force: true });
}
