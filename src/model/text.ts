import type { Text } from './schema/common.js';

/** Authored text in one language, ready to be rendered with its own `lang` and `dir` (RGAA 8.7, 8.10). */
export interface ResolvedText {
  value: string;
  lang: string;
  dir: 'ltr' | 'rtl';
}

/** Languages written from right to left among those of French schools (domain: languages) and their scripts. */
const RTL = /^(ar|arc|ckb|dv|fa|he|ks|prs|ps|sd|ug|ur|yi)\b|-(Arab|Hebr|Syrc|Thaa)\b/i;

export const directionOf = (lang: string): 'ltr' | 'rtl' => (RTL.test(lang) ? 'rtl' : 'ltr');

/** "fr-CA" → "fr-CA", "fr"; "fr-x-simple" → "fr-x-simple", "fr". */
function* lookup(tag: string): Generator<string> {
  yield tag;
  const withoutPrivate = tag.replace(/-x-.*$/, '');
  for (let t = withoutPrivate; t; t = t.slice(0, Math.max(t.lastIndexOf('-'), 0))) yield t;
}

/**
 * Chooses the text for the first of `locales` that has one (exact tag, then shorter ones), then the plan's locale,
 * then any. A bare string is in the plan's locale.
 */
export function resolveText(
  text: Text | undefined,
  locales: readonly string[],
  planLocale = 'fr',
): ResolvedText {
  if (text === undefined) return { value: '', lang: planLocale, dir: directionOf(planLocale) };
  if (typeof text === 'string') return { value: text, lang: planLocale, dir: directionOf(planLocale) };
  const keys = Object.keys(text);
  const byLower = new Map(keys.map((key) => [key.toLowerCase(), key]));
  for (const wanted of [...locales, planLocale]) {
    for (const tag of lookup(wanted.toLowerCase())) {
      const key = byLower.get(tag);
      if (key !== undefined) return { value: String(text[key]), lang: langOf(key), dir: directionOf(key) };
    }
  }
  const first = keys[0];
  return first === undefined
    ? resolveText('', locales, planLocale)
    : { value: String(text[first]), lang: langOf(first), dir: directionOf(first) };
}

/** The private-use part ("-x-simple") says nothing to a screen reader. */
const langOf = (tag: string): string => tag.replace(/-x-.*$/i, '');
