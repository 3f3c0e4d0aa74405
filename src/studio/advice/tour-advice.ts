import { matchesAny } from '../../core/glob.js';
import { plainPath } from '../../core/tour/plain-path.js';
import { msg } from '../../locales/msg.js';
import { str } from '../../locales/str.js';
import type { Campaign } from '../../model/schema/campaign.js';
import type { TourContent } from '../../model/schema/tour.js';
import type { Advice } from './advice.js';

/**
 * Pages that do not go together: a step of no page is looked for on whichever is open, and after a change of page a tour
 * goes on at such a step only where it may begin (`core/director.ts`).
 */
export function tourAdvice({ when = {} }: Campaign, content: Partial<TourContent>, at: string): Advice[] {
  const { pages = [], start } = when;
  const { steps = [] } = content;
  const begins = (page: string) =>
    pages.includes(page) || (plainPath(page) !== undefined && matchesAny(pages, page));
  const named = new Set(steps.flatMap(({ page }) => page ?? []));
  const isOnePage = named.size === 1 && begins([...named][0]!);
  const lost = steps.findIndex(({ target, page }) => target !== undefined && page === undefined);
  const advice: Advice[] = [];
  if (named.size && !isOnePage && lost >= 0)
    advice.push({
      code: 'pages',
      path: `${at}.steps[${lost}].page`,
      text: msg(
        str`L’étape ${lost + 1} ne dit pas sa page, quand d’autres en ont une\u00a0: montrez de nouveau son élément, là où il est.`,
        { id: 'studio-advice-no-page' },
      ),
    });
  const first = steps[0]?.page;
  if (pages.length && start !== 'manual' && plainPath(first) !== undefined && !begins(first!))
    advice.push({
      code: 'pages',
      path: 'when.pages',
      text: msg(
        str`La première étape est sur ${first!}, où la visite ne s’ouvre pas\u00a0: ajoutez cette page à celles de la campagne.`,
        { id: 'studio-advice-first-page' },
      ),
    });
  return advice;
}
