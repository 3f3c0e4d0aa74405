import { answerTo } from '../../core/survey/answer.js';
import type { Answers } from '../../core/survey/answer.js';
import { optionsOf } from '../../core/survey/questions.js';
import { msg } from '../../locales/msg.js';
import type { Question } from '../../model/schema/survey.js';
import type { Text } from '../../model/schema/common.js';
import type { ResolvedText } from '../../model/text.js';
import { h } from '../primitives/dom.js';
import { noWords, yesWords } from './words.js';

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
    const value = answerTo(answers, question.id);
    if (value === undefined) continue;
    const option = optionsOf(question).find(({ id }) => id === value);
    const isYes = question.kind === 'boolean' && (value === 'yes' ? yesWords() : noWords());
    const said = option ? resolve(option.label).value : isYes || String(value);
    area.value += `${resolve(question.title).value}\n${said}\n\n`;
  }
  const button = h('button', { type: 'button' }, msg('Copier mes réponses', { id: 'sv-copy' }));
  button.addEventListener('click', () => {
    area.select();
    // The asynchronous clipboard is missing on http pages; and what is selected can be copied by hand.
    if (document.execCommand('copy')) say(msg('Réponses copiées.', { id: 'sv-copied' }));
  });
  return [area, button];
}
