import type { Outcome, OutcomeType } from '../../../core/types.js';
import type { TourContent } from '../../../model/schema/tour.js';
import type { PrepareRequest } from '../../../engine/widget-module.js';
import { resolveProfiles } from '../../../model/profiles.js';
import { NativeEvent } from '../../../platform/natives.js';
import { nextTask } from '../../../platform/next-task.js';
import { root } from '../../../platform/root.js';
import { REACTION_MS } from '../../primitives/reaction.js';
import { applyTheme } from '../../primitives/theme.js';
import { warmUp } from '../../primitives/warm-up.js';
import { SIMPLE, viewAhead } from '../ahead.js';
import '../define-tour.js';
import { nodesIn, type Painted } from '../paint.js';
import type { Presenting } from '../present-tour.js';
import type { SentierTour } from '../sentier-tour.js';
import { fillCard, nameCard } from '../tour-card.js';
import { awayOf } from './away.js';

/** What an event of the element counts as. */
const OUTCOMES: Readonly<Record<string, OutcomeType>> = {
  'sentier-show': 'shown',
  'sentier-start': 'started',
  'sentier-step': 'step',
  'sentier-target-missing': 'missing',
  'sentier-complete': 'completed',
  'sentier-dismiss': 'dismissed',
  'sentier-snooze': 'snoozed',
};

/** Has the element's class go on with what was painted, or start where nothing could be, and turns its events into outcomes. */
export async function connect(presenting: Presenting, painted?: Painted): Promise<void> {
  const { tour, content, request, locales, report, end } = presenting;
  const { campaign, plan, context, session, progress } = request;
  if (painted) {
    let isOver = false;
    tour.addEventListener('close', () => (isOver = true));
    await nextTask(REACTION_MS);
    if (isOver) return;
  }
  const fault = faultOf(content);
  if (fault) request.fail(new Error(`tour "${campaign.id}": ${fault}`));
  // Not before: a frame would be drawn for an element with nothing in it.
  if (!fault && !painted) root().append(tour);
  // The page has taken it out, or something is wrong with it.
  if (!tour.isConnected) return void tour.dispatchEvent(new NativeEvent('close'));
  // `?sentier-demo=id`: before a room, large, and nothing kept of it.
  const asked = new URLSearchParams(location.search);
  const isDemo = asked.get('sentier-demo') === campaign.id;
  const tell: typeof report = isDemo ? () => undefined : report;
  tour.content = content;
  tour.locales = locales;
  tour.keepSimplified = (is) => session.set(SIMPLE, is ? '1' : '0');
  tour.person = { plan, context };
  tour.remember = (step) => tell('step', { step });
  tour.toggleAttribute('presenter', isDemo);
  for (const event of Object.keys(OUTCOMES))
    if (!painted || OUTCOMES[event] !== 'shown')
      tour.addEventListener(event, (said) => {
        const { step, until } = said as Partial<Outcome>;
        tell(OUTCOMES[event]!, { ...(step && { step }), ...(until && { until }) });
      });
  tour.addEventListener('sentier-error', ({ error }) => request.fail(error));
  if (painted) return tour.goOn(painted);
  const step = request.open ?? (isDemo ? asked.get('sentier-step') : progress?.step) ?? undefined;
  // The host may say no: `sentier-before-show`.
  if (!tour.start(step, step ? awayOf(request, content, step) : 0)) end();
  // What is on screen can be taken away from now on.
  else if (!tour.isOpen) await tour.updateComplete;
}

let making: Promise<SentierTour> | undefined;

/** A tour for later; one for all who ask meanwhile: a page may have many that wait. */
export const makeOne = (request: PrepareRequest): Promise<SentierTour> =>
  (making ??= make(request).finally(() => (making = undefined)));

/**
 * Its first card is written and laid out once for nothing, in idle time: what that takes is compiled and
 * at hand then, and not when the person waits for it.
 */
async function make({ content, context, locales, plan, theme }: PrepareRequest): Promise<SentierTour> {
  const tour = document.createElement('sentier-tour');
  try {
    const { steps, intro } = content as TourContent;
    const view = viewAhead(content as TourContent);
    const { settings } = plan;
    const { card } = nodesIn(tour);
    applyTheme(tour, theme, resolveProfiles(context.user?.profiles ?? [], settings?.profileAliases));
    const said = intro ?? steps[0]!;
    if (view) fillCard(card, { view, said, locales, planLocale: settings?.locale ?? 'fr', level: '2' });
    nameCard(card);
    await warmUp(tour, card, card.children);
    card.replaceChildren();
  } catch {
    // What is wrong with it is said when it is to be shown.
  }
  return tour;
}

/** What a tour's content lacks, with its path. */
function faultOf({ steps }: Partial<TourContent>): string | undefined {
  if (!Array.isArray(steps) || !steps.length) return 'content.steps: at least one step is needed';
  const at = steps.findIndex((step: unknown) => typeof step !== 'object' || step === null);
  return at < 0 ? undefined : `content.steps[${at}]: an object with "title" or "body" is needed`;
}
