import { isRecord } from '../../model/format.js';

/** Where one is in the help: at an article, at the report of a problem, or at its start when neither. */
export interface Spot {
  article?: string;
  report?: true;
}

/** The way one has gone, to go back and forward on. */
export interface Trail {
  spots: readonly Spot[];
  at: number;
}

/** What is kept for the session. */
export interface Kept extends Trail {
  /** The page it was on, without query: on another page, help begins with what is for that one. */
  path: string;
  query: string;
}

const LONGEST = 30;

export const START: Trail = { spots: [{}], at: 0 };

export const spotOf = ({ spots, at }: Trail): Spot => spots[at] ?? {};

const isSame = (a: Spot, b: Spot): boolean => a.article === b.article && a.report === b.report;

/** To another place: what was ahead is forgotten, as a browser does. */
export function go(trail: Trail, spot: Spot): Trail {
  if (isSame(spotOf(trail), spot)) return trail;
  const spots = [...trail.spots.slice(0, trail.at + 1), spot].slice(-LONGEST);
  return { spots, at: spots.length - 1 };
}

export const move = ({ spots, at }: Trail, by: number): Trail => ({
  spots,
  at: Math.max(0, Math.min(spots.length - 1, at + by)),
});

/** Takes what cannot be read any more (an article that is gone) out of the way. */
export function without({ spots, at }: Trail, isGone: (spot: Spot) => boolean): Trail {
  const before = spots.slice(0, at + 1).filter((spot) => !isGone(spot));
  const after = spots.slice(at + 1).filter((spot) => !isGone(spot));
  return before.length ? { spots: [...before, ...after], at: before.length - 1 } : START;
}

/** Out of what a store gives back; undefined for what is no such thing. */
export function readKept(text: string | undefined): Kept | undefined {
  try {
    const raw: unknown = JSON.parse(text ?? '');
    if (!isRecord(raw) || !Array.isArray(raw.spots) || typeof raw.path !== 'string') return undefined;
    const spots = raw.spots.filter(isRecord).map(({ article, report }): Spot => ({
      ...(typeof article === 'string' && { article }),
      ...(report === true && { report }),
    }));
    const at = Number(raw.at);
    return spots[at]
      ? { spots, at, path: raw.path, query: typeof raw.query === 'string' ? raw.query.slice(0, 200) : '' }
      : undefined;
  } catch {
    return undefined;
  }
}
