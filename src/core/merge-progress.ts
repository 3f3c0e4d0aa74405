import { progressOf } from './progress.js';
import type { CampaignProgress, PaceProgress, Progress } from './types.js';

/** The newest wins, campaign by campaign; at the same instant any one, but the same whichever comes first. */
const newest = (a: CampaignProgress, b: CampaignProgress): CampaignProgress =>
  a.at === b.at ? (rankOf(a) > rankOf(b) ? a : b) : a.at > b.at ? a : b;
/** Without the tasks, which are joined whichever wins. */
const rankOf = (entry: CampaignProgress): string => JSON.stringify({ ...entry, done: undefined });

/** Tasks done on one machine stay done on the other; those of an older version are another list's. */
function merged(a: CampaignProgress, b: CampaignProgress): CampaignProgress {
  const last = newest(a, b);
  const done = [a, b].flatMap((one) => (one.version === last.version ? (one.done ?? []) : []));
  return done.length ? { ...last, done: [...new Set(done)].sort() } : last;
}

function mergePace(a: PaceProgress | undefined, b: PaceProgress | undefined): PaceProgress | undefined {
  if (!a || !b) return a ?? b;
  if (a.day !== b.day) return a.day > b.day ? a : b;
  return { day: a.day, last: Math.max(a.last, b.last), count: Math.max(a.count, b.count) };
}

/** What two stores know together, in whatever order and however often they are merged. */
export function mergeProgress(a: Progress, b: Progress): Progress {
  const campaigns = { ...a.campaigns };
  for (const [id, theirs] of Object.entries(b.campaigns)) {
    const ours = progressOf(a, id, 0);
    campaigns[id] = ours ? merged(ours, theirs) : theirs;
  }
  const pace = mergePace(a.pace, b.pace);
  return pace ? { campaigns, pace } : { campaigns };
}
