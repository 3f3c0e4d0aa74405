import { indexTerms } from './words.js';

/** One thing asked for, and the ways to say it: each a sequence of terms, the one typed first. */
export interface Concept {
  ways: readonly (readonly string[])[];
}

/** What every French school calls by several names; a plan's own `help.synonyms` come besides. */
const USUAL: readonly (readonly string[])[] = [
  ['mot de passe', 'mdp', 'code secret', 'password', 'passe'],
  ['identifiant', 'login', 'pseudo', 'nom d’utilisateur'],
  ['connexion', 'connecter', 'connecte'],
  ['téléphone', 'portable', 'mobile', 'smartphone', 'tel'],
  ['professeur', 'prof', 'enseignant', 'enseignante', 'maître', 'maîtresse', 'instit'],
  ['parents', 'famille', 'responsables'],
  ['enfant', 'fils', 'fille'],
  ['directeur', 'directrice', 'direction', 'principal', 'proviseur'],
  ['ordinateur', 'ordi', 'PC'],
  ['photo', 'image', 'photographie', 'photographier'],
  ['pièce jointe', 'PJ', 'trombone'],
  ['imprimer', 'impression', 'imprimante', 'papier'],
  ['absence', 'absent', 'absente', 'malade'],
  ['retard', 'en retard'],
  ['sortie', 'sortie scolaire', 'voyage'],
  ['rendez-vous', 'rdv'],
  ['récréation', 'récré'],
  ['supprimer', 'effacer', 'enlever', 'corbeille'],
  ['télécharger', 'téléchargement', 'download'],
  ['modifier', 'changer', 'corriger'],
  ['grand', 'agrandir', 'grossir', 'zoom'],
  ['vidéo', 'film'],
];

/** No phrase is longer, in terms. */
const LONGEST = 4;

/** Words that mean the same, by each of their ways; ready to be asked for every query. */
export function synonymTable(groups: readonly (readonly string[])[] = []): ReadonlyMap<string, string[][]> {
  const table = new Map<string, string[][]>();
  for (const group of [...USUAL, ...(Array.isArray(groups) ? (groups as typeof USUAL) : [])]) {
    if (!Array.isArray(group)) continue;
    const ways = group.filter((one) => typeof one === 'string').map(indexTerms);
    for (const way of ways) {
      if (!way.length || way.length > LONGEST) continue;
      const key = way.join(' ');
      const known = table.get(key) ?? [];
      for (const other of ways)
        if (other.length && other.join(' ') !== key && !known.some((one) => one.join() === other.join()))
          known.push(other);
      table.set(key, known);
    }
  }
  return table;
}

/** Cuts a query's terms into what is asked for: the longest known phrase first, else the term alone. */
export function conceptsIn(terms: readonly string[], table: ReadonlyMap<string, string[][]>): Concept[] {
  const concepts: Concept[] = [];
  for (let i = 0; i < terms.length;) {
    let size = Math.min(LONGEST, terms.length - i);
    while (size > 1 && !table.has(terms.slice(i, i + size).join(' '))) size--;
    const own = terms.slice(i, i + size);
    concepts.push({ ways: [own, ...(table.get(own.join(' ')) ?? [])] });
    i += size;
  }
  return concepts;
}
