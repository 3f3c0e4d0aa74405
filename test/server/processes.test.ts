/** The server as people run it: processes, signals, several on one PostgreSQL. */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import { Agent } from 'node:http';
import { connect } from 'node:net';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import type { CampaignResults } from '../../src/model/contract/results.js';
import { endPostgres, outcome, response, thePostgres } from './support/bench.js';
import { crash, opener, post, publishTo } from './support/crash.js';
import { cli, startProcess } from './support/process.js';
import { admin } from './support/tokens.js';
import { tempFolder } from '../temp-folder.js';

after(endPostgres);

describe('kill -9 in the middle of load', () => {
  it('loses nothing and doubles nothing on SQLite', async () => {
    const folder = tempFolder('sentier-process');
    const figures = await crash({ env: { SENTIER_DATA: folder }, rounds: 4, open: opener.sqlite(folder) });
    assert.ok(figures.acknowledged > 50 && figures.resent > 0, JSON.stringify(figures));
    const { lost, doubled, countersWrong, answersWrong } = figures;
    assert.deepEqual(
      { lost, doubled, countersWrong, answersWrong },
      { lost: 0, doubled: 0, countersWrong: 0, answersWrong: 0 },
    );
  });

  it('nor on PostgreSQL, which is killed too', async () => {
    const postgres = await thePostgres();
    const url = postgres.database();
    const figures = await crash({
      env: { DATABASE_URL: url },
      rounds: 4,
      open: opener.postgres(url),
      also: async (round) => {
        if (round !== 2) return false;
        await postgres.crash();
        return true;
      },
    });
    assert.ok(figures.acknowledged > 50 && figures.resent > 0, JSON.stringify(figures));
    const { lost, doubled, countersWrong, answersWrong } = figures;
    assert.deepEqual(
      { lost, doubled, countersWrong, answersWrong },
      { lost: 0, doubled: 0, countersWrong: 0, answersWrong: 0 },
    );
  });
});

describe('several processes on one PostgreSQL', () => {
  it('migrate once, count once and answer the same, whichever is asked', async () => {
    const url = (await thePostgres()).database();
    const servers = await Promise.all([1, 2, 3].map(() => startProcess({ env: { DATABASE_URL: url } })));
    const at = (i: number): string => servers[i % servers.length]!.url;
    await publishTo(at(0));
    const agent = new Agent({ keepAlive: true });
    // Each batch goes to two of them at once: what a page does that never saw the first one's answer.
    const batches = Array.from({ length: 60 }, (_, i) =>
      JSON.stringify({ envelopes: [outcome('shown'), response({ facile: i % 11 })] }),
    );
    const answers = await Promise.all(
      batches.flatMap((body, i) => [
        post(`${at(i)}/collect`, body, { agent }),
        post(`${at(i + 1)}/collect`, body, { agent }),
      ]),
    );
    assert.deepEqual([...new Set(answers.map(({ status }) => status))], [200]);
    const token = await admin();
    const results = await Promise.all(
      servers.map(async (server) => {
        const answer = await fetch(`${server.url}/results/avis`, {
          headers: { authorization: `Bearer ${token}` },
        });
        return (await answer.json()) as CampaignResults;
      }),
    );
    assert.equal(results[0]?.responses, 60);
    assert.deepEqual(results[1], results[0]);
    assert.deepEqual(results[2], results[0]);
    const plans = await Promise.all(
      servers.map(async (server) => (await fetch(`${server.url}/plan`)).headers.get('etag')),
    );
    assert.equal(new Set(plans).size, 1);
    // Published at one, there at the others with the next request.
    await publishTo(at(1), { version: 1, campaigns: [] });
    for (const server of servers) {
      const plan = (await (await fetch(`${server.url}/plan`)).json()) as { campaigns: unknown[] };
      assert.deepEqual(plan.campaigns, []);
    }
    const store = await opener.postgres(url)();
    const { rows } = await (
      await import('kysely')
    ).sql<{ name: string }>`select name from migration`.execute(store.db);
    assert.equal(new Set(rows.map(({ name }) => name)).size, rows.length);
    await store.close();
    agent.destroy();
    await Promise.all(servers.map((server) => server.kill('SIGTERM')));
  });
});

describe('several processes that start with one plan', () => {
  it('publish it once, and all of them start', async () => {
    const url = (await thePostgres()).database();
    const folder = tempFolder('sentier-process');
    mkdirSync(join(folder, 'content'));
    const file = join(folder, 'plan.json');
    const campaign = (id: string) => ({ id, kind: 'tour', content: { src: `content/${id}.json` } });
    const ids = ['a', 'b', 'c', 'd'];
    writeFileSync(file, JSON.stringify({ version: 1, campaigns: ids.map(campaign) }));
    for (const id of ids)
      writeFileSync(
        join(folder, 'content', `${id}.json`),
        JSON.stringify({ steps: [{ title: id, body: 'Ici.' }] }),
      );
    await cli();
    const servers = await Promise.all(
      [1, 2, 3, 4].map(() =>
        startProcess({ env: { DATABASE_URL: url, SENTIER_FOUR_EYES: 'true' }, args: ['--plan', file] }),
      ),
    );
    const store = await opener.postgres(url)();
    const revisions = await store.db.selectFrom('revision').select(['n', 'put_aside']).execute();
    assert.deepEqual(revisions, [{ n: 1, put_aside: 0 }]);
    await store.close();
    const plan = (await (await fetch(`${servers[0]!.url}/plan`)).json()) as { campaigns: unknown[] };
    assert.equal(plan.campaigns.length, ids.length);
    await Promise.all(servers.map((server) => server.kill('SIGTERM')));
  });
});

describe('a process', () => {
  it('stops when asked: what was acknowledged is written, and its exit is clean', async () => {
    const folder = tempFolder('sentier-process');
    const server = await startProcess({ env: { SENTIER_DATA: folder } });
    await publishTo(server.url);
    const agent = new Agent({ keepAlive: true });
    const under = Array.from({ length: 20 }, () =>
      post(`${server.url}/collect`, JSON.stringify({ envelopes: [outcome('shown')] }), { agent }),
    );
    // What had not reached it is refused with its connection; a page sends it again.
    const ending = Promise.allSettled(under);
    await Promise.race(under);
    const code = await server.kill('SIGTERM');
    assert.equal(code, 0);
    const ends = await ending;
    const taken = ends.filter((end) => end.status === 'fulfilled' && end.value.status === 200).length;
    const store = await opener.sqlite(folder)();
    const found = await store.db.selectFrom('receipt').select('id').execute();
    assert.ok(taken > 0 && found.length >= taken);
    await store.close();
    agent.destroy();
  });

  it('lets go of who sends its headers too slowly', { timeout: 30_000 }, async () => {
    const server = await startProcess({ env: { SENTIER_DATA: tempFolder('sentier-process') } });
    const { port } = new URL(server.url);
    const socket = connect(Number(port), '127.0.0.1');
    socket.on('error', () => undefined);
    socket.write('POST /collect HTTP/1.1\r\nHost: x\r\n');
    const started = performance.now();
    let said = '';
    socket.on('data', (part) => (said += String(part)));
    await once(socket, 'close');
    const seconds = (performance.now() - started) / 1000;
    assert.ok(seconds > 8 && seconds < 16, `${seconds} s`);
    assert.match(said, /^HTTP\/1\.1 408/);
    await server.kill('SIGTERM');
  });

  const refused = async (env: Record<string, string>): Promise<string> => {
    const child = spawn(process.execPath, [await cli(), 'serve'], {
      env: { PATH: process.env['PATH'] ?? '', ...env },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    let said = '';
    child.stderr.on('data', (part) => (said += String(part)));
    const [code] = (await once(child, 'exit')) as [number];
    assert.equal(code, 1, said);
    return said;
  };

  it('says which setting is wrong, and does not start', async () => {
    const file = join(tempFolder('sentier-process'), 'sentier.json');
    writeFileSync(
      file,
      JSON.stringify({ port: 'x', colour: 'red', jwt: { algorithm: 'RS256', secret: 's'.repeat(40) } }),
    );
    const said = await refused({
      SENTIER_CONFIG: file,
      SENTIER_TRESHOLD: '10',
      SENTIER_ORIGINS: 'https://ent.example/x',
    });
    assert.match(said, /^sentier serve: port \(SENTIER_PORT\): a whole number\.$/m);
    assert.match(said, /^sentier serve: colour .*no setting of this name\.$/m);
    assert.match(said, /SENTIER_TRESHOLD: no setting of this name/);
    assert.match(said, /origins.*\(SENTIER_ORIGINS.*origins such as/);
    assert.match(
      await refused({ SENTIER_JWT_ALGORITHM: 'HS256' }),
      /jwt\.issuer.*\n.*jwt\.audience.*\n.*jwt\.secret/,
    );
    assert.match(
      await refused({ DATABASE_URL: 'postgres://x@localhost:1/x' }),
      /secret \(SENTIER_SECRET\): needed with PostgreSQL/,
    );
    const url = (await thePostgres()).database();
    const store = await opener.postgres(url)();
    const { sql } = await import('kysely');
    const name = new URL(url).pathname.slice(1);
    await sql`alter database ${sql.ref(name)} set default_transaction_read_only = on`.execute(store.db);
    await store.close();
    assert.match(
      await refused({ DATABASE_URL: url, SENTIER_SECRET: 's'.repeat(40) }),
      /databaseUrl \(DATABASE_URL\): this database is for reading only/,
    );
    assert.doesNotMatch(
      await refused({ SENTIER_JWT_ALGORITHM: 'RS256', SENTIER_JWT_SECRET: 'q'.repeat(40) }),
      /qqqq/,
      'no secret is printed',
    );
  });
});
