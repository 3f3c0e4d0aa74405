import { parseJson } from '../model/safe-json.js';

/** Long enough for 5 MB on a school's bad line; nothing of the page waits for it. */
const TIMEOUT_MS = 30_000;

/** Reads JSON; throws where the answer is not 2xx or not JSON. `AbortSignal.timeout` is missing in Safari 15. */
export async function fetchJson(url: string, cache: RequestCache = 'default'): Promise<unknown> {
  const response = await fetch(url, {
    credentials: 'same-origin',
    cache,
    signal: AbortSignal.timeout?.(TIMEOUT_MS) ?? null,
  });
  if (!response.ok) throw new Error(`${url}: ${response.status}`);
  return parseJson(await response.text());
}

/** The plan; when it cannot be had, the last one that worked, if the browser's own cache still has it. */
export const fetchPlan = (url: string): Promise<unknown> =>
  fetchJson(url).catch((error: unknown) =>
    fetchJson(url, 'force-cache').catch(() => {
      throw error;
    }),
  );
