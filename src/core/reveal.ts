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
