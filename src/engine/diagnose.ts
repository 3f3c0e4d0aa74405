import { readPlan } from '../model/read-plan.js';

/**
 * What is wrong with a plan, one line a fault, for the console: loaded only once something did not work. The idle
 * script and the widgets look no further than they need; this looks at everything, with the full schema.
 * @param raw the plan as it was received
 * @param campaignId to hear of this campaign alone
 */
export function diagnose(raw: unknown, campaignId?: string): string[] {
  return readPlan(raw)
    .issues.filter(({ campaign }) => campaignId === undefined || campaign === campaignId)
    .map(
      ({ severity, message, leftOut }) =>
        `${severity === 'error' ? 'Erreur' : 'Attention'} – ${message}${leftOut ? ` (laissé de côté\u00a0: ${leftOut})` : ''}`,
    );
}
