import { endingOf, isSameVisit, isUnderWay, progressOf } from './progress.js';
import type { CampaignProgress, Ending, Outcome, Progress } from './types.js';

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
  // What ended at a newer version, since taken back, has ended; what did not goes on in the one that is there now.
  const same = known && known.version >= version ? known : undefined;
  const ended = same && endingOf(same);
  if (kind === 'help' || /^(answer|miss|click)/.test(type) || (ended && same.version > version))
    return progress;
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
