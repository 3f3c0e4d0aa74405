import { interfaceLocale, msg } from '../../locales/msg.js';
import { str } from '../../locales/str.js';
import type { Schedule } from '../../model/schema/campaign.js';
import { dates } from './formats.js';
import { durationWords } from './lists.js';

/** "2026-09-01T08:00" → "1 sept. 2026, 08:00"; a day of the plan is the same day everywhere. */
export function dateWords(text: string, style: 'short' | 'long' = 'short'): string {
  const date = new Date(text.length > 10 ? `${text.slice(0, 16)}Z` : `${text}T00:00Z`);
  if (isNaN(+date)) return text;
  const words = dates({
    timeZone: 'UTC',
    day: 'numeric',
    month: style === 'long' ? 'long' : 'short',
    year: 'numeric',
    ...(text.length > 10 && { hour: '2-digit', minute: '2-digit' }),
  }).format(date);
  // Intl does not know that the French first day is an ordinal.
  return interfaceLocale() === 'fr' ? words.replace(/^1(?= )/, '1er') : words;
}

export const instantWords = (at: string | number, timeZone?: string): string =>
  dates({
    dateStyle: 'medium',
    timeStyle: 'short',
    ...(timeZone && { timeZone }),
  }).format(new Date(at));

const REFERENCES: Readonly<Record<string, () => string>> = {
  goLive: () => msg('l’ouverture', { id: 'studio-go-live' }),
  arrived: () => msg('son arrivée', { id: 'studio-arrival' }),
};

function offsetWords(offset: string, relativeTo: string): string {
  const of = REFERENCES[relativeTo]?.() ?? relativeTo;
  if (/^-?P0D$/.test(offset)) return msg(str`le jour de ${of}`, { id: 'studio-that-day' });
  return offset.startsWith('-')
    ? msg(str`${durationWords(offset.slice(1))} avant ${of}`, { id: 'studio-before' })
    : msg(str`${durationWords(offset)} après ${of}`, { id: 'studio-after' });
}

/** When a campaign is on, in words. */
export function scheduleWords({ start, end, relativeTo }: Schedule = {}): string {
  const edge = (text: string) =>
    relativeTo && /^-?P/.test(text) ? offsetWords(text, relativeTo) : dateWords(text);
  if (relativeTo)
    return (
      [
        start && msg(str`début\u00a0: ${edge(start)}`, { id: 'studio-offset-start' }),
        // A day counted from another is the first on which it is no longer shown; a date is the last on which it is.
        end &&
          (/^-?P/.test(end)
            ? msg(str`fin\u00a0: ${edge(end)} (non compris)`, { id: 'studio-offset-end' })
            : msg(str`fin\u00a0: ${edge(end)}`, { id: 'studio-offset-date' })),
      ]
        .filter(Boolean)
        .join(' – ') || msg('tout le temps', { id: 'studio-all-the-time' })
    );
  if (start && end) return msg(str`du ${edge(start)} au ${edge(end)}`, { id: 'studio-from-to' });
  if (start) return msg(str`à partir du ${edge(start)}`, { id: 'studio-from' });
  if (end) return msg(str`jusqu’au ${edge(end)}`, { id: 'studio-to' });
  return msg('tout le temps', { id: 'studio-all-the-time' });
}
