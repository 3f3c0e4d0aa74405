import type { JWTPayload } from 'jose';
import { ROLES, type Role, type Scope } from '../../model/contract/access.js';
import { isRecord } from '../../model/format.js';
import { HttpProblem } from '../http/problem.js';
import type { Keys } from '../store/keys.js';

/** Who asks. The key itself is used for this request and never written. */
export interface Principal {
  userKey: string;
  /** Schools that the person is of, by the host's word. Undefined where the token does not say. */
  schools: readonly string[] | undefined;
  /** None for a pupil, a parent, a teacher as such. */
  role: Role | undefined;
  scope: Scope;
  /** Pseudonym in audit and revisions. */
  actor: string;
}

const UAI = /^\d{7}[A-Z]$/;

const uais = (value: unknown): string[] | undefined =>
  Array.isArray(value) && value.length <= 5000 && value.every((one) => typeof one === 'string' && UAI.test(one))
    ? [...new Set(value as string[])]
    : undefined;

const refuse = (claim: string, needed: string): HttpProblem =>
  new HttpProblem('not-signed-in', `The token’s \`${claim}\`: ${needed}.`, {
    path: claim,
    remedy: 'The ENT has to sign a token as the guide of the server says.',
  });

/** A role without a scope, or with one that cannot be read, is a role over nothing: refused, never widened. */
function scopeOf(raw: unknown, districts: Readonly<Record<string, readonly string[]>>): Scope {
  if (raw === 'all') return { kind: 'all' };
  if (isRecord(raw)) {
    const { schools, district } = raw;
    if (typeof district === 'string' && schools === undefined) {
      const known = Object.hasOwn(districts, district) ? districts[district] : undefined;
      if (!known) throw refuse('scope.district', `${JSON.stringify(district)} is not among the districts set here`);
      return { kind: 'district', district, schools: [...known] };
    }
    const list = uais(schools);
    if (list?.length && district === undefined) return { kind: 'schools', schools: list };
  }
  throw refuse('scope', '"all", { "district": "…" } or { "schools": ["0750001A"] } is needed beside a role');
}

export function principalOf(
  payload: JWTPayload,
  keys: Keys,
  districts: Readonly<Record<string, readonly string[]>>,
): Principal {
  const { sub = '', role, scope, schools } = payload as JWTPayload & Record<string, unknown>;
  if (role !== undefined && !ROLES.includes(role as Role)) throw refuse('role', `one of ${ROLES.join(', ')}`);
  if (schools !== undefined && !uais(schools)) throw refuse('schools', 'a list of UAI such as "0750001A"');
  return {
    userKey: sub,
    schools: uais(schools),
    role: role as Role | undefined,
    scope: role === undefined ? { kind: 'schools', schools: [] } : scopeOf(scope, districts),
    actor: keys.actor(sub),
  };
}

export const hasRole = ({ role }: Principal, wanted: Role): boolean =>
  role !== undefined && ROLES.indexOf(role) >= ROLES.indexOf(wanted);

/** Spaces that somebody may name, the widest first. */
export function spacesOf(
  scope: Scope,
  districts: Readonly<Record<string, readonly string[]>>,
  existing: readonly string[] = [],
): string[] {
  if (scope.kind === 'all')
    return [...new Set(['all', ...Object.keys(districts).map((code) => `district:${code}`), ...existing])];
  const schools = scope.schools.map((uai) => `school:${uai}`);
  return scope.kind === 'district' ? [`district:${scope.district}`, ...schools] : schools;
}

export function mayUseSpace(scope: Scope, space: string): boolean {
  if (scope.kind === 'all') return true;
  if (space.startsWith('school:')) return scope.schools.includes(space.slice('school:'.length));
  return scope.kind === 'district' && space === `district:${scope.district}`;
}

/** Schools that a space's campaigns may speak to; undefined: any. */
export function schoolsOfSpace(
  space: string,
  districts: Readonly<Record<string, readonly string[]>>,
): readonly string[] | undefined {
  if (space === 'all') return undefined;
  if (space.startsWith('school:')) return [space.slice('school:'.length)];
  const code = space.slice('district:'.length);
  return Object.hasOwn(districts, code) ? districts[code] : [];
}
