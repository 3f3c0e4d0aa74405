import { PLANS } from './keep-plan.js';

/** As `parseJson`, which would bring the engine's chunk with it. */
const parse = (text: string): unknown =>
  JSON.parse(text, (key, value: unknown) =>
    /^(__proto__|constructor|prototype)$/.test(key) ? undefined : value,
  );

/** The last plan that worked, from our own cache or the browser's. @throws `reason` where there is none */
export async function lastPlan(url: string, reason: unknown): Promise<unknown> {
  try {
    const kept = await (await caches.open(PLANS)).match(url);
    if (kept) return parse(await kept.text());
  } catch {
    // As above.
  }
  const response = await fetch(url, { credentials: 'same-origin', cache: 'force-cache' }).catch(
    () => undefined,
  );
  if (!response?.ok) throw reason;
  // A login page is no plan either.
  return response
    .text()
    .then(parse)
    .catch(() => Promise.reject(reason as Error));
}
