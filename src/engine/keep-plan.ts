/** The plan is the same for everybody, and no secret: nothing of the person is kept here. */
export const PLANS = 'sentier';
/** A plan of more characters than this is not kept. */
const MOST = 1_000_000;

/** Keeps a plan that worked, for when the server answers with an error, or with its login page. */
export async function keepPlan(url: string, plan: unknown): Promise<void> {
  // Prototype.js has arrays written as strings.
  if ('toJSON' in Array.prototype) return;
  const text = JSON.stringify(plan);
  try {
    const cache = await caches.open(PLANS);
    const known = await (await cache.match(url))?.text();
    if (text !== known && text.length < MOST) await cache.put(url, new Response(text));
  } catch {
    // No such store here: a plain http page, a sandboxed frame.
  }
}
