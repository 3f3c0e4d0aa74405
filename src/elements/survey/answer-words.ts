import { answerTo, OTHER, otherOf, textOf } from '../../core/survey/answer.js';
import type { Answer, Answers } from '../../core/survey/answer.js';
import { optionsOf, rowsOf } from '../../core/survey/questions.js';
import type { Question } from '../../model/schema/survey.js';
import type { Text } from '../../model/schema/common.js';
import type { ResolvedText } from '../../model/text.js';
import { interfaceLocale } from '../../locales/msg.js';
import { noWords, otherWords, yesWords } from './words.js';

type Resolve = (text: Text | undefined) => ResolvedText;

/** What was answered, in the words that the person read; undefined where nothing was. */
export function answerWords(question: Question, answers: Answers, resolve: Resolve): string | undefined {
  const value = answerTo(answers, question.id);
  if (value === undefined || value === '') return undefined;
  const optionWords = (id: unknown): string => {
    const option = optionsOf(question).find((one) => one.id === id);
    if (option) return resolve(option.label).value;
    if (id !== OTHER || !question.other) return String(id);
    const own = question.other === true ? otherWords() : resolve(question.other).value;
    const said = textOf(answerTo(answers, otherOf(question.id))).trim();
    return said ? `${own} (${said})` : own;
  };
  return wordsBy(question, value, optionWords, resolve);
}

function wordsBy(
  question: Question,
  value: Answer,
  optionWords: (id: unknown) => string,
  resolve: Resolve,
): string {
  switch (question.kind) {
    case 'boolean':
      return value === 'yes' ? yesWords() : noWords();
    case 'choice':
      return optionWords(value);
    case 'choices':
      return (value as readonly string[]).map(optionWords).join(', ');
    case 'ranking':
      return (value as readonly string[]).map((id, i) => `${i + 1}. ${optionWords(id)}`).join(', ');
    case 'date':
      return new Intl.DateTimeFormat(interfaceLocale(), { dateStyle: 'long', timeZone: 'UTC' }).format(
        new Date(`${textOf(value)}T00:00:00Z`),
      );
    case 'matrix':
    case 'usability':
      return Object.entries(value)
        .map(([line, chosen]) => {
          const row = rowsOf(question).find(({ id }) => id === line);
          return `${row ? resolve(row.label).value : line}\u00a0: ${optionWords(chosen)}`;
        })
        .join('\u202f; ');
    default:
      return textOf(value);
  }
}
