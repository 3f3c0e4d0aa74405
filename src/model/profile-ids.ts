/** Canonical ids, in the order of the design's list of actors. */
export const PROFILES = ['pupil', 'guardian', 'teacher', 'head', 'staff', 'district', 'partner'] as const;
export type Profile = (typeof PROFILES)[number];
