import * as v from 'valibot';
import { Duration, object } from './common.js';

/** Each dimension is an "any of"; dimensions are joined by "and". */
const dimensions = {
  profiles: v.optional(v.array(v.string())),
  degrees: v.optional(v.array(v.string())),
  schools: v.optional(v.array(v.string())),
  levels: v.optional(v.array(v.string())),
  groups: v.optional(v.array(v.string())),
  functions: v.optional(v.array(v.string())),
  services: v.optional(v.array(v.string())),
  locales: v.optional(v.array(v.string())),
  /** Arrived at most this long ago. */
  arrivedWithin: v.optional(Duration),
};

/**
 * An audience that we cannot evaluate is one nobody is in: a misspelt or newer dimension is a fault, never a wider
 * audience. Elsewhere unknown fields are kept.
 */
const onlyKnown = <T extends Record<string, unknown>>(names: readonly string[]) =>
  v.rawCheck<T>(({ dataset, addIssue }) => {
    if (!dataset.typed) return;
    const input: Record<string, unknown> = dataset.value;
    for (const key of Object.keys(input)) {
      if (names.includes(key)) continue;
      const item = { type: 'object', origin: 'key', input, key, value: input[key] } as const;
      addIssue({ message: 'audience-key', path: [item], input: key });
    }
  });

/** Names of the dimensions, as in the plan. */
export const AUDIENCE_DIMENSIONS = Object.keys(dimensions);

export const AudienceDimensions = v.pipe(object(dimensions), onlyKnown(AUDIENCE_DIMENSIONS));

/** A rule over the context that the host declares, never over tracked behaviour (domain.md §3, Matomo's reading of the CNIL exemption). */
export const Audience = v.pipe(
  object({
    ...dimensions,
    /** Per cent of users, by a stable hash of (campaign id, user key). */
    share: v.optional(v.pipe(v.number(), v.minValue(0), v.maxValue(100))),
    /** Who matches any one of these dimensions is left out. */
    not: v.optional(AudienceDimensions),
  }),
  onlyKnown([...AUDIENCE_DIMENSIONS, 'share', 'not']),
);

export type AudienceDimensions = v.InferOutput<typeof AudienceDimensions>;
export type Audience = v.InferOutput<typeof Audience>;
