import type { Context } from 'hono';
import type { Services } from '../services.js';
import { HttpProblem } from './problem.js';

/** The page's own origin, or one of the ENT's. */
export function isKnownOrigin(origin: string | undefined, host: string, { settings }: Services): boolean {
  if (origin === undefined || origin === 'null') return false;
  if (settings.origins.includes(origin)) return true;
  if (!URL.canParse(origin)) return false;
  const own = new URL(origin);
  // A proxy may put its own address in `Host`: what it is called from outside is in the settings then.
  if (settings.publicUrl !== undefined && new URL(settings.publicUrl).origin === own.origin) return true;
  return plain(own.host) === plain(host);
}

/** As browsers write a host; proxies may add the port that goes without saying. */
const plain = (host: string): string => host.toLowerCase().replace(/:(?:443|80)$/, '');

/** Pairs that a server has told of: who sends many made-up ones does not fill its log. */
const told = new WeakMap<Services, Set<string>>();
const MAX_TOLD = 20;

/**
 * Refuses what comes from no page of the ENT, and tells once who runs the server: a proxy that hands on another `Host`
 * looks the same as somebody else's page.
 * @throws {HttpProblem} 403 whose `path` is `origin`: a page keeps its rows then
 */
export function requireKnownOrigin(c: Context, services: Services, detail: string, remedy: string): void {
  const origin = c.req.header('origin');
  const host = c.req.header('host') ?? '';
  if (isKnownOrigin(origin, host, services)) return;
  const page = origin !== undefined && URL.canParse(origin) ? new URL(origin).host : undefined;
  const seen = told.get(services) ?? new Set();
  told.set(services, seen);
  if (page !== undefined && seen.size < MAX_TOLD && !seen.has(`${page} ${host}`)) {
    seen.add(`${page} ${host}`);
    services.log.warn(
      { origin: page, host: host.slice(0, 255) },
      'origin refused: the proxy must hand on Host, or SENTIER_PUBLIC_URL or SENTIER_ORIGINS name the origin',
    );
  }
  throw new HttpProblem('not-allowed', detail, { path: 'origin', remedy });
}
