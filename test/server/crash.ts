/**
 * `tsx test/server/crash.ts [kills]`: kill -9 in the middle of load, 100 times by default, on both databases, and on
 * PostgreSQL itself every tenth time; then the syncs of each commit, counted by strace. Ends with 1 when a row is lost or doubled.
 */
import { spawnSync } from 'node:child_process';
import { chmodSync, readFileSync } from 'node:fs';
import { Agent } from 'node:http';
import { join } from 'node:path';
import { outcome } from './support/bench.js';
import { crash, opener, post, publishTo, type CrashFigures } from './support/crash.js';
import { startPostgres } from './support/postgres.js';
import { startProcess } from './support/process.js';
import { tempFolder } from '../temp-folder.js';

const rounds = Number(process.argv[2] ?? 100);
const log = (line: string): void => console.log(`  ${line}`);
let failed = false;

function report(name: string, figures: CrashFigures): void {
  console.log(`${name}: ${JSON.stringify(figures)}`);
  const { lost, doubled, countersWrong, answersWrong } = figures;
  if (lost || doubled || countersWrong || answersWrong) failed = true;
}

const LIMITS = { SENTIER_LIMITS_ANONYMOUS_BURST: '10000000', SENTIER_LIMITS_ANONYMOUS_RATE: '1000000' };

const folder = tempFolder('sentier-crash');
report(
  'SQLite',
  await crash({ env: { SENTIER_DATA: folder, ...LIMITS }, rounds, open: opener.sqlite(folder), log }),
);

const postgres = await startPostgres();
const url = postgres.database();
report(
  'PostgreSQL',
  await crash({
    env: { DATABASE_URL: url, SENTIER_DATA: folder, ...LIMITS },
    rounds,
    open: opener.postgres(url),
    log,
    also: async (round) => {
      if (round % 10) return false;
      await postgres.crash();
      return true;
    },
  }),
);
postgres.stop();

// One request at a time, so that one commit stands for one request.
if (spawnSync('strace', ['-V']).status !== 0) console.log('strace is not here: no count of syncs');
else {
  const requests = 200;
  const agent = new Agent({ keepAlive: true });
  const sendAll = async (to: string): Promise<void> => {
    for (let i = 0; i < requests; i++) {
      const { status } = await post(`${to}/collect`, JSON.stringify({ envelopes: [outcome('shown')] }), {
        agent,
      });
      if (status !== 200) throw new Error(`request ${i}: ${status}`);
    }
  };
  /** Columns of strace: share of the time, seconds, µs a call, calls, errors where there were any, name. */
  const syncs = (file: string): number =>
    readFileSync(file, 'utf8')
      .split('\n')
      .map((line) => line.trim().split(/\s+/))
      .filter((columns) => /^f(data)?sync$/.test(columns.at(-1) ?? ''))
      .reduce((sum, [, , , calls]) => sum + Number(calls), 0);
  const trace = ['strace', '-f', '-c', '-e', 'trace=fsync,fdatasync', '-o'];
  const data = tempFolder('sentier-sync');
  // PostgreSQL's user writes there too.
  chmodSync(data, 0o777);
  const file = join(data, 'sqlite.txt');
  const traced = await startProcess({ env: { SENTIER_DATA: data }, before: [...trace, file] });
  await publishTo(traced.url);
  await sendAll(traced.url);
  // To the server, not to strace, which ends with it.
  const [child] = readFileSync(`/proc/${traced.child.pid}/task/${traced.child.pid}/children`, 'utf8').split(
    ' ',
  );
  process.kill(Number(child), 'SIGTERM');
  await new Promise((done) => traced.child.once('exit', done));
  console.log(`SQLite: ${requests} commits, ${syncs(file)} fsync and fdatasync (strace -c)`);
  if (syncs(file) < requests) failed = true;

  const server = await startPostgres([], [...trace, join(data, 'postgres.txt')]);
  const behind = await startProcess({ env: { DATABASE_URL: server.database(), SENTIER_DATA: data } });
  await publishTo(behind.url);
  await sendAll(behind.url);
  await behind.kill('SIGTERM');
  await server.end();
  const counted = syncs(join(data, 'postgres.txt'));
  console.log(`PostgreSQL: ${requests} commits, ${counted} fsync and fdatasync (strace -c)`);
  if (counted < requests) failed = true;
  server.stop();
  agent.destroy();
}
process.exit(failed ? 1 : 0);
