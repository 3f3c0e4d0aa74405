import { refusalBut } from '../core/audience-facts.js';
import { matchesAny } from '../core/glob.js';
import type { Outcome, PlanIndex, Progress } from '../core/types.js';
import { parseJson } from '../model/safe-json.js';
import type { Audience } from '../model/schema/audience.js';
import { currentPath } from '../platform/route-watcher.js';
import type { PresentRequest } from './widget-module.js';

/** As it was kept, unread. */
function keptIn(session: PresentRequest['session']): object {
  try {
    return Object(parseJson(session.get('progress') ?? '')) as object;
  } catch {
    return {};
  }
}

/**
 * What the engine offers to elements (elements/context/services.ts), for one that is drawn before it has come: the same
 * answers, but that whoever is told apart by the day of arrival is nobody yet. Once the engine is there it answers itself.
 */
export const serviceFor = ({
  engine,
  plan,
  context,
  locales,
  now,
  session,
  show,
  report,
}: PresentRequest) => ({
  plan: (): PlanIndex => engine?.()?.scene.plan ?? plan,
  context: () => engine?.()?.scene.context ?? context,
  locales: () => engine?.()?.service.locales() ?? locales,
  show,
  report: (outcome: Outcome) => report(outcome),
  isFor: (item: { id: string; audience?: Audience | undefined }): boolean =>
    engine?.()?.isFor(item) ?? !refusalBut(item, plan, context, (_, should) => !should),
  isOn: (pages: readonly string[]) => matchesAny(pages, currentPath()),
  now: () => now?.() ?? Date.now(),
  progress: (): Progress => engine?.()?.ledger.progress() ?? { campaigns: {}, ...keptIn(session) },
});
