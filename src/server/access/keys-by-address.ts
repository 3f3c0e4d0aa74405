import { createLocalJWKSet, createRemoteJWKSet, type JWTVerifyGetKey } from 'jose';
import { HttpProblem } from '../http/problem.js';

/** Keys are asked for again after so long, in ms: one that the host withdraws is not good for longer. */
const MAX_AGE_MS = 600_000;
/** …unless the address is down: those that were good are used for so long, for an outage there signs nobody out here. */
const LAST_GOOD_MS = 6 * 3_600_000;
/** An address that failed is left alone for so long: who waits for it would wait with each request. */
const AFTER_FAILURE_MS = 5000;
/** A made-up `kid` must not make us ask the host at every request. */
const AFTER_SUCCESS_MS = 30_000;

const isNoMatch = (error: unknown): boolean =>
  /^ERR_JWKS_(?:NO|MULTIPLE)_MATCHING_KEYS?$/.test((error as { code?: string }).code ?? '');

/** The host's keys, fetched with patience and sparingly. */
export function keysByAddress(address: URL, timeoutMs: number): JWTVerifyGetKey {
  const fetched = createRemoteJWKSet(address, {
    timeoutDuration: timeoutMs,
    cooldownDuration: AFTER_SUCCESS_MS,
    cacheMaxAge: MAX_AGE_MS,
  });
  let goodUntil = 0;
  let failedAt = -Infinity;
  /** Of the set that was fetched last. */
  let known: JWTVerifyGetKey | undefined;

  return async (header, token) => {
    if (Date.now() - failedAt >= AFTER_FAILURE_MS)
      try {
        const key = await fetched(header, token);
        goodUntil = Date.now() + LAST_GOOD_MS;
        return key;
      } catch (error) {
        if (isNoMatch(error)) {
          goodUntil = Date.now() + LAST_GOOD_MS;
          throw error;
        }
        failedAt = Date.now();
        const last = fetched.jwks();
        known = last && createLocalJWKSet(last);
      }
    try {
      if (known && Date.now() < goodUntil) return await known(header, token);
    } catch (error) {
      // One that we do not know may be the host's new one.
      if (!isNoMatch(error)) throw error;
    }
    // The key address is down, slow, or gives no keys: that is no fault of who asks.
    throw new HttpProblem('unavailable', 'The host’s keys cannot be fetched.', {
      headers: { 'retry-after': '5' },
    });
  };
}
