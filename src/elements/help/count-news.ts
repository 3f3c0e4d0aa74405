import { newsItems } from '../../core/news/news-items.js';
import { unreadOf } from '../../core/news/unread.js';
import { whenIdle } from '../../platform/when-idle.js';
import type { EngineService } from '../context/services.js';
import type { SentierHelp } from './sentier-help.js';

/** After these something may have been read that was not. */
const READ = ['sentier-show', 'sentier-dismiss', 'sentier-acknowledge', 'sentier-complete'];

/** How many things of the feed this person has not met: what the feed itself would say. */
function countNews(engine: EngineService): number {
  const plan = engine.plan();
  if (!plan) return 0;
  const now = engine.now?.() ?? Date.now();
  const progress = engine.progress?.() ?? null;
  const items = newsItems(plan, engine.context(), now);
  return unreadOf(items, progress, progress?.campaigns['news']?.at ?? 0, now).size;
}

/** Keeps the dot for news true; it is counted when the page has nothing else to do. */
export function keepCounting(
  help: SentierHelp,
  engine: EngineService,
  fail: (error: unknown) => void,
  signal: AbortSignal,
): void {
  let isDue = false;
  const count = () => {
    isDue = false;
    try {
      if (!signal.aborted) help.unread = countNews(engine);
    } catch (error) {
      fail(error);
    }
  };
  const soon = () => {
    if (isDue) return;
    isDue = true;
    whenIdle(count);
  };
  for (const type of READ) document.addEventListener(type, soon, { signal });
  addEventListener('pageshow', soon, { signal });
  count();
}
