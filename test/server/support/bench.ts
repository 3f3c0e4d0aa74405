import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Hono } from 'hono';
import type { Plan } from '../../../src/model/schema/plan.js';
import { createApp } from '../../../src/server/http/app.js';
import { openServices, type Services, type World } from '../../../src/server/services.js';
import { readSettings } from '../../../src/server/settings.js';
import { startPostgres, type Postgres } from './postgres.js';
import { JWT, sign } from './tokens.js';

export const ENGINES = ['sqlite', 'postgres'] as const;
export type EngineName = (typeof ENGINES)[number];

export const ORIGIN = 'https://ent.example';

/** A server without a network: requests are handed to it. */
export interface Bench {
  services: Services;
  app: Hono;
  /** A request with a token, or none; a body becomes JSON. */
  call(method: string, path: string, options?: CallOptions): Promise<Response>;
  close(): Promise<void>;
}

export interface CallOptions {
  token?: string;
  body?: unknown;
  headers?: Record<string, string>;
}

let postgres: Promise<Postgres> | undefined;
/** One for a file of tests. */
export const thePostgres = (): Promise<Postgres> => (postgres ??= startPostgres());
export async function endPostgres(): Promise<void> {
  if (postgres) (await postgres).stop();
}

export async function openBench(
  engine: EngineName,
  given: Readonly<Record<string, unknown>> = {},
  databaseUrl?: string,
  world: World = {},
): Promise<Bench> {
  const data = mkdtempSync(join(tmpdir(), 'sentier-server-'));
  const settings = readSettings(
    {},
    {
      data,
      secret: 'the secret of the tests, longer than 32 characters',
      log: 'silent',
      origins: [ORIGIN],
      jwt: JWT,
      ...(engine === 'postgres' && { databaseUrl: databaseUrl ?? (await thePostgres()).database() }),
      ...given,
    },
  );
  const services = await openServices(settings, world);
  const app = createApp(services);
  return {
    services,
    app,
    async call(method, path, { token, body, headers } = {}) {
      return app.request(path, {
        method,
        headers: {
          ...(token && { authorization: `Bearer ${token}` }),
          ...(body !== undefined && { 'content-type': 'application/json' }),
          ...headers,
        },
        ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
      });
    },
    async close() {
      await services.close();
      rmSync(data, { recursive: true, force: true });
    },
  };
}

let serial = 0;

// A test that runs past midnight keeps the day that it began on.
const clock = new Date();

export const today = (): string =>
  new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Paris' }).format(clock);

/** Publishes a plan in a space, as an administrator: another each time, since one may write so often only. */
export async function publish(bench: Bench, plan: unknown, space = 'all'): Promise<Response> {
  const token = await sign({ role: 'admin', scope: 'all' }, `publishing-${++serial}`);
  const put = await bench.call('PUT', `/draft?space=${space}`, {
    token,
    body: plan,
    headers: { 'if-match': '*' },
  });
  if (put.status !== 200) return put;
  return bench.call('POST', `/publish?space=${space}`, { token, headers: matching(put) });
}

/** Names in `If-Match` what an answer gave. */
export const matching = (answer: Response): Record<string, string> => ({
  'if-match': answer.headers.get('etag') ?? '',
});

/** An id as pages make them. */
export const newId = (): string => `envelope-${String(++serial).padStart(8, '0')}`;

export const outcome = (type: string, more: object = {}) => ({
  id: newId(),
  type: 'outcome',
  campaign: 'visite',
  version: 1,
  day: today(),
  audience: { profile: 'teacher', degree: '1d' },
  data: { type },
  ...more,
});

export const response = (answers: Record<string, unknown>, more: object = {}) => ({
  id: newId(),
  type: 'response',
  campaign: 'avis',
  version: 1,
  day: today(),
  audience: { profile: 'teacher', degree: '1d' },
  data: { answers },
  ...more,
});

/** A problem, as the help's form sends it. */
export const report = (data: Record<string, unknown>, more: object = {}) => ({
  // The number that the person is given is its beginning.
  id: `${String(++serial).padStart(8, '0')}-report`,
  type: 'support',
  campaign: 'help',
  version: 1,
  day: today(),
  audience: { profile: 'teacher' },
  data: { type: 'support', category: 'broken', text: 'Le cahier ne s’ouvre pas.', ...data },
  ...more,
});

/** The smallest that looks like a JPEG. */
export const PICTURE = `data:image/jpeg;base64,${Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 0x10, 0x4a, 0x46, 0xff, 0xd9]).toString('base64')}`;

export const collect = async (bench: Bench, envelopes: unknown[], token?: string): Promise<Receipt> =>
  (
    await bench.call('POST', '/collect', {
      body: { envelopes },
      headers: { origin: ORIGIN },
      ...(token && { token }),
    })
  ).json() as Promise<Receipt>;

export interface Receipt {
  accepted: string[];
  known: string[];
  refused: { id: string; reason: string }[];
}

export const PLAN = {
  version: 1,
  id: 'ent',
  settings: { locale: 'fr' },
  campaigns: [
    {
      id: 'visite',
      kind: 'tour',
      version: 1,
      lever: 'training',
      title: 'La visite',
      audience: { profiles: ['teacher'] },
      content: {
        steps: [
          { id: 'un', title: 'Un', body: 'Ici.', target: '#a', page: '/messagerie/' },
          { id: 'deux', title: 'Deux', body: 'Là.', target: '#b', page: '/notes/' },
        ],
      },
    },
    {
      id: 'annonce',
      kind: 'banner',
      lever: 'communication',
      title: 'Une annonce',
      frequency: { until: 'acknowledged' },
      content: {
        title: 'Une annonce',
        body: 'À lire.',
        public: true,
        actions: [{ label: 'Compris', do: 'acknowledge' }],
      },
    },
    {
      id: 'avis',
      kind: 'survey',
      title: 'Votre avis',
      content: {
        title: 'Votre avis',
        dimensions: ['profile', 'degree', 'school'],
        questions: [
          { id: 'facile', kind: 'nps', title: 'Facile\u202f?' },
          {
            id: 'usage',
            kind: 'choice',
            title: 'Quoi\u202f?',
            options: [
              { id: 'a', label: 'Les groupes' },
              { id: 'b', label: 'Rien' },
            ],
          },
          { id: 'mots', kind: 'text', title: 'En un mot\u202f?' },
        ],
      },
    },
  ],
} satisfies Plan;

/** How many rows a table has. */
export async function rowsOf(
  { services }: Bench,
  table: 'rollup' | 'response' | 'support' | 'counted' | 'marker' | 'receipt',
): Promise<number> {
  const found = await services.store.db
    .selectFrom(table)
    .select((all) => all.fn.countAll().as('n'))
    .executeTakeFirst();
  return Number(found?.n);
}
