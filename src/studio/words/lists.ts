import { msg } from '../../locales/msg.js';
import { str } from '../../locales/str.js';
import { parseDuration } from '../../core/duration.js';
import { languages, lists, numbers } from './formats.js';

/** "élèves, parents et direction". */
export const listed = (
  items: readonly string[],
  type: 'conjunction' | 'disjunction' = 'conjunction',
): string => lists(type).format(items);

export const counted = (n: number, one: string, several: string): string =>
  `${numbers().format(n)} ${n > 1 ? several : one}`;

/** "P30D" → "30 jours"; what cannot be read stays as it is. */
export function durationWords(iso: unknown): string {
  const { months, days, ms } = parseDuration(iso);
  if (isNaN(months)) return String(iso);
  const minutes = Math.round(ms / 6e4);
  const parts = [
    months &&
      counted(months, msg('mois', { id: 'studio-month' }), msg('mois ', { id: 'studio-months' }).trim()),
    days && counted(days, msg('jour', { id: 'studio-day' }), msg('jours', { id: 'studio-days' })),
    minutes &&
      counted(minutes, msg('minute', { id: 'studio-minute' }), msg('minutes', { id: 'studio-minutes' })),
  ].filter((part): part is string => Boolean(part));
  return parts.length ? listed(parts) : msg('aussitôt', { id: 'studio-at-once' });
}

/** Languages that a text is offered to be written in: those of the families that schools meet most. */
export const TEXT_LANGUAGES = ['fr', 'en', 'ar', 'es', 'pt', 'tr', 'uk', 'de', 'it', 'ro', 'zh'] as const;

const LANGUAGES: Readonly<Record<string, () => string>> = {
  fr: () => msg('français', { id: 'studio-lang-fr' }),
};

/** "fr-x-simple" → "français simplifié". */
export function languageName(tag: string): string {
  const [language = tag, simple] = tag.split(/-x-/i);
  let name = LANGUAGES[language]?.();
  try {
    name ??= languages().of(language) ?? language;
  } catch {
    name ??= language;
  }
  return simple === 'simple' ? msg(str`${name} simplifié`, { id: 'studio-simplified' }) : name;
}
