import { resolveProfiles } from '../model/profiles.js';
import type { Audience } from '../model/schema/audience.js';
import { shareBucket } from './hash.js';
import type { Context, PlanIndex } from './types.js';

/** The part of a plan that audiences, schedules and quiet hours are read with. */
export type Settled = Pick<PlanIndex, 'settings'>;

/** A campaign, an article…: its id salts `share`. */
export interface ForSome {
  id: string;
  audience?: Audience | undefined;
}

const LISTS = /^(profiles|degrees|schools|levels|groups|functions|services|locales)$/;

/** Hosts, and plans nobody checked, give one string where a list is meant. */
const plain = (value: unknown): string[] =>
  ([] as unknown[]).concat(value ?? []).map((text) => String(text).trim().toLowerCase());

/**
 * `audienceRefusal` (audience.ts) with `arrivedWithin` answered by the caller, who may not have a calendar: is the person
 * within that duration of arrival, where they should be so or should not be so? The idle script has this much.
 */
export function refusalBut(
  { id, audience = {} }: ForSome,
  { settings: { profileAliases } = {} }: Settled,
  { user = {}, service, locale }: Context,
  arrivedWithin: (duration: unknown, should: boolean) => boolean | undefined,
): `audience.${string}` | undefined {
  const facts: Record<string, unknown> = { ...user, services: service, locales: locale };
  /** Is the person within a dimension? Undefined where that cannot be told. */
  const isWithin = (name: string, wanted: unknown, should: boolean): boolean | undefined => {
    if (name === 'share') return !!user.key && shareBucket(id, user.key) < (wanted as number);
    if (name === 'arrivedWithin') return arrivedWithin(wanted, should);
    const listOf = (value: unknown) =>
      plain(name === 'profiles' ? resolveProfiles(value as string[], profileAliases) : value);
    const own = listOf(facts[name]);
    return LISTS.test(name)
      ? // "fr" takes in "fr-CA".
        listOf(wanted).some((one) =>
          own.some((mine) => mine === one || (name === 'locales' && mine.startsWith(`${one}-`))),
        )
      : undefined;
  };
  /** The first dimension that is not as it must be. */
  const faultIn = (dimensions: object, within: boolean): string | undefined => {
    for (const [name, wanted] of Object.entries(dimensions) as [string, unknown][]) {
      if (name === 'not' && within) {
        const fault = faultIn(wanted as object, false);
        if (fault) return `not.${fault}`;
      } else if (((wanted ?? []) as string[]).length !== 0 && isWithin(name, wanted, within) !== within)
        return name;
    }
    return undefined;
  };
  try {
    const fault = faultIn(audience, true);
    return fault === undefined ? fault : `audience.${fault}`;
  } catch {
    return 'audience.invalid';
  }
}
