/** While a step is shown: what a scrolled frame costs in a page of 20,000 nodes, and how far card and ring lag behind their target. */
import type { Browser } from 'playwright-core';
import { STEPS } from './pages/host.js';
import { median, metricsOf, openPage, ready, rest, SLOWDOWN, type Subject, untilSeen } from './measure.js';

/** 6,600 rows are four nodes each, their texts counted with them. */
const LONG = 'rows=5000&top=500';
const FRAMES = 90;

/** In the page: scrolls to and fro, a frame at a time, the target always in sight. */
const SCROLL = `new Promise((done) => {
  let frame = 0;
  const step = () => {
    scrollTo(0, 400 * Math.abs(Math.sin(frame / 15)));
    if (++frame < ${FRAMES}) requestAnimationFrame(step); else requestAnimationFrame(done);
  };
  requestAnimationFrame(step);
})`;

const urlOf = (base: string, { page }: Subject, query: string) =>
  `${base}/${page}${page.includes('?') ? '&' : '?'}${query}`;

async function frameCost(browser: Browser, base: string, subject: Subject): Promise<number> {
  const { context, page, cdp } = await openPage(browser, urlOf(base, subject, LONG), SLOWDOWN);
  if (subject.page !== 'empty') {
    await ready(page);
    await untilSeen(page, STEPS[0].body, 'void window.bench.start()');
  }
  await rest(page, 1500);
  const before = await metricsOf(cdp);
  await page.evaluate(SCROLL);
  const after = await metricsOf(cdp);
  await context.close();
  return (after.task - before.task) / FRAMES;
}

/**
 * In the page: how far, at most, what stands beside the target has moved from it once a frame is painted, in px. The
 * card is the one box with the step's words that is placed by itself.
 */
const LAG = `(async () => {
  const target = document.querySelector(${JSON.stringify(STEPS[0].target)});
  const deep = (root) => [...root.querySelectorAll('*')].flatMap((el) => [el, ...(el.shadowRoot ? deep(el.shadowRoot) : [])]);
  const words = deep(document).find((el) => !el.firstElementChild && el.textContent.includes(${JSON.stringify(STEPS[0].body)}) && !/^(SCRIPT|STYLE)$/.test(el.tagName));
  const ring = deep(document).find((el) => el.matches('.ring[part=ring]'));
  const gap = (el) => el.getBoundingClientRect().top - target.getBoundingClientRect().top;
  const scroller = document.querySelector('#scroller');
  const start = scroller.scrollTop, followed = [words, ring].filter(Boolean), first = followed.map(gap);
  const lag = followed.map(() => 0);
  for (let frame = 0; frame < 60; frame++) {
    await new Promise((done) => requestAnimationFrame(done));
    scroller.scrollTop = start + 60 * Math.sin(frame / 6);
    // After the frame: what was painted.
    await new Promise((done) => { const { port1, port2 } = new MessageChannel(); port1.onmessage = done; port2.postMessage(0); });
    followed.forEach((el, i) => (lag[i] = Math.max(lag[i], Math.abs(gap(el) - first[i]))));
  }
  return { card: lag[0], ring: lag[1] ?? 0 };
})()`;

async function lag(browser: Browser, base: string, subject: Subject) {
  const { context, page } = await openPage(browser, urlOf(base, subject, 'in=scroller&top=200'), 1);
  await ready(page);
  await untilSeen(page, STEPS[0].body, 'void window.bench.start()');
  await rest(page, 1000);
  const found = await page.evaluate<{ card: number; ring: number }>(LAG);
  await context.close();
  return found;
}

export async function benchScroll(
  browser: Browser,
  base: string,
  subjects: readonly Subject[],
  runs: number,
): Promise<void> {
  const costs = new Map<string, number[]>(subjects.map(({ name }) => [name, []]));
  for (let run = 0; run < runs; run++)
    for (const subject of subjects) costs.get(subject.name)?.push(await frameCost(browser, base, subject));
  const empty = median(costs.get('empty page') ?? []);
  const table: Record<string, Record<string, number>> = {};
  for (const subject of subjects) {
    const cost = median(costs.get(subject.name) ?? []);
    const behind = subject.page === 'empty' ? { card: 0, ring: 0 } : await lag(browser, base, subject);
    table[subject.name] = {
      'CPU ms a scrolled frame': Math.round(cost * 100) / 100,
      'times the empty page': Math.round((cost / empty) * 100) / 100,
      'card lags px': Math.round(behind.card * 10) / 10,
      'ring lags px': Math.round(behind.ring * 10) / 10,
    };
  }
  console.log(
    `Scrolling with a step shown, CPU slowed ${SLOWDOWN}×, ${runs} interleaved runs, medians; lag in a scroller of the page.`,
  );
  console.table(table);
}
