import { ANSWER_PLACE } from '../../model/answer-places.js';

/** All marks that Markdown could take for its own. */
const escaped = (words: string): string => words.replace(/[!-/:-@[-`{-~]/g, '\\$&');

/**
 * A text with the answers that it quotes. Plain words go in, whatever was answered: nothing of an answer is read as a
 * quotation, as Markdown (`isMarkdown`) or as a link. What was not answered leaves "…".
 */
export const withAnswers = (
  text: string,
  wordsOf: (id: string) => string | undefined,
  isMarkdown = false,
): string =>
  text.replace(ANSWER_PLACE, (_, id: string) => {
    const words = wordsOf(id)?.replace(/\s+/g, ' ').trim() || '…';
    return isMarkdown ? escaped(words) : words;
  });
