/** A box in CSS px of the viewport, as `getBoundingClientRect` gives it. */
export interface Rect {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** Whether two boxes are the same to within `tolerance` px on every side: layout rounds. */
export const isNear = (a: Rect, b: Rect, tolerance = 2): boolean =>
  (['left', 'top', 'right', 'bottom'] as const).every((side) => Math.abs(a[side] - b[side]) <= tolerance);

export const overlaps = (a: Rect, b: Rect): boolean =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

export const contains = (outer: Rect, inner: Rect): boolean =>
  inner.left >= outer.left &&
  inner.top >= outer.top &&
  inner.right <= outer.right &&
  inner.bottom <= outer.bottom;

/** One axis of a reveal: a target from `start` to `end`, and the part of the screen from `from` to `to` that no bar covers. */
export interface Span {
  start: number;
  end: number;
  from: number;
  to: number;
  /** Air to keep on either side of the target. */
  pad: number;
  /** Length that a card wants on one side of the target, 0 where it stands beside. */
  room: number;
}

/**
 * How far to scroll (px, positive: onwards) so that the target stands in the open with room for its card on one side.
 * 0 when it does already. A target that is longer than the screen shows its start; where there is not room for all,
 * the target goes to the start and leaves the rest.
 */
export function revealBy({ start, end, from, to, pad, room }: Span): number {
  const spare = to - from - (end - start) - 2 * pad;
  const wanted = Math.max(Math.min(room, spare), 0);
  const before = start - from - pad;
  const after = to - pad - end;
  if (before >= 0 && after >= 0 && Math.max(before, after) >= wanted - 1) return 0;
  // Target and card together in the middle of what is free.
  return before - Math.max((spare - wanted) / 2, 0);
}
