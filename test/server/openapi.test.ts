/** The contract that is shown is the one that is kept. */
import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { brotliDecompressSync } from 'node:zlib';
import { ENDPOINTS } from '../../src/server/http/endpoints.js';
import { openBench, ORIGIN, type Bench } from './support/bench.js';
import { tempFolder } from '../temp-folder.js';

interface OpenApi {
  openapi: string;
  paths: Record<string, Record<string, unknown>>;
  components: { schemas: Record<string, unknown> };
}

describe('the server’s public side', () => {
  let bench: Bench;
  const scripts = tempFolder('sentier-scripts');
  const SCRIPT = `/* ${'sentier '.repeat(200)} */`;
  before(async () => {
    for (const folder of ['c/abc12345', 'studio']) mkdirSync(join(scripts, folder), { recursive: true });
    writeFileSync(join(scripts, 'sentier.js'), SCRIPT);
    writeFileSync(join(scripts, 'c/abc12345/tour.js'), 'export {};');
    // A shared chunk is called after one of its modules, with its dots.
    writeFileSync(join(scripts, 'studio/field.styles-Dp_s2Mh-.js'), 'export {};');
    bench = await openBench('sqlite', { scripts });
  });
  after(() => bench.close());
  const get = (path: string, headers: Record<string, string> = {}) => bench.call('GET', path, { headers });

  it('describes every address that there is, and no other', async () => {
    const document = (await (await get('/openapi.json')).json()) as OpenApi;
    const described = Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.keys(methods).map(
        (method) => `${method.toUpperCase()} ${path.replace(/\{(\w+)\}(\.csv)?/g, ':$1')}`,
      ),
    );
    const UNTOLD =
      /^GET \/(?:docs|docs\.css|openapi\.json|plan\.json|c\/:folder\/:name|(?:studio\/)?:name\{.*)$|^ALL /;
    const served = bench.app.routes
      .filter(({ method }) => method !== 'ALL')
      .map(({ method, path }) => `${method} ${path}`)
      .filter((route) => !UNTOLD.test(route));
    assert.deepEqual([...new Set(described)].sort(), [...new Set(served)].sort());
    assert.equal(document.openapi, '3.1.0');
    const refs = [...JSON.stringify(document).matchAll(/"#\/components\/schemas\/(\w+)"/g)].map(
      ([, name]) => name!,
    );
    assert.ok(refs.length > 20);
    for (const name of refs) assert.ok(document.components.schemas[name], name);
  });

  it('can be read without asking anybody else', async () => {
    const page = await get('/docs');
    assert.match(page.headers.get('content-security-policy') ?? '', /default-src 'none'/);
    const html = await page.text();
    assert.doesNotMatch(html, /https?:\/\/|<script|\sstyle=/);
    // From wherever the page is seen: a proxy may have removed a prefix.
    for (const [, link] of html.matchAll(/href="([^"]+)"/g)) {
      assert.match(link!, /^[\w.]+$/);
      assert.equal((await get(`/${link}`)).status, 200);
    }
    for (const { path } of ENDPOINTS) assert.ok(html.includes(path.replace('&', '&amp;')), path);
  });

  it('gives scripts compressed, for ever where their name says what they are, and their hashes', async () => {
    const plain = await get('/sentier.js');
    assert.equal(await plain.text(), SCRIPT);
    assert.equal(plain.headers.get('cache-control'), 'public, no-cache');
    assert.equal(plain.headers.get('cross-origin-resource-policy'), 'cross-origin');
    const small = await get('/sentier.js', { 'accept-encoding': 'gzip, br' });
    assert.equal(small.headers.get('content-encoding'), 'br');
    assert.equal(brotliDecompressSync(Buffer.from(await small.arrayBuffer())).toString(), SCRIPT);
    assert.equal(
      (await get('/sentier.js', { 'accept-encoding': 'br;q=0' })).headers.get('content-encoding'),
      null,
    );
    assert.match((await get('/c/abc12345/tour.js')).headers.get('cache-control') ?? '', /immutable/);
    const chunk = await get('/studio/field.styles-Dp_s2Mh-.js');
    assert.equal(await chunk.text(), 'export {};');
    assert.match(chunk.headers.get('cache-control') ?? '', /immutable/);
    const table = (await (await get('/sri.json')).json()) as Record<
      string,
      { integrity: string; pinned?: string }
    >;
    assert.equal(
      table['sentier.js']?.integrity,
      `sha384-${createHash('sha384').update(SCRIPT).digest('base64')}`,
    );
    const pinned = await get(`/${table['sentier.js']?.pinned}`);
    assert.equal(await pinned.text(), SCRIPT);
    assert.match(pinned.headers.get('cache-control') ?? '', /immutable/);
    assert.equal((await get('/sentier-000000000000.js')).status, 404);
    for (const path of ['/c/..%2f..%2fpackage.json', '/c/abc12345/nope.js'])
      assert.equal((await get(path)).status, 404);
  });

  it('says how it is: health, and metrics without anybody in them', async () => {
    assert.deepEqual(await (await get('/health')).json(), {
      status: 'ok',
      database: 'sqlite',
      scripts: true,
    });
    await get('/nadia/secret?token=abc');
    const metrics = await (await get('/metrics')).text();
    assert.match(
      metrics,
      /sentier_http_request_seconds_count\{method="GET",route="\/health",status="200"\} 1/,
    );
    assert.doesNotMatch(metrics, /nadia|abc\b/);
    bench.services.stopping = true;
    assert.equal((await get('/health')).status, 503);
    bench.services.stopping = false;
  });

  it('answers other origins that it knows, and no others', async () => {
    const ask = (origin: string) =>
      bench.call('OPTIONS', '/collect', { headers: { origin, 'access-control-request-method': 'POST' } });
    assert.equal((await ask(ORIGIN)).headers.get('access-control-allow-origin'), ORIGIN);
    const away = await ask('https://ailleurs.example');
    assert.deepEqual([away.status, away.headers.get('access-control-allow-origin')], [403, null]);
    const wrong = await bench.call('DELETE', '/plan');
    assert.deepEqual([wrong.status, wrong.headers.get('allow')], [405, 'GET']);
  });
});
