import type { OutcomeType } from '../../core/types.js';
import type { Presented, WidgetModule } from '../../engine/widget-module.js';
import { setInterfaceLocale } from '../../locales/msg.js';
import type { TourContent } from '../../model/schema/tour.js';
import { applyPlanTheme, mountOverlay } from '../primitives/mount.js';
import './define-tour.js';

/** Whether this person wants simple words, for the session. */
const SIMPLE = 'tour:simple';

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

/** Shows a tour of the plan. */
export const present: WidgetModule['present'] = async (request): Promise<Presented> => {
  const { campaign, plan, locales, progress } = request;
  await setInterfaceLocale(locales);
  const content = (request.content ?? {}) as Partial<TourContent>;
  const fault = faultOf(content);
  if (fault) {
    request.fail(new Error(`tour "${campaign.id}": ${fault}`));
    request.closed();
    return { close: () => undefined };
  }
  const tour = document.createElement('sentier-tour');
  tour.content = content;
  tour.setAttribute('campaign', campaign.id);
  const { context, session } = request;
  const simple = session.get(SIMPLE);
  const words = locales.map((tag) => tag.replace(/-x-simple$/i, ''));
  tour.locales = simple === '1' ? [`${words[0]!}-x-simple`, ...words] : simple === '0' ? words : locales;
  tour.keepSimplified = (is) => session.set(SIMPLE, is ? '1' : '0');
  tour.person = { plan, context };
  tour.setAttribute('plan-locale', plan.settings?.locale ?? 'fr');
  applyPlanTheme(tour, request);
  // `?sentier-demo=id`: before a room, large, and nothing kept of it.
  const asked = new URLSearchParams(location.search);
  const isDemo = asked.get('sentier-demo') === campaign.id;
  tour.toggleAttribute('presenter', isDemo);
  const report = (type: OutcomeType, { step, until }: { step?: string; until?: number } = {}) =>
    isDemo ||
    request.report({
      type,
      campaign: campaign.id,
      kind: 'tour',
      version: campaign.version ?? 1,
      ...(step && { step }),
      ...(until && { until }),
    });
  tour.remember = (step) => report('step', { step });
  for (const event of Object.keys(OUTCOMES))
    tour.addEventListener(event, (said) => report(OUTCOMES[event]!, said as { step?: string }));
  const end = () => {
    tour.remove();
    request.closed();
  };
  tour.addEventListener('close', end, { once: true });
  tour.addEventListener('sentier-error', ({ error }) => request.fail(error));
  mountOverlay(tour);
  const step = request.open ?? (isDemo ? asked.get('sentier-step') : progress?.step) ?? undefined;
  // The host may say no: `sentier-before-show`.
  const away = step ? await import('./more/away.js').then(({ awayOf }) => awayOf(request, content, step)) : 0;
  if (!tour.isConnected || !tour.start(step, away)) end();
  // What is on screen can be taken away from now on.
  if (!tour.isOpen) await tour.updateComplete;
  return { close: () => tour.close() };
};

/** What a tour's content lacks, with its path. */
function faultOf({ steps }: Partial<TourContent>): string | undefined {
  if (!Array.isArray(steps) || !steps.length) return 'content.steps: at least one step is needed';
  const at = steps.findIndex((step: unknown) => typeof step !== 'object' || step === null);
  return at < 0 ? undefined : `content.steps[${at}]: an object with "title" or "body" is needed`;
}
