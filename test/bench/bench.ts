/**
 * `npm run bench`: Sentier beside driver.js, Shepherd and React Joyride, and its survey beside Formbricks', in one run of headless Chromium with the CPU
 * slowed four times, interleaved, medians. Prints figures and ratios to driver.js; asserts nothing (a machine's speed
 * is no test). Every library runs as its makers ship it; driver.js also without its animation.
 * `RUNS=15 CYCLES=200 npm run bench` are the defaults; `npm run bench -- director` runs a part alone (`page`, `survey`, `director`, `help`, `studio`).
 */
import { createServer } from 'node:http';
import { mkdirSync, readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import type { AddressInfo } from 'node:net';
import { build } from 'esbuild';
import type { Browser, CDPSession, Page } from 'playwright-core';
import { bringBrowsers } from '../browsers.js';
import { launch } from '../e2e/support/browser.js';
import { STEPS } from './pages/host.js';
import { SURVEY } from './pages/questions.js';

const RUNS = Number(process.env['RUNS'] ?? 15);
const CYCLES = Number(process.env['CYCLES'] ?? 200);
const SLOWDOWN = 4;
const OUT = '.cache/bench';
const parts = process.argv.slice(2);
const wants = (part: string): boolean => !parts.length || parts.includes(part);

interface Subject {
  name: string;
  page: string;
  /** Words of the first thing shown, and of what comes next; a tour's two steps where it says nothing. */
  texts?: readonly [first: string, next: string];
}
const SUBJECTS: readonly Subject[] = [
  { name: 'empty page', page: 'empty' },
  { name: 'Sentier', page: 'sentier' },
  { name: 'driver.js', page: 'driver' },
  { name: 'driver.js, no animation', page: 'driver?animate=false' },
  { name: 'Shepherd', page: 'shepherd' },
  { name: 'React Joyride', page: 'joyride' },
];

const WORDS = [SURVEY.intro, SURVEY.recommend] as const;
/** A survey of three questions: its first page, then its first question. */
const SURVEYS: readonly Subject[] = [
  { name: 'Sentier', page: 'sentier-survey', texts: WORDS },
  { name: '@formbricks/surveys', page: 'formbricks', texts: WORDS },
];

const PLAN = {
  version: 1,
  id: 'bench',
  campaigns: [
    {
      id: 'bench',
      kind: 'tour',
      title: 'Bench',
      when: { start: 'manual' },
      content: { steps: STEPS.map((s, i) => ({ id: `s${i}`, ...s })) },
    },
    {
      id: 'survey',
      kind: 'survey',
      title: SURVEY.title,
      when: { start: 'manual' },
      frequency: { until: 'always' },
      content: {
        display: 'corner',
        title: SURVEY.title,
        intro: SURVEY.intro,
        questions: [
          { id: 'recommend', kind: 'nps', title: SURVEY.recommend, required: true },
          { id: 'most', kind: 'choice', title: SURVEY.most, required: true, options: SURVEY.options },
          { id: 'better', kind: 'longtext', title: SURVEY.better, required: true },
        ],
      },
    },
  ],
};

function html(page: string): string {
  const rows = Array.from(
    { length: 120 },
    (_, i) => `<li><a href="#m${i}">Message ${i}</a> <span>de la classe</span></li>`,
  ).join('');
  const code =
    page === 'empty'
      ? ''
      : page.startsWith('sentier')
        ? `<script src="/cdn/sentier.js" data-plan="/plan.json" defer></script><script src="/${page}.js" defer></script>`
        : `<link rel="stylesheet" href="/${page}.css"><script src="/${page}.js" defer></script>`;
  return `<!doctype html><html lang="fr"><meta charset="utf-8"><title>Messagerie</title><link rel="icon" href="data:,">
<style>body{font:16px/1.5 sans-serif;margin:0}header{display:flex;gap:1rem;padding:1rem;border-bottom:1px solid #ccc}main{padding:1rem}</style>
<header><button id="compose">Nouveau message</button><button id="folders">Dossiers</button><input id="search" aria-label="Chercher"></header>
<main><h1>Messagerie</h1><ul>${rows}</ul></main>${code}</html>`;
}

async function bundle(): Promise<void> {
  mkdirSync(OUT, { recursive: true });
  for (const name of [
    'sentier',
    'driver',
    'shepherd',
    'joyride',
    'director',
    'sentier-survey',
    'formbricks',
  ]) {
    await build({
      entryPoints: [`test/bench/pages/${name}.ts${name === 'joyride' ? 'x' : ''}`],
      outfile: `${OUT}/${name}.js`,
      bundle: true,
      minify: true,
      format: 'iife',
      target: 'es2022',
      define: { 'process.env.NODE_ENV': '"production"' },
      logLevel: 'error',
    });
  }
}

const TYPES: Record<string, string> = { js: 'text/javascript', css: 'text/css', json: 'application/json' };

async function serve() {
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://bench').pathname.slice(1);
    try {
      const extension = path.split('.')[1];
      const body =
        path === 'plan.json'
          ? JSON.stringify(PLAN)
          : extension
            ? readFileSync(path.startsWith('cdn/') ? `dist/${path}` : `${OUT}/${path}`)
            : html(path);
      response
        .writeHead(200, { 'content-type': TYPES[extension ?? ''] ?? 'text/html; charset=utf-8' })
        .end(body);
    } catch {
      // Sentier's page has no style sheet of its own, and so on: an empty answer will do.
      response.writeHead(404).end();
    }
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, close: () => server.close() };
}

interface Metrics {
  task: number;
  script: number;
  layout: number;
  nodes: number;
  listeners: number;
  heap: number;
}

async function metricsOf(cdp: CDPSession): Promise<Metrics> {
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

/** In the page: resolves two frames after the text can be seen (opaque, in the viewport), through shadow roots. */
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

interface Sample {
  cpu: number;
  /** To what comes next. */
  cpuNext: number;
  script: number;
  layout: number;
  shown: number;
  next: number;
  shift: number;
  bytes: number;
}

async function openPage(browser: Browser, url: string, slowdown: number) {
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
    `window.shift = 0; new PerformanceObserver((l) => { for (const e of l.getEntries()) window.shift += e.value; }).observe({ type: 'layout-shift', buffered: true });`,
  );
  await page.goto(url, { waitUntil: 'load' });
  return { context, page, cdp, bytes: async () => (await Promise.all(bodies), bytes) };
}

const ready = (page: Page) =>
  page.waitForFunction(() => document.documentElement.dataset['ready'] !== undefined);

/** Bytes of what presses Sentier's buttons: not Sentier's. */
const glueOf = ({ page }: Subject): number =>
  page.startsWith('sentier') ? gzipSync(readFileSync(`${OUT}/${page}.js`), { level: 9 }).length : 0;

/** One fresh page: what it costs from the navigation to the first step, and from Next to the second. */
async function sample(browser: Browser, base: string, subject: Subject): Promise<Sample> {
  const { context, page, cdp, bytes } = await openPage(browser, `${base}/${subject.page}`, SLOWDOWN);
  let shown = 0;
  let next = 0;
  let cpu: Metrics;
  let cpuNext = 0;
  const [first, second] = subject.texts ?? [STEPS[0].body, STEPS[1].body];
  if (subject.page === 'empty') {
    await page.evaluate(
      () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
    );
    cpu = await metricsOf(cdp);
  } else {
    await ready(page);
    shown = await page.evaluate<number>(
      `(async () => { const t = performance.now(); void window.bench.start(); return (await (${WAIT_FOR_TEXT})(${JSON.stringify(first)})) - t; })()`,
    );
    cpu = await metricsOf(cdp);
    // A person reads before pressing Next; animations of the first step are over by then.
    await page.evaluate(() => new Promise((done) => setTimeout(done, 1200)));
    next = await page.evaluate<number>(
      `(async () => { const t = performance.now(); window.bench.next(); return (await (${WAIT_FOR_TEXT})(${JSON.stringify(second)})) - t; })()`,
    );
    cpuNext = (await metricsOf(cdp)).task;
  }
  const shift = await page.evaluate<number>('window.shift');
  const total = await bytes();
  await context.close();
  // The Sentier page also loads a few bytes of bench glue: not Sentier's, nor counted for the others, whose glue is in their bundle.
  const glue = glueOf(subject);
  return {
    cpu: cpu.task,
    cpuNext,
    script: cpu.script,
    layout: cpu.layout,
    shown,
    next,
    shift,
    bytes: total - glue,
  };
}

/** Bytes of a page on which nothing is shown. */
async function idleBytes(browser: Browser, base: string, subject: Subject): Promise<number> {
  const { context, page, bytes } = await openPage(browser, `${base}/${subject.page}`, 1);
  if (subject.page !== 'empty') await ready(page);
  const total = await bytes();
  await context.close();
  return total - glueOf(subject);
}

/** What is left after many start-and-end cycles, garbage collected: nodes, listeners, heap in kB. */
async function leftovers(browser: Browser, base: string, subject: Subject) {
  const { context, page, cdp } = await openPage(browser, `${base}/${subject.page}`, 1);
  await ready(page);
  const first = subject.texts?.[0] ?? STEPS[0].body;
  const cycle = `(async () => { void window.bench.start(); await (${WAIT_FOR_TEXT})(${JSON.stringify(first)}); await window.bench.stop(); await new Promise((d) => requestAnimationFrame(() => setTimeout(d, 0))); })()`;
  // The first cycles load and warm what stays loaded.
  for (let i = 0; i < 5; i++) await page.evaluate(cycle);
  const settle = async () => {
    await page.evaluate(() => new Promise((done) => setTimeout(done, 600)));
    for (let i = 0; i < 3; i++) await cdp.send('HeapProfiler.collectGarbage');
    return metricsOf(cdp);
  };
  const before = await settle();
  for (let i = 0; i < CYCLES; i++) await page.evaluate(cycle);
  const after = await settle();
  await context.close();
  return {
    nodes: after.nodes - before.nodes,
    listeners: after.listeners - before.listeners,
    heap: (after.heap - before.heap) / 1024,
  };
}

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

if (process.argv.includes('studio')) {
  await (await import('./studio.js')).benchStudio();
  process.exit();
}
if (process.argv.includes('help')) {
  await (await import('./help-index.js')).benchHelp();
  process.exit();
}
if (!bringBrowsers().includes('chromium')) process.exit(1);
await bundle();
const server = await serve();
const browser = await launch(['--js-flags=--expose-gc']);

/** Median ms to decide over plans of three sizes, without slow-down; the ratio is to growth in proportion. */
async function director(): Promise<void> {
  const { context, page } = await openPage(browser, `${server.url}/director`, 1);
  const table: Record<string, Record<string, number>> = {};
  for (const count of [1000, 3000, 10_000]) {
    const found = await page.evaluate<{ decide: number; sieve: number }>(`window.bench.run(${count}, 51)`);
    table[`${count} campaigns`] = {
      'decide ms': Math.round(found.decide * 100) / 100,
      'idle script ms': Math.round(found.sieve * 100) / 100,
      'decide µs each': Math.round((found.decide * 1e5) / count) / 100,
    };
  }
  await context.close();
  console.log('The director, CPU not slowed, medians of 51:');
  console.table(table);
}

async function comparePages(subjects: readonly Subject[], to: string): Promise<void> {
  console.log(
    `Chromium ${browser.version()}, CPU slowed ${SLOWDOWN}×, ${RUNS} interleaved runs, medians; ${CYCLES} cycles for what is left.`,
  );

  const samples = new Map<string, Sample[]>(subjects.map((s) => [s.name, []]));
  for (let run = 0; run < RUNS; run++) {
    for (const subject of subjects)
      samples.get(subject.name)?.push(await sample(browser, server.url, subject));
  }
  const rows: Record<string, Record<string, number>> = {};
  for (const subject of subjects) {
    const of = (key: keyof Sample) => median((samples.get(subject.name) ?? []).map((s) => s[key]));
    const left =
      subject.page === 'empty'
        ? { nodes: 0, listeners: 0, heap: 0 }
        : await leftovers(browser, server.url, subject);
    rows[subject.name] = {
      'idle bytes': await idleBytes(browser, server.url, subject),
      'step bytes': of('bytes'),
      'CPU ms to step': of('cpu'),
      'CPU ms to next': of('cpuNext'),
      'script ms': of('script'),
      'style+layout ms': of('layout'),
      'Next→painted ms': of('next'),
      'nodes left': left.nodes,
      'listeners left': left.listeners,
      'heap kB left': left.heap,
      shift: of('shift'),
    };
  }

  const round = (value: number) => (Math.abs(value) < 10 ? Math.round(value * 100) / 100 : Math.round(value));
  console.table(
    Object.fromEntries(
      Object.entries(rows).map(([name, row]) => [
        name,
        Object.fromEntries(Object.entries(row).map(([k, v]) => [k, round(v)])),
      ]),
    ),
  );
  const reference = rows[to] ?? {};
  console.log(`Ratios to ${to} as shipped (lower is better):`);
  console.table(
    Object.fromEntries(
      Object.entries(rows).map(([name, row]) => [
        name,
        Object.fromEntries(
          [
            'idle bytes',
            'step bytes',
            'CPU ms to step',
            'CPU ms to next',
            'script ms',
            'style+layout ms',
            'Next→painted ms',
          ].map((k) => [k, round((row[k] ?? 0) / (reference[k] || 1))]),
        ),
      ]),
    ),
  );
}

if (wants('director')) await director();
if (wants('page')) await comparePages(SUBJECTS, 'driver.js');
if (wants('survey')) await comparePages(SURVEYS, '@formbricks/surveys');
await browser.close();
server.close();
