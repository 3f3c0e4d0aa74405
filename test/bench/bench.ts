/**
 * `npm run bench`: Sentier beside driver.js, Shepherd and React Joyride, and its survey beside Formbricks', in one run of headless Chromium with the CPU
 * slowed four times, interleaved, medians. Prints figures and ratios to driver.js; asserts nothing (a machine's speed
 * is no test). Every library runs as its makers ship it; driver.js also without its animation.
 * `RUNS=15 CYCLES=200 npm run bench` are the defaults; `npm run bench -- director` runs a part alone (`page`, `scroll`, `survey`, `director`, `help`, `studio`).
 */
import { bringBrowsers } from '../browsers.js';
import { launch } from '../e2e/support/browser.js';
import {
  idleBytes,
  leftovers,
  median,
  openPage,
  sample,
  type Sample,
  SLOWDOWN,
  type Subject,
} from './measure.js';
import { SURVEY } from './pages/questions.js';
import { benchScroll } from './scroll.js';
import { bundle, serve } from './site.js';

const RUNS = Number(process.env['RUNS'] ?? 15);
const CYCLES = Number(process.env['CYCLES'] ?? 200);
const parts = process.argv.slice(2);
const wants = (part: string): boolean => !parts.length || parts.includes(part);

const SUBJECTS: readonly Subject[] = [
  { name: 'empty page', page: 'empty' },
  { name: 'Sentier', page: 'sentier' },
  { name: 'Sentier, nothing fetched', page: 'sentier?cold' },
  { name: 'driver.js', page: 'driver' },
  { name: 'driver.js, no animation', page: 'driver?animate=false' },
  { name: 'Shepherd', page: 'shepherd' },
  { name: 'React Joyride', page: 'joyride' },
];

const WORDS = [SURVEY.intro, SURVEY.recommend] as const;
/** A survey of three questions: its first page, then its first question. */
const SURVEYS: readonly Subject[] = [
  { name: 'Sentier', page: 'sentier-survey', texts: WORDS },
  { name: 'Sentier, nothing fetched', page: 'sentier-survey?cold', texts: WORDS },
  { name: '@formbricks/surveys', page: 'formbricks', texts: WORDS },
];

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
/**
 * For what is left in memory: V8 writes machine code for what runs often, some kB at a time and for hundreds of cycles, and
 * counts that as heap. Interpreted, what is left is what the page's code holds on to.
 */
const interpreting = await launch(['--js-flags=--expose-gc --no-sparkplug --no-maglev --no-turbofan']);

/** Median ms to decide over plans of three sizes, without slow-down; the ratio is to growth in proportion. */
async function director(): Promise<void> {
  const { context, page } = await openPage(browser, `${server.url}/director`, 1);
  const table: Record<string, Record<string, number>> = {};
  for (const count of [1000, 3000, 10_000]) {
    const found = await page.evaluate<{ decide: number; explain: number; sieve: number }>(
      `window.bench.run(${count}, 51)`,
    );
    table[`${count} campaigns`] = {
      'decide ms': Math.round(found.decide * 100) / 100,
      'with reasons ms': Math.round(found.explain * 100) / 100,
      'idle script ms': Math.round(found.sieve * 100) / 100,
      'decide µs each': Math.round((found.decide * 1e5) / count) / 100,
    };
  }
  await context.close();
  console.log('The director, CPU not slowed, medians of 51:');
  console.table(table);
}

/** Where nothing is waited for. */
const idleOf = (subject: Subject): Subject =>
  subject.page.startsWith('sentier') ? { ...subject, page: `${subject.page.split('?')[0]}?cold` } : subject;

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
        : await leftovers(interpreting, server.url, subject, CYCLES);
    rows[subject.name] = {
      'idle bytes': await idleBytes(browser, server.url, idleOf(subject)),
      'step bytes': of('bytes'),
      'CPU ms to show': of('cpu'),
      'CPU ms to rest': of('cpuRest'),
      'CPU ms in all': of('cpuAll'),
      'script ms': of('script'),
      'style+layout ms': of('layout'),
      'longest task ms': of('longest'),
      'start→painted ms': of('shown'),
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
            'CPU ms to show',
            'CPU ms to rest',
            'CPU ms in all',
            'script ms',
            'style+layout ms',
            'start→painted ms',
            'Next→painted ms',
          ].map((k) => [k, round((row[k] ?? 0) / (reference[k] || 1))]),
        ),
      ]),
    ),
  );
}

if (wants('director')) await director();
if (wants('page')) await comparePages(SUBJECTS, 'driver.js');
if (wants('scroll')) await benchScroll(browser, server.url, SUBJECTS, RUNS);
if (wants('survey')) await comparePages(SURVEYS, '@formbricks/surveys');
await browser.close();
await interpreting.close();
server.close();
