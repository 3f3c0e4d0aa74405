import { documentOf } from '../core/help/documents.js';
import { buildIndex as indexOf, serialise } from '../core/help/search-index.js';
import { isRecord } from '../model/format.js';
import type { Article } from '../model/schema/help.js';
import type { Plan } from '../model/schema/plan.js';

/** What an article's own file holds, by its address in the plan; undefined where it cannot be had. */
export type ReadSource = (src: string) => unknown;

/**
 * The search index of a plan's help in one language, as the text that `help.indexes` names. Articles for everybody are
 * in it: a page finds only those of the person.
 * @param readSource for articles that stand in files of their own; without it, only their titles and keywords are found
 */
export function buildIndex(
  plan: Pick<Plan, 'help' | 'settings'>,
  locale = plan.settings?.locale ?? 'fr',
  readSource: ReadSource = () => undefined,
): string {
  const services = plan.settings?.services ?? {};
  const reading = { locales: [locale], planLocale: plan.settings?.locale, services };
  const whole = (article: Article): Article => {
    const more = article.src === undefined ? undefined : readSource(article.src);
    return isRecord(more) ? { ...article, ...more, id: article.id } : article;
  };
  return serialise(
    indexOf((plan.help?.articles ?? []).map((article) => documentOf(whole(article), reading))),
  );
}
