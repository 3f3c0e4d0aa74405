import type { Question, QuestionOption } from '../../model/schema/survey.js';
import type { Text } from '../../model/schema/common.js';
import { isText, scaleOf } from './usable.js';
import { answerTo, isOther, OTHER, otherOf, textOf } from './answer.js';
import type { Answer, Answers } from './answer.js';

/** Longest text taken when the campaign sets none, in characters: a response stays far below the collector's 64 KiB. */
export const maxLengthOf = (question: Question): number =>
  question.maxLength ?? (question.kind === 'longtext' ? 2000 : 200);

export interface Option {
  id: string;
  label: Text;
  image?: { src: string; alt: Text } | undefined;
}

const withIds = (list: readonly QuestionOption[] | undefined): Option[] =>
  ([] as QuestionOption[])
    .concat(list ?? [])
    .map((option, i) => (typeof option === 'string' ? { id: `${i + 1}`, label: option } : option));

/** A choice's options with their ids: a short form's id is its place, so that a text may be mended without losing answers. */
export const optionsOf = ({ options }: Question): Option[] => withIds(options);

/** A matrix's lines. */
export const rowsOf = ({ rows }: Question): Option[] => withIds(rows);

/** Number of lines to be answered, in a question that has lines. */
export const linesOf = (question: Question): number =>
  question.kind === 'matrix' ? rowsOf(question).length : question.kind === 'usability' ? 10 : 0;

const isOneOf = (list: readonly Option[], id: unknown): boolean => list.some((one) => one.id === id);

/** Whether `value` can be an answer to `question`: kept answers may be older than the plan. */
export function fits(question: Question, value: Answer): boolean {
  const scale = scaleOf(question);
  const isWhole = (number: unknown, low: number, high: number): boolean =>
    Number.isInteger(number) && (number as number) >= low && (number as number) <= high;
  if (scale) return isWhole(value, ...scale);
  const options = optionsOf(question);
  const isOption = (id: unknown): boolean => isOneOf(options, id) || (id === OTHER && !!question.other);
  switch (question.kind) {
    case 'boolean':
      return value === 'yes' || value === 'no';
    case 'choice':
      return isOption(value);
    case 'choices':
    case 'ranking':
      return Array.isArray(value) && value.every(isOption) && new Set(value).size === value.length;
    case 'date':
      return /^\d{4}-\d\d-\d\d$/.test(value as string);
    case 'matrix':
    case 'usability':
      return (
        typeof value === 'object' &&
        Object.entries(value).every(([line, chosen]) =>
          question.kind === 'matrix'
            ? isOneOf(rowsOf(question), line) &&
              (options[0] ? isOneOf(options, chosen) : isWhole(Number(chosen), 1, 5))
            : /^u([1-9]|10)$/.test(line) && isWhole(chosen, 1, 5),
        )
      );
    default:
      return isText(question) && typeof value === 'string';
  }
}

export type Fault = 'required' | 'soft' | 'incomplete' | 'too-long' | 'too-few' | 'too-many' | 'no-date';

/** Nothing given at all: white space is no text, an empty list no choice. */
const isNothing = (value: Answer | undefined): boolean =>
  value === undefined ||
  (typeof value === 'string' ? !value.trim() : typeof value === 'object' && !Object.keys(value).length);

/** How many of a question's choices there must be, and may be; of a ranking, all of them unless it says so. */
function limitsOf(question: Question): readonly [min: number, max: number] {
  const { kind, min, max } = question;
  const all = optionsOf(question).length;
  if (kind === 'ranking') return [Math.min(max ?? all, all), max ?? all];
  return [min ?? 0, max ?? all + 1];
}

/** What is wrong with the answer to a question. */
export function faultOf(question: Question, answers: Answers): Fault | undefined {
  const { id, kind, required } = question;
  const value = answerTo(answers, id);
  // Asked for softly, it is asked for once: what was chosen in a line cannot be taken back.
  const lacking = (fault: Fault): Fault => (required === 'soft' ? 'soft' : fault);
  if (isNothing(value)) return required && kind !== 'info' ? lacking('required') : undefined;
  // Words beside "other" that is no longer chosen are out of sight, and not sent.
  const words = isText(question) ? value : isOther(value) ? answerTo(answers, otherOf(id)) : undefined;
  if (textOf(words).trim().length > maxLengthOf(question)) return 'too-long';
  if (kind === 'date') return value !== undefined && fits(question, value) ? undefined : 'no-date';
  if (kind === 'choices' || kind === 'ranking') {
    const [min, max] = limitsOf(question);
    const { length } = value as readonly string[];
    if (length < min && kind === 'choices') return 'too-few';
    if (length < min && required) return lacking('too-few');
    return length > max ? 'too-many' : undefined;
  }
  const lines = required && linesOf(question);
  return lines && Object.keys(value as object).length < lines ? lacking('incomplete') : undefined;
}
