import { isStop, wordsIn } from './words.js';

const MOST_WORDS = 6;
const LONGEST = 60;

/**
 * What is told of a search that found nothing, for whoever writes the articles: the words that say something, and none
 * that may be somebody's (numbers, addresses, names written with a capital). Undefined where none is left.
 */
export function unansweredWords(query: string): string | undefined {
  const personal = /\S*@\S*|\S*\d\S*|https?:\S+/g;
  const kept = query
    .replace(personal, ' ')
    .split(/\s+/)
    // The first word has its capital from the beginning of the sentence; later ones, from being a name.
    .filter((word, i) => i === 0 || !/^\p{Lu}\p{Ll}/u.test(word))
    .join(' ');
  const words = wordsIn(kept).filter((word) => !isStop(word) && word.length > 2);
  return words.slice(0, MOST_WORDS).join(' ').slice(0, LONGEST).trim() || undefined;
}
