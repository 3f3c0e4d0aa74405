import { isRecord } from '../../model/format.js';
import type { Text } from '../../model/schema/common.js';
import type { Article } from '../../model/schema/help.js';
import { resolveText } from '../../model/text.js';
import type { SearchDocument } from './search-index.js';

/** How an article's words are chosen. */
export interface Reading {
  locales: readonly string[];
  planLocale: string | undefined;
  /** Names of services, where the plan gives them. */
  services: Readonly<Record<string, Text>>;
}

const list = <T>(value: readonly T[] | undefined): readonly T[] =>
  Array.isArray(value) ? (value as readonly T[]) : [];

/** "cahier-de-textes" → "cahier de textes". */
export const serviceWords = (service: string): string => service.replace(/[-_]+/g, ' ');

/** The words of an article and of all that goes with it, in one language. Plans reach pages unchecked. */
export function documentOf(article: Article, { locales, planLocale, services }: Reading): SearchDocument {
  const say = (text: unknown): string => resolveText(text as Text, locales, planLocale).value;
  const parts = (
    part: Pick<NonNullable<Article['variants']>[number], 'body' | 'steps' | 'media' | 'attachments'>,
  ): string[] => [
    say(part.body),
    ...list(part.steps).flatMap((step) => [say(step?.title), say(step?.body)]),
    ...list(part.media).flatMap((one) => (isRecord(one) ? [say(one.title), say(one.transcript)] : [])),
    ...list(part.attachments).map((one) => say(one?.title)),
  ];
  return {
    id: article.id,
    title: say(article.title),
    summary: say(article.summary),
    keywords: list(article.keywords).join(', '),
    services: list(article.services)
      .map((service) => say(services[service]) || serviceWords(service))
      .join(', '),
    body: [...parts(article), ...list(article.variants).flatMap(parts)].filter(Boolean).join('\n'),
  };
}
