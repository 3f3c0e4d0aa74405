import { parseJson } from '../model/safe-json.js';

/** Long enough for 5 MB on a school's bad line; nothing of the page waits for it. */
const TIMEOUT_MS = 30_000;

/** Reads JSON, with the page's own credentials for its own origin (fetch's default); throws where the answer is not 2xx or not JSON. */
export async function fetchJson(url: string): Promise<unknown> {
  const response = await fetch(url, {
    // Missing in Safari 15.
    signal: AbortSignal.timeout?.(TIMEOUT_MS) ?? null,
  });
  if (!response.ok) throw new Error(`${url}: ${response.status}`);
  return parseJson(await response.text());
}
