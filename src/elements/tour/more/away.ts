import { stepNamed } from '../../../model/step-name.js';
import { isOnPage } from '../../../core/tour/step-page.js';
import type { PresentRequest } from '../../../engine/widget-module.js';
import type { TourContent } from '../../../model/schema/tour.js';
import { currentPath } from '../../../platform/route-watcher.js';

/** On how many pages in a row, this one included, a step to take up belongs to another; counted for the session. */
export function awayOf(
  { campaign, session }: PresentRequest,
  { steps }: Partial<TourContent>,
  step?: string,
): number {
  const page = step && steps ? stepNamed(steps, step)?.page : undefined;
  const key = `tour:${campaign.id}:away`;
  const away = isOnPage(page, currentPath()) ? 0 : Number(session.get(key) ?? 0) + 1;
  if (away || session.get(key)) session.set(key, away ? `${away}` : undefined);
  return away;
}
