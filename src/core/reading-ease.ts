/**
 * How easy a French text is to read: 207 − 1.015 × (words per sentence) − 73.6 × (syllables per word).
 *
 * Source: L. Kandel and A. Moles, « Application de l’indice de Flesch à la langue française », Cahiers d’Études de
 * Radio-Télévision, no. 19, 1958, pp. 253–274: Flesch's Reading Ease (1948) fitted to French, whose words are longer.
 * As with Flesch's: about 100 is very easy, 60 to 70 plain, below 30 for specialists. It is a rough measure of form;
 * whether a text is understood only its readers can say.
 */
export interface ReadingEase {
  /** Undefined for a text too short to be measured. */
  score: number | undefined;
  words: number;
  sentences: number;
  syllables: number;
  /** Words of the longest sentence. */
  longest: number;
}

/** Fewer words say nothing about their author's style. */
const ENOUGH_WORDS = 12;

const VOWELS = 'aàâäeéèêëiîïoôöuùûüyœæ';
const GROUPS: readonly (readonly [RegExp, string])[] = [
  // "qu" and "gu" before a vowel write one consonant.
  [/qu(?=[aeiouyàâéèêëîïôœ])/g, 'q'],
  [/gu(?=[eiyéèêëîï])/g, 'g'],
  // A "y" between vowels is both a vowel's end and a glide: "voyage" has two syllables, then "ge".
  [/([aeou])y(?=[aeiouéè])/g, '$1-'],
];
/** Vowels written side by side that are said apart: "cré-er", "na-ïf", "thé-âtre", "ou-bli-er". */
const HIATUS = /é(?=[aouiâ]|e[rz])|[aouâ](?=[ïë])|o(?=a)|[bcdfgptv][rl][iu](?=[eaoéè])/g;

/** Syllables of one French word as they are said: final mute "e", "es", "ent" of verbs not counted. */
export function syllablesOf(word: string): number {
  let letters = word.toLowerCase().replace(/[^a-zàâäéèêëîïôöùûüÿœæç]/g, '');
  if (!letters) return 0;
  for (const [pattern, instead] of GROUPS) letters = letters.replace(pattern, instead);
  letters = letters.replace(HIATUS, '$&-');
  const vowels = letters.match(new RegExp(`[${VOWELS}]+`, 'g'))?.length ?? 0;
  // "e" at the end is mute after a consonant ("porte", "portes"); after a vowel it joins it anyway ("vie").
  const isMute = /[^aàâäeéèêëiîïoôöuùûüyœæ-]es?$/.test(letters);
  return Math.max(1, vowels - (isMute && vowels > 1 ? 1 : 0));
}

/** Small Markdown's signs are no words. */
const bare = (text: string): string =>
  text
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/[*_`#>[\]]/g, ' ')
    .replace(/^\s*[-+]\s+/gm, '');

export function readingEase(text: string): ReadingEase {
  // A line of a list is a sentence without its full stop.
  const sentences = bare(text)
    .split(/[.!?…]+(?=\s|$)|\n+|:\s|;\s/)
    .map((sentence) => sentence.match(/[\p{L}\p{N}]+/gu) ?? [])
    .filter((words) => words.length > 0);
  const words = sentences.flat();
  const syllables = words.reduce((sum, word) => sum + (/\p{L}/u.test(word) ? syllablesOf(word) : 1), 0);
  const longest = Math.max(0, ...sentences.map((one) => one.length));
  const score =
    words.length < ENOUGH_WORDS
      ? undefined
      : 207 - 1.015 * (words.length / sentences.length) - 73.6 * (syllables / words.length);
  return { score, words: words.length, sentences: sentences.length, syllables, longest };
}
