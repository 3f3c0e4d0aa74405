import type { Context, Hono } from 'hono';
import { publicItems, toAtom, toJsonFeed, type FeedMeta } from '../../core/news/feeds.js';
import { etagOf } from '../plans/compose.js';
import type { Services } from '../services.js';
import { HttpProblem } from './problem.js';
import { isKnown, SHARED } from './scripts.js';

/** What the plan marks as public, for feed readers. */
export function addFeedRoutes(app: Hono, { catalogue, settings }: Services): void {
  const feed = (path: string, type: string, write: typeof toAtom) =>
    app.get(path, async (c) => {
      const plan = await catalogue.index();
      if (!plan) throw new HttpProblem('not-found', 'No plan was published yet.');
      const body = write(publicItems(plan, Date.now()), metaOf(c, path, plan.settings?.locale, settings));
      const etag = etagOf(body);
      const headers = {
        ...SHARED,
        'content-type': `${type}; charset=utf-8`,
        etag,
        'cache-control': 'public, max-age=300',
      };
      return isKnown(c.req.raw, etag)
        ? new Response(null, { status: 304, headers })
        : new Response(body, { headers });
    });
  feed('/feed.json', 'application/feed+json', toJsonFeed);
  feed('/feed.atom', 'application/atom+xml', toAtom);
}

/** Entries are named by the feed's address: with `publicUrl` they stay the same behind every name of the server. */
function metaOf(
  c: Context,
  path: string,
  planLocale: string | undefined,
  { publicUrl, base }: Services['settings'],
): FeedMeta {
  const root = publicUrl ?? new URL(base || '/', c.req.url).href.replace(/\/$/, '');
  return {
    title: 'Actualités de l’ENT',
    homeUrl: new URL('/', root).href,
    feedUrl: root + path,
    ...(planLocale !== undefined && { planLocale }),
  };
}
