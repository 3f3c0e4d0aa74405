import type { Delivery } from '../../core/ports.js';
import type { Answers } from '../../core/survey/answer.js';
import type { Question } from '../../model/schema/survey.js';
import type { Text } from '../../model/schema/common.js';
import type { ResolvedText } from '../../model/text.js';
import { msg } from '../../locales/msg.js';
import { h } from '../primitives/dom.js';
import { answerWords } from './answer-words.js';

/** Told only where something was sent at all. */
export const deliveryWords = (delivery: Delivery | undefined): string =>
  delivery === 'sent'
    ? msg('La réponse est envoyée.', { id: 'sv-sent' })
    : delivery === 'waiting'
      ? msg('Pas de réseau pour l’instant\u00a0: la réponse est gardée et partira dès que possible.', {
          id: 'sv-waiting',
        })
      : delivery === 'held'
        ? msg(
            'Pas de réseau pour l’instant\u00a0: la réponse partira dès que possible, tant que cette page reste ouverte.',
            { id: 'sv-held' },
          )
        : delivery === 'refused'
          ? msg('La réponse n’a pas pu être envoyée.', { id: 'sv-refused' })
          : '';

export const thanksWords = (): string => msg('Merci\u202f!', { id: 'sv-thanks' });

/** What can only be lost with the page, or is refused already, can be copied. */
export const canCopy = (delivery: Delivery | undefined): boolean =>
  delivery === 'refused' || delivery === 'held';

/** The answers as text, for who could not send them, with a button that copies it. `say` speaks in the live region. */
export function copyOf(
  questions: readonly Question[],
  answers: Answers,
  resolve: (text: Text | undefined) => ResolvedText,
  say: (words: string) => void,
): Node[] {
  const area = h('textarea', {
    class: 'text',
    rows: '4',
    readonly: '',
    'aria-label': msg('Mes réponses', { id: 'sv-my-answers' }),
  });
  for (const question of questions) {
    const words = answerWords(question, answers, resolve);
    if (words) area.value += `${resolve(question.title).value}\n${words}\n\n`;
  }
  const button = h('button', { type: 'button' }, msg('Copier mes réponses', { id: 'sv-copy' }));
  button.addEventListener('click', () => {
    area.select();
    // The asynchronous clipboard is missing on http pages; and what is selected can be copied by hand.
    if (document.execCommand('copy')) say(msg('Réponses copiées.', { id: 'sv-copied' }));
  });
  return [area, button];
}
