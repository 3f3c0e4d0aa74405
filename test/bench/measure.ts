/** What is measured of one page in Chromium, with its CPU slowed. */
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import type { Browser, CDPSession, Page } from 'playwright-core';
import { STEPS } from './pages/host.js';
import { OUT } from './site.js';

export const SLOWDOWN = 4;
/** Long enough for the slowest to have shown its first step, animation and all, ms. */
const WINDOW_MS = 2000;

/** Who reads a page leaves it the time to fetch what may be wanted, ms. */
const READING_MS = 2500;

export interface Subject {
  name: string;
  page: string;
  /** Words of the first thing shown, and of what comes next; a tour's two steps where it says nothing. */
  texts?: readonly [first: string, next: string];
}

interface Metrics {
  task: number;
  script: number;
  layout: number;
  nodes: number;
  listeners: number;
  heap: number;
}

export async function metricsOf(cdp: CDPSession): Promise<Metrics> {
  const { metrics } = await cdp.send('Performance.getMetrics');
  const get = (name: string) => metrics.find((m) => m.name === name)?.value ?? 0;
  return {
    task: get('TaskDuration') * 1000,
    script: get('ScriptDuration') * 1000,
    layout: (get('LayoutDuration') + get('RecalcStyleDuration')) * 1000,
    nodes: get('Nodes'),
    listeners: get('JSEventListeners'),
    heap: get('JSHeapUsedSize'),
  };
}

/** In the page: resolves a frame after the text can be seen (opaque, in the viewport), through shadow roots. */
const WAIT_FOR_TEXT = `(text) => new Promise((done) => {
  const find = (root) => {
    for (const el of root.querySelectorAll('*')) {
      if (el.shadowRoot) { const inner = find(el.shadowRoot); if (inner) return inner; }
      if (!el.firstElementChild && el.textContent.includes(text) && !/^(SCRIPT|STYLE)$/.test(el.tagName)) {
        const box = el.getBoundingClientRect();
        if (box.width > 20 && box.height > 8 && box.top >= 0 && box.bottom <= innerHeight && el.checkVisibility({ opacityProperty: true, visibilityProperty: true })) return el;
      }
    }
  };
  const look = () => (find(document) ? requestAnimationFrame(() => done(performance.now())) : requestAnimationFrame(look));
  look();
})`;

export interface Sample {
  /** Of the main thread, from what it waits for until it is to be seen, opaque. */
  cpu: number;
  /** The same until all is at rest: what follows, for what may be done next, is in it. */
  cpuRest: number;
  /** The same from the navigation on: what others load beforehand is in it too. */
  cpuAll: number;
  script: number;
  layout: number;
  /** Longest task while it is shown. */
  longest: number;
  shown: number;
  next: number;
  shift: number;
  bytes: number;
}

export async function openPage(browser: Browser, url: string, slowdown: number) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  const page = await context.newPage();
  const cdp = await context.newCDPSession(page);
  // The thread's own time: on a machine that does other things too, the clock's says more of them than of us.
  await cdp.send('Performance.enable', { timeDomain: 'threadTicks' });
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
  let bytes = 0;
  const bodies: Promise<void>[] = [];
  page.on('response', (response) => {
    if (/\.(js|css)$/.test(new URL(response.url()).pathname) && response.ok()) {
      bodies.push(
        response.body().then(
          (body) => void (bytes += gzipSync(body, { level: 9 }).length),
          () => undefined,
        ),
      );
    }
  });
  await page.addInitScript(
    `window.shift = 0; new PerformanceObserver((l) => { for (const e of l.getEntries()) window.shift += e.value; }).observe({ type: 'layout-shift', buffered: true });
     window.tasks = []; new PerformanceObserver((l) => window.tasks.push(...l.getEntries())).observe({ type: 'longtask', buffered: true });`,
  );
  await page.goto(url, { waitUntil: 'load' });
  return { context, page, cdp, bytes: async () => (await Promise.all(bodies), bytes) };
}

export const ready = (page: Page) =>
  page.waitForFunction(() => document.documentElement.dataset['ready'] !== undefined);

export const rest = (page: Page, ms: number) =>
  page.evaluate((time) => new Promise((done) => setTimeout(done, time)), ms);

export const untilSeen = (page: Page, text: string, before = '') =>
  page.evaluate<number>(
    `(async () => { const t = performance.now(); ${before}; return (await (${WAIT_FOR_TEXT})(${JSON.stringify(text)})) - t; })()`,
  );

/** Bytes of what presses Sentier's buttons: not Sentier's. */
const glueOf = ({ page }: Subject): number =>
  page.startsWith('sentier')
    ? gzipSync(readFileSync(`${OUT}/${page.split('?')[0]}.js`), { level: 9 }).length
    : 0;

const wordsOf = ({ texts }: Subject) => texts ?? ([STEPS[0].body, STEPS[1].body] as const);

/**
 * A fresh page, on which nothing looks while it works: whoever waits by looking at each frame adds to what is measured.
 * `shown`: after how many ms it is to be seen, as it was on another page (`waitsOf`).
 */
async function workOf(browser: Browser, url: string, subject: Subject, shown: number) {
  const { context, page, cdp, bytes } = await openPage(browser, url, SLOWDOWN);
  const isEmpty = subject.page === 'empty';
  if (!isEmpty) await ready(page);
  await rest(page, READING_MS);
  const before = await metricsOf(cdp);
  const since = await page.evaluate<number>(
    `(() => { const t = performance.now(); ${isEmpty ? '' : 'void window.bench.start();'} return t; })()`,
  );
  await rest(page, shown);
  const then = await metricsOf(cdp);
  await rest(page, WINDOW_MS - shown);
  const after = await metricsOf(cdp);
  if (!isEmpty) await untilSeen(page, wordsOf(subject)[0]);
  const longest = await page.evaluate<number>(
    `Math.max(0, ...window.tasks.filter(({ startTime }) => startTime >= ${since - 1}).map(({ duration }) => duration))`,
  );
  const shift = await page.evaluate<number>('window.shift');
  const total = await bytes();
  await context.close();
  return {
    cpu: then.task - before.task,
    cpuRest: after.task - before.task,
    cpuAll: after.task,
    script: after.script - before.script,
    layout: after.layout - before.layout,
    longest,
    shift,
    bytes: total - glueOf(subject),
  };
}

/** Another one, on which one looks: ms until the first step is painted, and from Next until the second is. */
async function waitsOf(browser: Browser, url: string, subject: Subject) {
  if (subject.page === 'empty') return { shown: 0, next: 0 };
  const { context, page } = await openPage(browser, url, SLOWDOWN);
  await ready(page);
  await rest(page, READING_MS);
  const [first, second] = wordsOf(subject);
  const shown = await untilSeen(page, first, 'void window.bench.start()');
  // A person reads before pressing Next; animations of the first step are over by then.
  await rest(page, 1200);
  const next = await untilSeen(page, second, 'window.bench.next()');
  await context.close();
  return { shown, next };
}

export async function sample(browser: Browser, base: string, subject: Subject): Promise<Sample> {
  const url = `${base}/${subject.page}`;
  const waits = await waitsOf(browser, url, subject);
  return { ...(await workOf(browser, url, subject, waits.shown)), ...waits };
}

/** Bytes of a page on which nothing is shown. */
export async function idleBytes(browser: Browser, base: string, subject: Subject): Promise<number> {
  const { context, page, bytes } = await openPage(browser, `${base}/${subject.page}`, 1);
  if (subject.page !== 'empty') await ready(page);
  const total = await bytes();
  await context.close();
  return total - glueOf(subject);
}

/** What is left after many start-and-end cycles, garbage collected: nodes, listeners, heap in kB. */
export async function leftovers(browser: Browser, base: string, subject: Subject, cycles: number) {
  const { context, page, cdp } = await openPage(browser, `${base}/${subject.page}`, 1);
  await ready(page);
  const [first] = wordsOf(subject);
  const cycle = `(async () => { void window.bench.start(); await (${WAIT_FOR_TEXT})(${JSON.stringify(first)}); await window.bench.stop(); await new Promise((d) => requestAnimationFrame(() => setTimeout(d, 0))); })()`;
  // The first cycles load what stays loaded: that is no leak.
  for (let i = 0; i < cycles; i++) await page.evaluate(cycle);
  const settle = async () => {
    await rest(page, 600);
    for (let i = 0; i < 3; i++) await cdp.send('HeapProfiler.collectGarbage');
    return metricsOf(cdp);
  };
  const before = await settle();
  for (let i = 0; i < cycles; i++) await page.evaluate(cycle);
  const after = await settle();
  await context.close();
  return {
    nodes: after.nodes - before.nodes,
    listeners: after.listeners - before.listeners,
    heap: (after.heap - before.heap) / 1024,
  };
}

export const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
