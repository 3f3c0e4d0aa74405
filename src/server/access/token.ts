import { readFileSync } from 'node:fs';
import {
  createLocalJWKSet,
  decodeProtectedHeader,
  jwtVerify,
  type JSONWebKeySet,
  type JWTPayload,
  type JWTVerifyGetKey,
} from 'jose';
import type { JwtSettings } from '../settings.js';
import { HttpProblem } from '../http/problem.js';
import { keysByAddress } from './keys-by-address.js';
import { textOfFile } from '../text-file.js';

/** Longest token read: a longer one is no session, it is an attack or a mistake. */
const MAX_LENGTH = 8192;

/**
 * Checks the host's tokens after RFC 8725: one algorithm, pinned; issuer, audience and expiry required; `jku`, `x5u`,
 * `jwk`, `x5c` and `crit` refused; `kid` looks a key up in the set and does nothing else.
 */
export interface TokenReader {
  /** @throws {HttpProblem} 401 that says what is wrong with the token, never what the key is */
  read(token: string): Promise<JWTPayload>;
}

const REMEDY = 'Ask the ENT for a new token: open the page again.';
const refuse = (detail: string): HttpProblem =>
  new HttpProblem('not-signed-in', detail, {
    remedy: REMEDY,
    headers: { 'www-authenticate': 'Bearer error="invalid_token"' },
  });

/** The host's keys are asked for by address with patience and sparingly; a test has less of the first. */
export interface Fetching {
  timeoutMs?: number;
}

function keyFrom(
  { algorithm, secret, jwksFile, jwksUrl }: JwtSettings,
  { timeoutMs = 5000 }: Fetching,
): JWTVerifyGetKey {
  if (algorithm === 'HS256') {
    const key = new TextEncoder().encode(secret);
    return () => Promise.resolve(key as never);
  }
  if (jwksFile) return createLocalJWKSet(JSON.parse(textOfFile(readFileSync(jwksFile))) as JSONWebKeySet);
  return keysByAddress(new URL(jwksUrl ?? ''), timeoutMs);
}

export function tokenReader(
  settings: JwtSettings,
  now: () => Date = () => new Date(),
  fetching: Fetching = {},
): TokenReader {
  const { algorithm, issuer, audience, leeway, maxAge } = settings;
  if (!algorithm || !issuer || !audience)
    return {
      read: () =>
        Promise.reject(
          new HttpProblem('not-signed-in', 'This server knows no issuer of tokens.', {
            remedy: 'Set SENTIER_JWT_ALGORITHM, SENTIER_JWT_ISSUER, SENTIER_JWT_AUDIENCE and a key.',
          }),
        ),
    };
  const key = keyFrom(settings, fetching);
  return {
    async read(token) {
      if (token.length > MAX_LENGTH) throw refuse(`The token is longer than ${MAX_LENGTH} bytes.`);
      const header = headerOf(token);
      if (header.alg !== algorithm) throw refuse(`The token’s algorithm is not ${algorithm}.`);
      for (const name of ['jku', 'x5u', 'jwk', 'x5c', 'crit'])
        if (name in header) throw refuse(`The token’s header has ${name}, which is not accepted.`);
      let payload: JWTPayload;
      try {
        ({ payload } = await jwtVerify(token, key, {
          algorithms: [algorithm],
          issuer,
          audience,
          clockTolerance: leeway,
          currentDate: now(),
          requiredClaims: ['exp', 'iat', 'sub'],
          maxTokenAge: maxAge,
        }));
      } catch (error) {
        throw explain(error);
      }
      const { exp = 0, iat = 0, sub } = payload;
      if (exp - iat > maxAge) throw refuse(`The token is good for more than ${maxAge} seconds.`);
      if (typeof sub !== 'string' || !sub || sub.length > 200) throw refuse('The token has no usable `sub`.');
      return payload;
    },
  };
}

function headerOf(token: string): Record<string, unknown> {
  try {
    return decodeProtectedHeader(token);
  } catch {
    throw refuse('The token cannot be read.');
  }
}

function explain(error: unknown): unknown {
  const { code = '', claim = '' } = error as { code?: string; claim?: string };
  if (code === 'ERR_JWT_EXPIRED') return refuse('The token has expired.');
  if (code === 'ERR_JWT_CLAIM_VALIDATION_FAILED')
    return refuse(`The token’s \`${claim}\` is not as it must be.`);
  return code.startsWith('ERR_J') ? refuse('The token’s signature is not the host’s.') : error;
}
