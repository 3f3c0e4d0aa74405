import type { Delivery } from '../../../src/core/ports.js';
import type { Outcome } from '../../../src/core/types.js';
import type { EnvelopeDraft, PresentRequest } from '../../../src/engine/widget-module.js';
import type { Campaign } from '../../../src/model/schema/campaign.js';

/** What an engine gives for a survey of that id, and what it was told. Imports nothing that defines an element. */
export function requestFor(
  id: string,
  content: object,
  { delivery = 'sent', ...more }: Partial<PresentRequest> & { delivery?: Delivery } = {},
) {
  const kept = new Map<string, string>();
  const outcomes: string[] = [];
  const sent: EnvelopeDraft[] = [];
  const failures: string[] = [];
  const told = { closed: 0 };
  const request: PresentRequest = {
    campaign: { id, kind: 'survey', version: 2, content } as Campaign,
    content,
    plan: { version: 1, campaigns: [], settings: { locale: 'fr' } },
    context: { user: { profiles: ['National_ENS'] } },
    locales: ['fr'],
    theme: {},
    manual: false,
    progress: undefined,
    session: {
      get: (key) => kept.get(key),
      set: (key, value) => void (value === undefined ? kept.delete(key) : kept.set(key, value)),
    },
    report: ({ type, step }: Outcome) => void outcomes.push(step ? `${type}:${step}` : type),
    send: (draft) => (sent.push(draft), Promise.resolve(delivery)),
    show: () => Promise.resolve(false),
    closed: () => void told.closed++,
    fail: (error) => void failures.push((error as Error).message),
    ...more,
  };
  return { request, kept, outcomes, sent, failures, told };
}
