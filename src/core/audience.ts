import { type ForSome, refusalBut, type Settled } from './audience-facts.js';
import { addDuration } from './duration.js';
import type { Context } from './types.js';
import { parseLocal } from './zoned-time.js';

export type { Settled };

/**
 * Why a person is not in an audience, as a reason's code: "audience.profiles", "audience.not.levels"; undefined for who
 * is in. Each dimension is any-of, dimensions are joined by "and", any one of `not` excludes. An empty list asks
 * nothing; what the host did not declare matches nothing; what cannot be evaluated lets nobody in. Never throws.
 */
export const audienceRefusal = (item: ForSome, plan: Settled, context: Context, now: number) =>
  refusalBut(item, plan, context, (duration) => {
    const zone = plan.settings?.timeZone;
    const arrived = parseLocal(context.user?.arrived, zone);
    // Who comes before the day declared is as new as can be.
    const end = addDuration(arrived || 0, duration, zone);
    return isNaN(end) ? undefined : arrived < Infinity && now < end;
  });
