import type { Text } from './schema/common.js';

/** Authored text in one language, ready to be rendered with its own `lang` and `dir` (RGAA 8.7, 8.10). */
export interface ResolvedText {
  value: string;
  lang: string;
  dir: 'ltr' | 'rtl';
}

/** Languages written from right to left among those of French schools (domain.md §8), unless in Latin letters, and scripts. */
const RTL = /^(ar|arc|ckb|dv|fa|he|ks|nqo|prs|ps|sd|ug|ur|yi)(?!-Latn)(-|$)|-(Arab|Hebr|Syrc|Thaa)\b/i;

export const directionOf = (lang: string): 'ltr' | 'rtl' => (RTL.test(lang) ? 'rtl' : 'ltr');

const resolved = (value: string, tag: string): ResolvedText => {
  // The private-use part ("-x-simple") says nothing to a screen reader.
  const lang = tag.replace(/-x-.*$/i, '');
  return { value, lang, dir: directionOf(lang) };
};

/** "fr-CA-x-simple" → itself, "fr-x-simple", "fr-ca", "fr". Java's "fr_CA" is meant as "fr-CA". */
function lookup(wanted: string): string[] {
  const [tag = '', extra] = String(wanted).toLowerCase().replace(/_/g, '-').split('-x-');
  const tags: string[] = [];
  for (let t = tag; t; t = t.replace(/-?[^-]*$/, '')) tags.push(t);
  return extra ? [`${tag}-x-${extra}`, `${tags.at(-1)}-x-${extra}`, ...tags] : tags;
}

/**
 * Chooses the text for the first of `locales` that has one (exact tag, then shorter ones, then another variety of the
 * same language), then the plan's locale, then any. A bare string is in the plan's locale. Plans reach pages unchecked:
 * what is empty or no text counts as absent.
 */
export function resolveText(
  text: Text | undefined,
  locales: readonly string[],
  planLocale = 'fr',
): ResolvedText {
  if (typeof text === 'string') return resolved(text, planLocale);
  const byTag = new Map<string, ResolvedText>();
  for (const [tag, value] of Object.entries(Array.isArray(text) ? {} : (text ?? {}))) {
    if (value && typeof value === 'string') byTag.set(tag.toLowerCase(), resolved(value, tag));
  }
  for (const wanted of [...locales, planLocale]) {
    const tags = lookup(wanted);
    for (const tag of tags) {
      const found = byTag.get(tag);
      if (found) return found;
    }
    for (const [tag, found] of byTag) if (tag.startsWith(`${tags.at(-1)}-`)) return found;
  }
  for (const found of byTag.values()) return found;
  return resolved('', planLocale);
}
