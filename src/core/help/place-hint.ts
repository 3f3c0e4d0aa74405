import type { Rect } from '../geometry.js';

interface Size {
  width: number;
  height: number;
}
export interface Point {
  x: number;
  y: number;
}

/** Air between a mark and what it explains, and around a bubble, in CSS px. */
const GAP = 6;
const EDGE = 8;

const clamp = (value: number, least: number, most: number): number => Math.max(least, Math.min(value, most));

/**
 * Where a mark stands beside its target, both in CSS px of the viewport. `beside`: after it in reading order, in the
 * middle of its height or, when it is tall, at its first line. `astride`: over the end of its upper edge, where it
 * covers least; for targets as wide as the page, or with another control next to them.
 */
export function placeMark(
  target: Rect,
  mark: Size,
  view: Size,
  isRtl: boolean,
): { beside?: Point; astride: Point } {
  const height = target.bottom - target.top;
  const x = isRtl ? target.left - GAP - mark.width : target.right + GAP;
  const room = x >= 0 && x + mark.width <= view.width;
  const y = target.top + (Math.min(height, 2 * mark.height) - mark.height) / 2;
  return {
    ...(room && { beside: { x, y } }),
    astride: {
      x: clamp(isRtl ? target.left + EDGE : target.right - mark.width - EDGE, 0, view.width - mark.width),
      y: target.top - mark.height / 2,
    },
  };
}

/** Where a bubble stands: under its mark, over it where there is more room; always whole on the screen if it can be. */
export function placeBubble(mark: Rect, bubble: Size, view: Size, isRtl: boolean): Point {
  const under = view.height - mark.bottom;
  const isUnder = under >= bubble.height + GAP + EDGE || under >= mark.top;
  return {
    x: clamp(
      isRtl ? mark.right - bubble.width : mark.left,
      EDGE,
      Math.max(EDGE, view.width - bubble.width - EDGE),
    ),
    y: clamp(
      isUnder ? mark.bottom + GAP : mark.top - GAP - bubble.height,
      EDGE,
      Math.max(EDGE, view.height - bubble.height - EDGE),
    ),
  };
}
