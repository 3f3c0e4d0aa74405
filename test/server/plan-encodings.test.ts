/** The plan is what pages load most: it leaves compressed, and each form has its own tag. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { openBench, PLAN, publish, type Bench } from './support/bench.js';

describe('GET /plan', () => {
  let bench: Bench;
  before(async () => {
    bench = await openBench('sqlite');
    const steps = Array.from({ length: 200 }, (_, i) => ({
      id: `e${i}`,
      title: `Étape ${i}`,
      body: 'Cliquez ici.',
    }));
    const campaigns = [
      ...PLAN.campaigns,
      { id: 'longue', kind: 'tour', title: 'Longue', content: { steps } },
    ];
    assert.equal((await publish(bench, { ...PLAN, campaigns })).status, 200);
  });
  after(() => bench.close());

  for (const path of ['/plan', '/plan?schools=0750001A'])
    it(`${path}: in Brotli, gzip or as it is, each with its tag`, async () => {
      const get = (headers: Record<string, string>) => bench.call('GET', path, { headers });
      const plain = await get({});
      const text = await plain.text();
      assert.equal(plain.headers.get('content-encoding'), null);
      const tags = new Set([plain.headers.get('etag')]);
      for (const [accept, encoding, open] of [
        ['gzip, deflate, br', 'br', brotliDecompressSync],
        ['gzip;q=1.0, br;q=0', 'gzip', gunzipSync],
      ] as const) {
        const answer = await get({ 'accept-encoding': accept });
        assert.equal(answer.headers.get('content-encoding'), encoding);
        assert.match(answer.headers.get('vary') ?? '', /accept-encoding.*origin/);
        const body = Buffer.from(await answer.arrayBuffer());
        assert.equal(answer.headers.get('content-length'), String(body.length));
        assert.ok(body.length < text.length / 4);
        assert.equal(open(body).toString(), text);
        const etag = answer.headers.get('etag') ?? '';
        tags.add(etag);
        const same = await get({ 'accept-encoding': accept, 'if-none-match': `W/${etag}` });
        assert.deepEqual([same.status, same.headers.get('etag')], [304, etag]);
        assert.match(same.headers.get('vary') ?? '', /accept-encoding/);
        assert.equal((await get({ 'if-none-match': etag })).status, 200, 'another form');
      }
      assert.equal(tags.size, 3);
    });

  it('answers HEAD as it would GET', async () => {
    const head = await bench.call('HEAD', '/plan', { headers: { 'accept-encoding': 'br' } });
    assert.deepEqual([head.status, head.headers.get('content-encoding'), await head.text()], [200, 'br', '']);
  });
});
