import { query } from './natives.js';
import { root } from './root.js';

/** The element that has the focus, inside open shadow roots too; null when it is nowhere in particular. */
export function deepActiveElement(): Element | null {
  let active = document.activeElement;
  while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
  return active?.localName === 'body' || active === root() ? null : active;
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
  if (!main || returnFocus(main) || main.hasAttribute('tabindex')) return;
  const release = () => main.removeAttribute('tabindex');
  main.setAttribute('tabindex', '-1');
  main.addEventListener('blur', release, { once: true });
  if (!returnFocus(main)) release();
}
