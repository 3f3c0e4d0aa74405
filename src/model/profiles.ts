/** Canonical ids, in the order of the design's list of actors. */
export const PROFILES = ['pupil', 'guardian', 'teacher', 'head', 'staff', 'district', 'partner'] as const;
export type Profile = (typeof PROFILES)[number];

/**
 * A line a profile, its id first, then other vocabularies' names in lower case, without the prefixes that `plain` takes
 * off: national codes ("National_ELV" → "nelv") and the older numeric ones ("National_1" → "n1", laclasse's mapping),
 * Edifice types and profiles, XiTi's, LDAP object classes ("ENTAuxPersRelEleve" → "persreleleve"), Moodle's roles,
 * French words (domain.md §1.1). Several are coarser than ours:
 * - Edifice's Personnel (PERSEDUCNAT, XiTi's ADMIN_VIE_SCOL_TECH) covers heads too: `staff`, since most of them are;
 * - National_4 is DIR or a local authority: `head`, the case inside a school;
 * - AUTRE and SUPERADMIN say nothing about whom: left out; a plan's own aliases may place them.
 */
const TABLE =
  'pupil nelv n1 eleve élève student;' +
  'guardian ntut n2 persreleleve relative parent;' +
  'teacher nens ndoc n3 enseignant editingteacher coursecreator;' +
  'head ndir n4 direction;' +
  'staff nevs neta n5 n6 perseducnat personnel admin_vie_scol_tech nonensetab manager;' +
  'district naca n7 circonscription;' +
  'partner ncol nonenscollloc guest partenaire';

const plain = (name: unknown): string =>
  String(name)
    .toLowerCase()
    .replace(/^(n)ational_|^ent(aux)?/, '$1');

/** A map, not an object: a profile called "constructor" finds nothing in it. */
let known: Map<string, string> | undefined;

const knownProfiles = (): Map<string, string> => {
  if (!known) {
    known = new Map();
    for (const line of TABLE.split(';'))
      for (const name of line.split(' ')) known.set(name, line.slice(0, line.indexOf(' ')));
  }
  return known;
};

/**
 * Any vocabulary → canonical ids: each once, in the order met, what nobody knows left out. A plan's own aliases come
 * first, and like all else here pay no heed to case.
 */
export function resolveProfiles(
  raw: readonly string[],
  aliases: Readonly<Record<string, readonly string[]>> = {},
): string[] {
  const own = new Map<string, readonly string[]>();
  for (const name of Object.keys(aliases)) own.set(name.toLowerCase(), aliases[name] ?? []);
  const found = new Set<string>();
  // Hosts and unchecked plans may give one string for a list.
  for (const name of ([] as string[]).concat(raw)) {
    for (const meant of ([] as string[]).concat(own.get(String(name).toLowerCase()) ?? name)) {
      const profile = knownProfiles().get(plain(meant));
      if (profile) found.add(profile);
    }
  }
  return [...found];
}
