/**
 * A line a profile, its id first, then other vocabularies' names in lower case, without the prefixes that are
 * taken off: national codes ("National_ELV" → "nelv") and the older numeric ones ("National_1" → "n1", laclasse's mapping),
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

/**
 * Any vocabulary → canonical ids: each once, in the order met, what nobody knows left out. A plan's own aliases come
 * first, and like all else here pay no heed to case. Hosts and unchecked plans may give one string for a list, or
 * anything at all in it.
 */
export function resolveProfiles(
  raw: readonly string[],
  aliases?: Readonly<Record<string, readonly string[]>>,
): string[] {
  const found = new Set<string>();
  const add = (name: unknown, own: object): void => {
    if (typeof name !== 'string') return;
    const lower = name.toLowerCase();
    // Walked with `of`: old libraries replace `find`, `map` and `filter` on the page.
    for (const [alias, meant] of Object.entries(own))
      if (alias.toLowerCase() === lower) return ([] as unknown[]).concat(meant).forEach((n) => add(n, {}));
    for (const line of TABLE.split(';'))
      if (` ${line} `.includes(` ${lower.replace(/^(n)ational_|^ent(aux)?/, '$1')} `))
        found.add(line.split(' ')[0] as string);
  };
  for (const name of ([] as unknown[]).concat(raw)) add(name, aliases ?? {});
  return [...found];
}
