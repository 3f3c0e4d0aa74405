/**
 * `npm run bench -- help`: what help costs. In one page of the built script, the CPU slowed four times: from the click on
 * its button to what is for this page, and from the first letter to the first results; 300 articles indexed while idle,
 * with the longest task; 10,000 articles with an index made beforehand: the median query. Prints figures, asserts nothing.
 */
import { createServer } from 'node:http';
import { readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { buildIndex } from '../../src/cli/build-index.js';
import type { Article } from '../../src/model/schema/help.js';
import type { Plan } from '../../src/model/schema/plan.js';
import { bringBrowsers } from '../browsers.js';
import { launch } from '../e2e/support/browser.js';

const SLOWDOWN = 4;
const RUNS = Number(process.env['RUNS'] ?? 5);

const demo = JSON.parse(readFileSync('stories/demo/site/plan.json', 'utf8')) as Plan;
const questions = (
  JSON.parse(readFileSync('test/core/help/questions.json', 'utf8')) as [string, string, string][]
).map(([, question]) => question);

/** As many articles as asked for: the demo's, then others of words drawn as a language draws them. */
export function planOf(count: number, prebuilt: boolean): Plan {
  let seed = 7;
  const chance = () => (seed = (seed * 16_807) % 2_147_483_647) / 2_147_483_647;
  const own = demo.help?.articles ?? [];
  const words = [
    ...new Set(
      JSON.stringify(own)
        .toLowerCase()
        .match(/\p{L}{4,}/gu),
    ),
  ];
  const syllable = () => 'bcdfglmnprstv'[Math.floor(chance() * 13)]! + 'aeiou'[Math.floor(chance() * 5)]!;
  while (words.length < 20_000)
    words.push(syllable() + syllable() + syllable() + (chance() < 0.5 ? 'r' : ''));
  const draw = (n: number) =>
    Array.from({ length: n }, () => words[Math.floor(words.length ** chance()) % words.length]).join(' ');
  const articles: Article[] = own.map((article) => ({ ...article, audience: undefined }));
  for (let i = articles.length; i < count; i++)
    articles.push({
      id: `a${i}`,
      title: draw(5),
      body: draw(80),
      keywords: draw(4).split(' '),
      services: [['messagerie', 'agenda', 'blog', 'notes'][i % 4]!],
    });
  const { synonyms } = demo.help ?? {};
  const help = {
    articles,
    ...(synonyms && { synonyms }),
    ...(prebuilt && { indexes: { fr: '/index.txt' } }),
  };
  return { version: 1, id: `bench-${count}`, settings: { locale: 'fr' }, campaigns: [], help };
}

export async function serve(plans: ReadonlyMap<string, string>) {
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://bench').pathname;
    const kept = plans.get(path);
    try {
      const body = kept ?? (path.startsWith('/cdn/') ? readFileSync(`dist${path}`) : undefined);
      const type = path.endsWith('.js')
        ? 'text/javascript'
        : path.endsWith('.json')
          ? 'application/json'
          : // As text, the browser's own inspector would decode all of it once more, in the page's thread.
            'application/octet-stream';
      if (body !== undefined) response.writeHead(200, { 'content-type': type }).end(body);
      else
        response
          .writeHead(200, { 'content-type': 'text/html; charset=utf-8' })
          .end(
            `<!doctype html><html lang="fr"><meta charset="utf-8"><title>Messagerie</title><link rel="icon" href="data:,"><script type="application/json" id="sentier-context">{"user":{"key":"k","profiles":["teacher"]},"service":"messagerie"}</script><main><h1>Messagerie</h1></main><script src="/cdn/sentier.js" data-plan="${path.slice(0, -1)}.json" defer></script></html>`,
          );
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, close: () => server.close() };
}

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

/** In the page: opens by the button, types, and times what is seen; long tasks counted. */
const VISIT = `(async (questions) => {
  const find = () => document.querySelector('sentier-help')?.shadowRoot;
  // What is there when a frame begins is painted by it: a message comes right after.
  const painted = (then) => { const { port1, port2 } = new MessageChannel(); port1.onmessage = then; port2.postMessage(0); };
  const until = (test) => new Promise((done) => { const look = () => { const got = test(); if (got) painted(() => done(got)); else requestAnimationFrame(look); }; requestAnimationFrame(look); });
  const button = await until(() => find()?.querySelector('.launch'));
  await new Promise((done) => setTimeout(done, 1500));
  window.tasks.length = 0;
  const panel = () => find()?.querySelector('sentier-help-panel')?.shadowRoot;
  const t0 = performance.now();
  // A pointer comes over the button before it presses it.
  button.dispatchEvent(new PointerEvent('pointerenter'));
  button.click();
  await until(() => panel()?.querySelector('.panel:not([hidden]) .row'));
  const opened = performance.now() - t0;
  const t1 = performance.now();
  const input = panel().querySelector('#query');
  input.value = 'écr';
  input.dispatchEvent(new InputEvent('input', { bubbles: true }));
  await until(() => [...panel().querySelectorAll('.home > .rows .row')].some((row) => /crire/.test(row.textContent)));
  const first = performance.now() - t1;
  window.tasks.length = 0;
  // The index is there once words of the text alone are found.
  input.value = 'trombone certificat';
  input.dispatchEvent(new InputEvent('input', { bubbles: true }));
  await until(() => panel().querySelector('.home mark'));
  const indexed = performance.now() - t0;
  const longest = Math.max(0, ...window.tasks);
  const times = [];
  for (const question of [...questions, ...questions]) {
    input.value = question;
    const t = performance.now();
    input.dispatchEvent(new InputEvent('input', { bubbles: true }));
    times.push(performance.now() - t);
    await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
  }
  return { opened, first, indexed, times: times.slice(questions.length), longest };
})`;

export async function benchHelp(): Promise<void> {
  if (!bringBrowsers().includes('chromium')) throw new Error('no Chromium');
  const large = planOf(10_000, true);
  const text = buildIndex(large);
  const plans = new Map([
    ['/school.json', JSON.stringify(planOf(300, false))],
    ['/large.json', JSON.stringify(large)],
    ['/index.txt', text],
  ]);
  const server = await serve(plans);
  const browser = await launch();
  console.log(
    `help: Chromium ${browser.version()}, ${RUNS} runs, medians. Index of 10,000 articles: ${(text.length / 1e6).toFixed(1)} MB, ${(gzipSync(text).length / 1e6).toFixed(1)} MB gzip.`,
  );
  const rows: Record<string, Record<string, number>> = {};
  for (const [name, path, slowdown] of [
    ['300 articles, CPU ÷ 4', 'school', SLOWDOWN],
    ['10,000 articles, CPU ÷ 4', 'large', SLOWDOWN],
    ['10,000 articles', 'large', 1],
  ] as const) {
    const runs: { opened: number; first: number; indexed: number; times: number[]; longest: number }[] = [];
    for (let run = 0; run < RUNS; run++) {
      const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
      const page = await context.newPage();
      await page.addInitScript(
        `window.tasks = []; new PerformanceObserver((l) => { for (const e of l.getEntries()) window.tasks.push(e.duration); }).observe({ type: 'longtask' });`,
      );
      const cdp = await context.newCDPSession(page);
      await page.goto(`${server.url}/${path}/`, { waitUntil: 'load' });
      await cdp.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
      runs.push(await page.evaluate(`${VISIT}(${JSON.stringify(questions)})`));
      await context.close();
    }
    const of = (pick: (run: (typeof runs)[number]) => number) => Math.round(median(runs.map(pick)) * 10) / 10;
    rows[name] = {
      'click → for this page, ms': of((run) => run.opened),
      'letter → first results, ms': of((run) => run.first),
      'click → whole search, ms': of((run) => run.indexed),
      'query, median ms': of((run) => median(run.times)),
      'longest task to it, ms': of((run) => run.longest),
    };
  }
  await browser.close();
  server.close();
  console.table(rows);
}
