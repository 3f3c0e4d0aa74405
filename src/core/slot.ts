import type { Campaign } from '../model/schema/campaign.js';
import type { Slot } from './types.js';

/**
 * Where a campaign with this content is shown. Tours, modal banners and surveys interrupt, but for a survey that stands
 * in the page. `place` and `display` may stand beside a content's `src`.
 */
export function slotOf({ kind }: Campaign, content: unknown): Slot {
  const { place = 'top', display } = content as { place?: Slot | 'modal'; display?: string };
  if (kind === 'checklist') return kind;
  if (kind === 'banner' && place !== 'modal') return place;
  return kind === 'survey' && display === 'inline' ? display : 'interruption';
}
