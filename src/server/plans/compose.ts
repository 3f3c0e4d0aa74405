import { createHash } from 'node:crypto';
import { isRecord } from '../../model/format.js';

export interface SpaceDocument {
  space: string;
  /** Undefined: any school. */
  schools: readonly string[] | undefined;
  document: Record<string, unknown>;
}

const HELP_LISTS = ['articles', 'hints', 'contacts'] as const;

/** An item that names no school is for those of its space. */
function within(item: unknown, schools: readonly string[] | undefined): unknown {
  if (!schools || !isRecord(item)) return item;
  const audience = isRecord(item['audience']) ? item['audience'] : {};
  const named = audience['schools'];
  return Array.isArray(named) && named.length
    ? item
    : { ...item, audience: { ...audience, schools: [...schools] } };
}

const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);

/**
 * The plan that pages read: the whole ENT's, and each district's and school's own beside it. The whole ENT's settings
 * hold for all.
 */
export function compose(spaces: readonly SpaceDocument[], revision: number, id: string): Record<string, unknown> {
  const sorted = [...spaces].sort((a, b) => rank(a.space) - rank(b.space) || (a.space < b.space ? -1 : 1));
  const main = sorted.find(({ space }) => space === 'all')?.document ?? {};
  const mainHelp = isRecord(main['help']) ? main['help'] : {};
  const gather = (pick: (document: Record<string, unknown>) => unknown) =>
    sorted.flatMap(({ document, schools }) => listOf(pick(document)).map((item) => within(item, schools)));
  const help: Record<string, unknown> = { ...mainHelp };
  for (const name of HELP_LISTS) {
    const items = gather((document) => (isRecord(document['help']) ? document['help'][name] : undefined));
    if (items.length) help[name] = items;
  }
  return {
    ...main,
    version: main['version'] ?? 1,
    id: main['id'] ?? id,
    revision,
    campaigns: gather((document) => document['campaigns']),
    ...(Object.keys(help).length > 0 && { help }),
  };
}

const rank = (space: string): number => (space === 'all' ? 0 : space.startsWith('district:') ? 1 : 2);

export const etagOf = (body: string | Buffer): string =>
  `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`;

/** The plan for pages of some schools: without what is for other schools alone. */
export function planForSchools(
  plan: Record<string, unknown>,
  schools: readonly string[],
): Record<string, unknown> {
  const own = new Set(schools.map((uai) => uai.toLowerCase()));
  const concerns = (item: unknown): boolean => {
    const audience = isRecord(item) && isRecord(item['audience']) ? item['audience'] : {};
    const named = listOf(audience['schools']);
    return !named.length || named.some((uai) => own.has(String(uai).toLowerCase()));
  };
  const help = isRecord(plan['help']) ? { ...plan['help'] } : undefined;
  if (help) for (const name of HELP_LISTS) if (help[name]) help[name] = listOf(help[name]).filter(concerns);
  return { ...plan, campaigns: listOf(plan['campaigns']).filter(concerns), ...(help && { help }) };
}
