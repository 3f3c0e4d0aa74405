import type { QuestionKind } from '../../../model/schema/survey.js';
import { infoField } from './field.js';
import type { Draw } from './field.js';

type Kind = () => Promise<{ draw: Draw }>;

const scale: Kind = () => import('./scale-field.js');
const options: Kind = () => import('./options-field.js');
const text: Kind = () => import('./text-field.js');
const matrix: Kind = () => import('./matrix-field.js');

/** Where each kind of question is drawn; a survey pays for the rarer kinds only where it has them (rollup.config.js). */
const KINDS: Partial<Record<QuestionKind, Kind>> = {
  nps: scale,
  rating: scale,
  effort: scale,
  choice: options,
  choices: options,
  boolean: options,
  text,
  longtext: text,
  matrix,
  usability: matrix,
  stars: () => import('./stars-field.js'),
  faces: () => import('./faces-field.js'),
  ranking: () => import('./ranking-field.js'),
  date: () => import('./date-field.js'),
};

const loaded = new Map<QuestionKind, Draw>([['info', infoField]]);

/** How this kind is drawn, if that is here already. */
export const fieldFor = (kind: QuestionKind): Draw | undefined => loaded.get(kind);

/** Brings one kind. Rejects when it cannot be had; asked again, it is tried again. */
export async function loadField(kind: QuestionKind): Promise<Draw> {
  const draw = loaded.get(kind) ?? (await KINDS[kind]!()).draw;
  loaded.set(kind, draw);
  return draw;
}
