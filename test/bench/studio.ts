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
/** ms */
const PLAN_AFTER = 2000;
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
      // As text, the browser's own inspector would decode all of the plan once more, in the page's thread.
      const told = path === '/plan.json' ? 'application/octet-stream' : `${type}; charset=utf-8`;
      // Later than the script, as from a server elsewhere: so it is clear which of the two a task belongs to.
      setTimeout(
        () => response.writeHead(200, { 'content-type': told }).end(body),
        path === '/plan.json' ? PLAN_AFTER : 0,
      );
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, close: () => server.close() };
}

/**
 * What a person does, done by the page itself: the driver of a browser would add its own tasks. Puts the tasks over
 * 50 ms into `window.told`: while the studio starts, while the plan that has come is read and listed, and while one
 * searches, filters, orders and scrolls.
 */
export const VISIT = `(() => {
  const tasks = [];
  new PerformanceObserver((list) => tasks.push(...list.getEntries().map((e) => [e.startTime, Math.round(e.duration)]))).observe({ type: 'longtask', buffered: true });
  const wait = (ms) => new Promise((done) => setTimeout(done, ms));
  const list = () => document.querySelector('sentier-studio')?.shadowRoot.querySelector('sentier-studio-campaigns')?.shadowRoot.querySelector('sentier-studio-list')?.shadowRoot;
  const said = async (words) => {
    for (let i = 0; i < 600; i++, await wait(50)) if (words.test(list()?.querySelector('[role=status]')?.textContent ?? '')) return;
    throw new Error('never said: ' + words);
  };
  const set = (id, value, type) => {
    const field = list().getElementById(id);
    field.value = value;
    field.dispatchEvent(new Event(type, { bubbles: true, composed: true }));
  };
  /** What came since it was last asked; the browser tells of a task some time after it. */
  const since = async () => { await wait(500); return tasks.splice(0); };
  const visit = async () => {
    await said(/1\\s?000 campagnes/);
    const opened = await since();
    const [plan] = performance.getEntriesByName(new URL('/plan.json', location.href).href);
    const starting = opened.filter(([at]) => at < plan.responseEnd).map(([, ms]) => ms);
    const listing = opened.filter(([at]) => at >= plan.responseEnd).map(([, ms]) => ms);
    for (let i = 1; i <= 'campagne 99'.length; i++) {
      set('search', 'campagne 99'.slice(0, i), 'input');
      await wait(60);
    }
    await said(/19 sur/);
    set('search', '', 'input');
    await wait(60);
    set('state', 'scheduled', 'change');
    await wait(60);
    set('state', '', 'change');
    await said(/1\\s?000 campagnes/);
    for (const order of ['priority', 'title', 'start']) {
      set('order', order, 'change');
      await wait(100);
    }
    for (let i = 0; i < 20; i++) {
      scrollBy(0, 1500);
      await wait(50);
    }
    return { starting, listing, using: (await since()).map(([, ms]) => ms) };
  };
  addEventListener('load', () => visit().then((told) => (window.told = told), (error) => (window.told = { error: String(error) })));
})();`;

interface Told {
  starting: number[];
  listing: number[];
  using: number[];
}

/** Tasks over 50 ms, ms. */
async function sample(browser: Browser, url: string, slowdown: number) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  const page = await context.newPage();
  const cdp = await context.newCDPSession(page);
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
  await page.addInitScript(VISIT);
  await page.goto(url);
  await new Promise((done) => setTimeout(done, 6000 * slowdown));
  const told = await page.evaluate<Told & { error?: string }>('told');
  await context.close();
  if (told.error) throw new Error(told.error);
  return told;
}

export async function benchStudio(): Promise<void> {
  if (!bringBrowsers().includes('chromium')) process.exit(1);
  const server = await serve();
  const browser = await launch();
  // The browser's own pages take both cores while it starts.
  await new Promise((done) => setTimeout(done, 8000));
  console.log('A thousand campaigns in the studio: tasks over 50 ms, ms.');
  for (const slowdown of [1, 2])
    for (let run = 0; run < RUNS; run++) {
      const { starting, listing, using } = await sample(browser, server.url, slowdown);
      const words = (tasks: number[]) => (tasks.length ? tasks.join(', ') : 'none');
      console.log(
        `CPU ${slowdown}× slower, run ${run + 1}: while it starts ${words(starting)}; while the plan is read and listed ${words(listing)}; while one searches, filters, orders, scrolls ${words(using)}`,
      );
    }
  await browser.close();
  server.close();
}
