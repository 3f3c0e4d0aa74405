import type { Hono } from 'hono';
import { isId } from '../../model/format.js';
import { csvOf } from '../results/csv.js';
import type { Services } from '../services.js';
import { requireRole } from './auth.js';
import { HttpProblem } from './problem.js';
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
    const by = c.req.query('by');
    if (by !== undefined && by !== 'school')
      throw new HttpProblem('bad-request', 'by: only "school" is asked for apart.', { path: 'by' });
    const options = {
      version: version === undefined ? undefined : numberOf(version, 'version'),
      bySchool: by === 'school',
    };
    // Ids may end like a file's name: what is there under the whole of it is what is meant.
    const whole = isId(asked) ? await results.find(asked, who, options) : undefined;
    if (whole) return c.json(whole, 200, PRIVATE);
    const id = asked.replace(/\.csv$/, '');
    if (id === asked || !isId(id))
      throw new HttpProblem('not-found', `No campaign ${JSON.stringify(id)} that you may see.`);
    const found = await results.campaign(id, who, options);
    return c.body(csvOf(found), 200, {
      ...PRIVATE,
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="${id}.csv"`,
      'x-content-type-options': 'nosniff',
    });
  });
}
