import * as contract from '../../model/contract/index.js';
import type { Role } from '../../model/contract/access.js';
import type { GenericSchema } from 'valibot';
import { Plan } from '../../model/schema/plan.js';

/** Who may call: anybody, whoever is signed in, or a role and those above it. */
export type Caller = 'anyone' | 'page' | 'user' | Role;

export interface Answer {
  says: string;
  schema?: GenericSchema;
  type?: string;
}

export interface Endpoint {
  method: 'get' | 'put' | 'post' | 'patch' | 'delete';
  /** With `{name}` for parameters. */
  path: string;
  caller: Caller;
  summary: string;
  query?: Readonly<Record<string, string>>;
  headers?: Readonly<Record<string, string>>;
  body?: GenericSchema;
  answers: Readonly<Record<number, Answer>>;
}

const SPACE = { space: 'The caller’s widest when absent.' };
const TONGUE = { 'Accept-Language': 'French or English, for `issues`; French when neither.' };
const DRAFT_TAG = { 'If-Match': 'ETag of the draft that was looked at, not `*`; needed.' };
const stale = {
  412: { says: 'The draft is another by now; nothing was done.', schema: contract.DraftConflict },
  428: { says: 'If-Match is missing.', schema: contract.Problem },
};
const tooMuch = {
  413: { says: 'Larger than any that is kept; nothing was done.', schema: contract.Problem },
  429: { says: 'Too much at a time for this person; see Retry-After.', schema: contract.Problem },
};
const published = { says: 'Published.', schema: contract.Published };
const REQUEST_TAG = { 'If-Match': '`etag` of the request that was looked at, not `*`; needed.' };
const otherRequest = {
  404: { says: 'Nothing waits.', schema: contract.Problem },
  412: { says: 'Another request waits by now; nothing was done.', schema: contract.Problem },
  428: { says: 'If-Match is missing.', schema: contract.Problem },
};
const waiting = { says: 'Waits for another publisher’s approval.', schema: contract.Waiting };

/** Every address of the server. The OpenAPI document and the isolation tests are made of this table. */
export const ENDPOINTS: readonly Endpoint[] = [
  {
    method: 'get',
    path: '/plan',
    caller: 'anyone',
    summary: 'The published plan',
    query: { schools: 'Up to 20 UAI: leaves out what is for other schools alone.' },
    headers: { 'If-None-Match': 'The ETag of the plan that one has.' },
    answers: { 200: { says: 'The plan.', schema: Plan }, 304: { says: 'It has not changed.' } },
  },
  {
    method: 'get',
    path: '/content/{name}',
    caller: 'anyone',
    summary: 'A content that the plan names by `src`',
    query: { draft: 'From the draft; for editors.', ...SPACE },
    answers: { 200: { says: 'The content.' }, 304: { says: 'It has not changed.' } },
  },
  {
    method: 'get',
    path: '/content/{space}/{name}',
    caller: 'anyone',
    summary: 'The same, of a school or a district: the published plan has this address in its `src`',
    answers: { 200: { says: 'The content.' }, 304: { says: 'It has not changed.' } },
  },
  {
    method: 'get',
    path: '/feed.json',
    caller: 'anyone',
    summary: 'Public announcements as a JSON Feed',
    answers: { 200: { says: 'The feed.', type: 'application/feed+json' } },
  },
  {
    method: 'get',
    path: '/feed.atom',
    caller: 'anyone',
    summary: 'Public announcements as Atom',
    answers: { 200: { says: 'The feed.', type: 'application/atom+xml' } },
  },
  {
    method: 'post',
    path: '/collect',
    caller: 'page',
    summary: 'Takes a batch of outcomes and answers; idempotent by `id`, each row by itself',
    body: contract.CollectBatch,
    answers: {
      200: {
        says: 'What became of each row. One that is not named may be sent again.',
        schema: contract.CollectReceipt,
      },
      409: { says: 'Another request is writing the same rows; send them again.', schema: contract.Problem },
      413: {
        says: 'More than 200 rows, 64 KiB or the reports of one person; nothing was read. Send it in smaller parts.',
        schema: contract.Problem,
      },
      422: { says: 'No row could be used; `refused` says why.', schema: contract.Problem },
      429: {
        says: 'Too much at a time for this person or school, or too many reports; see Retry-After.',
        schema: contract.Problem,
      },
    },
  },
  {
    method: 'get',
    path: '/progress',
    caller: 'user',
    summary: 'The caller’s progress',
    answers: { 200: { says: 'All that is kept.', schema: contract.ProgressDocument } },
  },
  {
    method: 'patch',
    path: '/progress',
    caller: 'user',
    summary: 'Merges progress, campaign by campaign, the newest first',
    body: contract.ProgressDocument,
    answers: {
      200: { says: 'What is known after it.', schema: contract.ProgressDocument },
      413: {
        says: 'No room for all of it (256 KiB a person); what has room was kept, the newest first.',
        schema: contract.Problem,
      },
    },
  },
  {
    method: 'delete',
    path: '/progress',
    caller: 'user',
    summary: 'Erases the caller’s progress',
    query: { user: 'Somebody else’s, by key; for administrators of everything.' },
    answers: { 204: { says: 'Nothing is kept any more.' } },
  },
  {
    method: 'get',
    path: '/me',
    caller: 'viewer',
    summary: 'Role, scope and spaces of the caller',
    answers: { 200: { says: 'Who the caller is here.', schema: contract.Me } },
  },
  {
    method: 'get',
    path: '/draft',
    caller: 'editor',
    summary: 'The draft of a space',
    query: SPACE,
    answers: { 200: { says: 'The plan document, with its ETag.', schema: contract.DraftDocument } },
  },
  {
    method: 'put',
    path: '/draft',
    caller: 'editor',
    summary: 'Writes the draft over the one that was read',
    query: SPACE,
    headers: { 'If-Match': 'ETag of the draft that was read; needed.', ...TONGUE },
    body: contract.DraftDocument,
    answers: {
      200: { says: 'Kept.', schema: contract.DraftSaved },
      412: { says: 'Somebody else was faster.', schema: contract.DraftConflict },
      428: { says: 'If-Match is missing.', schema: contract.Problem },
      ...tooMuch,
    },
  },
  {
    method: 'put',
    path: '/content/{name}',
    caller: 'editor',
    summary: 'Writes a content of the draft',
    query: SPACE,
    body: contract.DraftDocument,
    answers: { 204: { says: 'Kept.' }, ...tooMuch },
  },
  {
    method: 'post',
    path: '/publish',
    caller: 'publisher',
    summary: 'Publishes the draft of a space',
    query: SPACE,
    headers: { ...DRAFT_TAG, ...TONGUE },
    body: contract.PublishRequest,
    answers: {
      200: published,
      202: waiting,
      ...stale,
      422: { says: 'The draft has faults: `issues`.', schema: contract.Problem },
    },
  },
  {
    method: 'post',
    path: '/publish/approve',
    caller: 'publisher',
    summary: 'Approves what another publisher asked to publish',
    query: SPACE,
    headers: { ...REQUEST_TAG, ...TONGUE },
    answers: { 200: published, ...otherRequest },
  },
  {
    method: 'delete',
    path: '/publish',
    caller: 'publisher',
    summary: 'Withdraws what waits for approval',
    query: SPACE,
    headers: REQUEST_TAG,
    answers: { 204: { says: 'Withdrawn.' }, ...otherRequest },
  },
  {
    method: 'get',
    path: '/revisions',
    caller: 'editor',
    summary: 'What was published in a space, and drafts that were put aside, newest first',
    query: SPACE,
    answers: { 200: { says: 'The revisions.', schema: contract.RevisionList } },
  },
  {
    method: 'get',
    path: '/revisions/{n}',
    caller: 'editor',
    summary: 'One revision; `pending` for what waits for approval',
    query: SPACE,
    answers: { 200: { says: 'Its document.', schema: contract.RevisionDocument } },
  },
  {
    method: 'get',
    path: '/revisions/{n}/diff',
    caller: 'editor',
    summary: 'What changed',
    query: { ...SPACE, against: 'A revision, `draft` or `pending`; what was published before when absent.' },
    answers: { 200: { says: 'The changes.', schema: contract.Diff } },
  },
  {
    method: 'post',
    path: '/revisions/{n}/restore',
    caller: 'publisher',
    summary:
      'Publishes a former revision again, as a new one; the draft becomes it, and what was there is put aside',
    query: SPACE,
    headers: { ...DRAFT_TAG, ...TONGUE },
    body: contract.PublishRequest,
    answers: { 200: published, 202: waiting, ...stale },
  },
  {
    method: 'post',
    path: '/revisions/{n}/draft',
    caller: 'editor',
    summary:
      'Makes a former revision the draft, and publishes nothing; the draft that was there is put aside',
    query: SPACE,
    headers: { ...DRAFT_TAG, ...TONGUE },
    answers: { 200: { says: 'Kept.', schema: contract.DraftSaved }, ...stale },
  },
  {
    method: 'get',
    path: '/results',
    caller: 'viewer',
    summary: 'All campaigns in sum, coverage, searches without an answer, targets missing',
    answers: { 200: { says: 'The results.', schema: contract.ResultsOverview } },
  },
  {
    method: 'get',
    path: '/results/{campaign}',
    caller: 'viewer',
    summary: 'One campaign: outcomes, steps, answers and scores by group and week',
    query: {
      version: 'The newest when absent.',
      by: '`school`: by school too; a scope of at most 50 schools has it anyway.',
    },
    answers: { 200: { says: 'The results.', schema: contract.CampaignResults } },
  },
  {
    method: 'get',
    path: '/results/{campaign}.csv',
    caller: 'viewer',
    summary: 'The same as a table for spreadsheets',
    query: {
      version: 'The newest when absent.',
      by: '`school`: by school too; a scope of at most 50 schools has it anyway.',
    },
    answers: {
      200: {
        says: 'UTF-8 with its mark, `;` between fields. Events and groups by their codes, and in French words in the last two columns.',
        type: 'text/csv',
      },
    },
  },
  {
    method: 'get',
    path: '/audit',
    caller: 'editor',
    summary: 'Who changed what',
    query: { before: 'Entries older than this id.', space: 'All of the caller’s when absent.' },
    answers: { 200: { says: 'At most 100 entries.', schema: contract.AuditList } },
  },
  {
    method: 'get',
    path: '/support',
    caller: 'admin',
    summary: 'Problems that people reported; reading them is audited',
    query: { before: '`next` of the list before.', space: 'All of the caller’s when absent.' },
    answers: { 200: { says: 'At most 100 reports, the newest day first.', schema: contract.SupportList } },
  },
  {
    method: 'get',
    path: '/support/{report}/picture',
    caller: 'admin',
    summary: 'The picture that was joined to a report',
    answers: {
      200: { says: 'The picture.', type: 'image/jpeg' },
      404: { says: 'None, or none of the caller’s schools.', schema: contract.Problem },
    },
  },
  {
    method: 'delete',
    path: '/support/{report}',
    caller: 'admin',
    summary: 'Erases a report that has been dealt with',
    answers: {
      204: { says: 'It is gone.' },
      404: { says: 'None, or none of the caller’s schools.', schema: contract.Problem },
    },
  },
  {
    method: 'get',
    path: '/sri.json',
    caller: 'anyone',
    summary: 'Integrity hash of each script',
    answers: { 200: { says: 'By file name.' } },
  },
  {
    method: 'get',
    path: '/health',
    caller: 'anyone',
    summary: 'Is the server, and its database, well?',
    answers: {
      200: { says: 'Yes.' },
      503: { says: 'No, or it is being stopped.', schema: contract.Problem },
    },
  },
  {
    method: 'get',
    path: '/metrics',
    caller: 'anyone',
    summary: 'Prometheus metrics; keep it behind the proxy',
    answers: { 200: { says: 'Text.', type: 'text/plain' } },
  },
];
