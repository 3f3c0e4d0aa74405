import type { Presented, PresentRequest, WidgetModule } from '../../engine/widget-module.js';
import { setInterfaceLocale } from '../../locales/msg.js';
import type { TourView } from '../../engine/tour/tour-runner.js';
import type { TourContent, TourStep } from '../../model/schema/tour.js';
import { resolveProfiles } from '../../model/profiles.js';
import { deepActiveElement, focusMain, returnFocus } from '../../platform/focus.js';
import { NativeEvent } from '../../platform/natives.js';
import { nextTask } from '../../platform/next-task.js';
import { root } from '../../platform/root.js';
import { SentierEvent } from '../events/sentier-event.js';
import { afterPaint, leaveAhead } from '../primitives/ahead.js';
import { type Report, reporterOf } from '../primitives/reporter.js';
import { applyTheme } from '../primitives/theme.js';
import { SIMPLE, viewAhead } from './ahead.js';
import { canPaint, nodesIn, type Painted } from './paint.js';
import type { SentierTour } from './sentier-tour.js';
import { type CardAction, fillCard, nameCard } from './tour-card.js';

/** A tour that is being shown. */
export interface Presenting {
  request: PresentRequest;
  content: Partial<TourContent>;
  tour: SentierTour;
  locales: readonly string[];
  report: Report;
  /** Once nothing of it is on screen any more. */
  end(): void;
}

/** The languages of a person, in simple words or not as they chose. */
function localesOf({ locales, session }: PresentRequest): readonly string[] {
  const simple = session.get(SIMPLE);
  const words = locales.map((tag) => tag.replace(/-x-simple$/i, ''));
  return simple === '1' ? [`${words[0]!}-x-simple`, ...words] : simple === '0' ? words : locales;
}

const fetchRest = () => import('./more/connect.js');

/** One that was made while the page was idle. */
let spare: SentierTour | undefined;

/** All that it takes is fetched, and has run once: what V8 compiles and what styles are read from is there by then. */
export const prepare: WidgetModule['prepare'] = async (request) => {
  spare ??= await (await fetchRest()).makeOne(request);
};

/** A first card, where it can be told; undefined where that takes the class of the element first. */
const firstView = (
  { open, progress }: PresentRequest,
  { content, tour }: Presenting,
): TourView | undefined =>
  !canPaint(tour) || open || progress?.step || location.search.includes('sentier-demo')
    ? undefined
    : viewAhead(content);

/** Writes it: before it is in the page, which is laid out again for what changes there. */
function write({ content: { intro, steps }, tour, locales }: Presenting, view: TourView): void {
  const { card } = nodesIn(tour);
  fillCard(card, {
    view,
    said: view.at === 'intro' ? intro! : steps![0]!,
    locales,
    planLocale: tour.getAttribute('plan-locale'),
    level: '2',
  });
  nameCard(card);
}

/**
 * A task of its own, before the next frame where the browser knows of haste: a frame that is drawn in between costs as much
 * again. Pages have a `scheduler` of their own, too: a calendar's.
 */
const soon = (): Promise<unknown> =>
  (window.scheduler as Partial<Scheduler> | undefined)?.postTask?.(() => undefined, {
    priority: 'user-blocking',
  }) ?? nextTask();

/** Puts it in its place, in tasks that are each short: none is to keep who acts by then waiting. */
async function place(
  { card, placement, view: { target } }: Painted,
  { placement: side = 'bottom', spotlight }: Partial<TourStep>,
): Promise<void> {
  if (target)
    for (const turns = placement.turns(target, side, [], spotlight); !turns.next().done;) await soon();
  else {
    card.setAttribute('aria-modal', 'true');
    placement.centre();
  }
  await soon();
  card.focus({ preventScroll: true });
}

/**
 * Shows a tour of the plan. Its first card comes before the element's class, which weighs twice as much, where it can be told
 * without: what the person asks for meanwhile is done once that is there; a no is one at once, whatever becomes of the page.
 */
export const present: WidgetModule['present'] = async (request): Promise<Presented> => {
  const { campaign, context, plan, theme } = request;
  const { id } = campaign;
  await setInterfaceLocale(request.locales);
  const tour = spare ?? document.createElement('sentier-tour');
  spare = undefined;
  const report = reporterOf(request);
  let painted: Painted | undefined;
  let isOver = false;
  let isToldShown = false;
  /** Writing it down can wait until it is seen, but not until it has gone. */
  const tellShown = () => {
    if (painted && !isToldShown) report('shown');
    isToldShown = true;
  };
  const end = () => {
    if (isOver) return;
    isOver = true;
    tour.remove();
    request.closed();
  };
  tour.addEventListener('close', end);
  const close = () => {
    if (isOver) return;
    // From when on the element itself knows what to do.
    if (tour.isOpen) return tour.close();
    tellShown();
    const hadFocus = document.activeElement === tour;
    painted?.placement.begin();
    tour.remove();
    // A card that left us the floor waits for it.
    tour.dispatchEvent(new NativeEvent('close'));
    if (hadFocus && painted?.from && !returnFocus(painted.from)) focusMain();
  };
  const content = (request.content ?? {}) as Presenting['content'];
  const presenting: Presenting = { request, content, tour, locales: localesOf(request), report, end };
  tour.setAttribute('campaign', id);
  tour.setAttribute('plan-locale', plan.settings?.locale ?? 'fr');
  applyTheme(tour, theme, resolveProfiles(context.user?.profiles ?? [], plan.settings?.profileAliases));
  const goOn = () =>
    fetchRest()
      .then(({ connect }) => (isOver ? undefined : connect(presenting, painted)))
      .catch((error: unknown) => {
        request.fail(error);
        close();
      });
  const view = firstView(request, presenting);
  if (!view) {
    await goOn();
    return { close };
  }
  write(presenting, view);
  // In the task that puts it in its place: a frame would be drawn for an element of which nothing is to be seen yet.
  await soon();
  root().append(tour);
  if (tour.dispatchEvent(new SentierEvent('sentier-before-show', id, true))) {
    const { card } = (painted = { ...nodesIn(tour), view, from: deepActiveElement() });
    const act = (action: string | undefined) => {
      if (!action || isOver || tour.isOpen) return;
      tellShown();
      if (action === 'next') painted!.asked = action;
      else if (leaveAhead(tour, id, report, action === 'snooze')) close();
    };
    card.addEventListener('click', ({ target }) => act((target as Element).closest('button')?.value));
    card.addEventListener('keydown', ({ key }) => {
      if (key === 'Escape') act((view.at === 'intro' ? 'snooze' : 'leave') satisfies CardAction);
    });
    await place(painted, content.steps![0]!);
    afterPaint(() => {
      if (isOver) return;
      tellShown();
      void goOn();
    });
  } else end();
  return { close };
};
