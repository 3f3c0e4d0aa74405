import { plainPath } from './plain-path.js';
import { isOnPage } from './step-page.js';
import type { MachineTour, TourEffect, TourEnd, TourEvent, TourResult, TourState } from './tour-state.js';

/** Pause in which a page may still draw a target, before a step counts as missing; nothing is said of it on screen. */
export const GRACE_MS = 400;
/** How long the policy `wait` waits in sight before the step is shown in the centre. */
export const WAIT_MS = 10_000;
/** A step shown in the centre for want of its target is attached when that comes this soon after. */
export const LATE_MS = 60_000;
/** On as many pages in a row that are not its own, a step offers the way there; then the tour is put off. */
export const MAX_AWAY = 3;

/** Where the step on screen stands among those that count: 0-based, and how many there are. */
export function position(
  { step, skipped, off }: TourState,
  tour: MachineTour,
): { index: number; count: number } {
  const out = new Set([...skipped, ...off]);
  out.delete(step);
  return { index: step - [...out].filter((i) => i < step).length, count: tour.steps.length - out.size };
}

/** The one decision of a tour: pure; stale results and events that do not fit the phase change nothing. */
export function transition(state: TourState, event: TourEvent, tour: MachineTour): TourResult {
  const { at, step, attempt } = state;
  const stay = { state, effects: [] };
  const isWalking = /^[law]/.test(at);
  if (event.type === 'start') return at === 'idle' ? start(state, event, tour) : stay;
  if (event.type === 'pageChanged') return changePage(state, event.path, isWalking, tour);
  if (at === 'intro' && event.type === 'next') return begin(state, tour);
  if (at === 'intro' && event.type === 'leave') return finish(state, event.as);
  if (!isWalking || ('attempt' in event && event.attempt !== attempt)) return stay;
  switch (event.type) {
    case 'next':
    case 'advanced':
      return enter(state, step + 1, 1, tour, event.type === 'next');
    case 'back':
      return position(state, tour).index ? enter(state, step - 1, -1, tour, true) : stay;
    case 'goto': {
      const to =
        event.step === 'end' ? tour.steps.length : tour.steps.findIndex(({ id }) => id === event.step);
      return to < 0
        ? stay
        : enter({ ...state, off: event.off ?? state.off }, to, 1, tour, event.byHand !== false);
    }
    case 'leave':
      return finish(state, event.as);
    case 'located':
      return show(state, true, tour);
    case 'lost':
      return locate({ ...state, attempt: attempt + 1 }, 'locating', GRACE_MS, { type: 'hold' });
    case 'timeout':
      return missed(state, tour);
  }
}

function start(state: TourState, event: TourEvent & { type: 'start' }, tour: MachineTour): TourResult {
  const { path, absent = [], off = [], away = 0 } = event;
  const fresh = { ...state, path, skipped: absent, off, away };
  // A step that the plan no longer has: from the beginning, once.
  const step = tour.steps.findIndex(({ id }) => id === event.step);
  if (step >= 0) return enter(fresh, step, 1, tour);
  return tour.hasIntro
    ? { state: { ...fresh, at: 'intro' }, effects: [{ type: 'show' }] }
    : begin(fresh, tour);
}

const before = (effect: TourEffect, { state, effects }: TourResult): TourResult => ({
  state,
  effects: [effect, ...effects],
});

const begin = (state: TourState, tour: MachineTour): TourResult =>
  before({ type: 'report', outcome: 'started' }, enter(state, 0, 1, tour));

/** Goes to a step, or off either end. `byHand`: the person asked by one of our buttons, so we may change the page. */
function enter(
  state: TourState,
  step: number,
  direction: 1 | -1,
  tour: MachineTour,
  byHand = false,
): TourResult {
  const { origin, skipped, off, away } = state;
  while (off.includes(step)) step += direction;
  const wanted = tour.steps[step];
  if (!wanted) {
    if (direction > 0) return finish(state, origin < 0 ? 'notFound' : 'completed');
    // Nothing there before the step that the person came from: stay with it.
    return enter(state, Math.max(origin, 0), 1, tour);
  }
  const { id, page, hasTarget } = wanted;
  const next: TourState = { ...state, step, direction, attempt: state.attempt + 1 };
  if (!isOnPage(page, state.path)) {
    // Resumed, page after page, where it cannot be: enough for today.
    if (away > MAX_AWAY) return finish(next, 'snoozed');
    const path = byHand && plainPath(page);
    return {
      state: { ...next, at: 'waiting', anchored: false },
      effects: [
        { type: 'cancelLocate' },
        { type: 'remember', step: id },
        { type: 'show' },
        path ? { type: 'navigate', path } : { type: 'announce', key: 'page' },
      ],
    };
  }
  if (!hasTarget) return before({ type: 'cancelLocate' }, show(next, false, tour));
  // What was missing a moment ago is looked for again on the way back, but not waited for.
  return locate(next, 'locating', direction < 0 && skipped.includes(step) ? 0 : GRACE_MS);
}

const locate = (
  state: TourState,
  at: TourState['at'],
  withinMs: number,
  ...first: TourEffect[]
): TourResult => ({
  state: { ...state, at },
  effects: [...first, { type: 'locate', step: state.step, attempt: state.attempt, withinMs }],
});

function show(state: TourState, anchored: boolean, tour: MachineTour): TourResult {
  const { step, origin } = state;
  const effects: TourEffect[] = anchored ? [{ type: 'scrollTo' }, { type: 'show' }] : [{ type: 'show' }];
  if (origin !== step) effects.push({ type: 'report', outcome: 'step', step: tour.steps[step]!.id });
  const skipped = state.skipped.filter((i) => i !== step);
  return { state: { ...state, at: 'active', anchored, origin: step, skipped }, effects };
}

/** The search of this attempt ended without a target. */
function missed(state: TourState, tour: MachineTour): TourResult {
  const { at, step, direction, skipped } = state;
  const { id, missing = 'wait' } = tour.steps[step]!;
  if (at === 'active') return { state, effects: [] };
  const next = { ...state, attempt: state.attempt + 1, anchored: false };
  // Being read already when its target went: the text stays, whatever the policy.
  const policy = state.origin === step && missing !== 'end' ? 'center' : missing;
  if (policy === 'wait' && at === 'locating')
    return locate(next, 'waiting', WAIT_MS, { type: 'show' }, { type: 'announce', key: 'waiting' });
  const report: TourEffect = { type: 'report', outcome: 'missing', step: id };
  if (policy === 'end') return before(report, finish(next, 'notFound'));
  if (policy === 'skip')
    return before(
      report,
      enter(
        { ...next, skipped: [...skipped.filter((i) => i !== step), step] },
        step + direction,
        direction,
        tour,
      ),
    );
  const shown = show(next, false, tour);
  return locate(shown.state, 'active', LATE_MS, report, ...shown.effects);
}

function changePage(state: TourState, path: string, isWalking: boolean, tour: MachineTour): TourResult {
  const page = tour.steps[state.step]?.page;
  const isThere = isOnPage(page, path);
  const wasThere = isOnPage(page, state.path);
  const next = { ...state, path, away: isThere ? 0 : state.away + 1 };
  // The page that a step waits for has come, or the one that it is on has been left; or it does not come.
  return isWalking && (isThere !== wasThere || next.away > MAX_AWAY)
    ? enter(next, state.step, state.direction, tour)
    : { state: next, effects: [] };
}

const finish = (state: TourState, outcome: TourEnd): TourResult => ({
  state: { ...state, at: 'ended', attempt: state.attempt + 1 },
  effects: [{ type: 'cancelLocate' }, { type: 'report', outcome }],
});
