import * as v from 'valibot';

const epochMs = v.number();

/** A person's progress: `GET` gives it, `PATCH` merges a part of it, newest first for each campaign. */
export const ProgressDocument = v.object({
  campaigns: v.record(
    v.string(),
    v.object({
      version: v.number(),
      status: v.picklist(['shown', 'started', 'snoozed', 'dismissed', 'completed', 'acknowledged']),
      ended: v.optional(v.picklist(['dismissed', 'completed', 'acknowledged'])),
      step: v.optional(v.string()),
      shown: v.number(),
      lastShown: v.optional(epochMs),
      until: v.optional(epochMs),
      at: epochMs,
    }),
  ),
  pace: v.optional(v.object({ last: epochMs, day: v.string(), count: v.number() })),
});
