import type { Context, Hono } from 'hono';
import { schoolsOfSpace, spacesOf, type Principal } from '../access/principal.js';
import type { Services } from '../services.js';
import { missingReport as missing, schoolsOf } from '../support/reports.js';
import { requireRole, spaceOf } from './auth.js';

const PRIVATE = { 'cache-control': 'private, no-store' };

/** Problems that people reported. Their words may name somebody: whoever reads or erases them is in the audit. */
export function addSupportRoutes(app: Hono, services: Services): void {
  const { reports, plans, settings } = services;

  app.get('/support', async (c) => {
    const who = await requireRole(c, services, 'admin');
    const space = c.req.query('space') === undefined ? undefined : spaceOf(c, who, services);
    const schools =
      space === undefined ? schoolsOf(who) : (schoolsOfSpace(space, settings.districts) ?? 'all');
    const list = await reports.list(schools, c.req.query('before'));
    await plans.note(who, space ?? widest(who), 'support.read', undefined, String(list.reports.length));
    return c.json(list, 200, PRIVATE);
  });

  app.get('/support/:report/picture', async (c) => {
    const who = await requireRole(c, services, 'admin');
    const { key, number, school } = await one(c, who);
    const jpeg = await reports.picture(key);
    await plans.note(who, spaceOfSchool(school), 'support.picture', number);
    return c.body(new Uint8Array(jpeg), 200, {
      ...PRIVATE,
      'content-type': 'image/jpeg',
      'content-security-policy': "default-src 'none'; sandbox",
      'content-disposition': `inline; filename="${number}.jpg"`,
    });
  });

  app.delete('/support/:report', async (c) => {
    const who = await requireRole(c, services, 'admin');
    const { key, number, school } = await one(c, who);
    await reports.erase(key);
    await plans.note(who, spaceOfSchool(school), 'support.erase', number);
    return c.body(null, 204);
  });

  const widest = (who: Principal): string => spacesOf(who.scope, settings.districts)[0] ?? 'all';
  async function one(c: Context, who: Principal) {
    const key = c.req.param('report') ?? '';
    // Ids are drawn here; another form is none, and may not even be a text to the database.
    if (!/^[\w-]{1,40}$/.test(key)) throw missing();
    return { key, ...(await reports.find(schoolsOf(who), key)) };
  }
}

const spaceOfSchool = (school: string): string => (school ? `school:${school}` : 'all');
