import type { Outcome, PlanIndex } from '../../../src/core/types.js';
import type { PresentRequest } from '../../../src/engine/widget-module.js';
import type { Campaign } from '../../../src/model/schema/campaign.js';

/** What the engine would give, and what became of it. */
export function requestFor(content: unknown, more: Partial<PresentRequest> = {}) {
  const said: string[] = [];
  const faults: string[] = [];
  const outcomes: Outcome[] = [];
  const plan = { version: 1, settings: { locale: 'fr' }, campaigns: [] } as unknown as PlanIndex;
  const request = {
    campaign: { id: 'messagerie', kind: 'tour', version: 3, content } as Campaign,
    content,
    plan,
    context: { user: { profiles: ['National_ENS'] } },
    locales: ['fr'],
    theme: {},
    manual: false,
    progress: undefined,
    session: { get: () => undefined, set: () => undefined },
    report: (outcome: Outcome) => {
      outcomes.push(outcome);
      said.push(outcome.step ? `${outcome.type}:${outcome.step}` : outcome.type);
    },
    send: () => Promise.resolve('none' as const),
    show: () => Promise.resolve(false),
    closed: () => void said.push('closed'),
    fail: (error: unknown) => void faults.push(String(error)),
    ...more,
  } as PresentRequest;
  return { request, said, faults, outcomes };
}
