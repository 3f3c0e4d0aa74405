import { join } from 'node:path';
import { Hono, type Context } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import { collectMarkup } from './collecte-page.js';
import { sendFile } from './files.js';
import { pageAt, Pages } from './pages.js';
import { BASE, DemoSentier, mayUseStudio, TOKEN_COOKIE, type SentierServer } from './sentier-server.js';
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
  /** Publishing takes a second person. */
  fourEyes?: boolean;
}

/** The demo ENT, and the reference server under /sentier/ of the same origin. */
export interface Demo extends Hono {
  /** Opens the reference server before it is asked for. */
  ready(): Promise<SentierServer>;
  close(): Promise<void>;
}

export function createDemo({ site, scripts, data, fourEyes }: DemoOptions): Demo {
  const app = new Hono();
  const pages = new Pages(site);
  const sentier = new DemoSentier({ site, scripts, data, fourEyes });

  app.use(async (c, next) => {
    await next();
    c.header('Content-Security-Policy', CSP);
    c.header('X-Content-Type-Options', 'nosniff');
    c.header('Referrer-Policy', 'same-origin');
  });

  app.get('/', (c) => c.redirect(`/accueil/${new URL(c.req.url).search}`));
  app.get('/assets/:name', (c) => sendFile(join(site, 'assets'), c.req.param('name'), c.req.raw));
  app.all(`${BASE}/*`, async (c) => (await sentier.open()).app.fetch(c.req.raw));

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
    const { services } = await sentier.open();
    for (const { id } of PERSONAS)
      await services.progress.erase(userKey(visitorOf(session, { ...choice, qui: id }, new Date())));
    // As another visitor one may answer again: that somebody has answered is remembered, by whom is not.
    setCookie(c, 'ent-session', newSession(), COOKIE);
    return c.redirect(localPath(new URLSearchParams(await c.req.text()).get('retour')), 303);
  });

  const show = async (
    c: Context,
    page: string,
    status: 200 | 403 | 404 = 200,
    slots: Record<string, string> = {},
  ) => {
    const who = visitor(c);
    const token = await sentier.token(who);
    setCookie(c, TOKEN_COOKIE, token, { ...COOKIE, path: BASE, sameSite: 'Strict' });
    const html = pages.render({
      page,
      path: c.req.path,
      visitor: who,
      isEditor: mayUseStudio(who),
      theme: getCookie(c, 'ent-theme') === 'dark' ? 'dark' : 'light',
      slots,
    });
    return c.html(html, status, { 'Cache-Control': 'no-cache' });
  };
  app.get('/connexion/', (c) => show(c, 'connexion'));
  // The administrator's page of its own; the same studio opens beside any page with ?sentier-studio.
  app.get('/studio/', async (c) => {
    const asked = new URL(c.req.url).searchParams;
    if (asked.has('qui')) {
      remember(c, asked);
      return c.redirect('/studio/', 303);
    }
    return mayUseStudio(visitor(c)) ? show(c, 'studio') : show(c, 'studio-refuse', 403);
  });
  app.get('/collecte/', async (c) => {
    const { services } = await sentier.open();
    const everything = { scope: { kind: 'all' } } as const;
    const overview = await services.results.overview(everything);
    const surveys = await Promise.all(
      overview.campaigns
        .filter(({ kind }) => kind === 'survey')
        .map(({ id }) => services.results.campaign(id, everything)),
    );
    return show(c, 'collecte', 200, {
      received: collectMarkup(overview, surveys, '.cache/demo/sentier.db'),
    });
  });
  app.get('*', async (c) => {
    const { path } = c.req;
    if (!path.endsWith('/') && pageAt(`${path}/`)) return c.redirect(`${path}/`);
    const page = pageAt(path);
    if (!page) return show(c, 'introuvable', 404);
    // ?qui=parent&date=toussaint&langue=ar: a link into any situation; with &sentier-studio, the studio beside it.
    const asked = new URL(c.req.url).searchParams;
    if (['qui', 'date', 'langue', 'simple'].some((name) => asked.has(name))) {
      remember(c, asked);
      return c.redirect(asked.has('sentier-studio') ? `${path}?sentier-studio` : path, 303);
    }
    return show(c, page);
  });
  return Object.assign(app, { ready: () => sentier.open(), close: () => sentier.close() });
}

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
