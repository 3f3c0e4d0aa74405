const CANDIDATES =
  'a[href],area[href],button,input,select,textarea,iframe,summary,audio[controls],video[controls],[contenteditable],[tabindex]';

/** In a frame, elements are of its own classes. */
const isHtml = (node: Element | ShadowRoot): node is HTMLElement =>
  node instanceof (node.ownerDocument.defaultView ?? window).HTMLElement;

const isShown = (el: HTMLElement): boolean =>
  el.getClientRects().length > 0 && getComputedStyle(el).visibility === 'visible';

/** Chromium gives an editing host without `tabindex` a `tabIndex` of -1, and stops at it all the same. */
const isTabStop = (el: HTMLElement): boolean =>
  el.tabIndex >= 0 || (el.isContentEditable && !el.hasAttribute('tabindex'));

/**
 * What Tab would stop at inside `root`, in the order of the composed tree (open shadow roots entered, slots filled).
 * A positive `tabindex` does not change the order; radio buttons are listed each.
 */
export function focusables(root: Element | ShadowRoot): HTMLElement[] {
  const found: HTMLElement[] = [];
  const walk = (node: Element | ShadowRoot): void => {
    if (isHtml(node)) {
      if (node.hasAttribute('inert')) return;
      if (node.matches(CANDIDATES) && isTabStop(node) && !node.matches(':disabled') && isShown(node))
        found.push(node);
    }
    const assigned = (node as Partial<HTMLSlotElement>).assignedElements?.() ?? [];
    const inside = (node as Element).shadowRoot ?? node;
    // No spread and no for…in: old libraries extend collections (hazards).
    const children = assigned.length ? assigned : inside.children;
    for (let i = 0; i < children.length; i++) walk(children[i]!);
  };
  walk(root);
  return found;
}
