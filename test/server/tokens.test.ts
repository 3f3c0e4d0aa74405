/** The host's tokens, after RFC 8725: what is not as it must be is nobody. */
import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { before, describe, it } from 'node:test';
import { exportJWK, exportSPKI, generateKeyPair, SignJWT, type GenerateKeyPairResult } from 'jose';
import { tokenReader } from '../../src/server/access/token.js';
import { principalOf } from '../../src/server/access/principal.js';
import { keysOf } from '../../src/server/store/keys.js';
import { readSettings } from '../../src/server/settings.js';
import { AUDIENCE, ISSUER, JWT, SECRET } from './support/tokens.js';
import { tempFolder } from '../temp-folder.js';

const base64 = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
const now = Math.floor(Date.now() / 1000);
const CLAIMS = { iss: ISSUER, aud: AUDIENCE, sub: 'u', iat: now, exp: now + 600 };
const hs256 = (header: object, claims: object, key: string | Uint8Array = SECRET): string => {
  const body = `${base64(header)}.${base64(claims)}`;
  return `${body}.${createHmac('sha256', key).update(body).digest('base64url')}`;
};
const readerOf = (jwt: object) => tokenReader(readSettings({}, { jwt }).jwt);

describe('tokens by HS256', () => {
  const { read } = readerOf(JWT);
  const refused: readonly (readonly [string, string])[] = [
    ['no algorithm', `${base64({ alg: 'none' })}.${base64(CLAIMS)}.`],
    ['"None" in another case', `${base64({ alg: 'nOnE' })}.${base64(CLAIMS)}.`],
    ['another algorithm of the same family', hs256({ alg: 'HS512' }, CLAIMS)],
    ['another secret', hs256({ alg: 'HS256' }, CLAIMS, 'x'.repeat(40))],
    ['an empty signature', `${base64({ alg: 'HS256' })}.${base64(CLAIMS)}.`],
    ['an expired token', hs256({ alg: 'HS256' }, { ...CLAIMS, iat: now - 900, exp: now - 300 })],
    ['no expiry', hs256({ alg: 'HS256' }, { ...CLAIMS, exp: undefined })],
    ['no time of issue', hs256({ alg: 'HS256' }, { ...CLAIMS, iat: undefined })],
    ['a token good for a year', hs256({ alg: 'HS256' }, { ...CLAIMS, exp: now + 31_536_000 })],
    ['a token of before its time', hs256({ alg: 'HS256' }, { ...CLAIMS, nbf: now + 300 })],
    ['a token of tomorrow', hs256({ alg: 'HS256' }, { ...CLAIMS, iat: now + 86_400, exp: now + 87_000 })],
    ['another issuer', hs256({ alg: 'HS256' }, { ...CLAIMS, iss: 'https://ailleurs.example' })],
    ['another audience', hs256({ alg: 'HS256' }, { ...CLAIMS, aud: 'other' })],
    ['no subject', hs256({ alg: 'HS256' }, { ...CLAIMS, sub: undefined })],
    ['a key in the header', hs256({ alg: 'HS256', jwk: { kty: 'oct', k: 'eA' } }, CLAIMS)],
    [
      'an address of keys in the header',
      hs256({ alg: 'HS256', jku: 'https://ailleurs.example/jwks' }, CLAIMS),
    ],
    [
      'a certificate’s address in the header',
      hs256({ alg: 'HS256', x5u: 'https://ailleurs.example/c' }, CLAIMS),
    ],
    ['a critical extension', hs256({ alg: 'HS256', crit: ['b64'], b64: false }, CLAIMS)],
    ['more than 8 KB', hs256({ alg: 'HS256' }, { ...CLAIMS, more: 'x'.repeat(9000) })],
    ['nonsense', 'a.b.c'],
    ['nothing', ''],
  ];
  for (const [what, token] of refused)
    it(`${what}: refused`, async () => {
      await assert.rejects(read(token), (error: { status?: number }) => error.status === 401);
    });

  it('a good one is read; so is one of a clock that is a little behind', async () => {
    assert.equal((await read(hs256({ alg: 'HS256' }, CLAIMS))).sub, 'u');
    assert.equal(
      (await read(hs256({ alg: 'HS256' }, { ...CLAIMS, iat: now - 600, exp: now - 10 }))).sub,
      'u',
    );
  });

  it('`kid` is data: a path or a query in it does nothing', async () => {
    for (const kid of ['../../etc/passwd', "' or 1=1 --", '/dev/null'])
      assert.equal((await read(hs256({ alg: 'HS256', kid }, CLAIMS))).sub, 'u');
  });
});

for (const algorithm of ['RS256', 'ES256'] as const)
  describe(`tokens by ${algorithm}, from a key set`, () => {
    let keys: GenerateKeyPairResult;
    let read: (token: string) => Promise<{ sub?: string }>;
    before(async () => {
      keys = await generateKeyPair(algorithm, { extractable: true });
      const file = join(tempFolder('jwks'), 'jwks.json');
      const jwk = { ...(await exportJWK(keys.publicKey)), kid: 'k1', alg: algorithm, use: 'sig' };
      writeFileSync(file, JSON.stringify({ keys: [jwk] }));
      read = readerOf({ algorithm, issuer: ISSUER, audience: AUDIENCE, jwksFile: file }).read;
    });
    const sign = (kid: string, key = keys.privateKey) =>
      new SignJWT({ sub: 'u' })
        .setProtectedHeader({ alg: algorithm, kid })
        .setIssuer(ISSUER)
        .setAudience(AUDIENCE)
        .setIssuedAt()
        .setExpirationTime('5m')
        .sign(key);

    it('are read by the key that `kid` names, and by no other', async () => {
      assert.equal((await read(await sign('k1'))).sub, 'u');
      await assert.rejects(sign('k2').then(read), { status: 401 });
      const stranger = await generateKeyPair(algorithm);
      await assert.rejects(sign('k1', stranger.privateKey).then(read), { status: 401 });
    });

    it('a public key is no secret: HS256 signed with it is refused', async () => {
      const pem = await exportSPKI(keys.publicKey);
      for (const key of [pem, pem.trim(), JSON.stringify(await exportJWK(keys.publicKey))])
        await assert.rejects(read(hs256({ alg: 'HS256', kid: 'k1' }, CLAIMS, key)), { status: 401 });
    });
  });

describe('what a token says of a person', () => {
  const keys = keysOf(SECRET, 'main');
  const districts = { nord: ['0750001A', '0750002B'] };
  const read = (claims: object) => principalOf({ sub: 'u', ...claims }, keys, districts);

  it('a role without a scope is nobody’s', () => {
    for (const scope of [
      undefined,
      null,
      '*',
      'ALL',
      {},
      { schools: [] },
      { schools: ['75'] },
      { district: 'sud' },
      { district: '__proto__' },
      { schools: ['0750001A'], district: 'nord' },
    ])
      assert.throws(() => read({ role: 'admin', scope }), { status: 401 }, JSON.stringify(scope));
    assert.throws(() => read({ role: 'root', scope: 'all' }), { status: 401 });
  });

  it('a district has the schools that the server’s settings give it, not the token', () => {
    assert.deepEqual(read({ role: 'viewer', scope: { district: 'nord' } }).scope, {
      kind: 'district',
      district: 'nord',
      schools: districts.nord,
    });
  });

  it('hashes of one key are not the same for each purpose, nor in each ENT', () => {
    const other = keysOf(SECRET, 'other');
    assert.equal(
      new Set([keys.user('u'), other.user('u'), keys.marker('u', 'c', 1), keys.marker('u', 'c', 2)]).size,
      4,
    );
    assert.notEqual(keys.user('u').slice(0, 12), keys.actor('u'));
  });
});
