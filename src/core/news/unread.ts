import { progressOf } from '../progress.js';
import type { Progress } from '../types.js';
import { DAY_MS } from '../zoned-time.js';
import type { NewsItem } from './news-items.js';

/** Who comes back after a year is not met by a hundred unread things. */
const FRESH_MS = 30 * DAY_MS;

/**
 * What of the feed this person has not met: published since they last read it, in the last month, and not been shown
 * otherwise.
 * @param seenAt epoch ms at which the feed was last read; 0 for never
 */
export function unreadOf(
  items: readonly NewsItem[],
  progress: Progress | null,
  seenAt: number,
  now: number,
): Set<string> {
  const since = Math.max(seenAt, now - FRESH_MS);
  return new Set(
    items
      .filter(({ id, version, at, isOver }) => at > since && !isOver && !progressOf(progress, id, version))
      .map(({ id }) => id),
  );
}
