import { HttpProblem } from '../http/problem.js';
import type { Snapshot } from './rows.js';
import { pendingOf, pendingTag } from './rows.js';

export const draftTag = (version: number): string => `"d${version}"`;

/** Does `If-Match` name it? A proxy that compresses makes tags weak (nginx), or puts what it did behind them (Apache). */
const names = (ifMatch: string, tag: string): boolean =>
  ifMatch
    .split(',')
    .map((one) =>
      one
        .trim()
        .replace(/^W\//, '')
        .replace(/-(?:gzip|br)"$/, '"'),
    )
    .includes(tag);

/** Refuses what was decided on another version of the draft than the one that is kept. */
export function matchDraft(ifMatch: string, { version, document }: Snapshot & { version: number }): void {
  if (names(ifMatch, draftTag(version))) return;
  throw new HttpProblem('stale', 'The draft has changed since it was read; nothing was done.', {
    remedy: 'Take `current` over, look at it or put your changes in again, and send it with its etag.',
    extra: { current: { etag: draftTag(version), document: JSON.parse(document) as unknown } },
  });
}

/** `*` writes over whatever is there. */
export function matchOrAny(ifMatch: string, row: Snapshot & { version: number }): void {
  if (!names(ifMatch, '*')) matchDraft(ifMatch, row);
}

/** Refuses to approve or withdraw another request than the one that was read. */
export function matchPending(ifMatch: string, row: Parameters<typeof pendingTag>[0]): void {
  if (names(ifMatch, pendingTag(row))) return;
  throw new HttpProblem('stale', 'What waits is not what was read any more; nothing was done.', {
    remedy: 'Read `GET /revisions/pending` again, and name the etag of its `pending`.',
    extra: { current: pendingOf(row) },
  });
}
