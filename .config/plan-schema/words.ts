import { audienceWords } from './words-audience.js';
import { bannerWords } from './words-banner.js';
import { campaignsWords } from './words-campaign.js';
import { checklistWords } from './words-checklist.js';
import { commonWords } from './words-common.js';
import { helpWords } from './words-help.js';
import { mediaWords } from './words-media.js';
import { planWords } from './words-plan.js';
import { surveyWords } from './words-survey.js';
import { tourWords } from './words-tour.js';

/**
 * Said to those who write a plan by hand, in French: definition → field → words; "" is the definition itself. A field
 * of an object without a name is a path, past lists: "offset.inline", "variants.audience". All that is said here was
 * read from the code: who changes a default there changes it here.
 */
export type Words = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** A file for each of `src/model/schema`. */
export const WORDS: Words = {
  ...planWords,
  ...commonWords,
  ...audienceWords,
  ...campaignsWords,
  ...tourWords,
  ...bannerWords,
  ...surveyWords,
  ...checklistWords,
  ...helpWords,
  ...mediaWords,
};
