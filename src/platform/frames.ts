import { deepActiveElement } from './focus.js';

/** The frame that an element's document is in; none for what is in our own document, wherever that is. */
export const frameAround = (el: Element): Element | undefined =>
  el.ownerDocument === document ? undefined : (el.ownerDocument.defaultView?.frameElement ?? undefined);

/** Windows of the frames that elements are in. */
export function framesOf(elements: readonly Element[]): Set<Window> {
  const found = new Set<Window>();
  for (const one of elements)
    for (let el: Element | undefined = one; el; el = frameAround(el)) {
      const view = el.ownerDocument.defaultView;
      if (view && view !== window) found.add(view);
    }
  return found;
}

/** The element that has the focus, as `deepActiveElement` says it, and in those frames that one of `elements` is in. */
export function activeAmong(elements: readonly Element[]): Element | null {
  const frames = framesOf(elements);
  let active = deepActiveElement();
  for (let inner = active; inner;) {
    active = inner;
    const { contentWindow } = inner as Partial<HTMLIFrameElement>;
    const isIn = contentWindow && frames.has(contentWindow);
    inner = isIn ? contentWindow.document.activeElement : (inner.shadowRoot?.activeElement ?? null);
  }
  return active;
}

/** Where an element stands in our own document: itself, or the outermost that has it in a shadow root or a frame. */
function outermost(el: Element): Element {
  const { host } = el.getRootNode() as Partial<ShadowRoot>;
  const around = host ?? frameAround(el);
  return around ? outermost(around) : el;
}

/** By their place in the page. */
export function inOrder(elements: readonly Element[]): Element[] {
  const comesBefore = (a: Element, b: Element) =>
    a.compareDocumentPosition(b) & Node.DOCUMENT_POSITION_FOLLOWING;
  return [...elements].sort((a, b) => {
    const [x, y] = a.getRootNode() === b.getRootNode() ? [a, b] : [outermost(a), outermost(b)];
    return x === y ? 0 : comesBefore(x, y) ? -1 : 1;
  });
}
