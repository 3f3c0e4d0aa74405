import type { Context, Hono } from 'hono';
import type { Services } from '../services.js';
import { requireRole, spaceOf } from './auth.js';
import { encoded, encodingFor } from './encoding.js';
import { HttpProblem } from './problem.js';
import { isKnown, SHARED, type Scripts } from './scripts.js';

const SCHOOLS = /^\d{7}[A-Z](?:,\d{7}[A-Z]){0,19}$/;

/** What pages read: the plan, its contents, the scripts. All of it may stand in a cache. */
export function addPublicRoutes(app: Hono, services: Services, scripts: Scripts): void {
  const { settings, catalogue, plans } = services;
  const { planMaxAge } = settings;
  const caching = planMaxAge
    ? `public, max-age=${planMaxAge}, stale-while-revalidate=${planMaxAge}, stale-if-error=86400`
    : 'public, no-cache, stale-if-error=86400';

  for (const path of ['/plan', '/plan.json'])
    app.get(path, async (c) => {
      const asked = c.req.query('schools');
      if (asked !== undefined && !SCHOOLS.test(asked))
        throw new HttpProblem('bad-request', 'schools: up to 20 UAI with commas between them.', {
          path: 'schools',
          remedy: 'For example ?schools=0750001A.',
        });
      const plan = asked === undefined ? await catalogue.plan() : await catalogue.planFor(asked.split(','));
      if (!plan)
        throw new HttpProblem('not-found', 'No plan was published yet.', {
          remedy: 'Publish one in the studio, or start with `sentier serve --plan plan.json`.',
        });
      const encoding = encodingFor(c.req.raw);
      // Other bytes have another tag: a cache in between must not join the one's with the other's.
      const etag = encoding ? plan.etag.replace(/"$/, `-${encoding}"`) : plan.etag;
      const headers = {
        ...SHARED,
        'content-type': 'application/json; charset=utf-8',
        vary: 'accept-encoding',
        etag,
        'cache-control': caching,
      };
      if (isKnown(c.req.raw, etag)) return new Response(null, { status: 304, headers });
      if (!encoding) return new Response(plan.body, { headers });
      const body = await encoded(plan, encoding, 'short');
      return new Response(new Uint8Array(body), {
        headers: { ...headers, 'content-encoding': encoding, 'content-length': String(body.length) },
      });
    });

  const giveContent = async (c: Context, name: string, space?: string): Promise<Response> => {
    const content = await plans.content(name, space);
    if (!content) throw new HttpProblem('not-found', 'No content of this name.');
    const etag = `"${content.hash.slice(0, 22)}"`;
    const headers = {
      ...SHARED,
      'content-type': 'application/json; charset=utf-8',
      etag,
      'cache-control': space === undefined ? caching : 'private, no-store',
    };
    if (isKnown(c.req.raw, etag)) return new Response(null, { status: 304, headers });
    return new Response(content.body, { headers });
  };
  app.get('/content/:name', async (c) => {
    const who = c.req.query('draft') === undefined ? undefined : await requireRole(c, services, 'editor');
    return giveContent(c, c.req.param('name'), who && spaceOf(c, who, services));
  });
  // A school's or a district's: two of one name are two.
  app.get('/content/:space/:name', (c) => giveContent(c, `${c.req.param('space')}/${c.req.param('name')}`));

  app.get('/sri.json', async (c) =>
    c.json(await scripts.integrity(), 200, { ...SHARED, 'cache-control': 'no-cache' }),
  );

  const script = async (name: string, request: Request): Promise<Response> => {
    const answer = await scripts.answer(name, request);
    if (!answer) throw new HttpProblem('not-found', 'No file of this name.');
    return answer;
  };
  app.get('/c/:folder/:name', (c) => script(`c/${c.req.param('folder')}/${c.req.param('name')}`, c.req.raw));
  // The administrator's side; the page itself is the host's, or the demo's. A chunk may be named “field.styles-….js”.
  app.get('/studio/:name{[\\w.-]+\\.js}', (c) => script(`studio/${c.req.param('name')}`, c.req.raw));
  app.get('/:name{sentier[\\w-]*\\.js}', (c) => script(c.req.param('name'), c.req.raw));
}
