import type { Campaign } from '../model/schema/campaign.js';
import { audienceRefusal, type Settled } from './audience.js';
import type { Context } from './types.js';

/**
 * The content for this person: that of the first variant whose audience they are in, else the campaign's own. A
 * variant's `share` is drawn apart from the campaign's.
 */
export function contentFor(
  { id, content, variants = [] }: Campaign,
  plan: Settled,
  context: Context,
  now: number,
): Campaign['content'] {
  let i = 0;
  for (const variant of variants)
    if (!audienceRefusal({ id: `${id}/${i++}`, audience: variant.audience }, plan, context, now))
      return variant.content;
  return content;
}
