import * as v from 'valibot';
import { Duration } from './common.js';

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

export const AudienceDimensions = v.looseObject(dimensions);

/** A rule over the context that the host declares, never over tracked behaviour (domain.md §3, Matomo's reading of the CNIL exemption). */
export const Audience = v.looseObject({
  ...dimensions,
  /** Per cent of users, by a stable hash of (campaign id, user key). */
  share: v.optional(v.pipe(v.number(), v.minValue(0), v.maxValue(100))),
  /** Who matches any one of these dimensions is left out. */
  not: v.optional(AudienceDimensions),
});

export type AudienceDimensions = v.InferOutput<typeof AudienceDimensions>;
export type Audience = v.InferOutput<typeof Audience>;
