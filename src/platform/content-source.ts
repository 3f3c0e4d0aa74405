import { fetchJson } from './plan-source.js';

/**
 * Reads what a plan keeps in a file of its own. Only where the plan itself comes from: what is shown would else be
 * whatever another site says by then, and that site would know who reads.
 * @param base address of the plan
 * @throws where it is on another site, or is not to be had
 */
export async function fetchContent(src: string, base: string): Promise<unknown> {
  const { href, origin } = new URL(src, base);
  if (origin !== new URL(base).origin)
    throw new Error(`${src}: not where the plan comes from; put the file beside it`);
  return fetchJson(href);
}
