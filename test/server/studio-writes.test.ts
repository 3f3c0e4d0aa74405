/** Who writes too much at a time waits, and is told how long; what no database keeps is refused. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { WRITES } from '../../src/server/http/studio-routes.js';
import { ENGINES, endPostgres, matching, openBench, PLAN, type Bench } from './support/bench.js';
import { sign } from './support/tokens.js';

const editor = (sub: string) => sign({ role: 'publisher', scope: 'all' }, sub);

for (const engine of ENGINES)
  describe(`what the studio writes on ${engine}`, () => {
    let bench: Bench;
    before(async () => {
      bench = await openBench(engine);
    });
    after(async () => {
      await bench.close();
      await endPostgres();
    });
    const put = (token: string) =>
      bench.call('PUT', '/draft', { token, body: PLAN, headers: { 'if-match': '*' } });

    it('has no note that PostgreSQL could not keep', async () => {
      const token = await editor('noting');
      const seen = matching(await put(token));
      for (const path of ['/publish', '/revisions/1/restore']) {
        const answer = await bench.call('POST', path, { token, body: { note: 'a\0b' }, headers: seen });
        assert.equal(answer.status, 422);
        assert.match(await answer.text(), /note/);
      }
      const answer = await bench.call('POST', '/publish', { token, body: { note: 'a\nb' }, headers: seen });
      assert.equal(answer.status, 200);
    });

    it('waits where one person writes too much at a time, and nobody else', async () => {
      const [token, other] = await Promise.all([editor('busy'), editor('calm')]);
      let refused: Response | undefined;
      const started = performance.now();
      // While it goes on, more becomes free.
      for (let i = 0; i < 4 * WRITES.burst && !refused; i++) {
        const answer =
          i % 2
            ? await put(token)
            : await bench.call('PUT', '/content/x.json', { token, body: { title: 'x' } });
        if (answer.status === 429) refused = answer;
        else {
          assert.ok(answer.ok);
          assert.ok(i < WRITES.burst + 2 + ((performance.now() - started) / 1000) * WRITES.rate);
        }
      }
      assert.ok(refused);
      const seconds = Number(refused.headers.get('retry-after'));
      assert.ok(seconds >= 1 && seconds <= 2);
      const { remedy } = (await refused.json()) as { remedy: string };
      assert.match(remedy, new RegExp(`${seconds} s`));
      const paths = ['POST /publish', 'POST /publish/approve', 'DELETE /publish', 'POST /revisions/1/draft'];
      const statuses = await Promise.all(
        paths.map(async (path) => {
          const [method = '', address = ''] = path.split(' ');
          return (await bench.call(method, address, { token, headers: { 'if-match': '"x"' } })).status;
        }),
      );
      assert.ok(statuses.filter((status) => status === 429).length >= 2, String(statuses));
      assert.equal((await bench.call('GET', '/draft', { token })).status, 200, 'reading goes on');
      assert.equal((await put(other)).status, 200);
    });
  });
