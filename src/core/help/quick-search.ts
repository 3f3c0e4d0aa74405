import { fold } from './fold.js';

/** What can be searched of an article before the index is there. */
export interface Titled {
  id: string;
  title: string;
}

const wordsOf = (text: string): string[] => fold(text).match(/[\p{L}\p{N}]+/gu) ?? [];

/**
 * A search over titles alone, for the time until the index is there: every word of three letters and more must begin a
 * word of the title. Looks at as many as `goOn` allows: those for this page come first in the list.
 */
export function quickSearch(
  titles: Iterable<Titled>,
  query: string,
  goOn: () => boolean,
  most = 8,
): string[] {
  const words = wordsOf(query);
  const telling = words.filter((word) => word.length > 2);
  const wanted = telling.length ? telling : words;
  const found: string[] = [];
  if (!wanted.length) return found;
  for (const { id, title } of titles) {
    const own = wordsOf(title);
    if (wanted.every((word) => own.some((one) => one.startsWith(word))) && found.push(id) >= most) break;
    if (!goOn()) break;
  }
  return found;
}
