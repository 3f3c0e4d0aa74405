/** One page has one name: no query, no "index.html", no slash at the end. */
const tidy = (address: string): string => address.replace(/\?[^#]*|\/(index\.html)?(?=[?#]|$)/g, '');

/**
 * Does a page's address match an administrator's pattern? `*` is anything within a segment, `**` anything across
 * segments, `/**` also nothing (`/notes/**` takes in `/notes`, and `/a/**` + `/b` takes in `/a/b`); all else is itself.
 * `path` is the page's path with its hash, if any ("/app/#/notes"). Many ENTs route by the hash: a pattern with a `#`
 * is held against both, and one that begins with it against the hash alone; any other against the path alone. Queries
 * never count. Work is at most pattern × path, whatever the pattern: no administrator can hang a page.
 */
export function matchesGlob(pattern: string, path: string): boolean {
  const text = tidy(pattern.includes('#') ? path : path.replace(/#.*/, ''));
  // reached[i]: the pattern so far can be the first i characters.
  let reached = [true];
  for (const part of tidy(pattern.replace(/^#/, '**#')).match(/\/?\*\*|./g) ?? []) {
    const next: boolean[] = [];
    let inside = false;
    for (let i = 0; i <= text.length; i++) {
      const char = text[i - 1];
      const before = !!reached[i - 1];
      const here = !!reached[i];
      if (part === '/**') inside ||= before && char === '/';
      else inside = here || (inside && (part === '**' || char !== '/'));
      next[i] = part.endsWith('*') ? inside || here : before && char === part;
    }
    // Most pages are told apart by their first letters.
    if (!next.includes(true)) return false;
    reached = next;
  }
  return !!reached[text.length];
}

/** What was found for the last path asked about: thousands of campaigns have a few patterns between them. */
let lastPath: string;
const found = new Map<string, boolean>();

/** Does it match any? No pattern at all is no match: what an empty list means is the caller's to say. */
export const matchesAny = (patterns: readonly string[], path: string): boolean => {
  if (lastPath !== (lastPath = path)) found.clear();
  return patterns.some((pattern) => {
    if (!found.has(pattern)) found.set(pattern, matchesGlob(pattern, path));
    return found.get(pattern);
  });
};
