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

type Aliases = NonNullable<PlanIndex['settings']>['profileAliases'];

const LISTS = 'profiles degrees schools levels groups functions services locales';

type Within = (dimension: string, wanted: unknown, id: string) => boolean | undefined;

/**
 * Tells of one person whether they are within a dimension of an audience; undefined where that cannot be told. What was
 * found of a word is kept: thousands of audiences ask the same.
 */
function judge({ user, service, locale }: Context, aliases: Aliases): Within {
  const facts: Record<string, unknown> = { ...user, services: service, locales: locale };
  const found = new Map(LISTS.split(' ').map((name) => [name, new Map<unknown, boolean>()]));
  // Hosts, and plans nobody checked, give one string where a list is meant.
  const wordsOf = (name: string, value: unknown) =>
    name === 'profiles'
      ? resolveProfiles((value ?? []) as string[], aliases)
      : ([] as unknown[]).concat(value ?? []).map((text) => String(text).trim().toLowerCase());
  return (name, wanted, id) => {
    if (name === 'share') return !!facts.key && shareBucket(id, facts.key as string) < (wanted as number);
    const known = found.get(name);
    return (
      known &&
      // Thousands of times: no list is made of what is one.
      (Array.isArray(wanted) ? wanted : [wanted]).some((word) => {
        if (!known.has(word))
          known.set(
            word,
            wordsOf(name, word).some((one) =>
              // "fr" takes in "fr-CA".
              wordsOf(name, facts[name]).some(
                (mine) => mine === one || (name === 'locales' && mine.startsWith(`${one}-`)),
              ),
            ),
          );
        return known.get(word);
      })
    );
  };
}

type ArrivedWithin = (duration: unknown, should: boolean) => boolean | undefined;

/** The first dimension that is not as it must be. */
function faultIn(
  dimensions: Readonly<Record<string, unknown>>,
  should: boolean,
  id: string,
  isWithin: Within,
  arrivedWithin: ArrivedWithin,
): string | undefined {
  for (const name of Object.keys(dimensions)) {
    const wanted = dimensions[name];
    if (name === 'not' && should) {
      const fault = faultIn(wanted as Record<string, unknown>, false, id, isWithin, arrivedWithin);
      if (fault) return `not.${fault}`;
    } else if (
      ((wanted ?? []) as string[]).length !== 0 &&
      (name === 'arrivedWithin' ? arrivedWithin(wanted, should) : isWithin(name, wanted, id)) !== should
    )
      return name;
  }
  return undefined;
}

/** Who was last asked about. */
let context: Context | undefined;
let known: Settled['settings'];
let isWithin: Within;

/**
 * `audienceRefusal` (audience.ts) with `arrivedWithin` answered by the caller, who may not have a calendar: is the person
 * within that duration of arrival, where they should be so or should not be so? The idle script has this much. A context
 * is not to be changed once it was asked about, but replaced.
 */
export function refusalBut(
  { id, audience = {} }: ForSome,
  { settings }: Settled,
  person: Context,
  arrivedWithin: ArrivedWithin,
): `audience.${string}` | undefined {
  try {
    if (person !== context || settings !== known) {
      // First: where it throws, nobody is taken for the one before.
      isWithin = judge(person, settings?.profileAliases);
      context = person;
      known = settings;
    }
    const fault = faultIn(audience, true, id, isWithin, arrivedWithin);
    return fault === undefined ? fault : `audience.${fault}`;
  } catch {
    return 'audience.invalid';
  }
}
