/**
 * `npm run bench -- studio`: a plan of a thousand campaigns in the built studio. Tasks over 50 ms (which a person would
 * feel) while it is read, and while one searches letter by letter, filters and orders; on this machine's CPU and on one
 * half as fast. Prints figures, asserts nothing.
 */
import { createServer } from 'node:http';
import { readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import type { Browser } from 'playwright-core';
import { THOUSAND } from '../../stories/studio/studio-fixtures.js';
import { bringBrowsers } from '../browsers.js';
import { launch } from '../e2e/support/browser.js';

const RUNS = Number(process.env['RUNS'] ?? 3);
const PAGE =
  '<!doctype html><html lang="fr"><meta charset="utf-8"><title>Studio</title><link rel="icon" href="data:,"><script type="module" src="/studio/studio.js"></script><body><sentier-studio src="/plan.json"></sentier-studio></body></html>';

async function serve() {
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://bench').pathname;
    const type = path.endsWith('.js')
      ? 'text/javascript'
      : path.endsWith('.json')
        ? 'application/json'
        : 'text/html';
    try {
      const body =
        path === '/plan.json'
          ? JSON.stringify(THOUSAND)
          : type === 'text/html'
            ? PAGE
            : readFileSync(`dist/cdn${path}`);
      response.writeHead(200, { 'content-type': `${type}; charset=utf-8` }).end(body);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, close: () => server.close() };
}

/** Tasks over 50 ms, ms. */
async function sample(browser: Browser, url: string, slowdown: number) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  const page = await context.newPage();
  const cdp = await context.newCDPSession(page);
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
  await page.addInitScript(
    `window.tasks = []; new PerformanceObserver((l) => tasks.push(...l.getEntries().map((e) => Math.round(e.duration)))).observe({ type: 'longtask', buffered: true });`,
  );
  /** What came since it was last asked; the browser tells of a task some time after it. */
  const since = async () => {
    await page.evaluate(() => new Promise((done) => setTimeout(done, 500)));
    return page.evaluate<number[]>('tasks.splice(0)');
  };
  await page.goto(url);
  const status = page.locator('sentier-studio-list [role=status]');
  await status.filter({ hasText: /1\s?000 campagnes/ }).waitFor();
  const reading = await since();
  const search = page.locator('sentier-studio-list #search');
  await search.pressSequentially('campagne 99');
  await status.filter({ hasText: '19 sur' }).waitFor();
  await page.locator('sentier-studio-list #state').selectOption('scheduled');
  await search.fill('');
  await page.locator('sentier-studio-list #state').selectOption('');
  await status.filter({ hasText: /1\s?000 campagnes/ }).waitFor();
  for (const order of ['priority', 'title', 'start'])
    await page.locator('sentier-studio-list #order').selectOption(order);
  await page.mouse.move(600, 600);
  for (let i = 0; i < 10; i++) await page.mouse.wheel(0, 1500);
  const using = await since();
  await context.close();
  return { reading, using };
}

export async function benchStudio(): Promise<void> {
  if (!bringBrowsers().includes('chromium')) process.exit(1);
  const server = await serve();
  const browser = await launch();
  console.log('A thousand campaigns in the studio: tasks over 50 ms, ms.');
  for (const slowdown of [1, 2])
    for (let run = 0; run < RUNS; run++) {
      const { reading, using } = await sample(browser, server.url, slowdown);
      const words = (tasks: number[]) => (tasks.length ? tasks.join(', ') : 'none');
      console.log(
        `CPU ${slowdown}× slower, run ${run + 1}: while it is opened ${words(reading)}; while one searches, filters, orders, scrolls ${words(using)}`,
      );
    }
  await browser.close();
  server.close();
}
