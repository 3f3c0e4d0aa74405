import * as v from 'valibot';

/** Each may do what those before it may. */
export const ROLES = ['viewer', 'editor', 'publisher', 'admin'] as const;
export const Role = v.picklist(ROLES);

export const Uai = v.pipe(v.string(), v.regex(/^\d{7}[A-Z]$/));

/** Whom a role is for: everything, a district (its schools are in the server's configuration), or schools by UAI. */
export const Scope = v.variant('kind', [
  v.object({ kind: v.literal('all') }),
  v.object({ kind: v.literal('district'), district: v.string(), schools: v.array(Uai) }),
  v.object({ kind: v.literal('schools'), schools: v.array(Uai) }),
]);

/**
 * A space holds one draft and its revisions: `all`, `district:<code>` or `school:<UAI>`. What is published is all
 * spaces put together; a school's campaigns are for that school alone. Requests name one with `?space=`; without it they
 * mean the caller's widest.
 */
export const Space = v.pipe(
  v.string(),
  v.regex(/^(?:all|district:[A-Za-z0-9][\w.-]{0,79}|school:\d{7}[A-Z])$/),
);

/** `GET /me` */
export const Me = v.object({
  /** Pseudonym, as in audit and revisions; nobody's login. */
  actor: v.string(),
  role: Role,
  scope: Scope,
  /** Spaces that the caller may name, the widest first. */
  spaces: v.array(Space),
  /** Does publishing take a second person? */
  fourEyes: v.boolean(),
  /** Answers below which results are withheld. */
  threshold: v.number(),
});

export type Role = v.InferOutput<typeof Role>;
export type Scope = v.InferOutput<typeof Scope>;
export type Me = v.InferOutput<typeof Me>;
