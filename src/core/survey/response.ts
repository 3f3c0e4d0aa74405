import type { SurveyContent } from '../../model/schema/survey.js';
import type { Envelope } from '../ports.js';
import type { User } from '../types.js';
import type { Answers } from './answer.js';

type Dimension = NonNullable<SurveyContent['dimensions']>[number];

/** The rarest role says most about what a person needs of an ENT; one is sent, since a combination is nearly a name. */
const PROFILES = ['pupil', 'head', 'teacher', 'staff', 'district', 'guardian', 'partner'] as const;

const only = (values: readonly string[] | undefined, form: RegExp): string | undefined =>
  values?.length === 1 && form.test(values[0]!) ? values[0] : undefined;

/**
 * What a response says of who gave it: the coarse dimensions that the campaign names, and only values of a known form
 * (design: privacy rule 3). Someone of two schools or degrees is counted in neither.
 * `profiles` are canonical ids.
 */
export function audienceOf(
  dimensions: readonly Dimension[] | undefined,
  profiles: readonly string[],
  user: User = {},
): Readonly<Record<string, string>> {
  const values: Readonly<Record<Dimension, string | undefined>> = {
    profile: PROFILES.find((id) => profiles.includes(id)),
    degree: only(user.degrees, /^[12]d$/),
    school: only(user.schools, /^\d{7}[A-Z]$/),
  };
  const audience: Record<string, string> = {};
  for (const name of ['profile', 'degree', 'school'] as const) {
    const value = values[name];
    if (value && dimensions?.includes(name)) audience[name] = value;
  }
  return audience;
}

/**
 * A response, ready to be queued; the day is the engine's to fill. `id` is made once for a person's response and kept
 * for every try: what is stored twice under it is stored once. No hour, no page, no language is sent.
 */
export const responseOf = (
  id: string,
  campaign: { id: string; version?: number | undefined },
  audience: Readonly<Record<string, string>>,
  answers: Answers,
): Omit<Envelope, 'day'> => ({
  id,
  type: 'response',
  campaign: campaign.id,
  version: campaign.version ?? 1,
  audience,
  data: { answers },
});
