import type { Context, Hono } from 'hono';
import { MAX_BODY_BYTES, MAX_ROWS, type CollectReceipt } from '../../model/contract/collect.js';
import { isRecord } from '../../model/format.js';
import type { Principal } from '../access/principal.js';
import { InProgressError } from '../intake/intake.js';
import { readRow, type TakenRow } from '../intake/read-row.js';
import { RowFault } from '../intake/row-fault.js';
import { RESERVED_IDS } from '../plans/check-space.js';
import type { Services } from '../services.js';
import { principal, requireRole, requireUser } from './auth.js';
import { contentTypeOf, readJson, requireJson } from './body.js';
import { requireKnownOrigin } from './origin.js';
import { HttpProblem } from './problem.js';
import { refuseTooMany } from './too-many.js';

const MAX_PROGRESS_BYTES = 256 * 1024;

/** What pages write: outcomes and answers, and a person's progress. */
export function addCollectRoutes(app: Hono, services: Services): void {
  const { progress, plans } = services;

  app.post('/collect', async (c) => {
    const who = await sender(c, services);
    const batch = await readBatch(c);
    limit(services, who, batch);
    const receipt = await collect(services, batch, who);
    for (const fate of ['accepted', 'known', 'refused'] as const)
      if (receipt[fate].length) services.metrics.rows.inc({ fate }, receipt[fate].length);
    const headers = { 'cache-control': 'no-store' };
    // Nothing of it could be used: said by the status too, for who looks at nothing else.
    if (receipt.refused.length && !receipt.accepted.length && !receipt.known.length)
      throw new HttpProblem('unusable', 'No row could be used.', {
        path: 'envelopes',
        remedy: 'See `refused` for each row’s fault.',
        extra: { ...receipt },
      });
    return c.json(receipt, 200, headers);
  });

  app.get('/progress', async (c) => {
    const who = await requireUser(c, services);
    return c.json(await progress.get(who.userKey), 200, { 'cache-control': 'no-store' });
  });

  app.patch('/progress', async (c) => {
    const who = await requireUser(c, services);
    requireJson(c.req.raw);
    limitUser(services, who, 1);
    const change = await readJson(c.req.raw, MAX_PROGRESS_BYTES);
    if (!isRecord(change))
      throw new HttpProblem('unusable', 'An object with `campaigns` is expected.', { path: 'campaigns' });
    return c.json(await progress.merge(who.userKey, change), 200, { 'cache-control': 'no-store' });
  });

  // One's own; an administrator's may be anybody's, by the key that the ENT gives them.
  app.delete('/progress', async (c) => {
    const other = c.req.query('user');
    if (other === undefined) {
      const who = await requireUser(c, services);
      await progress.erase(who.userKey);
      return c.body(null, 204);
    }
    const admin = await requireRole(c, services, 'admin');
    if (admin.scope.kind !== 'all')
      throw new HttpProblem('not-allowed', 'Only who administers everything erases for others.', {
        path: 'user',
      });
    await progress.erase(other);
    await plans.note(admin, 'all', 'progress.erase');
    return c.body(null, 204);
  });
}

/** Who sends. Without a token only pages of the ENT may, and only they may use what needs no preflight. */
async function sender(c: Context, services: Services): Promise<Principal | undefined> {
  const type = contentTypeOf(c.req.raw);
  if (type !== 'application/json' && type !== 'text/plain')
    throw new HttpProblem('media-type', 'application/json is expected.', { path: 'content-type' });
  const who = await principal(c, services);
  if (who && type === 'text/plain')
    throw new HttpProblem('media-type', 'application/json is expected with a token.', {
      path: 'content-type',
    });
  if (who) return who;
  if (!services.settings.collect.anonymous)
    throw new HttpProblem('not-signed-in', 'A token of the ENT is needed.', {
      headers: { 'www-authenticate': 'Bearer' },
    });
  requireKnownOrigin(
    c,
    services,
    'Not a page of the ENT.',
    'Hand on Host in the proxy, or add the page’s origin to SENTIER_ORIGINS.',
  );
  return undefined;
}

async function readBatch(c: Context): Promise<readonly unknown[]> {
  const body = await readJson(c.req.raw, MAX_BODY_BYTES);
  const batch = isRecord(body) ? body['envelopes'] : undefined;
  if (!Array.isArray(batch))
    throw new HttpProblem('unusable', '{ "envelopes": […] } is expected.', { path: 'envelopes' });
  // Before anything is made of them: a page halves it, and whoever sends thousands costs nobody's allowance.
  if (batch.length > MAX_ROWS)
    throw new HttpProblem('too-big', `At most ${MAX_ROWS} rows at a time.`, {
      path: 'envelopes',
      remedy: 'Send them in smaller parts.',
    });
  return batch as unknown[];
}

function limitUser({ limiter, settings, metrics, keys }: Services, who: Principal, cost: number): void {
  const { userBurst: burst, userRate: rate } = settings.limits;
  const wait = limiter.take(`user ${keys.user(who.userKey)}`, cost, { burst, rate });
  if (wait) refuse(metrics, 'user', wait);
}

/** Never by address: a whole school has one. */
function limit(services: Services, who: Principal | undefined, batch: readonly unknown[]): void {
  const { limiter, settings, metrics } = services;
  const { schoolBurst, schoolRate, anonymousBurst, anonymousRate } = settings.limits;
  const cost = Math.max(batch.length, 1);
  if (who) limitUser(services, who, cost);
  else {
    const wait = limiter.take('anonymous', cost, { burst: anonymousBurst, rate: anonymousRate });
    if (wait) refuse(metrics, 'anonymous', wait);
  }
  const school = schoolOf(who, batch);
  if (school) {
    const wait = limiter.take(`school ${school}`, cost, { burst: schoolBurst, rate: schoolRate });
    if (wait) refuse(metrics, 'school', wait);
  }
  const reports = batch.filter((raw) => isRecord(raw) && raw['type'] === 'support').length;
  if (reports) limitReports(services, who, school, reports);
}

const HOUR = 3600;
const DAY = 24 * HOUR;

/** Reports are kept whole, a picture with each, and somebody reads them: a person has few to make. */
function limitReports(
  { limiter, settings, metrics, keys }: Services,
  who: Principal | undefined,
  school: string | undefined,
  cost: number,
): void {
  const { supportBurst, supportPerHour, supportSchoolPerDay, supportAnonymousPerHour } = settings.limits;
  const [bucket, allowance] = who
    ? [keys.user(who.userKey), { burst: supportBurst, rate: supportPerHour / HOUR }]
    : ['anonymous', { burst: supportAnonymousPerHour, rate: supportAnonymousPerHour / HOUR }];
  // A bucket lets through what is bigger than itself: halved, it is not.
  if (cost > allowance.burst)
    throw new HttpProblem('too-big', `At most ${allowance.burst} reports at a time.`, {
      path: 'envelopes',
      remedy: 'Send them in smaller parts.',
    });
  const wait = limiter.take(`support ${bucket}`, cost, allowance);
  if (wait) refuse(metrics, who ? 'user' : 'anonymous', wait);
  if (!school) return;
  const all = { burst: supportSchoolPerDay, rate: supportSchoolPerDay / DAY };
  const schoolWait = limiter.take(`support school ${school}`, cost, all);
  if (schoolWait) refuse(metrics, 'school', schoolWait);
}

/**
 * Whose bucket is drained: the school of a token, or one that is named only. They are not the same: whoever names a
 * school need not be of it, and would keep its people from sending.
 */
function schoolOf(who: Principal | undefined, batch: readonly unknown[]): string | undefined {
  if (who?.schools) return who.schools[0];
  const named = schoolIn(batch);
  return named && `${who ? 'named' : 'anonymous'} ${named}`;
}

function schoolIn(batch: readonly unknown[]): string | undefined {
  for (const row of batch) {
    const audience = isRecord(row) && isRecord(row['audience']) ? row['audience'] : {};
    const { school } = audience;
    // What is no school makes no bucket: there would be as many as somebody likes.
    if (typeof school === 'string' && /^\d{7}[A-Z]$/.test(school)) return school;
  }
  return undefined;
}

const refuse = (metrics: Services['metrics'], bucket: string, seconds: number): never =>
  refuseTooMany(metrics, bucket, seconds, `More than this ${bucket} may send at a time.`);

const idOf = (raw: unknown): string =>
  isRecord(raw) && typeof raw['id'] === 'string' ? raw['id'].slice(0, 80) : '';

/** Reads each row by itself: a faulty one costs the others nothing. */
async function collect(services: Services, batch: readonly unknown[], who: Principal | undefined) {
  const { settings, catalogue, intake } = services;
  const { pastDays, futureDays } = settings.collect;
  await catalogue.ready(
    batch.flatMap((raw) => {
      const { campaign, version } = isRecord(raw) ? raw : {};
      return typeof campaign === 'string' && typeof version === 'number' && !RESERVED_IDS.has(campaign)
        ? [{ campaign, version }]
        : [];
    }),
  );
  const refused: CollectReceipt['refused'] = [];
  const rows: TakenRow[] = [];
  for (const raw of batch) {
    try {
      const row = readRow(raw, { today: services.today(), pastDays, futureDays });
      requirePublished(row, services);
      rows.push(attributed(row, who));
    } catch (error) {
      if (!(error instanceof RowFault)) throw error;
      refused.push({ id: idOf(raw), reason: error.message });
    }
  }
  const isUnsigned = !who && settings.jwt.algorithm !== undefined && !settings.collect.anonymousGroups;
  const taking = intake.take(markRepeats(rows, who, services), { user: who?.userKey, isUnsigned });
  const receipt = await written(services, taking);
  return { ...receipt, refused: [...refused, ...receipt.refused] };
}

/**
 * A version that nobody has published is of who sent the row: it would stand before the real ones in the results, and let
 * one person answer once for each number. An older one may still wait on a machine.
 */
function requirePublished({ campaign, version }: TakenRow, { settings, catalogue }: Services): void {
  const isReserved = RESERVED_IDS.has(campaign);
  if (!isReserved && settings.collect.unknownCampaigns === 'accept') return;
  const newest = isReserved ? 1 : catalogue.newest(campaign);
  if (newest === undefined) throw new RowFault(`campaign: ${campaign} was never published here`);
  if (version > newest)
    throw new RowFault(`version: ${campaign} was never published here in a version ${version}`);
}

/** One search of one person in a day. */
const ONCE_A_DAY = { burst: 1, rate: 1 / DAY };

/**
 * Words that enough people searched for in vain are shown: one person's count once a day (in memory, nothing is kept of
 * who searched), and those that come without a token once a request.
 */
function markRepeats(
  rows: readonly TakenRow[],
  who: Principal | undefined,
  { searches, keys }: Services,
): TakenRow[] {
  const met = new Set<string>();
  return rows.map((row) => {
    if (row.search === undefined) return row;
    const words = `${row.campaign} ${row.search}`;
    const isRepeat =
      met.has(words) || (who && searches.take(`${keys.user(who.userKey)} ${words}`, 1, ONCE_A_DAY) > 0);
    met.add(words);
    return isRepeat ? { ...row, isRepeat } : row;
  });
}

/** Nobody answers for a school that is not theirs; a count, which is of nobody, is given to the school it came from. A report names what the person left in it. */
function attributed(row: TakenRow, who: Principal | undefined): TakenRow {
  const { schools } = who ?? {};
  if (!schools) return row;
  const { school } = row.audience;
  if (school && !schools.includes(school))
    throw new RowFault(`audience.school: ${school} is none of the person’s schools`);
  return row.type === 'outcome' && !school && schools.length === 1
    ? { ...row, audience: { ...row.audience, school: schools[0]! } }
    : row;
}

async function written(services: Services, taking: Promise<CollectReceipt>): Promise<CollectReceipt> {
  try {
    return await taking;
  } catch (error) {
    if (error instanceof InProgressError)
      throw new HttpProblem('in-progress', 'The same rows are being written by another request.', {
        remedy: 'Send them again.',
        headers: { 'retry-after': '1' },
      });
    services.log.error({ err: { code: (error as { code?: string }).code } }, 'rows could not be written');
    throw new HttpProblem('unavailable', 'Nothing could be written.', {
      remedy: 'Send it again.',
      headers: { 'retry-after': '5' },
    });
  }
}
