import { isStop, stem, wordsIn } from './words.js';

/** What can be searched of an article before the index is there. */
export interface Titled {
  id: string;
  title: string;
}

/**
 * A search over titles alone, for the time until the index is there. Looks at as many as `goOn` allows: those for this
 * page come first in the list. Every word must begin a word of the title.
 */
export function quickSearch(
  titles: Iterable<Titled>,
  query: string,
  goOn: () => boolean,
  most = 8,
): string[] {
  const words = wordsIn(query);
  const telling = words.filter((word) => !isStop(word));
  const wanted = (telling.length ? telling : words).map(stem);
  const found: string[] = [];
  if (!wanted.length) return found;
  for (const { id, title } of titles) {
    const own = wordsIn(title);
    if (wanted.every((word) => own.some((one) => one.startsWith(word))) && found.push(id) >= most) break;
    if (!goOn()) break;
  }
  return found;
}
