export type Personal = 'email' | 'phone' | 'number';

/** `[^\s@]` stops at the next "@": the whole scan is linear. */
const EMAIL = /[^\s@]@[^\s@]+\.[^\s@]{2}/;

/**
 * From 0, or a country code and an optional "(0)", nine digits with one and the same separator: one and then by twos; three
 * and then by twos, as overseas; three, then two fours or three twos (numbering plan of ARCEP, decision 2018-0881: France
 * and overseas, all of ten digits). No lookbehind: Safari 15.4 has none.
 */
const PHONE =
  /(?:^|\D)(?:0|(?:\+|00)\d{1,3}[\s.-]{0,2}(?:\(0\)[\s.-]{0,2})?)[1-9](?:([\s./-]{0,2})\d\d(?:\1\d\d){3}|\d\d([\s./-]{0,2})\d\d(?:\2\d\d){2}|([\s./-])\d{4}\3\d{4})(?!\d)/;

/** Pupil numbers, identifiers, card numbers; digits of any script. */
const NUMBER = /\p{Nd}{8}/u;

/** What in a free text may say who wrote it. Warns, never decides: a false alarm costs a glance. Linear in its length. */
export function looksPersonal(text: string): Personal | undefined {
  return EMAIL.test(text) ? 'email' : PHONE.test(text) ? 'phone' : NUMBER.test(text) ? 'number' : undefined;
}
