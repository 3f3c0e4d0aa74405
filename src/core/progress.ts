import { isId, isRecord } from '../model/format.js';
import type { Campaign } from '../model/schema/campaign.js';
import type { CampaignProgress, Ending, Progress, Status } from './types.js';

/** As audience measurement counts visits (domain.md §4). */
const VISIT_MS = 18e5;

/** Is what was last done with a campaign of this visit? Either side of `now`, for clocks are put back. */
export const isSameVisit = ({ at }: CampaignProgress, now: number): boolean => Math.abs(now - at) < VISIT_MS;

/** A run under way, over several pages maybe: it goes on without being asked whether it may begin. */
export const isUnderWay = (entry: CampaignProgress | undefined, now: number): boolean =>
  entry?.status === 'started' && entry.step !== undefined && isSameVisit(entry, now);

/** Progress at this version; that of an older one counts for nothing. Takes what a store gives back, read or unread. */
export function progressOf(
  progress: Partial<Progress> | null,
  id: string,
  version = 1,
): CampaignProgress | undefined {
  const campaigns = progress?.campaigns;
  const entry = campaigns && Object.hasOwn(campaigns, id) ? campaigns[id] : undefined;
  return entry && entry.version >= version ? entry : undefined;
}

/** How a campaign ended, if it did; a store of the host's own may know it by the status alone. */
export const endingOf = ({ ended, status }: CampaignProgress): Ending | undefined =>
  ended ?? (/^[dca]/.test(status) ? (status as Ending) : undefined);

/** Has it been had for good, given its progress at the current version? */
export function isDone({ frequency: { until } = {} }: Campaign, entry: CampaignProgress): boolean {
  const ended = endingOf(entry);
  if (until === 'shown' && entry.shown) return true;
  return !!ended && until !== 'always' && !(ended === 'dismissed' && /^[ca]/.test(until ?? ''));
}

const STATUSES: readonly unknown[] = [
  'shown',
  'started',
  'snoozed',
  'dismissed',
  'completed',
  'acknowledged',
];

const isNumber = (value: unknown): value is number => Number.isFinite(value);

function readEntry(raw: unknown): CampaignProgress | undefined {
  if (!isRecord(raw)) return undefined;
  const { version, status, ended, step, shown, lastShown, until, done, at } = raw;
  if (!isNumber(version) || !isNumber(at) || !STATUSES.includes(status)) return undefined;
  return {
    version,
    status: status as Status,
    shown: isNumber(shown) ? shown : 0,
    at,
    ...(STATUSES.indexOf(ended) > 2 && { ended: ended as Ending }),
    ...(typeof step === 'string' && { step }),
    ...(isNumber(lastShown) && { lastShown }),
    ...(isNumber(until) && { until }),
    ...(Array.isArray(done) && { done: done.filter(isId) }),
  };
}

/** Progress out of whatever a store gives back: what cannot be read is as if it had never been. */
export function readProgress(raw: unknown): Progress {
  const progress: Progress = { campaigns: {} };
  if (!isRecord(raw)) return progress;
  for (const [id, value] of Object.entries(isRecord(raw.campaigns) ? raw.campaigns : {})) {
    const entry = readEntry(value);
    if (entry && isId(id)) progress.campaigns[id] = entry;
  }
  const { last, day, count } = isRecord(raw.pace) ? raw.pace : {};
  if (isNumber(last) && isNumber(count) && typeof day === 'string') progress.pace = { last, day, count };
  return progress;
}
