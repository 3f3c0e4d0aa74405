import type { Hono } from 'hono';
import { csvOf } from '../results/csv.js';
import type { Services } from '../services.js';
import { requireRole } from './auth.js';
import { numberOf } from './studio-routes.js';

const PRIVATE = { 'cache-control': 'private, no-store' };

export function addResultsRoutes(app: Hono, services: Services): void {
  const { results } = services;

  app.get('/results', async (c) => {
    const who = await requireRole(c, services, 'viewer');
    return c.json(await results.overview(who), 200, PRIVATE);
  });

  app.get('/results/:campaign', async (c) => {
    const who = await requireRole(c, services, 'viewer');
    const asked = c.req.param('campaign');
    const version = c.req.query('version');
    const id = asked.replace(/\.csv$/, '');
    const found = await results.campaign(
      id,
      who,
      version === undefined ? undefined : numberOf(version, 'version'),
    );
    if (id === asked) return c.json(found, 200, PRIVATE);
    return c.body(csvOf(found), 200, {
      ...PRIVATE,
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="${id}.csv"`,
      'x-content-type-options': 'nosniff',
    });
  });
}
