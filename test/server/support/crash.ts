import { Agent, request } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { openPostgres, openSqlite, type Store } from '../../../src/server/store/database.js';
import { ORIGIN, outcome, response, type Receipt } from './bench.js';
import { startProcess, type ServerProcess } from './process.js';
import { admin } from './tokens.js';
import { PLAN } from './bench.js';

/** One POST by hand: `fetch` would hide on which side a connection broke. */
export function post(
  url: string,
  body: string,
  { agent, token, origin = ORIGIN }: { agent: Agent; token?: string; origin?: string },
): Promise<{ status: number; text: string }> {
  return new Promise((resolve, reject) => {
    const call = request(
      url,
      {
        method: 'POST',
        agent,
        headers: {
          'content-type': 'application/json',
          'content-length': Buffer.byteLength(body),
          origin,
          ...(token && { authorization: `Bearer ${token}` }),
        },
      },
      (answer) => {
        let text = '';
        answer.setEncoding('utf8');
        answer.on('data', (part: string) => (text += part));
        answer.on('end', () => resolve({ status: answer.statusCode ?? 0, text }));
        answer.on('error', reject);
      },
    );
    call.on('error', reject);
    call.end(body);
  });
}

/** Publishes the tests' plan over HTTP. */
export async function publishTo(url: string, plan: unknown = PLAN): Promise<void> {
  const headers = {
    authorization: `Bearer ${await admin()}`,
    'content-type': 'application/json',
    'if-match': '*',
  };
  const put = await fetch(`${url}/draft`, { method: 'PUT', headers, body: JSON.stringify(plan) });
  const published = await fetch(`${url}/publish`, {
    method: 'POST',
    headers: { ...headers, 'if-match': put.headers.get('etag') ?? '' },
    body: '{}',
  });
  if (!put.ok || !published.ok) throw new Error(`publish: ${put.status} ${published.status}`);
}

export interface CrashFigures {
  kills: number;
  acknowledged: number;
  resent: number;
  lost: number;
  doubled: number;
  countersWrong: number;
  answersWrong: number;
}

export interface CrashOptions {
  env: Record<string, string>;
  rounds: number;
  /** Opens what the server left behind. */
  open: () => Promise<Store>;
  /** Called at some kills instead of killing the server: PostgreSQL itself. */
  also?: (round: number) => Promise<boolean>;
  log?: (line: string) => void;
}

/** A page's outbox: sends, keeps what was not acknowledged by name, and sends it again under the same id. */
async function sender(url: () => string | undefined, book: Book, signal: AbortSignal): Promise<void> {
  const agent = new Agent({ keepAlive: true });
  let waiting: { id: string; type: string }[] = [];
  while (!signal.aborted || waiting.length) {
    if (!waiting.length)
      waiting = Array.from({ length: 1 + Math.floor(Math.random() * 4) }, () =>
        Math.random() < 0.5
          ? outcome('shown')
          : response({ facile: Math.floor(Math.random() * 11), mots: 'ok' }),
      );
    const to = url();
    if (!to) {
      await pause(20);
      continue;
    }
    try {
      const { status, text } = await post(`${to}/collect`, JSON.stringify({ envelopes: waiting }), { agent });
      if (status !== 200) throw new Error(String(status));
      const { accepted, known } = JSON.parse(text) as Receipt;
      for (const id of [...accepted, ...known])
        book.acknowledged.set(id, waiting.find((one) => one.id === id)!.type);
      waiting = waiting.filter(({ id }) => !book.acknowledged.has(id));
    } catch {
      book.resent += waiting.length;
      await pause(10 + Math.random() * 20);
    }
  }
  agent.destroy();
}

interface Book {
  acknowledged: Map<string, string>;
  resent: number;
}

/** Kills the server in the middle of load, again and again; then counts what is there against what was acknowledged. */
export async function crash({ env, rounds, open, also, log }: CrashOptions): Promise<CrashFigures> {
  const book: Book = { acknowledged: new Map(), resent: 0 };
  let server: ServerProcess | undefined = await startProcess({ env });
  await publishTo(server.url);
  const ending = new AbortController();
  const senders = Array.from({ length: 12 }, () => sender(() => server?.url, book, ending.signal));
  let kills = 0;
  for (let round = 1; round <= rounds; round++) {
    await pause(80 + Math.random() * 320);
    const isOther = (await also?.(round)) ?? false;
    // What was done to the database must not have taken the server with it.
    if (isOther && server?.child.exitCode !== null) throw new Error(`the server ended in round ${round}`);
    if (!isOther) {
      const old = server;
      server = undefined;
      await old?.kill('SIGKILL');
      server = await startProcess({ env });
    }
    kills++;
    if (round % 10 === 0) log?.(`${round} kills, ${book.acknowledged.size} rows acknowledged`);
  }
  await pause(500);
  if (server?.child.exitCode !== null) throw new Error('the server has ended by itself');
  ending.abort();
  await Promise.all(senders);
  await server?.kill('SIGTERM');
  return { kills, ...(await audit(book, open)) };
}

async function audit(book: Book, open: () => Promise<Store>): Promise<Omit<CrashFigures, 'kills'>> {
  const store = await open();
  const receipts = await store.db.selectFrom('receipt').select('id').execute();
  const there = new Map<string, number>();
  for (const { id } of receipts) there.set(id, (there.get(id) ?? 0) + 1);
  const totals = await store.db
    .selectFrom('rollup')
    .select(['metric', 'item', 'n'])
    .where('school', '=', '')
    .where('cut', '=', '')
    .execute();
  const total = (metric: string, item: string) =>
    totals.find((one) => one.metric === metric && one.item === item)?.n ?? 0;
  const answers = await store.db
    .selectFrom('response')
    .select((all) => all.fn.countAll().as('n'))
    .executeTakeFirst();
  await store.close();
  const types = [...book.acknowledged.values()];
  const responses = types.filter((type) => type === 'response').length;
  return {
    acknowledged: types.length,
    resent: book.resent,
    lost: [...book.acknowledged.keys()].filter((id) => !there.has(id)).length,
    doubled: [...there.values()].filter((n) => n > 1).length,
    // Every sender ended with an empty outbox: what is there is exactly what was acknowledged.
    countersWrong: Math.abs(total('o', 'shown') + total('r', '') - types.length),
    answersWrong: Math.abs(Number(answers?.n ?? 0) - responses),
  };
}

export const opener = {
  sqlite: (folder: string) => () => openSqlite(`${folder}/sentier.db`),
  postgres: (url: string) => () => openPostgres(url),
};
