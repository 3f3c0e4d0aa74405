import type { Audience } from '../../model/schema/audience.js';
import type { Article } from '../../model/schema/help.js';

/** The article as it is for this person: the first variant that is for them, over what all have. */
export function articleFor(
  article: Article,
  isFor: (item: { id: string; audience?: Audience | undefined }) => boolean,
): Article {
  const variants = Array.isArray(article.variants) ? article.variants : [];
  const mine = variants.find((one) => one && isFor({ id: article.id, audience: one.audience }));
  if (!mine) return article;
  const { audience, ...rest } = mine;
  void audience;
  return {
    ...article,
    ...(Object.fromEntries(
      Object.entries(rest).filter(([, value]) => value !== undefined),
    ) as Partial<Article>),
    id: article.id,
  };
}
