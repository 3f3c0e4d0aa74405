import type { Rect } from '../../core/geometry.js';

/** A bar is no higher than this part of the screen; what is higher is the page itself (an app's shell, fixed as a whole). */
const BAR = 0.5;

const parentOf = (el: Element): Element | null => {
  if (el.assignedSlot) return el.assignedSlot;
  const root = el.getRootNode();
  return el.parentElement ?? (root instanceof ShadowRoot ? root.host : null);
};

/** The page's fixed or sticky box that an element belongs to, if it is a bar, a bubble, a box in a corner. */
function fixedAround(el: Element): Rect | undefined {
  for (let at: Element | null = el; at; at = parentOf(at)) {
    if (!/fixed|sticky/.test(getComputedStyle(at).position)) continue;
    const box = at.getBoundingClientRect();
    if (box.width && box.height && box.height < innerHeight * BAR) return box;
  }
  return undefined;
}

/** What is under a point, in open shadow roots too, `own` and what is in it left out. */
function under(root: Document | ShadowRoot, x: number, y: number, own: Element): Element | undefined {
  for (const el of root.elementsFromPoint(x, y)) {
    if (el === own || own.contains(el) || el === (root as Partial<ShadowRoot>).host) continue;
    // An element of ours that is not in the page's flow, a closed panel, is none of the page's.
    return (el.shadowRoot && under(el.shadowRoot, x, y, own)) || el;
  }
  return undefined;
}

/** Boxes fixed to the screen under `box`: asked at its corners, the middles of its sides and its centre. */
export function obstaclesUnder(box: Rect, own: Element): Rect[] {
  const found = new Set<Rect>();
  const { left, top, right, bottom } = box;
  for (const x of [left + 1, (left + right) / 2, right - 1])
    for (const y of [top + 1, (top + bottom) / 2, bottom - 1]) {
      const el = under(document, x, y, own);
      const rect = el && fixedAround(el);
      if (rect) found.add(rect);
    }
  return [...found];
}
