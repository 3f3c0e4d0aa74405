import * as v from 'valibot';

/** A problem that somebody reported, for the administrators of their school. Nothing in it says who, but their own words. */
export const SupportReport = v.object({
  id: v.string(),
  /** What the person was given: "4F2A-91C0". */
  number: v.string(),
  day: v.string(),
  school: v.string(),
  profile: v.string(),
  degree: v.string(),
  category: v.string(),
  text: v.string(),
  /** What the person saw, could change and left: page, service, article, profile, screen, browser, school. */
  facts: v.record(v.string(), v.string()),
  /** Is there one, at `GET /support/{report}/picture`? */
  picture: v.boolean(),
});

/** `GET /support?before=<next>`, newest day first, 100 at a time. */
export const SupportList = v.object({ reports: v.array(SupportReport), next: v.optional(v.string()) });

export type SupportReport = v.InferOutput<typeof SupportReport>;
export type SupportList = v.InferOutput<typeof SupportList>;
