import { isId, isRecord } from '../model/format.js';
import type { CampaignProgress, Ending, Outcome, Progress, Status } from './types.js';

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

/** What an outcome is remembered with. */
export interface OutcomeSetting {
  /** Epoch ms. */
  now: number;
  /** The plan's local day, "2026-09-01". */
  day: string;
  /** Was it in the slot of interruptions? */
  interrupting: boolean;
  /** Asked for by the person: counts neither as shown nor for pace. */
  manual: boolean;
}

const STATUSES: readonly unknown[] = [
  'shown',
  'started',
  'snoozed',
  'dismissed',
  'completed',
  'acknowledged',
];

/** How a campaign ended, if it did; a store of the host's own may know it by the status alone. */
export const endingOf = ({ ended, status }: CampaignProgress): Ending | undefined =>
  ended ?? (/^[dca]/.test(status) ? (status as Ending) : undefined);

/** One campaign's progress after one of its outcomes, but for counts and dates. */
function moved(
  before: CampaignProgress,
  { type, step, until, kind }: Outcome,
  { now, manual }: OutcomeSetting,
): CampaignProgress {
  // A task done changes nothing else.
  if (kind === 'checklist' && type === 'step')
    return { ...before, done: [...new Set([...(before.done ?? []), step!])] };
  const rest = { ...before };
  delete rest.step;
  delete rest.until;
  const nextStep = step ?? before.step;
  switch (type) {
    case 'shown':
      // Shown again, a run that was broken off may be taken up where it was; by hand, nothing is decided yet.
      return manual || before.status === 'started' ? before : { ...before, status: type };
    case 'snoozed':
      return { ...before, status: type, until: until ?? now + 864e5 };
    case 'started':
    case 'step':
      return { ...rest, status: 'started', ...(nextStep !== undefined && { step: nextStep }) };
    case 'dismissed': {
      // Leaving a replay early takes nothing back.
      const ended = rest.ended ?? type;
      return { ...rest, status: ended, ended };
    }
    default:
      return { ...rest, status: type as Ending, ended: type as Ending };
  }
}

/** Progress after an outcome; the same object where there is nothing to remember. Every outcome of a campaign may be given. */
export function applyOutcome(progress: Progress, outcome: Outcome, setting: OutcomeSetting): Progress {
  const { campaign: id, type, version, kind } = outcome;
  const { now, day, interrupting, manual } = setting;
  const known = progressOf(progress, id, 0);
  if (kind === 'help' || /^(answer|miss|click)/.test(type) || (known && known.version > version))
    return progress;
  const same = known?.version === version ? known : undefined;
  const ended = same && endingOf(same);
  const before: CampaignProgress = {
    version,
    status: 'shown',
    shown: 0,
    at: now,
    ...same,
    ...(ended && { ended }),
  };
  const goesOn =
    isUnderWay(same, now) || (same && !interrupting && same.status === 'shown' && isSameVisit(same, now));
  const counts = type === 'shown' && !manual;
  const entry = { ...moved(before, outcome, setting), at: now };
  if (counts) {
    entry.lastShown = now;
    if (!goesOn) entry.shown++;
  }
  const next: Progress = { ...progress, campaigns: { ...progress.campaigns, [id]: entry } };
  if (interrupting && !manual) {
    const count = progress.pace?.day === day ? progress.pace.count : 0;
    next.pace = { last: now, day, count: count + Number(counts && !goesOn) };
  }
  return next;
}

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
