import type { Rect } from '../core/geometry.js';
import { revealBy } from '../core/reveal.js';

/** Room for ring and card beside a target, in CSS px: air around it, and the size of most cards. */
const PAD = 14;
const CARD = { width: 360, height: 240 };

const behavior = 'instant';

const parentOf = (el: Element): Element | null =>
  el.assignedSlot ?? el.parentElement ?? ((el.getRootNode() as Partial<ShadowRoot>).host || null);

/** The fixed or sticky thing that lies over a point, unless the target is in it. The tour itself does not count. */
function barAt(x: number, y: number, target: Element): Rect | undefined {
  for (let el of target.ownerDocument.elementsFromPoint(x, y)) {
    if (el.closest('sentier-tour')) continue;
    for (let inner; (inner = el.shadowRoot?.elementFromPoint(x, y)) && inner !== el;) el = inner;
    if (target.contains(el)) return undefined;
    for (let e: Element | null = el; e && !e.contains(target); e = parentOf(e)) {
      if (/fixed|sticky/.test(getComputedStyle(e).position)) return e.getBoundingClientRect();
    }
  }
  return undefined;
}

/** Which part of the viewport's height no header or footer that stays in place covers, at the target's column. */
function openSpan(target: Element, x: number, height: number): { from: number; to: number } {
  let from = 0;
  let to = height;
  // Bars may be stacked; what reaches past the middle is no bar.
  for (let i = 0, span = 0; i < 3 && span !== to - from; i++) {
    span = to - from;
    const top = barAt(x, from + 1, target)?.bottom ?? 0;
    if (top > from && top < height / 2) from = top;
    const bottom = barAt(x, to - 1, target)?.top ?? height;
    if (bottom < to && bottom > height / 2) to = bottom;
  }
  return { from, to };
}

/** Shares a way out among the scrolling boxes around a target, the page first; inner ones keep it within their own box. */
function scrollAll(target: Element, by: number, page: Element | null): void {
  const inner: Element[] = [];
  for (let e = parentOf(target); e; e = parentOf(e)) {
    if (e !== page && /auto|scroll/.test(getComputedStyle(e).overflowY)) inner.unshift(e);
  }
  const topOf = () => target.getBoundingClientRect().top;
  const start = topOf();
  page?.scrollBy({ top: by, behavior });
  for (const box of inner) {
    const rest = by - (start - topOf());
    const { top, bottom } = target.getBoundingClientRect();
    const own = box.getBoundingClientRect();
    box.scrollBy({
      top: Math.min(Math.max(rest, bottom - own.bottom), Math.max(top - own.top, 0)),
      behavior,
    });
  }
}

/**
 * Scrolls every scrolling ancestor so that `target` is in sight, clear of bars that stay in place, with room for its
 * card. At once, never smoothly: the page's `scroll-behavior` would have the person wait, and reduced motion forbids it.
 */
export function reveal(target: Element): void {
  const { defaultView: view, scrollingElement: page } = target.ownerDocument;
  if (!view) return;
  const { innerWidth: width, innerHeight: height } = view;
  target.scrollIntoView({ block: 'nearest', inline: 'nearest', behavior });
  // Thrice at most: a sticky header, of the page or of an inner box, only shows itself once things have moved under it.
  for (let pass = 0; pass < 3; pass++) {
    const { top, bottom, left, right } = target.getBoundingClientRect();
    const x = Math.min(Math.max((left + right) / 2, 1), width - 1);
    const { from, to } = openSpan(target, x, height);
    const isBeside = Math.max(left, width - right) >= CARD.width + 2 * PAD;
    const bar = barAt(x, Math.max(top, from) + 1, target);
    const by = revealBy({
      start: top,
      end: bottom,
      from: bar && bar.bottom < height / 2 ? bar.bottom : from,
      to,
      pad: PAD,
      room: isBeside ? 0 : CARD.height,
    });
    if (Math.abs(by) < 1) return;
    scrollAll(target, by, page);
  }
}
