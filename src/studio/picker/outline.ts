import { innerDocument } from './element-tree.js';

/** A box in the top window's coordinates, whatever frames the element is in. */
export function boxOf(el: Element): DOMRect {
  const { x, y, width, height } = el.getBoundingClientRect();
  const frame = el.ownerDocument.defaultView?.frameElement;
  if (!frame || el.ownerDocument === document) return new DOMRect(x, y, width, height);
  const outer = boxOf(frame);
  return new DOMRect(outer.x + frame.clientLeft + x, outer.y + frame.clientTop + y, width, height);
}

/** The innermost element at a point of the top window, through open shadow roots and frames. */
export function elementAt(x: number, y: number): Element | undefined {
  return inside(document.elementFromPoint(x, y) ?? undefined, x, y);
}

function inside(el: Element | undefined, x: number, y: number): Element | undefined {
  if (!el) return undefined;
  const inner = el.shadowRoot?.elementFromPoint(x, y);
  if (inner && inner !== el && el.shadowRoot?.contains(inner)) return inside(inner, x, y);
  const doc = innerDocument(el);
  if (!doc) return el;
  const { left, top } = el.getBoundingClientRect();
  const [dx, dy] = [x - left - el.clientLeft, y - top - el.clientTop];
  return inside(doc.elementFromPoint(dx, dy) ?? undefined, dx, dy) ?? el;
}

const parentIn = (el: Element): Element | null =>
  el.parentElement ?? ((el.getRootNode() as Partial<ShadowRoot>).host || null);

/** The box around an element: its parent, its shadow host, its frame. */
export function around(el: Element): Element | undefined {
  const parent = parentIn(el) ?? el.ownerDocument.defaultView?.frameElement ?? undefined;
  return !parent || /^(html|body)$/.test(parent.localName) ? undefined : parent;
}

/** Scrolls what a wheel at this element would scroll. */
export function scrollFrom(el: Element | undefined, dx: number, dy: number): void {
  for (let box: Element | null | undefined = el; box; box = parentIn(box)) {
    const { overflowY, overflowX } = getComputedStyle(box);
    const canY = dy && /auto|scroll/.test(overflowY) && box.scrollHeight > box.clientHeight;
    const canX = dx && /auto|scroll/.test(overflowX) && box.scrollWidth > box.clientWidth;
    const before = [box.scrollTop, box.scrollLeft];
    if (canX || canY) box.scrollBy({ left: dx, top: dy, behavior: 'instant' });
    if (box.scrollTop !== before[0] || box.scrollLeft !== before[1]) return;
  }
  (el?.ownerDocument.defaultView ?? window).scrollBy({ left: dx, top: dy, behavior: 'instant' });
}
