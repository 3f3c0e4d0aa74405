import type { HelpSource } from './help-source.js';

export const SIMPLE = 'help-simple';

/** Languages to read in: with simple words, or without, where the person chose in this session. */
export function localesFor({ locales, session }: Pick<HelpSource, 'locales' | 'session'>): readonly string[] {
  const choice = session.get(SIMPLE);
  if (choice === undefined) return locales;
  const plain = locales.map((tag) => tag.replace(/-x-simple$/, ''));
  return choice === 'on' ? [`${plain[0] ?? 'fr'}-x-simple`, ...plain.slice(1)] : plain;
}
