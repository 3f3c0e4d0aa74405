import * as v from 'valibot';
import { Space } from './access.js';
import { Issue, Problem } from './problem.js';

/** `GET /draft` answers with the document itself and an `ETag`; `PUT /draft` takes the same, with `If-Match`. */
export const DraftDocument = v.record(v.string(), v.unknown());

/** `412` of whatever names a draft: somebody else was faster; here is what they wrote. */
export const DraftConflict = v.object({
  ...Problem.entries,
  current: v.object({ etag: v.string(), document: DraftDocument }),
});

/** Answer of `PUT /draft`: kept; `issues` says what would keep it from being published. */
export const DraftSaved = v.object({ etag: v.string(), issues: v.array(Issue) });

/** Body of `POST /publish` and `POST /revisions/{n}/restore`, which name in `If-Match` the draft that was looked at. */
export const PublishRequest = v.object({
  // PostgreSQL keeps no text with U+0000 in it.
  note: v.optional(v.pipe(v.string(), v.maxLength(500), v.excludes('\0'))),
});

export const Revision = v.object({
  n: v.number(),
  space: Space,
  /** When it was published, UTC. */
  at: v.string(),
  /** Pseudonym of who asked for it. */
  actor: v.string(),
  /** Pseudonym of the second pair of eyes. */
  approvedBy: v.optional(v.string()),
  note: v.optional(v.string()),
  restoredFrom: v.optional(v.number()),
  /** Never published: a draft whose place another took, put aside at `at` by what `actor` did. */
  putAside: v.optional(v.boolean()),
});

/** Asked for, and waiting for another person's approval. */
export const Pending = v.object({
  space: Space,
  /** What `If-Match` must name to approve it: the same words asked for again are another request. */
  etag: v.string(),
  at: v.string(),
  actor: v.string(),
  note: v.optional(v.string()),
  restoredFrom: v.optional(v.number()),
});

/** `200` of `POST /publish`, `POST /publish/approve` and restore. */
export const Published = v.object({
  status: v.literal('published'),
  revision: Revision,
  /** Warnings only. */
  issues: v.array(Issue),
});
/** `202` of the same, where four eyes are asked for. */
export const Waiting = v.object({
  status: v.literal('waiting'),
  pending: Pending,
  issues: v.array(Issue),
});

/** `GET /revisions`, newest first; drafts that were put aside stand among them. */
export const RevisionList = v.object({ revisions: v.array(Revision), pending: v.optional(Pending) });
/** `GET /revisions/{n}` */
export const RevisionDocument = v.object({ revision: Revision, document: DraftDocument });

/** `GET /revisions/{n}/diff?against=m`: from m (what was published before, without it) to n. `against=draft`: from n to the draft. */
export const Diff = v.object({
  from: v.union([v.number(), v.literal('draft')]),
  to: v.union([v.number(), v.literal('draft')]),
  changes: v.array(
    v.object({
      kind: v.picklist(['added', 'removed', 'changed']),
      /** `campaigns[messagerie-2026].title`: items of lists are named by their id where they have one. */
      path: v.string(),
      before: v.optional(v.unknown()),
      after: v.optional(v.unknown()),
    }),
  ),
});

/** What the journal tells of: who changed or read what. */
export const AUDIT_ACTIONS = [
  'draft.put',
  'draft.restore',
  'publish',
  'publish.ask',
  'publish.approve',
  'publish.withdraw',
  'restore',
  'content.put',
  'progress.erase',
  'support.read',
  'support.picture',
  'support.erase',
] as const;
export type AuditAction = (typeof AUDIT_ACTIONS)[number];

/** `GET /audit?before=<id>`, newest first, 100 at a time. */
export const AuditList = v.object({
  entries: v.array(
    v.object({
      id: v.number(),
      at: v.string(),
      actor: v.string(),
      role: v.string(),
      space: v.string(),
      /** One of `AUDIT_ACTIONS`; a newer server may know more. */
      action: v.string(),
      target: v.optional(v.string()),
      detail: v.optional(v.string()),
    }),
  ),
  /** Give it as `before` for the next ones. */
  next: v.optional(v.number()),
});

export type DraftSaved = v.InferOutput<typeof DraftSaved>;
export type DraftConflict = v.InferOutput<typeof DraftConflict>;
export type Revision = v.InferOutput<typeof Revision>;
export type Pending = v.InferOutput<typeof Pending>;
export type Published = v.InferOutput<typeof Published>;
export type Waiting = v.InferOutput<typeof Waiting>;
export type RevisionList = v.InferOutput<typeof RevisionList>;
export type RevisionDocument = v.InferOutput<typeof RevisionDocument>;
export type Diff = v.InferOutput<typeof Diff>;
export type AuditList = v.InferOutput<typeof AuditList>;
