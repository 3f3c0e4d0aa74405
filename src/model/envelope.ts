import { isId, isRecord, KINDS } from './format.js';
import type { Kind } from './schema/campaign.js';

const ENVELOPE = ['content', 'audience', 'schedule', 'when', 'frequency'];

/** What of a campaign's envelope cannot be used, as the end of a path; undefined for nothing. */
export function envelopeFault(campaign: unknown): string | undefined {
  if (!isRecord(campaign)) return '';
  if (!isId(campaign.id)) return '.id';
  if (!KINDS.includes(campaign.kind as Kind)) return '.kind';
  const faulty = ENVELOPE.find((field) => {
    const value = campaign[field];
    return !isRecord(value) && (value !== undefined || field === 'content');
  });
  return faulty && `.${faulty}`;
}
