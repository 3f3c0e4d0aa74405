import type { Context, Hono } from 'hono';
import * as v from 'valibot';
import type { Me } from '../../model/contract/access.js';
import { PublishRequest } from '../../model/contract/publishing.js';
import { isRecord } from '../../model/format.js';
import type { Allowance } from '../access/limiter.js';
import { mayUseSpace, spacesOf } from '../access/principal.js';
import { refuseTooLarge } from '../plans/bounds.js';
import type { Services } from '../services.js';
import { requireRole, spaceOf } from './auth.js';
import { readJson, requireJson } from './body.js';
import { HttpProblem } from './problem.js';
import { refuseTooMany } from './too-many.js';
import { isKnown } from './scripts.js';

const MAX_PLAN_BYTES = 8 * 1024 * 1024;
const MAX_CONTENT_BYTES = 1024 * 1024;
const PRIVATE = { 'cache-control': 'private, no-store' };

/**
 * What one person may write at once, and go on with a second: the studio saves once a second at most. A script that
 * sends all contents of a plan waits as `Retry-After` says.
 */
export const WRITES: Allowance = { burst: 60, rate: 1 };

/** What the studio needs: drafts, publishing, revisions, audit. */
export function addStudioRoutes(app: Hono, services: Services): void {
  const { plans, settings, log } = services;

  const writer = async (c: Context, least: 'editor' | 'publisher') => {
    const who = await requireRole(c, services, least);
    const space = spaceOf(c, who, services);
    limit(services, who);
    return { who, space };
  };

  app.get('/me', async (c) => {
    const { actor, role, scope } = await requireRole(c, services, 'viewer');
    const existing = scope.kind === 'all' ? await plans.spaces() : [];
    const me: Me = {
      actor,
      role,
      scope,
      spaces: spacesOf(scope, settings.districts, existing),
      fourEyes: settings.fourEyes,
      threshold: settings.threshold,
    };
    return c.json(me, 200, PRIVATE);
  });

  app.get('/draft', async (c) => {
    const who = await requireRole(c, services, 'editor');
    const { etag, document } = await plans.draft(spaceOf(c, who, services));
    const headers = { etag, 'cache-control': 'private, no-cache', vary: 'authorization, cookie' };
    return isKnown(c.req.raw, etag)
      ? new Response(null, { status: 304, headers })
      : c.json(document, 200, headers);
  });

  app.put('/draft', async (c) => {
    const { who, space } = await writer(c, 'editor');
    requireJson(c.req.raw);
    const ifMatch = tagOf(c, DRAFT_TAG);
    const document = await readJson(c.req.raw, MAX_PLAN_BYTES);
    if (!isRecord(document))
      throw new HttpProblem('unusable', 'A plan is an object.', {
        path: '',
        remedy: 'Send for example { "version": 1, "campaigns": [] }.',
      });
    refuseTooLarge(document);
    const saved = await plans.putDraft(space, document, ifMatch, who);
    return c.json(saved, 200, { ...PRIVATE, etag: saved.etag });
  });

  app.put('/content/:name', async (c) => {
    const { who, space } = await writer(c, 'editor');
    requireJson(c.req.raw);
    const name = c.req.param('name');
    if (!/^[A-Za-z0-9][\w.-]{0,79}\.json$/.test(name))
      throw new HttpProblem('unusable', `${JSON.stringify(name)} is no name for a content.`, {
        path: 'name',
        remedy: 'Use letters, digits, "-", "_" and ".", and ".json" at its end.',
      });
    await plans.putContent(space, name, await readJson(c.req.raw, MAX_CONTENT_BYTES), who);
    return c.body(null, 204);
  });

  app.post('/publish', async (c) => {
    const { who, space } = await writer(c, 'publisher');
    const ifMatch = exactTagOf(c, DRAFT_TAG);
    const answer = await plans.publish(space, ifMatch, (await readNote(c)).note, who);
    log.info({ space, status: answer.status }, 'publish');
    return c.json(answer, answer.status === 'published' ? 200 : 202, PRIVATE);
  });

  app.post('/publish/approve', async (c) => {
    const { who, space } = await writer(c, 'publisher');
    const answer = await plans.approve(space, exactTagOf(c, PENDING_TAG), who);
    log.info({ space, status: answer.status }, 'approve');
    return c.json(answer, 200, PRIVATE);
  });

  app.delete('/publish', async (c) => {
    const { who, space } = await writer(c, 'publisher');
    await plans.withdraw(space, exactTagOf(c, PENDING_TAG), who);
    return c.body(null, 204);
  });

  app.get('/revisions', async (c) => {
    const who = await requireRole(c, services, 'editor');
    return c.json(await plans.revisions(spaceOf(c, who, services)), 200, PRIVATE);
  });

  app.get('/revisions/:n', async (c) => {
    const who = await requireRole(c, services, 'editor');
    const space = spaceOf(c, who, services);
    if (c.req.param('n') === 'pending') return c.json(await plans.waiting(space), 200, PRIVATE);
    return c.json(await plans.revision(space, numberOf(c.req.param('n'), 'n')), 200, PRIVATE);
  });

  app.get('/revisions/:n/diff', async (c) => {
    const who = await requireRole(c, services, 'editor');
    const space = spaceOf(c, who, services);
    const asked = c.req.query('against');
    const against =
      asked === undefined || asked === 'draft' || asked === 'pending' ? asked : numberOf(asked, 'against');
    return c.json(await plans.diff(space, numberOf(c.req.param('n'), 'n'), against), 200, PRIVATE);
  });

  app.post('/revisions/:n/restore', async (c) => {
    const { who, space } = await writer(c, 'publisher');
    const n = numberOf(c.req.param('n'), 'n');
    const ifMatch = exactTagOf(c, DRAFT_TAG);
    const answer = await plans.restore(space, n, ifMatch, (await readNote(c)).note, who);
    log.info({ space, status: answer.status }, 'restore');
    return c.json(answer, answer.status === 'published' ? 200 : 202, PRIVATE);
  });

  app.post('/revisions/:n/draft', async (c) => {
    const { who, space } = await writer(c, 'editor');
    const n = numberOf(c.req.param('n'), 'n');
    const saved = await plans.takeUp(space, n, exactTagOf(c, DRAFT_TAG), who);
    return c.json(saved, 200, { ...PRIVATE, etag: saved.etag });
  });

  app.get('/audit', async (c) => {
    const who = await requireRole(c, services, 'editor');
    const before = c.req.query('before');
    const from = before === undefined ? undefined : numberOf(before, 'before');
    const asked = c.req.query('space');
    const spaces =
      asked !== undefined
        ? [spaceOf(c, who, services)]
        : who.scope.kind === 'all'
          ? 'all'
          : spacesOf(who.scope, settings.districts).filter((space) => mayUseSpace(who.scope, space));
    return c.json(await plans.audit.list(spaces, from), 200, PRIVATE);
  });
}

const DRAFT_TAG = 'Send the ETag that `GET /draft` gave; a draft never written has "d0".';
const PENDING_TAG = 'Send the `etag` of the `pending` that `GET /revisions/pending` gave.';

function limit({ limiter, metrics }: Services, { actor }: { actor: string }): void {
  const seconds = limiter.take(`studio ${actor}`, 1, WRITES);
  if (seconds) refuseTooMany(metrics, 'studio', seconds, 'More than one person may write at a time.');
}

function tagOf(c: Context, remedy: string): string {
  const ifMatch = c.req.header('if-match');
  if (!ifMatch)
    throw new HttpProblem('precondition-required', 'If-Match is needed.', { path: 'if-match', remedy });
  return ifMatch;
}

/** What goes online, or takes a draft's place, was looked at by somebody: it has a name, not "whatever there is". */
function exactTagOf(c: Context, remedy: string): string {
  const ifMatch = tagOf(c, remedy);
  if (ifMatch.includes('*'))
    throw new HttpProblem('precondition-required', 'If-Match must name what was looked at, not *.', {
      path: 'if-match',
      remedy,
    });
  return ifMatch;
}

/** An absent body is an empty one. */
async function readNote(c: Context): Promise<v.InferOutput<typeof PublishRequest>> {
  if (c.req.raw.body === null || c.req.header('content-length') === '0') return {};
  requireJson(c.req.raw);
  const result = v.safeParse(PublishRequest, await readJson(c.req.raw, 64 * 1024));
  if (!result.success)
    throw new HttpProblem('unusable', 'note: a text of 500 characters at most, without U+0000.', {
      path: 'note',
    });
  return result.output;
}

export function numberOf(text: string, path: string): number {
  if (!/^\d{1,9}$/.test(text))
    throw new HttpProblem('bad-request', `${path}: a whole number is expected.`, { path });
  return Number(text);
}
