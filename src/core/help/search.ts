/** What is searched of an article: plain words, in the language in which the person reads it. */
export interface SearchDocument {
  id: string;
  title: string;
  /** The plan's synonyms: "minimail" for "messagerie". */
  keywords: readonly string[];
  /** Markdown as written: its marks are no words, the addresses of its links are left out. */
  body: string;
}

/** Ids of the articles found, best first. */
export type Search = (query: string) => string[];

/** Weights of a whole word found in each field; the beginning of one is worth less. */
const TITLE = 8;
const KEYWORD = 6;
const BODY = 2;
const BEGINNING = 0.6;

/** French words that say nothing of the subject. Folded. Dropped from a query that has others. */
const STOP = new Set(
  (
    'a ai au aux avec avoir ca ce ces cet cette comment dans de des du elle en es est et etre faire fais fait faut il ils je la le ' +
    'les leur lui ma me mes mon ne nous on ou par pas peut peux pour pourquoi quand que quel quelle qui quoi sa se ses si son sont sur ta te tes ton ' +
    'tu un une vos votre vous y'
  ).split(' '),
);

/** "l’élève" → "eleve": without accents, ligatures and elided articles. */
const fold = (text: string): string =>
  text
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .replace(/œ/g, 'oe')
    .replace(/æ/g, 'ae')
    .replace(/\b(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu)['’ʼ]/g, ' ');

/** "messages" and "message" are one word, as are "tableaux" and "tableau". */
const singular = (word: string): string => (word.length > 3 ? word.replace(/[sx]$/, '') : word);

const rawWords = (text: string): string[] => fold(text).match(/[\p{L}\p{N}]+/gu) ?? [];
const wordsOf = (text: string): string[] => [...new Set(rawWords(text).map(singular))];

/** Words of a query that count, as typed: all of them when none is left. */
function wantedWords(query: string): Wanted[] {
  const words = rawWords(query);
  const telling = words.filter((word) => !STOP.has(word));
  return (telling.length ? telling : words).map((typed) => ({
    typed,
    one: singular(typed),
    inside: !/^[a-z0-9]/.test(typed),
  }));
}

/** A word asked for, ready to be compared. */
interface Wanted {
  /** As far as it was typed. */
  typed: string;
  one: string;
  /** In scripts that write words together or put the article before (Chinese, Arabic), anywhere in a word counts. */
  inside: boolean;
}

function worth(words: readonly string[], { typed, one, inside }: Wanted, weight: number): number {
  let best = 0;
  for (const word of words) {
    if (word === one) return weight;
    if (inside ? word.includes(typed) : word.startsWith(typed)) best = weight * BEGINNING;
  }
  return best;
}

/**
 * Makes a search over `documents`. Every word asked for must be found, whole or as the beginning of a word, in the
 * title, the keywords or the body; the title weighs most. Among equals the order of `documents` stands.
 */
export function createSearch(documents: readonly SearchDocument[]): Search {
  const fields = documents.map(({ id, title, keywords, body }) => ({
    id,
    title: wordsOf(title),
    keywords: wordsOf(keywords.join(' ')),
    body: wordsOf(body.replace(/\]\([^)\s]*\)/g, ' ')),
  }));
  return (query) => {
    const wanted = wantedWords(query);
    if (!wanted.length) return [];
    const found: { id: string; score: number }[] = [];
    for (const field of fields) {
      let score = 0;
      for (const word of wanted) {
        const points =
          worth(field.title, word, TITLE) +
          worth(field.keywords, word, KEYWORD) +
          worth(field.body, word, BODY);
        score = points && score >= 0 ? score + points : -1;
      }
      if (score > 0) found.push({ id: field.id, score });
    }
    return found.sort((a, b) => b.score - a.score).map(({ id }) => id);
  };
}
