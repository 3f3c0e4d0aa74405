import MiniSearch from 'minisearch';
import type { AsPlainObject, Query, SearchResult } from 'minisearch';
import { conceptsIn, synonymTable } from './synonyms.js';
import type { Concept } from './synonyms.js';
import { indexTerms, isStop, termsOf, wordsIn } from './words.js';

/** What is searched of an article, in the language in which the person reads it. */
export interface SearchDocument {
  id: string;
  title: string;
  summary: string;
  /** The author's words for it: "minimail". */
  keywords: string;
  /** Names of its services. */
  services: string;
  /** Markdown as written: its marks are no words, the addresses of its links are left out. */
  body: string;
}

export interface Found {
  id: string;
  score: number;
  /** Terms of the article that were found: what is to be marked in its words. */
  terms: readonly string[];
}

type Index = MiniSearch<SearchDocument>;

const FIELDS = ['title', 'keywords', 'summary', 'services', 'body'];
const BOOST = { title: 5, keywords: 4, summary: 2, services: 1, body: 1 };
/** A synonym is worth less than the word typed. */
const SYNONYM = 0.75;
/** Found with less than this of the best one's score is found by chance. */
const LEAST = 0.12;
const MOST = 20;

const OPTIONS = {
  fields: FIELDS,
  tokenize: indexTerms,
  // Words are made into terms by `indexTerms`, all at once.
  processTerm: (term: string) => term,
};

/** Addresses of links are no words. */
const plain = (markdown: string): string => markdown.replace(/\]\([^)\s]*\)/g, ' ');

export const createIndex = (): Index => new MiniSearch<SearchDocument>(OPTIONS);

export function addDocument(index: Index, document: SearchDocument): void {
  // Of two with one id the first stays, as in the rest of the plan.
  if (!index.has(document.id)) index.add({ ...document, body: plain(document.body) });
}

/** All at once, for a command line. In a page: `addDocument`, a few in each idle slice. */
export function buildIndex(documents: readonly SearchDocument[]): Index {
  const index = createIndex();
  for (const document of documents) addDocument(index, document);
  return index;
}

/** How near a misspelt word may be, in letters. */
const reach = (term: string): number => (term.length < 5 ? 0 : term.length < 8 ? 1 : 2);

/** Whether a longer word counts: of the last one, which is still being typed, soon; of others when it says enough. */
const goesOn = (term: string, isLast: boolean): boolean =>
  term.length >= (isLast ? 2 : 4) || /[^a-z0-9]/.test(term);

function queryOf({ ways }: Concept, isLast: boolean): Query {
  return {
    combineWith: 'OR',
    queries: ways.map((way, i) => ({
      combineWith: 'AND' as const,
      ...(i > 0 && { boostTerm: () => SYNONYM / way.length, fuzzy: false, prefix: false }),
      ...(i === 0 && { prefix: (term: string) => goesOn(term, isLast), fuzzy: reach }),
      queries: [...way],
    })),
  };
}

/** Terms of a query: of those that say something where there are such, as far as they are typed. */
export function queryTerms(query: string): string[] {
  const words = wordsIn(query).slice(0, 24);
  const telling = words.filter((word) => !isStop(word));
  return (telling.length ? telling : words).flatMap(termsOf);
}

/** A search over an index, with the plan's synonyms. */
export interface Search {
  /**
   * Best first. What is asked in a whole sentence need not all be found: an article that has more of it comes first.
   * `isAllowed`: whose articles may be found; `favour`: which are for this page, worth a little more.
   */
  (query: string, isAllowed?: (id: string) => boolean, favour?: (id: string) => boolean): Found[];
}

export function searchWith(index: Index, synonyms?: readonly (readonly string[])[]): Search {
  const table = synonymTable(synonyms);
  return (query, isAllowed, favour) => {
    const concepts = conceptsIn(queryTerms(query), table);
    if (!concepts.length) return [];
    const conceptOf = new Map<string, number[]>();
    concepts.forEach(({ ways }, i) =>
      ways.flat().forEach((term) => conceptOf.set(term, [...(conceptOf.get(term) ?? []), i])),
    );
    const cover = ({ queryTerms: matched }: SearchResult): number =>
      new Set(matched.flatMap((term) => conceptOf.get(term) ?? [])).size / concepts.length;
    const results = index.search(
      { combineWith: 'OR', queries: concepts.map((one, i) => queryOf(one, i === concepts.length - 1)) },
      {
        boost: BOOST,
        weights: { prefix: 0.5, fuzzy: 0.4 },
        tokenize: (text) => text.split(' '),
        ...(isAllowed && { filter: ({ id }: SearchResult) => isAllowed(id as string) }),
      },
    );
    const found = results.map((result) => ({
      id: result.id as string,
      score: result.score * cover(result) ** 1.2 * (favour?.(result.id as string) ? 1.15 : 1),
      terms: result.terms,
    }));
    found.sort((a, b) => b.score - a.score);
    const least = (found[0]?.score ?? 0) * LEAST;
    return found.filter(({ score }) => score >= least).slice(0, MOST);
  };
}

/** Terms in one line of a kept index: a line is read in a small part of a frame. */
const LINE = 200;

const slices = <T>(list: readonly T[], size: number): T[][] => {
  const out: T[][] = [];
  for (let i = 0; i < list.length; i += size) out.push(list.slice(i, i + size));
  return out;
};

type Part = Partial<Record<'documentIds' | 'fieldLength' | 'index', unknown[]>>;
const TABLES = ['documentIds', 'fieldLength', 'index'] as const;

/**
 * An index as text: JSON, a line at a time, so that a page can read it without stopping. First what is small, then its
 * tables in pieces.
 */
export function serialise(index: Index): string {
  const { documentIds, fieldLength, index: terms, storedFields, ...head } = index.toJSON();
  void storedFields;
  const tables = { documentIds: Object.entries(documentIds), fieldLength: Object.entries(fieldLength), index: terms };
  const parts = TABLES.flatMap((name) => slices<unknown>(tables[name], LINE).map((rows): Part => ({ [name]: rows })));
  return [{ sentier: 1, ...head }, ...parts].map((part) => JSON.stringify(part)).join('\n');
}

/**
 * Reads what `serialise` wrote, and rests whenever `pause` says so: it is awaited between lines.
 * @throws when it is none
 */
export async function loadIndex(text: string, pause: () => Promise<void> | undefined): Promise<Index> {
  const lines = text.split('\n');
  const { sentier, ...head } = JSON.parse(lines.shift() ?? '') as { sentier?: number };
  if (sentier !== 1) throw new Error('not a help index of this version');
  const tables: Record<(typeof TABLES)[number], unknown[]> = { documentIds: [], fieldLength: [], index: [] };
  for (const line of lines) {
    if (!line) continue;
    const part = JSON.parse(line) as Part;
    for (const name of TABLES) for (const row of part[name] ?? []) tables[name].push(row);
    await pause();
  }
  return MiniSearch.loadJSAsync<SearchDocument>(
    {
      ...head,
      documentIds: Object.fromEntries(tables.documentIds as [string, unknown][]),
      fieldLength: Object.fromEntries(tables.fieldLength as [string, unknown][]),
      storedFields: {},
      index: tables.index,
    } as unknown as AsPlainObject,
    OPTIONS,
  );
}

export type { Index };
