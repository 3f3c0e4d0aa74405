import { Hono, type Context } from 'hono';
import { routePath } from 'hono/route';
import type { Services } from '../services.js';
import { isAway } from '../store/database.js';
import { addCollectRoutes } from './collect-routes.js';
import { addFeedRoutes } from './feed-routes.js';
import { HttpProblem } from './problem.js';
import { addPublicRoutes } from './public-routes.js';
import { addResultsRoutes } from './results-routes.js';
import { Scripts } from './scripts.js';
import { addStudioRoutes } from './studio-routes.js';
import { addSupportRoutes } from './support-routes.js';
import { addSystemRoutes } from './system-routes.js';

/** The whole contract (design: §8) over one set of services. */
export function createApp(services: Services): Hono {
  const { settings, log, metrics } = services;
  const scripts = new Scripts(settings.scripts);
  const root = new Hono();
  const app = settings.base ? root.basePath(settings.base) : root;

  app.use(async (c, next) => {
    const started = performance.now();
    await next();
    const { status } = c.res;
    const seconds = (performance.now() - started) / 1000;
    // The route as it is written here: an address as it was asked for may carry what names somebody.
    const route = routePath(c, -1) || 'none';
    metrics.requests.observe({ method: c.req.method, route, status: String(status) }, seconds);
    log[status >= 500 ? 'error' : 'info']({
      method: c.req.method,
      route,
      status,
      ms: Math.round(seconds * 1e4) / 10,
    });
  });

  app.use(async (c, next) => {
    const origin = c.req.header('origin');
    const isShared = origin !== undefined && settings.origins.includes(origin);
    if (c.req.method === 'OPTIONS' && origin !== undefined && c.req.header('access-control-request-method'))
      return preflight(origin, isShared);
    await next();
    if (!c.res.headers.has('access-control-allow-origin') && isShared) {
      c.header('access-control-allow-origin', origin);
      c.header('access-control-allow-credentials', 'true');
      c.header('access-control-expose-headers', 'etag, retry-after');
    }
    // Whoever asks has to go elsewhere for the next.
    if (services.stopping) c.header('connection', 'close');
    c.header('vary', 'origin', { append: true });
    if (!c.res.headers.has('cross-origin-resource-policy'))
      c.header('cross-origin-resource-policy', isShared ? 'cross-origin' : 'same-origin');
    c.header('x-content-type-options', 'nosniff');
    c.header('referrer-policy', 'no-referrer');
  });

  addSystemRoutes(app, services, scripts);
  addPublicRoutes(app, services, scripts);
  addFeedRoutes(app, services);
  addCollectRoutes(app, services);
  addStudioRoutes(app, services);
  addResultsRoutes(app, services);
  addSupportRoutes(app, services);

  root.notFound((c) => missing(c, root).toResponse());
  root.onError((error) => {
    if (error instanceof HttpProblem) return error.toResponse();
    if (isAway(error)) {
      log.error({ err: { name: error.name, code: (error as { code?: string }).code } }, 'database away');
      return new HttpProblem('unavailable', 'The database does not answer.', {
        headers: { 'retry-after': '5' },
      }).toResponse();
    }
    // Its message may quote a row: only where it happened is kept.
    log.error(
      { err: { name: error.name, code: (error as { code?: string }).code, stack: stackOf(error) } },
      'fault',
    );
    return new HttpProblem('internal', 'Something went wrong here.', {
      remedy: 'Try again later.',
    }).toResponse();
  });
  return root;
}

/** Frames of a stack, without the message above them. */
const stackOf = (error: Error): string =>
  (error.stack ?? '')
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 8)
    .join('\n');

function preflight(origin: string, isShared: boolean): Response {
  if (!isShared) return new Response(null, { status: 403 });
  return new Response(null, {
    status: 204,
    headers: {
      'access-control-allow-origin': origin,
      'access-control-allow-credentials': 'true',
      'access-control-allow-methods': 'GET, PUT, POST, PATCH, DELETE',
      'access-control-allow-headers': 'authorization, content-type, if-match, if-none-match',
      'access-control-max-age': '600',
      vary: 'origin',
    },
  });
}

const METHODS = ['GET', 'PUT', 'POST', 'PATCH', 'DELETE'] as const;

/** A known address with another method is not an unknown address. */
function missing(c: Context, root: Hono): HttpProblem {
  const allowed = METHODS.filter((method) =>
    root.router.match(method, c.req.path)[0].some(([[, route]]) => route.method === method),
  );
  return allowed.length
    ? new HttpProblem('method-not-allowed', `${c.req.method} is not for this address.`, {
        remedy: `Use ${allowed.join(' or ')}.`,
        headers: { allow: allowed.join(', ') },
      })
    : new HttpProblem('not-found', 'There is nothing at this address.', { remedy: 'See /docs.' });
}
