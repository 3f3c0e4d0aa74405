import type { Presented, PresentRequest, WidgetModule } from '../../engine/widget-module.js';
import { setInterfaceLocale } from '../../locales/msg.js';
import type { TourView } from '../../engine/tour/tour-runner.js';
import type { TourContent } from '../../model/schema/tour.js';
import { resolveProfiles } from '../../model/profiles.js';
import { deepActiveElement, focusMain, returnFocus } from '../../platform/focus.js';
import { NativeEvent } from '../../platform/natives.js';
import { root } from '../../platform/root.js';
import { SentierEvent } from '../events/sentier-event.js';
import { afterPaint, leaveAhead } from '../primitives/ahead.js';
import { type Report, reporterOf } from '../primitives/reporter.js';
import { applyTheme } from '../primitives/theme.js';
import { viewAhead } from './ahead.js';
import { nodesIn, type Painted } from './paint.js';
import type { SentierTour } from './sentier-tour.js';
import { type CardAction, fillCard, nameCard } from './tour-card.js';

/** Whether this person wants simple words, for the session. */
export const SIMPLE = 'tour:simple';

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

export const prepare: WidgetModule['prepare'] = fetchRest;

/** A first card, where it can be told; undefined where that takes the class of the element first. */
const firstView = (
  { open, progress }: PresentRequest,
  { content, tour }: Presenting,
): TourView | undefined =>
  (tour as Partial<SentierTour>).start || open || progress?.step || location.search.includes('sentier-demo')
    ? undefined
    : viewAhead(content);

/** Writes it, and puts it in its place. */
function paint({ content: { intro, steps }, tour, locales }: Presenting, view: TourView): Painted {
  const painted: Painted = { ...nodesIn(tour), view, from: deepActiveElement() };
  const { card, placement } = painted;
  const step = steps![0]!;
  tour.painted = painted;
  fillCard(card, {
    view,
    said: view.at === 'intro' ? intro! : step,
    locales,
    planLocale: tour.getAttribute('plan-locale'),
    level: '2',
  });
  nameCard(card);
  if (view.target) placement.at(view.target, step.placement ?? 'bottom', [], step.spotlight);
  else {
    card.setAttribute('aria-modal', 'true');
    placement.centre();
  }
  card.focus({ preventScroll: true });
  return painted;
}

/**
 * Shows a tour of the plan. Its first card comes before the element's class, which weighs twice as much, where it can be told
 * without: what the person asks for meanwhile is done once that is there; a no is one at once, whatever becomes of the page.
 */
export const present: WidgetModule['present'] = async (request): Promise<Presented> => {
  const { campaign, context, plan, theme } = request;
  const { id } = campaign;
  await setInterfaceLocale(request.locales);
  const tour = document.createElement('sentier-tour');
  const report = reporterOf(request);
  let painted: Painted | undefined;
  let isOver = false;
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
    const hadFocus = document.activeElement === tour;
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
  root().append(tour);
  if (tour.dispatchEvent(new SentierEvent('sentier-before-show', id, true))) {
    const { card } = (painted = paint(presenting, view));
    const act = (action: string | undefined) => {
      if (!action || tour.isOpen) return;
      if (action === 'next') painted!.asked = action;
      else if (leaveAhead(tour, id, report, action === 'snooze')) close();
    };
    card.addEventListener('click', ({ target }) => act((target as Element).closest('button')?.value));
    card.addEventListener('keydown', ({ key }) => {
      if (key === 'Escape') act((view.at === 'intro' ? 'snooze' : 'leave') satisfies CardAction);
    });
    report('shown');
    afterPaint(() => isOver || void goOn());
  } else end();
  return { close };
};
