import { sql } from 'kysely';
import type { Hono } from 'hono';
import type { Services } from '../services.js';
import { DOCS_CSP, DOCS_CSS, docsPage } from './docs-page.js';
import { openApi } from './openapi.js';
import { HttpProblem } from './problem.js';
import type { Scripts } from './scripts.js';

/** For who runs it. */
export function addSystemRoutes(app: Hono, services: Services, scripts: Scripts): void {
  const { settings, store, metrics } = services;

  app.get('/health', async (c) => {
    if (services.stopping) throw new HttpProblem('unavailable', 'The server is being stopped.');
    try {
      await sql`select 1`.execute(store.db);
    } catch {
      throw new HttpProblem('unavailable', 'The database does not answer.', {
        headers: { 'retry-after': '5' },
      });
    }
    return c.json({ status: 'ok', database: store.engine, scripts: scripts.present }, 200, {
      'cache-control': 'no-store',
    });
  });

  if (settings.metrics)
    app.get('/metrics', async (c) =>
      c.text(await metrics.registry.metrics(), 200, { 'content-type': metrics.registry.contentType }),
    );

  let document: unknown;
  app.get('/openapi.json', (c) => c.json((document ??= openApi(settings.base, settings.jwt.cookie))));
  app.get('/docs', (c) => c.html(docsPage(), 200, { 'content-security-policy': DOCS_CSP }));
  app.get('/docs.css', (c) => c.body(DOCS_CSS, 200, { 'content-type': 'text/css; charset=utf-8' }));
}
