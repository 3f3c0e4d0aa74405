/** Two requests that write the same rows: the second is told to send again, and nothing is counted twice. */
import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import Sqlite from 'better-sqlite3';
import { sql } from 'kysely';
import {
  collect,
  endPostgres,
  openBench,
  ORIGIN,
  outcome,
  PLAN,
  publish,
  thePostgres,
  today,
  type Bench,
} from './support/bench.js';

/** Sends `row` while another writer holds what it needs, then lets go and sends it again. */
async function collide(bench: Bench, row: { id: string }, letGo: () => Promise<void> | void): Promise<void> {
  const send = () =>
    bench.call('POST', '/collect', { body: { envelopes: [row] }, headers: { origin: ORIGIN } });
  const busy = await send();
  await letGo();
  assert.equal(busy.status, 409);
  assert.equal(busy.headers.get('content-type'), 'application/problem+json');
  assert.equal(busy.headers.get('retry-after'), '1');
  assert.equal(((await busy.json()) as { type: string }).type, 'about:blank#in-progress');
  const again = await send();
  assert.equal(again.status, 200);
}

describe('rows that another request is writing', () => {
  after(endPostgres);

  it('are answered with 409 on SQLite, and taken when they are sent again', async () => {
    const bench = await openBench('sqlite');
    await publish(bench, PLAN);
    const { db } = bench.services.store;
    // Another process would wait for five seconds: here for none.
    await sql`pragma busy_timeout = 1`.execute(db);
    const other = new Sqlite(`${bench.services.settings.data}/sentier.db`);
    other.exec('begin immediate');
    const row = outcome('shown');
    await collide(bench, row, () => void other.exec('rollback'));
    other.close();
    assert.deepEqual((await collect(bench, [row])).known, [row.id]);
    await bench.close();
  });

  it('are answered with 409 on PostgreSQL; those that the other request kept are then known', async () => {
    const url = (await thePostgres()).database();
    const bench = await openBench('postgres', {}, `${url}${url.includes('?') ? '&' : '?'}lock_timeout=100`);
    await publish(bench, PLAN);
    const { default: pg } = await import('pg');
    const other = new pg.Client({ connectionString: url });
    await other.connect();
    const kept = outcome('shown');
    const given = outcome('shown');
    for (const [row, end] of [
      [kept, 'commit'],
      [given, 'rollback'],
    ] as const) {
      await other.query('begin');
      const { tenant } = bench.services.settings;
      const digest = bench.services.keys.digest('another');
      await other.query('insert into receipt (tenant, id, digest, day) values ($1, $2, $3, $4)', [
        tenant,
        row.id,
        digest,
        today(),
      ]);
      if (end === 'rollback') await collide(bench, row, async () => void (await other.query(end)));
      else {
        const busy = await bench.call('POST', '/collect', {
          body: { envelopes: [row] },
          headers: { origin: ORIGIN },
        });
        await other.query(end);
        assert.equal(busy.status, 409);
        // Kept by the other under the same id, and not the same row.
        assert.match((await collect(bench, [row])).refused[0]?.reason ?? '', /^id: another row/);
      }
    }
    assert.deepEqual((await collect(bench, [given])).known, [given.id]);
    await other.end();
    await bench.close();
  });
});
