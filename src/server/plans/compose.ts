import { createHash } from 'node:crypto';
import { moveContents } from './content-names.js';
import type { Hashes } from './rows.js';
import { distinct, HELP_LISTS, helpOf, idsOf, listOf, type TakenIds, within } from './within-space.js';

export interface SpaceDocument {
  space: string;
  /** Undefined: any school. */
  schools: readonly string[] | undefined;
  document: Record<string, unknown>;
  contents: Hashes;
}

export interface Composed {
  plan: Record<string, unknown>;
  /** Contents that the plan refers to, by what follows `content/` in their address. */
  contents: Hashes;
}

/** A school that nobody has any more, a district without schools: what stands there is for nobody. */
export const isNobodys = ({ schools }: Pick<SpaceDocument, 'schools'>): boolean => schools?.length === 0;

/**
 * The plan that pages read: the whole ENT's, and each district's and school's own beside it. The whole ENT's settings
 * hold for all.
 */
export function compose(spaces: readonly SpaceDocument[], revision: number, id: string): Composed {
  const contents: Hashes = {};
  const taken: TakenIds[] = [];
  const sorted = spaces
    .filter((one) => !isNobodys(one))
    .sort((a, b) => rank(a.space) - rank(b.space) || (a.space < b.space ? -1 : 1))
    .map((one) => {
      const document = distinct(one.space, one.schools, one.document, taken);
      taken.push({ schools: one.schools, ids: idsOf(document) });
      return { ...one, document: moveContents(document, (name) => publish(contents, one, name)) };
    });
  const main = sorted.find(({ space }) => space === 'all')?.document ?? {};
  const gather = (pick: (document: Record<string, unknown>) => unknown) =>
    sorted.flatMap(({ document, schools }) =>
      listOf(pick(document)).flatMap((item) => within(item, schools)),
    );
  const help: Record<string, unknown> = { ...helpOf(main) };
  for (const name of HELP_LISTS) {
    const items = gather((document) => helpOf(document)[name]);
    if (items.length) help[name] = items;
  }
  return {
    plan: {
      ...main,
      version: main['version'] ?? 1,
      id: main['id'] ?? id,
      revision,
      campaigns: gather((document) => document['campaigns']),
      ...(Object.keys(help).length > 0 && { help }),
    },
    contents,
  };
}

const rank = (space: string): number => (space === 'all' ? 0 : space.startsWith('district:') ? 1 : 2);

/**
 * Puts a content among what is published; its address. A space's own stand under its name: a school's `charte.json` is
 * not the ENT's, nor another school's.
 */
function publish(
  contents: Hashes,
  { space, contents: own }: SpaceDocument,
  name: string,
): string | undefined {
  const hash = Object.hasOwn(own, name) ? own[name] : undefined;
  if (hash === undefined) return undefined;
  if (space === 'all') {
    contents[name] = hash;
    // However it was written: "/content/x.json" is another file behind a path of its own.
    return `content/${name}`;
  }
  contents[`${space}/${name}`] = hash;
  // The colon needs no escape behind a slash.
  return `content/${encodeURIComponent(space).replace('%3A', ':')}/${name}`;
}

const digest = (body: string | Buffer): string => createHash('sha256').update(body).digest('base64url');

export const etagOf = (body: string | Buffer): string => `"${digest(body).slice(0, 22)}"`;

/** A content as it is kept, and the name that it is kept under. */
export function storedContent(content: unknown): { hash: string; body: string } {
  const body = JSON.stringify(content);
  return { hash: digest(body), body };
}
