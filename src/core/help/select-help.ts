import type { Audience } from '../../model/schema/audience.js';
import type { Target } from '../../model/schema/common.js';
import type { Campaign } from '../../model/schema/campaign.js';
import type { Article, Contact, Hint } from '../../model/schema/help.js';
import type { Context, PlanIndex } from '../types.js';

/**
 * The two questions that selection asks of the rest of core: audience.ts and glob.ts answer them. Passed in, because a
 * page has those rules already in the script, and the help's chunk is not to carry them again.
 */
export interface HelpRules {
  /** Is this for this person? */
  isFor(item: { id: string; audience?: Audience | undefined }): boolean;
  /** Does one of these globs match this page? */
  isOn(pages: readonly string[]): boolean;
  /** Is this to be seen on the page now? Nothing is, where it cannot be looked for yet. */
  isSeen?(target: Target): boolean;
}

/** The articles of one service; `service` is empty for those that belong to none. */
export interface HelpSubject {
  service: string;
  articles: readonly Article[];
}

/** Help that is for this person, this page first. */
export interface SelectedHelp {
  /** All articles for this person: those for this page first, best first, then the rest, subject by subject. */
  articles: readonly Article[];
  /** How many of `articles`, from the first, are for this page. */
  here: number;
  /** All articles by service, in the plan's order; an article of two services stands under both. */
  subjects: readonly HelpSubject[];
  /** Marks to put on this page. */
  hints: readonly Hint[];
  /** For this person's schools. */
  contacts: readonly Contact[];
  /** Tours of this page that may be taken again. */
  tours: readonly Campaign[];
}

/** A plan's help is not checked in the page: what is no list is empty. */
const listOf = <T>(value: readonly T[] | undefined): readonly T[] =>
  Array.isArray(value) ? (value as readonly T[]) : [];

/**
 * What help offers this person on this page. What a person asks for is not paced: neither progress nor frequency has a
 * say, only audience, page and school. `person` is undefined where no page says who reads: all contacts are shown then.
 */
export function selectHelp(
  { help, campaigns }: Pick<PlanIndex, 'help' | 'campaigns'>,
  person: Context | undefined,
  { isFor, isOn, isSeen }: HelpRules,
): SelectedHelp {
  const { service, user } = person ?? {};
  const mine = <T extends { id: string; audience?: Audience | undefined }>(list: readonly T[] | undefined) =>
    listOf(list).filter((item) => typeof item?.id === 'string' && isFor(item));
  /** What one has before one's eyes is nearest; a glob over the path is nearer than the service; then what is written for other pages of this service. */
  const nearness = (article: Article): number => {
    const pages = listOf(article.pages);
    const isHere = pages.length > 0 && isOn(pages);
    if (article.present && (isHere || !pages.length) && isSeen?.(article.present)) return 4;
    if (isHere) return 3;
    return service && listOf(article.services).includes(service) ? (pages.length ? 1 : 2) : 0;
  };
  /** A tour belongs to its pages; without any, to its service; without either, to every page. */
  const isHere = ({ when, service: own }: Campaign): boolean =>
    listOf(when?.pages).length ? isOn(listOf(when?.pages)) : !own || own === service;
  /** No school named is all of them. */
  const isMySchool = (uai: string): boolean =>
    listOf(user?.schools).some((own) => own.toUpperCase() === uai.toUpperCase());

  const articles = mine(help?.articles);
  // Looking on the page has its price: once for each.
  const near = new Map(articles.map((one) => [one, nearness(one)]));
  const here = articles.filter((one) => near.get(one)).sort((a, b) => near.get(b)! - near.get(a)!);
  const subjects = new Map<string, Article[]>();
  for (const article of articles)
    for (const name of listOf(article.services).length ? listOf(article.services) : [''])
      subjects
        .set(name, subjects.get(name) ?? [])
        .get(name)
        ?.push(article);

  return {
    articles: [...new Set([here, ...subjects.values()].flat())],
    here: here.length,
    // Not `Array.from`, which MooTools and Prototype replace by one that takes no function.
    subjects: [...subjects].map(([name, list]) => ({ service: name, articles: list })),
    hints: mine(help?.hints).filter(({ pages }) => !listOf(pages).length || isOn(listOf(pages))),
    contacts: mine(help?.contacts).filter(
      ({ schools }) => !person || !listOf(schools).length || listOf(schools).some(isMySchool),
    ),
    tours: mine(campaigns).filter((campaign) => campaign.kind === 'tour' && isHere(campaign)),
  };
}
