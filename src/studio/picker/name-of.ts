import { computeAccessibleName } from 'dom-accessibility-api';
import { accessibleName } from '../../platform/accessible-name.js';

/** Fields and editable boxes hold what a person typed: their content is nobody's business. */
export const isEditable = (el: Element): boolean =>
  el.matches('input:not([type=button],[type=submit],[type=reset],[type=image]),textarea,select') ||
  (el as HTMLElement).isContentEditable ||
  el.getAttribute('role') === 'textbox';

const MAX_NAME = 120;
const plain = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** The name that an author would call it by; never what was typed into it. */
export function nameOf(el: Element): string {
  let name = '';
  try {
    name = plain(computeAccessibleName(el));
  } catch {
    // Markup that the library cannot follow, such as a circle of labels.
  }
  if (name || isEditable(el)) return name;
  // The library does not look into shadow roots; the locator does. A whole component's text is no name.
  if (!el.matches('button,a,[role],h1,h2,h3,h4,h5,h6,summary')) return '';
  const seen = plain(accessibleName(el));
  return seen.length > MAX_NAME ? '' : seen;
}
