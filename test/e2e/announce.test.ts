/** Announcements on the demo ENT: nothing jumps, what is closed stays closed elsewhere, and the feed has it still. */
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { readFileSync, writeFileSync, cpSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { join, resolve } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { serve } from '@hono/node-server';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { publishFile } from '../../src/server/seed.js';
import { createDemo } from '../../stories/demo/server/app.js';
import { PAGES } from '../../stories/demo/server/pages.js';
import { formatChoice } from '../../stories/demo/server/visitor.js';
import { launch, open, type WatchedPage } from './support/browser.js';
import { tempFolder } from '../temp-folder.js';

interface Sentier {
  version?: string;
  open(what: string): Promise<boolean>;
  identify(context: unknown): void;
}
declare global {
  interface Window {
    shifts: { value: number; what: string[] }[];
  }
}
const sentierOf = (page: Page, what: string): Promise<boolean> =>
  page.evaluate((asked) => (window.sentier as unknown as Sentier).open(asked), what);
const isReady = (page: Page) =>
  page.waitForFunction(() => 'version' in (window.sentier as unknown as Sentier));

describe('announcements on the demo ENT', () => {
  const data = tempFolder('announce');
  const site = join(data, 'site');
  cpSync(resolve('stories/demo/site'), site, { recursive: true });
  const app = createDemo({ site, scripts: resolve('dist/cdn'), data: join(data, 'store') });
  const server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' });
  let browser: Browser;
  let base = '';
  const contexts: BrowserContext[] = [];
  let sessions = 0;

  before(async () => {
    if (!server.listening) await once(server, 'listening');
    base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    browser = await launch();
  });
  after(async () => {
    for (const context of contexts) await context.close();
    await browser.close();
    server.close();
    await app.close();
  });

  const newSession = (): string => String(++sessions).padStart(24, '0');

  /** A machine at which that person of that session sits. */
  async function machine(
    qui: string,
    date: string,
    session: string,
    motion: 'reduce' | 'no-preference' = 'reduce',
  ): Promise<BrowserContext> {
    const context = await browser.newContext({
      viewport: { width: 1280, height: 800 },
      reducedMotion: motion,
      locale: 'fr-FR',
    });
    contexts.push(context);
    context.setDefaultTimeout(30_000);
    const choice = formatChoice({ qui, date, langue: 'fr', simple: false, depuis: Date.now() });
    await context.addCookies(
      [
        ['ent-session', session],
        ['ent-choix', encodeURIComponent(choice)],
      ].map(([name = '', value = '']) => ({ name, value, url: base })),
    );
    return context;
  }

  for (const motion of ['no-preference', 'reduce'] as const)
    for (const [qui, date] of [
      ['enseignante', '15-septembre'],
      ['parent', '15-septembre'],
      ['eleve-cm2', 'toussaint'],
      ['directrice', 'j-30'],
    ] as const)
      it(`moves nothing on any page: ${qui}, ${date}, motion ${motion}`, async () => {
        const context = await machine(qui, date, newSession(), motion);
        await context.addInitScript(() => {
          window.shifts = [];
          new PerformanceObserver((list) => {
            for (const entry of list.getEntries() as unknown as {
              value: number;
              hadRecentInput: boolean;
              sources: { node?: Node }[];
            }[])
              if (!entry.hadRecentInput)
                window.shifts.push({
                  value: entry.value,
                  what: entry.sources.map(
                    ({ node }) =>
                      `${node?.nodeName} ${node instanceof Element ? node.id || node.className : ''}`,
                  ),
                });
          }).observe({ type: 'layout-shift', buffered: true });
        });
        const moved: string[] = [];
        let banners = 0;
        for (const path of PAGES) {
          const page = await open(context, base + path);
          await isReady(page);
          await page.waitForLoadState('networkidle');
          // A strip comes in at a walk.
          await page.waitForFunction(
            () =>
              ![...document.querySelectorAll('sentier-banner')].some(
                ({ shadowRoot }) => shadowRoot?.querySelector<HTMLElement>('.at')?.style.height,
              ),
          );
          banners += await page.locator('sentier-banner').count();
          const shifts = await page.evaluate(() => window.shifts);
          // What rounds to nothing in the four decimals that are told anywhere is a pixel's fraction.
          for (const { value, what } of shifts)
            if (value >= 5e-5) moved.push(`${path} ${value.toFixed(4)} ${what.join(', ')}`);
          assert.deepEqual(page.complaints, [], path);
          await page.close();
        }
        assert.ok(banners > 0, 'banners were there');
        assert.deepEqual(moved, []);
      });

  /** The host's answer to what a page tells it of a campaign or a status. */
  const toldOf = (page: Page, what: string) =>
    page.waitForResponse((response) => {
      const request = response.request();
      return request.method() === 'PATCH' && !!request.postData()?.includes(`"${what}"`);
    });

  async function bannerOn(context: BrowserContext, path: string, id: string): Promise<WatchedPage> {
    const page = await open(context, base + path);
    await page.locator(`sentier-banner[campaign="${id}"]`).getByText('Information').waitFor();
    return page;
  }

  it('keeps closed there what was closed here, and offers it again at its next version alone', async () => {
    const session = newSession();
    const id = 'vacances-toussaint';
    const here = await machine('parent', 'toussaint', session);
    const page = await bannerOn(here, '/blog/', id);
    const told = toldOf(page, 'dismissed');
    await page.locator('sentier-banner').getByRole('button', { name: 'Fermer' }).click();
    await page.locator('sentier-banner').waitFor({ state: 'hidden' });
    assert.equal((await told).ok(), true);

    const there = await machine('parent', 'toussaint', session);
    const other = await open(there, `${base}/blog/`);
    await isReady(other);
    await other.waitForLoadState('networkidle');
    assert.equal(await other.locator('sentier-banner').count(), 0, 'closed there');
    const stranger = await bannerOn(await machine('parent', 'toussaint', newSession()), '/blog/', id);
    assert.deepEqual(stranger.complaints, []);

    const file = join(site, 'plan.json');
    const plan = JSON.parse(readFileSync(file, 'utf8')) as { campaigns: { id: string; version: number }[] };
    const publish = async (change: (campaign: { version: number }) => void): Promise<void> => {
      change(plan.campaigns.find((one) => one.id === id)!);
      writeFileSync(file, JSON.stringify(plan));
      const { services } = await app.ready();
      assert.equal(await publishFile(services, file), 'published');
    };
    await publish((campaign) => Object.assign(campaign, { priority: 46 }));
    await other.reload();
    await isReady(other);
    await other.waitForLoadState('networkidle');
    assert.equal(await other.locator('sentier-banner').count(), 0, 'a new revision of the same version');
    await publish((campaign) => (campaign.version = 2));
    await other.reload();
    await other.locator(`sentier-banner[campaign="${id}"]`).getByText('Information').waitFor();
    assert.deepEqual([...page.complaints, ...other.complaints], []);
  });

  it('opens the feed, at one item, and shows from there what has more to it', async () => {
    const page = await open(await machine('parent', '15-septembre', newSession()), `${base}/blog/`);
    await isReady(page);
    assert.equal(await sentierOf(page, 'news'), true);
    const panel = page.getByRole('complementary', { name: 'Quoi de neuf' });
    await panel.getByRole('heading', { name: 'Réunion de rentrée des CM2' }).waitFor();
    assert.equal(await sentierOf(page, 'news/reunion-cm2'), true);
    const focused = () =>
      page.evaluate(() => document.querySelector('sentier-news')?.shadowRoot?.activeElement?.id);
    await page.waitForFunction(
      () => document.querySelector('sentier-news')?.shadowRoot?.activeElement?.id === 'item-reunion-cm2',
    );
    await page.keyboard.press('Escape');
    await panel.waitFor({ state: 'detached' });
    assert.equal(await focused(), undefined);
    assert.equal(await sentierOf(page, 'news/reunion-cm2'), true, 'straight to it');
    await panel
      .getByRole('article', { name: 'Réunion de rentrée des CM2' })
      .getByRole('button', { name: 'Ouvrir l’annonce' })
      .click();
    const banner = page.locator('sentier-banner[campaign=reunion-cm2]');
    await banner.getByText('Les familles des CM2').waitFor();
    const download = page.waitForEvent('download');
    await banner.getByRole('button', { name: 'Ajouter à mon agenda' }).click();
    assert.equal((await download).suggestedFilename(), 'reunion-cm2.ics');
    const ics = readFileSync(await (await download).path(), 'utf8');
    assert.match(ics, /BEGIN:VEVENT[^]*DTSTART[^:]*:20260917T1[68]0000[^]*END:VEVENT/);
    assert.deepEqual(page.complaints, [], 'no CSP violation');
  });

  it('has a lasting link to each item', async () => {
    const page = await open(
      await machine('parent', '15-septembre', newSession()),
      `${base}/actualites/?actualite=reunion-cm2`,
    );
    await page.waitForFunction(
      () => document.querySelector('sentier-news')?.shadowRoot?.activeElement?.id === 'item-reunion-cm2',
    );
    assert.deepEqual(page.complaints, []);
  });

  it('clears the number of unread things in the other tab, and on another machine', async () => {
    const session = newSession();
    const context = await machine('parent', '15-septembre', session);
    const withButton = async (one: BrowserContext): Promise<WatchedPage> => {
      // No tour begins there, which would hide the page's button from whoever looks for it by role.
      const page = await open(one, `${base}/blog/`);
      await isReady(page);
      await page.evaluate(() => {
        const news = document.createElement('sentier-news');
        news.setAttribute('display', 'button');
        document.querySelector('main')!.prepend(news);
        const said = JSON.parse(document.querySelector('#sentier-context')!.textContent) as unknown;
        (window.sentier as unknown as Sentier).identify(said);
      });
      await page.getByRole('button', { name: /Quoi de neuf/ }).waitFor();
      return page;
    };
    const one = await withButton(context);
    const two = await withButton(context);
    const badge = (page: Page) => page.locator('sentier-news .badge');
    await badge(one).waitFor();
    await badge(two).waitFor();
    const told = toldOf(two, 'news');
    await two.getByRole('button', { name: /Quoi de neuf/ }).click();
    await badge(one).waitFor({ state: 'detached' });
    await told;
    const three = await withButton(await machine('parent', '15-septembre', session));
    await three.waitForLoadState('networkidle');
    assert.equal(await badge(three).count(), 0, 'on another machine');
    assert.deepEqual([...one.complaints, ...two.complaints, ...three.complaints], []);
  });

  it('keeps the first steps that were done from page to page, and folds the list away', async () => {
    const context = await machine('parent', 'rentree', newSession());
    const page = await open(context, `${base}/blog/`);
    const list = page.locator('sentier-checklist');
    await list.getByText('0 sur 5').waitFor();
    await list.getByRole('link', { name: 'Y aller' }).click();
    await page.waitForURL('**/agenda/');
    await list.getByText('1 sur 5').waitFor();
    await list.getByRole('button', { name: /Bien démarrer/ }).click();
    await page.goto(`${base}/classeur/`);
    await list.getByText('1 sur 5').waitFor();
    assert.equal(await list.getByRole('button', { name: 'Masquer la liste' }).count(), 0, 'it stays folded');
    await list.getByRole('button', { name: /Bien démarrer/ }).click();
    await list.getByRole('button', { name: 'Masquer la liste' }).click();
    await list.waitFor({ state: 'detached' });
    await page.goto(`${base}/accueil/`);
    await isReady(page);
    await page.locator('sentier-tour [role=dialog]').waitFor();
    await page.keyboard.press('Escape');
    await page.locator('#ouvrir-demarrer').click();
    await list.getByText('1 sur 5').waitFor();
    assert.deepEqual(page.complaints, []);
  });
});
