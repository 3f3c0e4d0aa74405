import type { OutcomeType } from '../../core/types.js';
import type { Presented, WidgetModule } from '../../engine/widget-module.js';
import { setInterfaceLocale } from '../../locales/msg.js';
import { resolveProfiles } from '../../model/profiles.js';
import type { TourContent } from '../../model/schema/tour.js';
import { applyTheme, mountOverlay } from '../primitives/mount.js';
import './define-tour.js';

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
  tour.locales = locales;
  tour.setAttribute('plan-locale', plan.settings?.locale ?? 'fr');
  applyTheme(
    tour,
    request.theme,
    resolveProfiles(request.context.user?.profiles ?? [], plan.settings?.profileAliases),
  );
  const report = (type: OutcomeType, { step, until }: { step?: string; until?: number } = {}) =>
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
  mountOverlay(tour);
  // The host may say no: `sentier-before-show`.
  if (!tour.start(progress?.step)) end();
  return { close: () => tour.close() };
};

/** What a tour's content lacks, with its path. */
function faultOf({ steps }: Partial<TourContent>): string | undefined {
  if (!Array.isArray(steps) || !steps.length) return 'content.steps: at least one step is needed';
  const at = steps.findIndex((step: unknown) => typeof step !== 'object' || step === null);
  return at < 0 ? undefined : `content.steps[${at}]: an object with "title" or "body" is needed`;
}
