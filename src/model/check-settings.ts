import type { Fault, Path } from './plan-issue.js';
import { PROFILES } from './profile-ids.js';
import { resolveProfiles } from './profiles.js';
import type { AudienceDimensions } from './schema/audience.js';
import type { Settings } from './schema/plan.js';

/** What the parts of a plan may refer to. */
export interface Known {
  settings: Settings;
  /** Kind by id, of the campaigns that are kept. */
  campaigns: ReadonlyMap<string, string>;
  articles: ReadonlySet<string>;
}

/** The lists that the references of one plan are to be chosen from: made once, whatever leads nowhere. */
const listsOf = new WeakMap<Known, Map<string, readonly string[]>>();

/** @param make what is in the list of that name, where it is asked for the first time */
export function listIn(known: Known, name: string, make: () => Iterable<string>): readonly string[] {
  const lists = listsOf.get(known) ?? new Map<string, readonly string[]>();
  listsOf.set(known, lists);
  const list = lists.get(name) ?? [...make()];
  lists.set(name, list);
  return list;
}

export interface Ranged {
  start?: string | undefined;
  end?: string | undefined;
}
const UAI = /^\d{7}[A-Z]$/i;
const DEGREE = /^[12]d$/i;

/** "2026-09-01" as an end lasts to its last second. Dates with a zone and offsets are left to the schedule itself. */
export function checkOrder({ start, end }: Ranged, path: Path, faults: Fault[]): void {
  const comparable = (date: string | undefined): date is string => /^\d[\dT:-]*$/.test(date ?? '');
  if (!comparable(start) || !comparable(end)) return;
  const last = end.length > 10 ? end : `${end}T23:59:59`;
  if (last < start)
    faults.push({ code: 'order', path, received: end, needed: ['verbatim', JSON.stringify(start)] });
}

/** Values that can match nobody. In `not` they would leave nobody out, so there they are errors. */
export function checkAudience(
  audience: (AudienceDimensions & { not?: AudienceDimensions | undefined }) | undefined,
  path: Path,
  known: Known,
  faults: Fault[],
  severity: Fault['severity'] = 'warning',
): void {
  if (!audience) return;
  const aliases = known.settings.profileAliases ?? {};
  const note = (key: string, received: string, i: number, more: Partial<Fault>) =>
    faults.push({ code: 'audience-value', path: [...path, key, i], received, severity, ...more });
  audience.profiles?.forEach((profile, i) => {
    if (!resolveProfiles([profile], aliases).length)
      note('profiles', profile, i, {
        allowed: listIn(known, 'profiles', () => [...PROFILES, ...Object.keys(aliases)]),
      });
  });
  audience.schools?.forEach((school, i) => {
    if (!UAI.test(school)) note('schools', school, i, { needed: ['uai'], severity: 'warning' });
  });
  audience.degrees?.forEach((degree, i) => {
    if (!DEGREE.test(degree)) note('degrees', degree, i, { allowed: ['1d', '2d'] });
  });
  checkAudience(audience.not, [...path, 'not'], known, faults, 'error');
}

/** What `accentFor` (core/colour.ts) reads; of anything else it makes nothing. */
const COLOUR = /^#([\da-f]{3}|[\da-f]{6})$/i;

/** What `applyTheme` (elements/primitives/theme.ts) takes. */
const RADIUS = /^\d{1,2}(\.\d+)?px$/;

export function checkSettings(settings: Settings, known: Known, faults: Fault[]): void {
  for (const [name, pattern, need] of [
    ['accent', COLOUR, 'colour'],
    ['radius', RADIUS, 'pixels'],
  ] as const) {
    const received = settings.theme?.[name];
    if (received && !pattern.test(received))
      faults.push({
        code: 'type',
        path: ['settings', 'theme', name],
        received,
        needed: [need],
        severity: 'warning',
      });
  }
  for (const [name, ranges] of Object.entries(settings.holidays ?? {}))
    ranges.forEach(([start, end], i) =>
      checkOrder({ start, end }, ['settings', 'holidays', name, i], faults),
    );
  settings.pace?.quiet?.forEach(({ profiles }, i) =>
    checkAudience(profiles && { profiles }, ['settings', 'pace', 'quiet', i], known, faults),
  );
  for (const [alias, profiles] of Object.entries(settings.profileAliases ?? {}))
    profiles.forEach((profile, i) => {
      if (!resolveProfiles([profile]).length)
        faults.push({
          code: 'audience-value',
          path: ['settings', 'profileAliases', alias, i],
          received: profile,
          allowed: PROFILES,
        });
    });
}
