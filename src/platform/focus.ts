import { query } from './natives.js';

const CANDIDATES =
  'a[href],area[href],button,input,select,textarea,iframe,summary,audio[controls],video[controls],[contenteditable],[tabindex]';

/** The element that has the focus, inside open shadow roots too; null when it is nowhere in particular. */
export function deepActiveElement(): Element | null {
  let active = document.activeElement;
  while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
  return active === document.body || active === document.documentElement ? null : active;
}

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
    if (node instanceof HTMLElement) {
      if (node.hasAttribute('inert')) return;
      if (node.matches(CANDIDATES) && isTabStop(node) && !node.matches(':disabled') && isShown(node))
        found.push(node);
    }
    const assigned = node instanceof HTMLSlotElement ? node.assignedElements() : [];
    const inside = node instanceof Element ? (node.shadowRoot ?? node) : node;
    // No spread and no for…in: old libraries extend collections (hazards).
    const children = assigned.length ? assigned : inside.children;
    for (let i = 0; i < children.length; i++) walk(children[i]!);
  };
  walk(root);
  return found;
}

/** Gives the focus back without scrolling, if `to` is still in the page and takes it. True when it has it then. */
export function returnFocus(to: Element | null): boolean {
  if (!(to instanceof HTMLElement || to instanceof SVGElement) || !to.isConnected) return false;
  to.focus({ preventScroll: true });
  return deepActiveElement() === to;
}

/**
 * Puts the focus at the page's `main`, without scrolling: where to go on when what had it before is gone (RGAA 12.8).
 * The `tabindex` that this needs is taken off again as soon as the focus moves on.
 */
export function focusMain(): void {
  const main = query('main, [role=main]');
  if (!(main instanceof HTMLElement)) return;
  const release = () => main.removeAttribute('tabindex');
  const borrowed = !main.hasAttribute('tabindex');
  if (borrowed) {
    main.setAttribute('tabindex', '-1');
    main.addEventListener('blur', release, { once: true });
  }
  if (!returnFocus(main) && borrowed) release();
}
