/** The host's keys, fetched from an address of the host's: sparingly, patiently, and never trusted further than that. */
import assert from 'node:assert/strict';
import { createServer, type RequestListener, type Server } from 'node:http';
import { after, afterEach, before, beforeEach, describe, it, mock } from 'node:test';
import { exportJWK, exportSPKI, generateKeyPair, SignJWT, type CryptoKey, type JWK } from 'jose';
import { tokenReader, type TokenReader } from '../../src/server/access/token.js';
import { HttpProblem } from '../../src/server/http/problem.js';
import { readSettings } from '../../src/server/settings.js';

interface Pair {
  privateKey: CryptoKey;
  publicKey: CryptoKey;
  jwk: JWK;
}

async function pairOf(alg: 'ES256' | 'RS256', kid: string): Promise<Pair> {
  const { privateKey, publicKey } = await generateKeyPair(alg, { extractable: true });
  return { privateKey, publicKey, jwk: { ...(await exportJWK(publicKey)), kid, alg, use: 'sig' } };
}

const sign = (key: CryptoKey | Uint8Array, header: { alg: string; kid?: string }): Promise<string> =>
  new SignJWT({})
    .setProtectedHeader(header)
    .setSubject('user-1')
    .setIssuer('https://ent.example')
    .setAudience('sentier')
    .setIssuedAt()
    .setExpirationTime('1h')
    .sign(key);

describe('keys by address', () => {
  let first: Pair;
  let second: Pair;
  let rsa: Pair;
  let server: Server;
  let fetches = 0;
  let respond: RequestListener;
  const give =
    (...keys: JWK[]): RequestListener =>
    (_, response) => {
      response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify({ keys }));
    };
  const reader = (timeoutMs = 2000): TokenReader => {
    const { port } = server.address() as { port: number };
    const { jwt } = readSettings(
      {},
      {
        jwt: {
          algorithm: 'ES256',
          issuer: 'https://ent.example',
          audience: 'sentier',
          jwksUrl: `http://127.0.0.1:${port}/jwks.json`,
        },
      },
    );
    return tokenReader(jwt, () => new Date(), { timeoutMs });
  };
  /** Status and sentence of a refusal. */
  const refused = async (reading: Promise<unknown>): Promise<[number, string]> => {
    const error: unknown = await reading.then(
      () => undefined,
      (fault: unknown) => fault,
    );
    assert.ok(error instanceof HttpProblem, String(error));
    return [error.toResponse().status, error.message];
  };
  const DOWN: [number, string] = [503, 'The host’s keys cannot be fetched.'];

  before(async () => {
    [first, second, rsa] = await Promise.all([
      pairOf('ES256', 'k1'),
      pairOf('ES256', 'k2'),
      pairOf('RS256', 'k1'),
    ]);
    server = createServer((request, response) => {
      fetches++;
      respond(request, response);
    });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  });
  beforeEach(() => {
    fetches = 0;
    respond = give(first.jwk);
  });
  afterEach(() => mock.timers.reset());
  after(() => {
    server.closeAllConnections();
    server.close();
  });

  it('are asked for once, and kept', async () => {
    const tokens = reader();
    for (let i = 0; i < 3; i++) {
      const { sub } = await tokens.read(await sign(first.privateKey, { alg: 'ES256', kid: 'k1' }));
      assert.equal(sub, 'user-1');
    }
    await Promise.all(
      [1, 2, 3].map(async () => tokens.read(await sign(first.privateKey, { alg: 'ES256', kid: 'k1' }))),
    );
    assert.equal(fetches, 1);
  });

  it('are not asked for again at every made-up kid', async () => {
    const tokens = reader();
    await tokens.read(await sign(first.privateKey, { alg: 'ES256', kid: 'k1' }));
    for (const kid of ['nope', '../../etc/passwd', 'k2'])
      assert.deepEqual(await refused(tokens.read(await sign(second.privateKey, { alg: 'ES256', kid }))), [
        401,
        'The token’s signature is not the host’s.',
      ]);
    assert.equal(fetches, 1);
  });

  it('are asked for again after a while, when the host signs with a new one', async () => {
    mock.timers.enable({ apis: ['Date'], now: Date.now() });
    const tokens = reader();
    await tokens.read(await sign(first.privateKey, { alg: 'ES256', kid: 'k1' }));
    respond = give(first.jwk, second.jwk);
    mock.timers.tick(31_000);
    const { sub } = await tokens.read(await sign(second.privateKey, { alg: 'ES256', kid: 'k2' }));
    assert.equal(sub, 'user-1');
    assert.equal(fetches, 2);
  });

  it('are good for the one algorithm only, and nothing is fetched for another', async () => {
    const tokens = reader();
    respond = give(first.jwk, rsa.jwk);
    const spki = new TextEncoder().encode(await exportSPKI(first.publicKey));
    for (const token of [
      await sign(rsa.privateKey, { alg: 'RS256', kid: 'k1' }),
      await sign(spki, { alg: 'HS256', kid: 'k1' }),
    ])
      assert.deepEqual(await refused(tokens.read(token)), [401, 'The token’s algorithm is not ES256.']);
    assert.equal(fetches, 0);
  });

  it('refuse what another key signed under a known kid', async () => {
    assert.deepEqual(
      await refused(reader().read(await sign(second.privateKey, { alg: 'ES256', kid: 'k1' }))),
      [401, 'The token’s signature is not the host’s.'],
    );
  });

  const faults: [name: string, fault: RequestListener][] = [
    ['never answers', () => undefined],
    ['answers with a fault', (_, response) => response.writeHead(500).end('no')],
    ['answers with a page', (_, response) => response.end('<!doctype html>')],
    ['answers with no set of keys', (_, response) => response.end('{"keys":7}')],
    ['hangs up', (request) => request.socket.destroy()],
  ];
  for (const [name, fault] of faults)
    it(`are not the caller’s fault when the address ${name}; they are fetched again when it is well`, async () => {
      const tokens = reader(500);
      const token = await sign(first.privateKey, { alg: 'ES256', kid: 'k1' });
      respond = fault;
      assert.deepEqual(await refused(tokens.read(token)), DOWN);
      respond = give(first.jwk);
      // Nobody waits for it again so soon.
      assert.deepEqual(await refused(tokens.read(token)), DOWN);
      assert.equal(fetches, 1);
      mock.timers.enable({ apis: ['Date'], now: Date.now() + 5000 });
      assert.equal((await tokens.read(token)).sub, 'user-1');
    });

  it('that were good go on being so while the address is down, for hours, and those that are not known do not', async () => {
    mock.timers.enable({ apis: ['Date'], now: Date.now() });
    const tokens = reader();
    const read = async (pair: Pair, kid: string) =>
      tokens.read(await sign(pair.privateKey, { alg: 'ES256', kid }));
    await read(first, 'k1');
    respond = (_, response) => response.writeHead(500).end('no');
    mock.timers.tick(3_600_000);
    for (let i = 0; i < 3; i++) assert.equal((await read(first, 'k1')).sub, 'user-1');
    assert.equal(fetches, 2, 'one try for all of them');
    assert.deepEqual(await refused(read(second, 'k2')), DOWN);
    assert.deepEqual(await refused(read(second, 'k1')), [401, 'The token’s signature is not the host’s.']);
    mock.timers.tick(6 * 3_600_000);
    assert.deepEqual(await refused(read(first, 'k1')), DOWN);
    respond = give(second.jwk);
    mock.timers.tick(5000);
    assert.equal((await read(second, 'k2')).sub, 'user-1');
    assert.deepEqual(await refused(read(first, 'k1')), [401, 'The token’s signature is not the host’s.']);
  });
});
