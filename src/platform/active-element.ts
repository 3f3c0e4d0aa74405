import { root } from './root.js';

/** The element that has the focus, inside open shadow roots too; null when it is nowhere in particular. */
export function deepActiveElement(): Element | null {
  let active = document.activeElement;
  while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
  return active?.localName === 'body' || active === root() ? null : active;
}
