/**
 * `npm run bench:server`: sustained collect on PostgreSQL, then the results page over a million responses with its query
 * plan. `--minutes 10` and `--responses 1000000` are the defaults; `--short` is half a minute and fifty thousand.
 */
import { setTimeout as pause } from 'node:timers/promises';
import { Agent } from 'node:http';
import { sql } from 'kysely';
import { keysOf } from '../../../src/server/store/keys.js';
import { Intake } from '../../../src/server/intake/intake.js';
import type { TakenRow } from '../../../src/server/intake/read-row.js';
import { Results } from '../../../src/server/results/results.js';
import { openPostgres, type Store } from '../../../src/server/store/database.js';
import { migrate } from '../../../src/server/store/migrations.js';
import type { CampaignFacts } from '../../../src/server/plans/facts.js';
import { newId, outcome, response, today, type Receipt } from '../../server/support/bench.js';
import { post, publishTo } from '../../server/support/crash.js';
import { startPostgres } from '../../server/support/postgres.js';
import { startProcess } from '../../server/support/process.js';
import { sign } from '../../server/support/tokens.js';

const argument = (name: string, fallback: number): number => {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? fallback : Number(process.argv[at + 1]);
};
const isShort = process.argv.includes('--short');
const minutes = argument('minutes', isShort ? 0.5 : 10);
const responses = argument('responses', isShort ? 50_000 : 1_000_000);
const CLIENTS = 64;

const quantile = (sorted: readonly number[], q: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * q))] ?? NaN;
const round = (value: number): number => Math.round(value * 10) / 10;
const slope = (values: readonly number[]): number => {
  const n = values.length;
  const mean = values.reduce((sum, value) => sum + value, 0) / n;
  const top = values.reduce((sum, value, i) => sum + (i - (n - 1) / 2) * (value - mean), 0);
  return top / values.reduce((sum, _, i) => sum + (i - (n - 1) / 2) ** 2, 0);
};

let failed = false;
const postgres = await startPostgres(['shared_buffers=256MB']);

/** Classes of pupils behind one address, and one key that goes on and on. */
async function load(): Promise<void> {
  const server = await startProcess({ env: { DATABASE_URL: postgres.database() } });
  await publishTo(server.url);
  const agent = new Agent({ keepAlive: true, maxSockets: CLIENTS + 2 });
  // Sixty schools of sixty people, all of them behind this machine's one address.
  const tokens = await Promise.all(
    Array.from({ length: 3600 }, (_, i) =>
      sign({ schools: [`0${String(750_000 + (i % 60)).padStart(6, '0')}A`] }, `person-${i}`),
    ),
  );
  const end = performance.now() + minutes * 60_000;
  const times: number[] = [];
  const statuses = new Map<number, number>();
  let rows = 0;
  const client = async (first: number): Promise<void> => {
    for (let i = first; performance.now() < end; i += CLIENTS) {
      const envelopes = [
        outcome('shown'),
        outcome('completed'),
        response({ facile: i % 11, usage: 'a' }, { version: 1 + Math.floor(i / 3600) }),
      ];
      const started = performance.now();
      const { status, text } = await post(`${server.url}/collect`, JSON.stringify({ envelopes }), {
        agent,
        token: tokens[i % tokens.length]!,
      });
      times.push(performance.now() - started);
      statuses.set(status, (statuses.get(status) ?? 0) + 1);
      if (status === 200) rows += (JSON.parse(text) as Receipt).accepted.length;
    }
  };
  const abuser = await sign({}, 'abusive');
  let refused = 0;
  const abuse = async (): Promise<void> => {
    while (performance.now() < end) {
      const envelopes = Array.from({ length: 100 }, () => outcome('shown'));
      const { status } = await post(`${server.url}/collect`, JSON.stringify({ envelopes }), {
        agent,
        token: abuser,
      });
      if (status === 429) refused++;
      await pause(500);
    }
  };
  const memory: number[] = [];
  const watch = async (): Promise<void> => {
    while (performance.now() < end) {
      await pause(Math.min(10_000, minutes * 6000));
      memory.push(server.memory());
    }
  };
  const cpu = server.cpu();
  await Promise.all([...Array.from({ length: CLIENTS }, (_, i) => client(i)), abuse(), watch()]);
  times.sort((a, b) => a - b);
  const seconds = minutes * 60;
  const settled = memory.slice(Math.floor(memory.length / 3));
  console.log(
    `collect on PostgreSQL, ${minutes} min, ${CLIENTS} clients: ${round(times.length / seconds)} requests/s, ` +
      `${round(rows / seconds)} rows/s; p50 ${round(quantile(times, 0.5))} ms, p99 ${round(quantile(times, 0.99))} ms, ` +
      `most ${round(times.at(-1) ?? NaN)} ms`,
  );
  console.log(
    `  statuses ${JSON.stringify(Object.fromEntries(statuses))}; the abusive key was refused ${refused} times`,
  );
  console.log(
    `  server: ${round((server.cpu() - cpu) / seconds)} cores; memory ${memory.map(Math.round).join(' ')} MiB, ` +
      `${round(slope(settled))} MiB a reading over the last two thirds`,
  );
  if ([...statuses.keys()].some((status) => status >= 400) || !refused) failed = true;
  agent.destroy();
  await server.kill('SIGTERM');
}

const FACTS: CampaignFacts = {
  kind: 'survey',
  version: 1,
  title: 'Un million',
  profiles: [],
  repeats: true,
  acknowledges: false,
  steps: [],
  questions: [
    { id: 'nps', kind: 'nps', title: 'Recommander\u202f?', options: [] },
    { id: 'etoiles', kind: 'stars', title: 'Combien\u202f?', options: [] },
    {
      id: 'usage',
      kind: 'choice',
      title: 'Quoi\u202f?',
      options: ['a', 'b', 'c', 'd', 'e'].map((id) => ({ id, label: id })),
    },
    { id: 'mots', kind: 'text', title: 'En un mot\u202f?', options: [] },
  ],
};
const PROFILES = ['pupil', 'guardian', 'teacher', 'head', 'staff'];

/** Through the very code that requests go through, in transactions of a thousand rows. */
async function fill(store: Store): Promise<void> {
  const intake = new Intake({
    store,
    keys: keysOf('the secret of the bench, longer than 32 characters', 'main'),
    tenant: 'main',
    retentionMonths: 25,
    today,
    facts: () => ({ ...FACTS, edition: 0 }),
  });
  const start = Date.parse(today());
  for (let i = 0; i < responses;) {
    const rows: TakenRow[] = [];
    for (; rows.length < 1000 && i < responses; i++)
      rows.push({
        id: newId(),
        type: 'response',
        campaign: 'million',
        version: 1,
        day: new Date(start - (i % 300) * 864e5).toISOString().slice(0, 10),
        audience: {
          profile: PROFILES[(i * 7) % 5]!,
          degree: i % 3 ? '1d' : '2d',
          school: `0${String(750_000 + ((i * 31) % 2000)).padStart(6, '0')}A`,
        },
        answers: {
          nps: (i * 13) % 11,
          etoiles: 1 + ((i * 17) % 5),
          usage: 'abcde'[(i * 3) % 5],
          ...(i % 20 === 0 && { mots: `Texte ${i}` }),
        },
      });
    await intake.take(rows);
    if (i % 100_000 === 0) console.log(`  ${i} responses`);
  }
}

async function million(): Promise<void> {
  const store = await openPostgres(postgres.database());
  await migrate(store);
  await store.db
    .insertInto('campaign')
    .values({ tenant: 'main', id: 'million', space: 'all', current: 1, facts: JSON.stringify(FACTS) })
    .execute();
  const started = performance.now();
  await fill(store);
  console.log(`${responses} responses written in ${round((performance.now() - started) / 1000)} s`);
  await sql`vacuum analyze`.execute(store.db);
  const results = new Results(store, { tenant: 'main', threshold: 10, districts: {} });
  for (const [name, ask] of [
    ['one campaign', () => results.campaign('million', { scope: { kind: 'all' } })],
    ['the overview', () => results.overview({ scope: { kind: 'all' } })],
    ['one school', () => results.campaign('million', { scope: { kind: 'schools', schools: ['0750001A'] } })],
  ] as const) {
    const times: number[] = [];
    for (let i = 0; i < 20; i++) {
      const before = performance.now();
      await ask();
      times.push(performance.now() - before);
    }
    times.sort((a, b) => a - b);
    const p95 = quantile(times, 0.95);
    console.log(
      `${name} over ${responses} responses: median ${round(quantile(times, 0.5))} ms, p95 ${round(p95)} ms`,
    );
    if (p95 >= 200) failed = true;
  }
  const { rows } = await sql<{ 'QUERY PLAN': string }>`explain (analyze, costs off, timing off)
    select campaign, version, metric, cut, value, item, sum(n) from rollup
    where tenant = 'main' and (campaign = 'million' and version = 1) and cut in ('profile', 'degree', 'week') and school = ''
    group by campaign, version, metric, cut, value, item`.execute(store.db);
  const plan = rows.map((row) => row['QUERY PLAN']).join('\n');
  console.log(plan);
  // The answers themselves are never read for it, and the counters are found by their key.
  if (/Seq Scan/.test(plan) || !/Index/.test(plan)) failed = true;
  await store.close();
}

await load();
await million();
postgres.stop();
process.exit(failed ? 1 : 0);
