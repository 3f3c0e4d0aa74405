import { getRole } from 'dom-accessibility-api';
import { isLastingName } from '../../core/target/generated-name.js';
import { isShown } from '../../platform/locator.js';
import { isOurs } from './ours.js';

/** An element that an author may mean, among those that are only boxes. */
export interface TreeNode {
  element: Element;
  role: string | undefined;
  children: TreeNode[];
}

/** Roles of elements that people speak of. Others (generic, paragraph, presentation…) are passed through. */
const MEANT = new Set(
  'banner navigation main complementary contentinfo search form region dialog alertdialog heading button link textbox searchbox checkbox radio slider combobox listbox spinbutton switch tab tablist tabpanel menu menubar menuitem img figure list table grid tree toolbar article alert status progressbar meter'.split(
    ' ',
  ),
);
/** A section without a name is a box. */
const NEEDS_NAME = /^(region|form|article|figure|status|alert)$/;
/** A page that lists thousands of things is not browsed row by row. */
const MAX_NODES = 3000;

const hasName = (el: Element): boolean =>
  el.hasAttribute('aria-label') || el.hasAttribute('aria-labelledby') || el.hasAttribute('title');

/** The document inside a frame of the same origin. */
export function innerDocument(el: Element): Document | undefined {
  if (!/^i?frame$/.test(el.localName)) return undefined;
  try {
    return (el as HTMLIFrameElement).contentDocument ?? undefined;
  } catch {
    return undefined;
  }
}

function isMeant(el: Element, role: string | undefined): boolean {
  if (innerDocument(el)) return true;
  if (role && MEANT.has(role)) return !NEEDS_NAME.test(role) || hasName(el) || isLastingName(el.id);
  return isLastingName(el.id) || el.hasAttribute('data-testid') || !!el.shadowRoot;
}

const childrenOf = (el: Element): Iterable<Element> =>
  innerDocument(el)?.body.children ?? el.shadowRoot?.children ?? el.children;

/** What is on the page to be pointed at, as a tree, through open shadow roots and frames of the same origin. */
export function elementTree(root: Element = document.body): TreeNode[] {
  let left = MAX_NODES;
  const walk = (el: Element): TreeNode[] => {
    if (left <= 0 || isOurs(el) || /^(script|style|template|noscript|head)$/.test(el.localName)) return [];
    const role = getRole(el) ?? undefined;
    // In a shadow root of slots, what is slotted is shown there.
    const slotted = el.shadowRoot?.querySelector('slot') ? [...el.children] : [];
    const children = [...childrenOf(el), ...slotted].flatMap(walk);
    if (!isMeant(el, role) || !isShown(el)) return children;
    left--;
    return [{ element: el, role, children: isLeaf(role) ? [] : children }];
  };
  return [...root.children].flatMap(walk);
}

/** What is inside a button is the button. */
const isLeaf = (role: string | undefined): boolean =>
  !!role &&
  /^(button|link|heading|img|textbox|searchbox|checkbox|radio|slider|combobox|switch|tab|menuitem)$/.test(
    role,
  );

/** What a click at this element is meant for: the control around an icon or a word, in the same tree. */
export const meantBy = (el: Element): Element =>
  el.closest(
    'button,a[href],input,select,textarea,summary,label,[role=button],[role=link],[role=tab],[role=menuitem]',
  ) ??
  (el as Partial<SVGElement>).ownerSVGElement ??
  el;
