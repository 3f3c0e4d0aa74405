import type { Target, TargetPart } from '../model/schema/common.js';
import { queryAll } from './natives.js';
import type * as Words from './locator-words.js';

/** `ambiguous`: several are to be seen, and `element` is the first. `hidden`: there, but not rendered. */
export type Located =
  { state: 'found' | 'hidden' | 'ambiguous'; element: Element } | { state: 'absent'; element?: never };

export type Root = Document | ShadowRoot;

/** Given to the words, whose chunk has no imports of its own. */
export interface LocatorParts {
  all: typeof all;
  deepRoots: typeof deepRoots;
  locate: typeof locate;
}

/** What CSS cannot say: roles and names, words, frames. Loaded for those alone who ask for it. */
let words: typeof Words | undefined;

/** Whether `locate` can be asked for these targets as it is. */
export const canLocate = (targets: readonly (Target | undefined)[]): boolean =>
  !!words || targets.flat().every((part) => typeof part !== 'object');

/** To be awaited before `locate` is asked for targets that are not all selectors. */
export async function prepareLocator(): Promise<void> {
  words ??= await import('./locator-words.js');
}

const all = (root: Root, selector: string): Element[] => [
  ...(root === document ? queryAll(selector) : root.querySelectorAll(selector)),
];

/** `root` and every open shadow root below it; those of the tour and of the studio, which speak of the page, left out. */
export function deepRoots(root: Root): Root[] {
  const inside = all(root, '*').flatMap(({ shadowRoot, localName }) =>
    shadowRoot && !/^sentier-(tour|studio|picker)/.test(localName) ? deepRoots(shadowRoot) : [],
  );
  return [root, ...inside];
}

/** Whether an element has a box that can be pointed at: rendered, not `visibility: hidden`, not 0 wide or high. */
export function isShown(el: Element): boolean {
  const { width, height } = el.getBoundingClientRect();
  return width > 0 && height > 0 && getComputedStyle(el).visibility === 'visible';
}

/** Each `>>>` goes into the open shadow roots of what was matched so far, nested ones included. */
function bySelector(selector: string, root: Root): Element[] {
  let roots: Root[] = [root];
  let found: Element[] = [];
  for (const part of selector.split('>>>')) {
    found = roots.flatMap((r) => all(r, part));
    roots = found.flatMap(({ shadowRoot }) => (shadowRoot ? deepRoots(shadowRoot) : []));
  }
  return found;
}

const matchesOf = (part: TargetPart, root: Root): Element[] =>
  typeof part === 'string'
    ? bySelector(part, root)
    : (words?.matchesOf(part, root, { all, deepRoots, locate }) ?? []);

/**
 * Looks for a target: each fallback in turn, the first with something to be seen wins, and the copy that is to be seen
 * wins over hidden ones. Never throws: a selector that CSS does not know (a React id, `#a:r5:`) is absent.
 */
export function locate(target: Target, root: Root = document): Located {
  let hidden: Element | undefined;
  for (const part of [target].flat()) {
    try {
      const matches = matchesOf(part, root);
      const shown = matches.filter(isShown);
      if (shown[0]) return { state: shown[1] ? 'ambiguous' : 'found', element: shown[0] };
      hidden ??= matches[0];
    } catch {
      // Written by an administrator: the next fallback has its turn.
    }
  }
  return hidden ? { state: 'hidden', element: hidden } : { state: 'absent' };
}

/** Whether there is something to be seen to point at. */
export const isFound = (target: Target): boolean => ['found', 'ambiguous'].includes(locate(target).state);
