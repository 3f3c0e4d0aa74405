import type { Campaign } from '../model/schema/campaign.js';
import { addDuration } from './duration.js';
import { endingOf, isDone, isSameVisit } from './progress.js';
import type { CampaignProgress, Reason, Slot } from './types.js';

/**
 * Whether a campaign has been had, or had often enough, given its progress at the current version.
 * - Completed or acknowledged: done. Dismissed: done too, unless `until` asks for "completed" or "acknowledged".
 *   `until: "shown"`: done once shown. `until: "always"`: never done.
 * - Snoozed: until the time the person chose; `every` then adds nothing to it.
 * - `max` counts showings that nobody asked for; `every` counts from the last. What comes back after it was ended comes
 *   back a day later where `every` says nothing.
 * - A page banner still unanswered stays through the visit, page after page: one showing.
 */
export function frequencyReason(
  campaign: Campaign,
  entry: CampaignProgress,
  slot: Slot,
  now: number,
  zone: string | undefined,
): Reason | undefined {
  const { status, shown, lastShown = entry.at, until: wakeAt = 0 } = entry;
  const { max = Infinity, every } = campaign.frequency ?? {};
  const ended = endingOf(entry);
  if (isDone(campaign, entry)) return ['progress.done', undefined, ended];
  if (status === 'snoozed' && now < wakeAt) return ['progress.snoozed', wakeAt];
  if (status === 'shown' && slot !== 'interruption' && isSameVisit(entry, now)) return undefined;
  if (shown >= max) return ['frequency.max'];
  const again = addDuration(lastShown, every ?? (ended ? 'P1D' : 'PT0S'), zone);
  return status === 'snoozed' || now >= again || lastShown > now ? undefined : ['frequency.every', again];
}
