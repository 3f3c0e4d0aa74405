/** The plan is the same for everybody, and no secret: nothing of the person is kept here. */
const CACHE = 'sentier';
/** A plan of more characters than this is not kept. */
const MOST = 1_000_000;

/** Keeps a plan that worked, for when the server answers with an error, or with its login page. */
export async function keepPlan(url: string, plan: unknown): Promise<void> {
  // Prototype.js has arrays written as strings.
  if ('toJSON' in Array.prototype) return;
  const text = JSON.stringify(plan);
  try {
    const cache = await caches.open(CACHE);
    const known = await (await cache.match(url))?.text();
    if (text !== known && text.length < MOST) await cache.put(url, new Response(text));
  } catch {
    // No such store here: a plain http page, a sandboxed frame.
  }
}

/** As `parseJson`, which would bring the engine's chunk with it. */
const parse = (text: string): unknown =>
  JSON.parse(text, (key, value: unknown) =>
    /^(__proto__|constructor|prototype)$/.test(key) ? undefined : value,
  );

/** The last plan that worked, from our own cache or the browser's. @throws `reason` where there is none */
export async function lastPlan(url: string, reason: unknown): Promise<unknown> {
  try {
    const kept = await (await caches.open(CACHE)).match(url);
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
