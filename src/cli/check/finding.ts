import type { Target, TargetPart } from '../../model/schema/common.js';

export type FindingState =
  | 'found'
  | 'covered'
  | 'hidden'
  | 'ambiguous'
  | 'absent'
  /** An earlier step asks for something to be done that was not done: nothing can be said. */
  | 'unsure'
  /** The page did not open, or no page of the list is the step's. */
  | 'page'
  /** A click before the step had nothing to click, or what it opens did not come. */
  | 'before'
  /** What the campaign waits for is not on this page. */
  | 'not-started';

/** What became of one target, as one profile, on one page. */
export interface Finding {
  campaign: string;
  title: string;
  profile: string | undefined;
  page: string;
  path: string;
  label: string;
  target: Target | undefined;
  state: FindingState;
  severity: 'good' | 'warning' | 'error';
  /** Fault and remedy, in French; nothing for what is well. */
  message?: string;
  /** Which of its ways found it, counted from 1. */
  way?: number;
  /** File of the picture, and where the target is on it, in hundredths of it. */
  picture?: { file: string; box?: [x: number, y: number, width: number, height: number] };
}

export const partWords = (part: TargetPart): string =>
  typeof part === 'string'
    ? part
    : 'frame' in part
      ? `dans ${part.frame}\u00a0: ${targetWords(part.target)}`
      : 'text' in part
        ? `les mots «\u00a0${part.text}\u00a0»`
        : part.name === undefined
          ? `rôle ${part.role}`
          : `${part.role} «\u00a0${part.name}\u00a0»`;

export const targetWords = (target: Target | undefined): string =>
  target === undefined ? '' : [target].flat().map(partWords).join(', sinon ');

const STATE_WORDS: Readonly<Record<FindingState, string>> = {
  found: 'trouvée',
  covered: 'recouverte',
  hidden: 'cachée',
  ambiguous: 'plusieurs',
  absent: 'absente',
  unsure: 'à voir à la main',
  page: 'page non ouverte',
  before: 'clic impossible',
  'not-started': 'ne démarre pas ici',
};
export const stateWords = (state: FindingState): string => STATE_WORDS[state];

export const profileWords = (profile: string | undefined): string => profile ?? 'sans connexion';
