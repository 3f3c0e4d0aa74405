import { fold, isStop, termsOf } from './words.js';

/** A piece of a text; `hit` when it is what was looked for. */
export interface Piece {
  text: string;
  hit: boolean;
}

const WORD = /[\p{L}\p{N}\p{M}]+/gu;

/** Terms of words as written: results are drawn at every letter typed, and are much the same words. */
const known = new Map<string, readonly string[]>();
const MOST_KNOWN = 20_000;

function termsOfWord(written: string): readonly string[] {
  let terms = known.get(written);
  if (!terms) {
    const word = fold(written);
    terms = isStop(word) ? [] : termsOf(word);
    if (known.size < MOST_KNOWN) known.set(written, terms);
  }
  return terms;
}

/** Cuts a text so that the words whose terms were found can be marked, whole, as they are written. */
export function highlight(text: string, terms: Iterable<string>): Piece[] {
  const wanted = new Set(terms);
  const pieces: Piece[] = [];
  const add = (part: string, hit: boolean) => {
    const last = pieces[pieces.length - 1];
    if (!part) return;
    if (last && last.hit === hit) last.text += part;
    else pieces.push({ text: part, hit });
  };
  let at = 0;
  for (const match of text.matchAll(WORD)) {
    const hit = termsOfWord(match[0]).some((term) => wanted.has(term));
    add(text.slice(at, match.index), false);
    add(match[0], hit);
    at = match.index + match[0].length;
  }
  add(text.slice(at), false);
  return pieces;
}

/** Markdown without its marks, on one line: what an excerpt is taken from. */
export const plainText = (markdown: string): string =>
  markdown
    .replace(/!\[[^\]]*\]\([^)\s]*\)/g, '')
    .replace(/\[([^[\]]*)\]\([^)\s]*\)/g, '$1')
    .replace(/\[\[([^[\]]+)\]\]/g, '$1')
    .replace(/^\s*(?:[-*+]|\d+[.)])\s+/gm, '')
    .replace(/[*`\\]/g, '')
    // Within a word it is a letter of an address.
    .replace(/(^|[^\p{L}\p{N}])_+|_+(?![\p{L}\p{N}])/gu, '$1')
    .replace(/\s+/g, ' ')
    .trim();

/** About `size` characters around the first word found; undefined where none is in there. */
export function excerpt(text: string, terms: Iterable<string>, size = 110): string | undefined {
  const wanted = new Set(terms);
  for (const match of text.matchAll(WORD)) {
    if (!termsOfWord(match[0]).some((term) => wanted.has(term))) continue;
    const from = match.index < size / 3 ? 0 : text.indexOf(' ', match.index - size / 3) + 1;
    const to = from + size >= text.length ? text.length : text.lastIndexOf(' ', from + size);
    return `${from ? '… ' : ''}${text.slice(from, Math.max(to, match.index + match[0].length))}${to < text.length ? '…' : ''}`;
  }
  return undefined;
}
