import type { Context } from 'hono';
import { accepts } from 'hono/accepts';
import { getCookie } from 'hono/cookie';
import type { Role } from '../../model/contract/access.js';
import { hasRole, mayUseSpace, principalOf, spacesOf, type Principal } from '../access/principal.js';
import type { Language } from '../plans/check-words.js';
import type { Services } from '../services.js';
import { requireKnownOrigin } from './origin.js';
import { HttpProblem } from './problem.js';

const isSafe = (method: string): boolean => method === 'GET' || method === 'HEAD' || method === 'OPTIONS';

/**
 * Who asks, or undefined. A cookie goes along with requests that other sites make, so with a cookie whatever changes
 * something must come from a known origin.
 */
export async function principal(c: Context, services: Services): Promise<Principal | undefined> {
  const header = c.req.header('authorization') ?? '';
  const bearer = /^Bearer +([^\s]+)$/i.exec(header)?.[1];
  // Another scheme is no word to us: a proxy that asks for a password hands its own on, beside the cookie.
  if (/^Bearer\b/i.test(header) && bearer === undefined)
    throw new HttpProblem('not-signed-in', 'Authorization: "Bearer <token>" is expected.', {
      headers: { 'www-authenticate': 'Bearer' },
    });
  const token = bearer ?? getCookie(c, services.settings.jwt.cookie);
  if (token === undefined) return undefined;
  if (bearer === undefined && !isSafe(c.req.method))
    requireKnownOrigin(
      c,
      services,
      'A request with a cookie has to come from a page of the ENT.',
      'Hand on Host in the proxy, add the page’s origin to SENTIER_ORIGINS, or send the token in Authorization.',
    );
  const payload = await services.tokens.read(token);
  return principalOf(payload, services.keys, services.settings.districts);
}

export async function requireUser(c: Context, services: Services): Promise<Principal> {
  const who = await principal(c, services);
  if (!who)
    throw new HttpProblem('not-signed-in', 'A token of the ENT is needed.', {
      remedy: `Send it as "Authorization: Bearer …" or in the cookie ${services.settings.jwt.cookie}.`,
      headers: { 'www-authenticate': 'Bearer' },
    });
  return who;
}

export async function requireRole(
  c: Context,
  services: Services,
  role: Role,
): Promise<Principal & { role: Role; language: Language }> {
  const who = await requireUser(c, services);
  if (!hasRole(who, role) || who.role === undefined)
    throw new HttpProblem('not-allowed', `The role ${role} is needed, not ${who.role ?? 'none'}.`, {
      path: 'role',
      remedy: 'Ask the ENT’s administrator for it.',
    });
  return { ...who, role: who.role, language: languageOf(c) };
}

/** The one of the studio's languages that the caller would rather read. */
const languageOf = (c: Context): Language =>
  accepts(c, {
    header: 'Accept-Language',
    supports: ['fr', 'en'],
    default: 'fr',
    match: (accepted, { supports, default: otherwise }) =>
      [...accepted]
        .sort((a, b) => b.q - a.q)
        .map(({ type }) => type.slice(0, 2).toLowerCase())
        .find((language) => supports.includes(language)) ?? otherwise,
  }) as Language;

/** The space that `?space=` names, or the widest of the caller. One that is not theirs is as if it were not there. */
export function spaceOf(c: Context, who: Principal, { settings }: Services): string {
  const asked = c.req.query('space');
  const space = asked ?? spacesOf(who.scope, settings.districts)[0];
  const exists =
    space !== undefined &&
    (/^(?:all|school:\d{7}[A-Z])$/.test(space) ||
      (space.startsWith('district:') && Object.hasOwn(settings.districts, space.slice('district:'.length))));
  if (!exists || !mayUseSpace(who.scope, space))
    throw new HttpProblem('not-found', `No space ${JSON.stringify(asked ?? '')} that you may use.`, {
      path: 'space',
      remedy: '`GET /me` lists yours.',
    });
  return space;
}
