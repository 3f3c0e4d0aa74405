import { newsItems } from '../../core/news/news-items.js';
import { unreadOf } from '../../core/news/unread.js';
import type { EngineService } from '../context/services.js';

/** How many things of the feed this person has not met: what the feed itself would say. */
export function countNews(engine: EngineService): number {
  const plan = engine.plan();
  if (!plan) return 0;
  const now = engine.now?.() ?? Date.now();
  const progress = engine.progress?.() ?? null;
  const items = newsItems(plan, engine.context(), now);
  return unreadOf(items, progress, progress?.campaigns['news']?.at ?? 0, now).size;
}
