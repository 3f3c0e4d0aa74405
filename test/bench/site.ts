/** The host page that every library meets, and what serves it. */
import { createServer } from 'node:http';
import { mkdirSync, readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { build } from 'esbuild';
import { STEPS } from './pages/host.js';
import { SURVEY } from './pages/questions.js';

export const OUT = '.cache/bench';

/**
 * Its tour and its survey wait for what the page says (`bench`, `survey`), and so are fetched while it is idle, as the
 * others' code is with the page. `isCold`: they wait for nothing, and are asked for by hand.
 */
const planOf = (isCold: boolean) => ({
  version: 1,
  id: 'bench',
  campaigns: [
    {
      id: 'bench',
      kind: 'tour',
      title: 'Bench',
      when: isCold ? { start: 'manual' } : { event: 'bench' },
      content: { steps: STEPS.map((s, i) => ({ id: `s${i}`, ...s })) },
    },
    {
      id: 'survey',
      kind: 'survey',
      title: SURVEY.title,
      when: isCold ? { start: 'manual' } : { event: 'survey' },
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
});

/** `rows`: how long the list is, at four nodes a row. `in=scroller`: all of it stands in a box that scrolls by itself. `top`: px above its toolbar. */
function html(page: string, query: URLSearchParams): string {
  const rows = Array.from(
    { length: Number(query.get('rows') ?? 120) },
    (_, i) => `<li><a href="#m${i}">Message ${i}</a> <span>de la classe</span></li>`,
  ).join('');
  const code =
    page === 'empty'
      ? ''
      : page.startsWith('sentier')
        ? `<script src="/cdn/sentier.js" data-plan="/plan.json${query.has('cold') ? '?cold' : ''}" defer></script><script src="/${page}.js" defer></script>`
        : `<link rel="stylesheet" href="/${page}.css"><script src="/${page}.js" defer></script>`;
  return `<!doctype html><html lang="fr"><meta charset="utf-8"><title>Messagerie</title><link rel="icon" href="data:,">
<style>body{font:16px/1.5 sans-serif;margin:0}header{display:flex;gap:1rem;padding:1rem;border-bottom:1px solid #ccc}main{padding:1rem}</style>
${query.get('in') === 'scroller' ? '<div id="scroller" style="height:600px;overflow:auto">' : ''}<div style="height:${Number(query.get('top'))}px"></div><header><button id="compose">Nouveau message</button><button id="folders">Dossiers</button><input id="search" aria-label="Chercher"></header>
<main><h1>Messagerie</h1><ul>${rows}</ul></main>${code}</html>`;
}

export async function bundle(): Promise<void> {
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

export async function serve() {
  const server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://bench');
    const path = pathname.slice(1);
    try {
      const extension = path.split('.')[1];
      const body =
        path === 'plan.json'
          ? JSON.stringify(planOf(searchParams.has('cold')))
          : extension
            ? readFileSync(path.startsWith('cdn/') ? `dist/${path}` : `${OUT}/${path}`)
            : html(path, searchParams);
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
