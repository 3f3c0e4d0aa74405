import { join } from 'node:path';
import { Hono, type Context } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { getCookie, setCookie } from 'hono/cookie';
import { collectMarkup } from './collecte-page.js';
import { Collector, MAX_BODY } from './collector.js';
import { sendFile } from './files.js';
import { pageAt, Pages } from './pages.js';
import { planWords } from './plan-words.js';
import { ProgressFile } from './progress-file.js';
import {
  choose,
  formatChoice,
  isSession,
  newSession,
  parseChoice,
  userKey,
  visitorOf,
  type Visitor,
} from './visitor.js';
import { PERSONAS } from './personas.js';

/** What a careful ENT sends; Sentier must run under it without one violation. */
export const CSP = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "connect-src 'self'",
  "font-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
].join('; ');

export interface DemoOptions {
  /** Absolute folders: the site, the built scripts, and where received data is kept. */
  site: string;
  scripts: string;
  data: string;
}

export function createDemo({ site, scripts, data }: DemoOptions): Hono {
  const app = new Hono();
  const pages = new Pages(site);
  const collector = new Collector(join(data, 'collect.jsonl'));
  const progress = new ProgressFile(join(data, 'progress.json'));
  const cap = bodyLimit({
    maxSize: MAX_BODY,
    onError: (c) => c.json({ error: 'at most 64 KiB at a time' }, 413),
  });

  app.use(async (c, next) => {
    await next();
    c.header('Content-Security-Policy', CSP);
    c.header('X-Content-Type-Options', 'nosniff');
    c.header('Referrer-Policy', 'same-origin');
  });

  app.get('/', (c) => c.redirect('/accueil/'));
  app.get('/assets/:name', (c) => sendFile(join(site, 'assets'), c.req.param('name'), c.req.raw));
  app.get('/sentier/plan.json', (c) => sendFile(site, 'plan.json', c.req.raw));
  app.get('/sentier/content/:name', (c) => sendFile(join(site, 'content'), c.req.param('name'), c.req.raw));

  app.post('/sentier/collect', cap, async (c) => {
    if (!isJson(c)) return c.json({ error: 'application/json is expected' }, 415);
    const body = (await c.req.json().catch(() => undefined)) as { envelopes?: unknown } | undefined;
    const batch: unknown = body?.envelopes;
    if (!Array.isArray(batch)) return c.json({ error: '{ "envelopes": […] } is expected' }, 400);
    return c.json(await collector.receive(batch));
  });
  app.get('/sentier/progress', (c) =>
    c.json(progress.get(userKey(visitor(c))), 200, { 'Cache-Control': 'no-store' }),
  );
  app.patch('/sentier/progress', cap, async (c) => {
    if (!isJson(c)) return c.json({ error: 'application/json is expected' }, 415);
    const change: unknown = await c.req.json().catch(() => undefined);
    return c.json(await progress.merge(userKey(visitor(c)), change));
  });
  app.get('/sentier/*', (c) => sendFile(scripts, c.req.path.slice('/sentier/'.length), c.req.raw));

  // The header switch. A form without script works too.
  app.post('/demo/choix', async (c) => {
    const form = new URLSearchParams(await c.req.text());
    // An unticked box is not sent.
    if (form.has('date') && !form.has('simple')) form.set('simple', '0');
    remember(c, form);
    return c.redirect(localPath(form.get('retour')), 303);
  });
  app.post('/demo/tout-revoir', async (c) => {
    const { session, choice } = visitor(c);
    const keys = PERSONAS.map((p) => userKey(visitorOf(session, { ...choice, qui: p.id }, new Date())));
    await progress.forget(keys);
    return c.redirect(localPath(new URLSearchParams(await c.req.text()).get('retour')), 303);
  });

  const show = (c: Context, page: string, status: 200 | 404 = 200, slots: Record<string, string> = {}) => {
    const html = pages.render({
      page,
      path: c.req.path,
      visitor: visitor(c),
      theme: getCookie(c, 'ent-theme') === 'dark' ? 'dark' : 'light',
      slots,
    });
    return c.html(html, status, { 'Cache-Control': 'no-cache' });
  };
  app.get('/connexion/', (c) => show(c, 'connexion'));
  app.get('/collecte/', (c) =>
    show(c, 'collecte', 200, {
      received: collectMarkup(collector.rows, planWords(site), '.cache/demo/collect.jsonl'),
    }),
  );
  app.get('*', (c) => {
    const { path } = c.req;
    if (!path.endsWith('/') && pageAt(`${path}/`)) return c.redirect(`${path}/`);
    const page = pageAt(path);
    if (!page) return show(c, 'introuvable', 404);
    // ?qui=parent&date=toussaint&langue=ar: a link into any situation.
    const asked = new URL(c.req.url).searchParams;
    if (['qui', 'date', 'langue', 'simple'].some((name) => asked.has(name))) {
      remember(c, asked);
      return c.redirect(path, 303);
    }
    return show(c, page);
  });
  return app;
}

const isJson = (c: Context): boolean => /^application\/json\b/i.test(c.req.header('Content-Type') ?? '');
/** Back to a page of ours and nowhere else. */
const localPath = (path: string | null): string =>
  path && /^\/(?![/\\])[\w/-]*$/.test(path) ? path : '/accueil/';
const COOKIE = { path: '/', sameSite: 'Lax', httpOnly: true } as const;

function remember(c: Context, asked: URLSearchParams): void {
  const choice = choose(asked, parseChoice(getCookie(c, 'ent-choix'), new Date()), new Date());
  setCookie(c, 'ent-choix', formatChoice(choice), COOKIE);
}

function visitor(c: Context): Visitor {
  let session = getCookie(c, 'ent-session');
  if (!isSession(session)) {
    session = newSession();
    setCookie(c, 'ent-session', session, COOKIE);
  }
  const choice = parseChoice(getCookie(c, 'ent-choix'), new Date());
  // Kept from the first page on, so that the demo's clock runs from page to page.
  if (!getCookie(c, 'ent-choix')) setCookie(c, 'ent-choix', formatChoice(choice), COOKIE);
  return visitorOf(session, choice, new Date());
}
