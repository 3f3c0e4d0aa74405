import type { Cut } from '../../model/contract/results.js';

/** What the studio calls each event (French, as the table's headings are). */
const EVENTS: Readonly<Record<string, string>> = {
  shown: 'montrée',
  started: 'commencée',
  completed: 'terminée',
  dismissed: 'fermée',
  snoozed: 'remise à plus tard',
  acknowledged: 'confirmée',
};
const PROFILES: Readonly<Record<string, string>> = {
  pupil: 'élèves',
  guardian: 'parents',
  teacher: 'enseignants',
  head: 'direction',
  staff: 'personnels',
  district: 'circonscription',
  partner: 'partenaires',
};
const DEGREES: Readonly<Record<string, string>> = { '1d': 'premier degré', '2d': 'second degré' };
const ANSWERS: Readonly<Record<string, string>> = { yes: 'oui', no: 'non', '?': 'autres' };

const wordFor = (words: Readonly<Record<string, string>>, code: string): string =>
  Object.hasOwn(words, code) ? words[code]! : code;

export const eventWord = (code: string): string => wordFor(EVENTS, code);
export const answerWord = (kind: string, code: string): string =>
  kind === 'boolean' || code === '?' ? wordFor(ANSWERS, code) : code;
export const groupWord = (cut: Cut, code: string): string =>
  wordFor(cut === 'profile' ? PROFILES : cut === 'degree' ? DEGREES : {}, code);
