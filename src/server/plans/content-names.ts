import { isRecord } from '../../model/format.js';

/** `content/messagerie.json`, as a plan writes it → `messagerie.json`. */
export const contentName = (src: unknown): string | undefined =>
  typeof src === 'string' ? /^(?:\.?\/)?content\/([\w.-]{1,200}\.json)$/.exec(src)?.[1] : undefined;

const mapList = (list: unknown, change: (item: Record<string, unknown>) => unknown): unknown =>
  Array.isArray(list) ? list.map((item: unknown) => (isRecord(item) ? change(item) : item)) : list;

/**
 * A plan in which every file of contents that a campaign, a variant or an article names stands at the address that
 * `move` gives it; where it gives none, the address stays.
 */
export function moveContents(
  document: Record<string, unknown>,
  move: (name: string) => string | undefined,
): Record<string, unknown> {
  const moved = (holder: unknown): unknown => {
    const name = isRecord(holder) ? contentName(holder['src']) : undefined;
    const src = name === undefined ? undefined : move(name);
    return src === undefined ? holder : { ...(holder as object), src };
  };
  const { campaigns, help } = document;
  return {
    ...document,
    ...(campaigns !== undefined && {
      campaigns: mapList(campaigns, (campaign) => ({
        ...campaign,
        content: moved(campaign['content']),
        ...(campaign['variants'] !== undefined && {
          variants: mapList(campaign['variants'], (variant) => ({
            ...variant,
            content: moved(variant['content']),
          })),
        }),
      })),
    }),
    ...(isRecord(help) &&
      help['articles'] !== undefined && { help: { ...help, articles: mapList(help['articles'], moved) } }),
  };
}

/** Names of the contents that campaigns and their variants have, and how often. */
export function placedContents({ campaigns }: Record<string, unknown>): Map<string, number> {
  const names = new Map<string, number>();
  moveContents({ campaigns }, (name) => {
    names.set(name, (names.get(name) ?? 0) + 1);
    return undefined;
  });
  return names;
}

/** Names of the contents that a plan refers to. */
export function contentsOf(document: Record<string, unknown>): Set<string> {
  const names = new Set<string>();
  moveContents(document, (name) => {
    names.add(name);
    return undefined;
  });
  return names;
}
