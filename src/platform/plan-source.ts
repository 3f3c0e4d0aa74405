import { parseJson } from '../model/safe-json.js';

/** Long enough for 5 MB on a school's bad line; nothing of the page waits for it. */
const TIMEOUT_MS = 30_000;

/**
 * Reads JSON; throws where the answer is not 2xx or not JSON. When the server cannot be reached, what the browser's own
 * cache still has is taken, however old. (A 503 or a login page has replaced it there: measured in Chromium.)
 */
export async function fetchJson(url: string): Promise<unknown> {
  const get = (cache: RequestCache) =>
    fetch(url, {
      credentials: 'same-origin',
      cache,
      // Missing in Safari 15.
      signal: AbortSignal.timeout?.(TIMEOUT_MS) ?? null,
    });
  const response = await get('default').catch(() => get('force-cache'));
  if (!response.ok) throw new Error(`${url}: ${response.status}`);
  return parseJson(await response.text());
}
