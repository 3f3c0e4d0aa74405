import type { Sighting } from '../core/target/sighting.js';
import type { Target } from '../model/schema/common.js';
import { locate, prepareLocator } from './locator.js';

/*
 * What `sentier check` runs in a page: the locator that tours use, and nothing else. A bundle of its own
 * (dist/node/check-page.js), which the browser's own tools put there: no policy of the page forbids it.
 */

const parentOf = (node: Node): Node | null => node.parentNode ?? (node as Partial<ShadowRoot>).host ?? null;

function isInside(node: Node | null, box: Element): boolean {
  for (let at = node; at; at = parentOf(at)) if (at === box) return true;
  return false;
}

/** Through open shadow roots. */
function elementAt(x: number, y: number, doc: Document): Element | null {
  let el = doc.elementFromPoint(x, y);
  for (let inner; (inner = el?.shadowRoot?.elementFromPoint(x, y)) && inner !== el;) el = inner;
  return el;
}

function coverOf(el: Element): string | undefined {
  const { x, y, width, height } = el.getBoundingClientRect();
  const over = elementAt(x + width / 2, y + height / 2, el.ownerDocument);
  // A box with holes lets its parent through; what is around the target is no cover.
  if (!over || isInside(over, el) || isInside(el, over)) return undefined;
  const name = typeof over.className === 'string' ? over.className.trim().split(/\s+/)[0] : '';
  return over.localName + (over.id ? `#${over.id}` : name ? `.${name}` : '');
}

/** Where an element of a frame is, seen from the top. */
function boxOf(el: Element): [number, number, number, number] {
  const { x, y, width, height } = el.getBoundingClientRect();
  const frame = el.ownerDocument.defaultView?.frameElement;
  if (!frame || el.ownerDocument === document) return [x, y, width, height];
  const [left, top] = boxOf(frame);
  return [left + frame.clientLeft + x, top + frame.clientTop + y, width, height];
}

/** How a target stands on the page now; it is brought into the window. */
export async function look(target: Target): Promise<Sighting> {
  await prepareLocator();
  const { state, element } = locate(target);
  if (!element || state === 'hidden') return { state };
  element.scrollIntoView({ block: 'center', inline: 'nearest', behavior: 'instant' });
  const way = [target].flat().findIndex((part) => locate(part).element === element) + 1;
  const coveredBy = coverOf(element);
  return { state, box: boxOf(element), ...(coveredBy && { coveredBy }), ...(way && { way }) };
}

/** Clicks it as a tour does; false when it is not there. */
export async function click(target: Target): Promise<boolean> {
  await prepareLocator();
  const { element } = locate(target);
  if (!element) return false;
  if (element instanceof HTMLElement) element.click();
  else element.dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true, cancelable: true }));
  return true;
}
