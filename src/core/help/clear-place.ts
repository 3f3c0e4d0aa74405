import { overlaps } from '../geometry.js';
import type { Rect } from '../geometry.js';

/** Air left between the button and what it makes room for, in CSS px. */
const AIR = 8;

/**
 * How far a button in a corner has to be moved off its edge, in CSS px, so as to lie over none of the page's own fixed
 * controls. Along the edge's own direction only: the corner stays the same on every page (WCAG 3.2.6). 0 where there is
 * no room for it anywhere in that half of the screen: then its own place is no worse than another.
 * @param isTop the button is at the upper edge
 * @param obstaclesAt what of the page is fixed under a box
 */
export function liftFor(
  box: Rect,
  height: number,
  isTop: boolean,
  obstaclesAt: (box: Rect) => readonly Rect[],
): number {
  let lift = 0;
  // A bar, and what stands on it, and one more: whoever piles up more wants no help.
  for (let tries = 0; tries < 4; tries++) {
    const sign = isTop ? 1 : -1;
    const moved = { ...box, top: box.top + sign * lift, bottom: box.bottom + sign * lift };
    const hit = obstaclesAt(moved).filter((one) => overlaps(one, moved));
    if (!hit.length) return lift;
    const edge = isTop ? Math.max(...hit.map((one) => one.bottom)) : Math.min(...hit.map((one) => one.top));
    lift = Math.ceil(isTop ? edge + AIR - box.top : box.bottom - edge + AIR);
    if (lift > height / 2) return 0;
  }
  return 0;
}
