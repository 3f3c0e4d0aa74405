import type { Envelope } from '../../../src/core/ports.js';

/** An answer to a survey, as it is queued. */
export const envelope = (id: string, more: Partial<Envelope> = {}): Envelope => ({
  id,
  type: 'response',
  campaign: 'avis',
  version: 1,
  day: '2026-11-23',
  audience: {},
  data: {},
  ...more,
});
