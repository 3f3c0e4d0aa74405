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

const FIELDS = ['title', 'keywords', 'summary', 'services', 'body'];
const BOOST = { title: 5, keywords: 4, summary: 2, services: 1, body: 1 };
/** A synonym is worth less than the word typed. */
const SYNONYM = 0.75;
/** Found with less than this of the best one's score is found by chance. */
const LEAST = 0.04;
const MOST = 12;

const OPTIONS = {
  fields: FIELDS,
  tokenize: indexTerms,
  // Words are made into terms by `indexTerms`, all at once.
  processTerm: (term: string) => term,
};

/** Addresses of links are no words. */
const plain = (markdown: string): string => markdown.replace(/\]\([^)\s]*\)/g, ' ');

/** MiniSearch, and what it knows of its terms. */
export class HelpIndex extends MiniSearch<SearchDocument> {
  constructor() {
    super(OPTIONS);
  }

  /** Of two with one id the first stays, as in the rest of the plan. */
  override add(document: SearchDocument): void {
    if (!this.has(document.id)) super.add({ ...document, body: plain(document.body) });
  }

  /** In how many articles a term is, about: 0 where it is nowhere. */
  frequency(term: string): number {
    let most = 0;
    for (const [, ids] of (this._index.get(term) as FieldTerms | undefined) ?? [])
      most = Math.max(most, ids.size);
    return most;
  }

  /** Takes up what `serialise` wrote of one term. */
  restoreTerm(term: string, fields: Record<string, Record<string, number>>): void {
    const numbered = <T>(table: Record<string, T>) =>
      new Map(Object.keys(table).map((key): [number, T] => [Number(key), table[key] as T]));
    const terms: FieldTerms = new Map();
    for (const [field, ids] of numbered(fields)) terms.set(field, numbered(ids));
    this._index.set(term, terms);
  }

  restoreHead({ documentCount, nextId, averageFieldLength }: Head): void {
    this._documentCount = documentCount;
    this._nextId = nextId;
    this._avgFieldLength = averageFieldLength;
  }

  restoreDocument(number: string, id: string, lengths: number[]): void {
    this._documentIds.set(Number(number), id);
    this._idToShortId.set(id, Number(number));
    this._fieldLength.set(Number(number), lengths);
  }
}

type FieldTerms = Map<number, Map<number, number>>;
type Head = Pick<AsPlainObject, 'documentCount' | 'nextId' | 'averageFieldLength'>;

/** All at once, for a command line. In a page: `add`, a few in each idle slice. */
export function buildIndex(documents: readonly SearchDocument[]): HelpIndex {
  const index = new HelpIndex();
  for (const document of documents) index.add(document);
  return index;
}

const BEGINNING = 0.3;
/** Letters of a word that are seldom wrong. */
const HEAD = 5;

/** How near a misspelt word may be, in letters. */
const reach = (term: string): number => (term.length < 5 ? 0 : term.length < 8 ? 1 : 2);

/** Terms of a query: of those that say something where there are such, as far as they are typed. */
export function queryTerms(query: string): string[] {
  const words = wordsIn(query).slice(0, 24);
  const telling = words.filter((word) => !isStop(word));
  return (telling.length ? telling : words).flatMap(termsOf);
}

/** In this share of all articles a word tells them no more apart, where there are many. */
const COMMON = 0.2;
const MANY = 500;

/** Only a word that is nowhere as it stands may be a longer one's beginning, or misspelt; the last is still being typed. */
function queryOf(index: HelpIndex, { ways }: Concept, isLast: boolean): Query {
  const isKnown = (term: string) => index.frequency(term) > 0;
  const whole = ways.map((way, i) => ({
    combineWith: 'AND' as const,
    ...(i > 0
      ? { boostTerm: () => SYNONYM / way.length }
      : {
          prefix: (term: string) => (isLast ? term.length > 1 : !isKnown(term) && term.length > 3),
          fuzzy: (term: string) => (isKnown(term) ? 0 : reach(term)),
          // So short a beginning is one of half the words there are.
          ...(isLast && (way[0]?.length ?? 0) < 3 && { fields: ['title', 'keywords'] }),
        }),
    queries: [...way],
  }));
  // Misspelt towards its end, a word keeps its ending, which the right one has lost: then by how it begins.
  const [own = ''] = ways[0] ?? [];
  const begins =
    ways.length === 1 && own.length > 6 && !isKnown(own)
      ? [{ prefix: true, boostTerm: () => BEGINNING, queries: [own.slice(0, HEAD)] }]
      : [];
  return { combineWith: 'OR', queries: [...whole, ...begins] };
}

/** A search over an index, with the plan's synonyms. */
export interface Search {
  /**
   * Best first. What is asked in a whole sentence need not all be found: an article that has more of it comes first.
   * `isAllowed`: whose articles may be found; `favour`: which are for this page, worth a little more.
   */
  (query: string, isAllowed?: (id: string) => boolean, favour?: (id: string) => boolean): Found[];
}

export function searchWith(index: HelpIndex, synonyms?: readonly (readonly string[])[]): Search {
  const table = synonymTable(synonyms);
  return (query, isAllowed, favour) => {
    const all = conceptsIn(queryTerms(query), table);
    const isTelling = ({ ways: [own = []] }: Concept) =>
      own.length > 1 ||
      index.documentCount < MANY ||
      index.frequency(own[0] ?? '') < index.documentCount * COMMON;
    const telling = all.filter(isTelling);
    const concepts = telling.length ? telling : all;
    if (!concepts.length) return [];
    const conceptOf = new Map<string, number[]>();
    concepts.forEach(({ ways }, i) =>
      [...ways.flat(), (ways[0]?.[0] ?? '').slice(0, HEAD)].forEach((term) =>
        conceptOf.set(term, [...(conceptOf.get(term) ?? []), i]),
      ),
    );
    const cover = ({ queryTerms: matched }: SearchResult): number =>
      new Set(matched.flatMap((term) => conceptOf.get(term) ?? [])).size / concepts.length;
    const results = index.search(
      { combineWith: 'OR', queries: concepts.map((one) => queryOf(index, one, one === all[all.length - 1])) },
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
const LINE = 50;

const slices = <T>(list: readonly T[], size: number): T[][] => {
  const out: T[][] = [];
  for (let i = 0; i < list.length; i += size) out.push(list.slice(i, i + size));
  return out;
};

type Row = readonly [string, unknown, unknown?];
type Part = Partial<Record<'documents' | 'terms', Row[]>>;

/**
 * An index as text: JSON, a line at a time, so that a page can read it without stopping. First what is small, then its
 * tables in pieces.
 */
export function serialise(index: HelpIndex): string {
  const {
    documentCount,
    nextId,
    averageFieldLength,
    documentIds,
    fieldLength,
    index: terms,
  } = index.toJSON();
  const documents = Object.entries(documentIds).map(([n, id]): Row => [n, id, fieldLength[n]]);
  const parts: Part[] = [
    ...slices(documents, LINE).map((rows) => ({ documents: rows })),
    ...slices<Row>(terms as unknown as Row[], LINE).map((rows) => ({ terms: rows })),
  ];
  return [{ sentier: 1, documentCount, nextId, averageFieldLength }, ...parts]
    .map((part) => JSON.stringify(part))
    .join('\n');
}

/** Lines of a text that comes in pieces, as soon as each is whole. */
async function* linesOf(pieces: AsyncIterable<string>): AsyncGenerator<string, void> {
  let rest = '';
  for await (const piece of pieces) {
    const lines = (rest + piece).split('\n');
    rest = lines.pop() ?? '';
    yield* lines;
  }
  yield rest;
}

/**
 * Reads what `serialise` wrote, as it comes, and rests whenever `pause` gives something to wait for: it is asked after
 * each term and each line of articles.
 * @throws when it is none
 */
export async function loadIndex(
  pieces: AsyncIterable<string>,
  pause: () => Promise<void> | undefined,
): Promise<HelpIndex> {
  const lines = linesOf(pieces);
  const { sentier, ...head } = JSON.parse((await lines.next()).value || '{}') as Head & { sentier?: number };
  if (sentier !== 1) throw new Error('not a help index of this version');
  const index = new HelpIndex();
  index.restoreHead(head);
  for await (const line of lines) {
    if (!line) continue;
    const { documents = [], terms = [] } = JSON.parse(line) as Part;
    for (const [n, id, lengths] of documents) index.restoreDocument(n, id as string, lengths as number[]);
    for (const [term, fields] of terms) {
      index.restoreTerm(term, fields as Record<string, Record<string, number>>);
      const rest = pause();
      if (rest) await rest;
    }
    const rest = pause();
    if (rest) await rest;
  }
  return index;
}
