/**
 * Whether a text is what an administrator wrote: `*` stands for anything, `?` for one character, letters in any case.
 * Goes back to the last `*` alone, so that the work is at most pattern × text: a regular expression made of the pattern
 * would hang the page of whoever types (hazards.md, Content).
 */
export function matchesWildcard(pattern: string, text: string): boolean {
  const signs = pattern.toLowerCase();
  const said = text.toLowerCase();
  let at = 0;
  let i = 0;
  /** Where the last `*` is, and up to where it reaches for now. */
  let star = -1;
  let reach = 0;
  while (i < said.length) {
    if (signs[at] === '*') {
      star = at++;
      reach = i;
    } else if (signs[at] === '?' || signs[at] === said[i]) {
      at++;
      i++;
    } else if (star >= 0) {
      at = star + 1;
      i = ++reach;
    } else return false;
  }
  while (signs[at] === '*') at++;
  return at === signs.length;
}
