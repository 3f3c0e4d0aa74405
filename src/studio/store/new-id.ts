import { freeId } from './paths.js';

/** Between 0 and 1, as `Math.random` gives it; tests give their own. */
export type Chance = () => number;

/** Without signs that look alike, and without vowels, lest chance writes a word. */
const SIGNS = '23456789bcdfghjkmnpqrstvwxz';
const LENGTH = 5;
const MADE = new RegExp(`-[${SIGNS}]{${LENGTH}}$`);

export const randomSigns = (length: number, chance: Chance = Math.random): string =>
  Array.from({ length }, () => SIGNS[Math.floor(chance() * SIGNS.length)]).join('');

/**
 * An id that nothing had before, here or elsewhere: "annonce-k7p3x". What is deleted leaves progress and answers under its
 * id, and other schools begin with the same words: an id that is merely free in this draft would inherit them, or be refused.
 */
export function newId(wish: string, taken: Iterable<string> = [], chance: Chance = Math.random): string {
  const ids = new Set(taken);
  // The words alone, without accents.
  const words = freeId(wish, []);
  let id = '';
  for (let tries = 0; tries < 8; tries++) {
    id = `${words}-${randomSigns(LENGTH, chance)}`;
    if (!ids.has(id)) return id;
  }
  return freeId(id, ids);
}

/** What an id was made from: a copy's id says whose copy it is, not by what chance. */
export const wishOf = (id: string): string => id.replace(MADE, '');
