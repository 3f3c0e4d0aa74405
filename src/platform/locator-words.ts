import type { TargetPart } from '../model/schema/common.js';
import { accessibleName, ROLE_SELECTORS } from './accessible-name.js';
import type { LocatorParts, Root } from './locator.js';

const plain = (text: string): string => text.replace(/\s+/g, ' ').trim().toLowerCase();

/** Those whose words are the wanted ones; failing that, those that have them among others ("Messages 3"). */
function byWords(candidates: Element[], wanted: string, wordsOf: (el: Element) => string): Element[] {
  const words = plain(wanted);
  const exact = candidates.filter((el) => plain(wordsOf(el)) === words);
  return exact.length ? exact : candidates.filter((el) => plain(wordsOf(el)).includes(words));
}

/** Elements meant by `{ role, name }`, `{ text }` or `{ frame, target }`, through open shadow roots. */
export function matchesOf(
  part: Exclude<TargetPart, string>,
  root: Root,
  { all, deepRoots, locate }: LocatorParts,
): Element[] {
  if ('frame' in part) {
    return all(root, part.frame).flatMap((frame) => {
      const inner = (frame as HTMLIFrameElement).contentDocument;
      return (inner && locate(part.target, inner).element) || [];
    });
  }
  const everywhere = (selector: string) => deepRoots(root).flatMap((r) => all(r, selector));
  if ('role' in part) {
    const { role, name } = part;
    const implicit = ROLE_SELECTORS[role];
    const candidates = everywhere(`[role="${CSS.escape(role)}"]${implicit ? `,${implicit}` : ''}`).filter(
      (el) => (el.getAttribute('role') ?? role) === role,
    );
    return name === undefined ? candidates : byWords(candidates, name, accessibleName);
  }
  const found = byWords(
    everywhere(':not(html,head,head *,body,script,style)'),
    part.text,
    (el) => el.textContent ?? '',
  );
  // The innermost: its ancestors have the same words.
  return found.filter((el) => !found.some((other) => other !== el && el.contains(other)));
}
