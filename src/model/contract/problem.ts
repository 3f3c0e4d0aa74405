import * as v from 'valibot';

/** One thing to mend in what was sent: where, what, and what to do about it. */
export const Issue = v.object({
  severity: v.picklist(['error', 'warning']),
  code: v.string(),
  /** `campaigns[3].schedule.start`; empty for the document itself. */
  path: v.string(),
  message: v.string(),
  remedy: v.string(),
  campaign: v.optional(v.string()),
});

/** Every answer from 400 on: `application/problem+json` (RFC 9457). */
export const Problem = v.object({
  /** `about:blank#<code>`; the code is stable, the words may change. */
  type: v.string(),
  title: v.string(),
  status: v.number(),
  detail: v.optional(v.string()),
  /** The part of the request that is wrong. */
  path: v.optional(v.string()),
  /** What to do about it. */
  remedy: v.optional(v.string()),
  /** For a plan that cannot be published. */
  issues: v.optional(v.array(Issue)),
});

export type Issue = v.InferOutput<typeof Issue>;
export type Problem = v.InferOutput<typeof Problem>;
