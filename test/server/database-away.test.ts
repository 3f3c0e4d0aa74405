/** PostgreSQL is away: pages read the plan that they had, and what needs the database is asked for again. */
import assert from 'node:assert/strict';
import { after, it } from 'node:test';
import { startPostgres } from './support/postgres.js';
import { openBench, ORIGIN, outcome, PLAN, publish, type Bench } from './support/bench.js';
import { sign } from './support/tokens.js';

let bench: Bench | undefined;
after(() => bench?.close());

it('the published plan is served without the database, and the rest is 503 for a while', async () => {
  const postgres = await startPostgres();
  try {
    bench = await openBench('postgres', {}, postgres.database());
    await publish(bench, PLAN);
    const before = await bench.call('GET', '/plan');
    const feed = await bench.call('GET', '/feed.json');
    await postgres.end();
    for (let i = 0; i < 2; i++) {
      const plan = await bench.call('GET', '/plan');
      assert.equal(plan.status, 200);
      assert.equal(plan.headers.get('etag'), before.headers.get('etag'));
    }
    assert.equal((await bench.call('GET', '/plan?schools=0750001A')).status, 200);
    assert.equal(await (await bench.call('GET', '/feed.json')).text(), await feed.text());
    const token = await sign();
    for (const answer of [
      await bench.call('GET', '/progress', { token }),
      await bench.call('POST', '/collect', {
        headers: { origin: ORIGIN },
        body: { envelopes: [outcome('shown')] },
      }),
      await bench.call('GET', '/content/charte.json'),
    ]) {
      assert.equal(answer.status, 503, answer.url);
      assert.ok(Number(answer.headers.get('retry-after')) > 0);
    }
  } finally {
    postgres.stop();
  }
});
