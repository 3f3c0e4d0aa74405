import type { Envelope } from '../ports.js';
import { shareOf } from './scores.js';
import type { Share } from './scores.js';

/** "Cette aide vous a-t-elle été utile ?": one tap, no text, no dimension but those of every response. */
export type Helpful = 'yes' | 'no';

/** The one question of the form, as it stands in `data.answers`. */
export const HELPFUL_QUESTION = 'helpful';

/** Help is no campaign: what is said of it is counted under this id, by article. */
export const HELPFUL_CAMPAIGN = 'help';

/**
 * A tap, ready for `PresentRequest.send`; the engine fills in id, day and audience. Give an `id` where the person may
 * change their mind before it has left, so that both taps are one response.
 */
export const helpfulResponse = (
  article: string,
  helpful: Helpful,
  id?: string,
): Omit<Envelope, 'id' | 'day' | 'audience'> & { id?: string } => ({
  ...(id !== undefined && { id }),
  type: 'response',
  campaign: HELPFUL_CAMPAIGN,
  version: 1,
  data: { article, answers: { [HELPFUL_QUESTION]: helpful } },
});

/** The article and the tap of a response that came in; undefined for what is none. */
export function readHelpful({
  type,
  campaign,
  data,
}: Pick<Envelope, 'type' | 'campaign' | 'data'>): { article: string; helpful: Helpful } | undefined {
  if (type !== 'response' || campaign !== HELPFUL_CAMPAIGN || typeof data['article'] !== 'string')
    return undefined;
  const helpful = (data['answers'] as Record<string, unknown> | null | undefined)?.[HELPFUL_QUESTION];
  return helpful === 'yes' || helpful === 'no' ? { article: data['article'], helpful } : undefined;
}

/** Share of "yes" by article, each with its interval and its number of answers. */
export function helpfulByArticle(
  responses: readonly Pick<Envelope, 'type' | 'campaign' | 'data'>[],
): Map<string, Share> {
  const counts = new Map<string, { yes: number; n: number }>();
  for (const response of responses) {
    const read = readHelpful(response);
    if (!read) continue;
    const count = counts.get(read.article) ?? { yes: 0, n: 0 };
    counts.set(read.article, { yes: count.yes + (read.helpful === 'yes' ? 1 : 0), n: count.n + 1 });
  }
  return new Map([...counts].map(([article, { yes, n }]) => [article, shareOf(yes, n)]));
}
