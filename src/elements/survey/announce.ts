import type { SurveyCard } from './survey-card.js';

/** A live region speaks of what changes in it, and only once it has been in the page for a moment (RGAA 7.5). */
const ANNOUNCE_MS = 100;

const timers = new WeakMap<SurveyCard, ReturnType<typeof setTimeout>>();

/** Says words in the card's live region; without words it falls silent. */
export function announce(card: SurveyCard, words = ''): void {
  const status = card.find('.sr')!;
  status.textContent = '';
  clearTimeout(timers.get(card));
  if (words)
    timers.set(
      card,
      setTimeout(() => (status.textContent = words), ANNOUNCE_MS),
    );
}
