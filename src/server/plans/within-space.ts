import { isRecord } from '../../model/format.js';

export const HELP_LISTS = ['articles', 'hints', 'contacts'] as const;
export type HelpList = (typeof HELP_LISTS)[number];

export const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);
export const helpOf = (document: Record<string, unknown>): Record<string, unknown> =>
  isRecord(document['help']) ? document['help'] : {};

/**
 * An item as the people of its space are to see it. One that names no school is for all of them; of the schools that it
 * names, those that are the space's still: a district may have lost one since. None left, and it is nobody's, since
 * an audience with an empty list asks for nothing.
 */
export function within(item: unknown, schools: readonly string[] | undefined): unknown[] {
  if (!schools || !isRecord(item)) return [item];
  const audience = isRecord(item['audience']) ? item['audience'] : {};
  const named = listOf(audience['schools']);
  const own = new Set(schools.map((uai) => uai.toLowerCase()));
  const kept = named.length
    ? named.filter((uai) => typeof uai === 'string' && own.has(uai.trim().toLowerCase()))
    : [...schools];
  return kept.length ? [{ ...item, audience: { ...audience, schools: kept } }] : [];
}

/** Ids of help that some schools have already, by list. */
export interface TakenIds {
  /** Undefined: any school. */
  schools: readonly string[] | undefined;
  ids: Readonly<Record<HelpList, ReadonlySet<string>>>;
}

const idOf = (item: unknown): string | undefined =>
  isRecord(item) && typeof item['id'] === 'string' ? item['id'] : undefined;

export const idsOf = (document: Record<string, unknown>): TakenIds['ids'] => {
  const of = (name: HelpList) => new Set(listOf(helpOf(document)[name]).flatMap((item) => idOf(item) ?? []));
  return { articles: of('articles'), hints: of('hints'), contacts: of('contacts') };
};

const share = (one: readonly string[] | undefined, other: readonly string[] | undefined): boolean =>
  !one || !other || one.some((uai) => other.includes(uai));

/** `article` of the school 0750001A → `article-0750001A`. */
function renamed(id: string, space: string): string {
  const mark = space
    .slice(space.indexOf(':') + 1)
    .replace(/[^\w.-]/g, '-')
    .slice(0, 40);
  return `${id.slice(0, 79 - mark.length)}-${mark}`;
}

/** Every button and task that opens an article. */
const withArticles = (value: unknown, name: (id: unknown) => unknown): unknown => {
  if (Array.isArray(value)) return value.map((one: unknown) => withArticles(one, name));
  if (!isRecord(value)) return value;
  const entries = Object.entries(value).map(([key, one]) => [key, withArticles(one, name)]);
  const copy = Object.fromEntries(entries) as Record<string, unknown>;
  return copy['do'] === 'article' ? { ...copy, to: name(copy['to']) } : copy;
};

/**
 * A plan whose help can be told from that of wider spaces. Who reads both would otherwise open the wider one's article
 * from either title: the studio calls the first of every space "article". The wider keeps its id, since it is there
 * for more people, and schools that share nobody keep theirs.
 */
export function distinct(
  space: string,
  schools: readonly string[] | undefined,
  document: Record<string, unknown>,
  wider: readonly TakenIds[],
): Record<string, unknown> {
  const own = idsOf(document);
  const others = wider.filter((one) => share(one.schools, schools));
  const nameIn =
    (list: HelpList) =>
    (id: unknown): unknown =>
      typeof id === 'string' && own[list].has(id) && others.some(({ ids }) => ids[list].has(id))
        ? renamed(id, space)
        : id;
  if (!HELP_LISTS.some((list) => [...own[list]].some((id) => nameIn(list)(id) !== id))) return document;
  const article = nameIn('articles');
  const help: Record<string, unknown> = { ...helpOf(document) };
  for (const list of HELP_LISTS)
    if (help[list] !== undefined)
      help[list] = listOf(help[list]).map((item) =>
        isRecord(item)
          ? {
              ...item,
              id: nameIn(list)(item['id']),
              ...(item['article'] !== undefined && { article: article(item['article']) }),
              ...(item['related'] !== undefined && { related: listOf(item['related']).map(article) }),
            }
          : item,
      );
  return { ...document, campaigns: withArticles(document['campaigns'], article), help };
}
