import type { Answer } from '../../../core/survey/answer.js';
import type { Fault } from '../../../core/survey/questions.js';
import type { Question } from '../../../model/schema/survey.js';
import type { Text } from '../../../model/schema/common.js';
import { interfaceLocale, msg } from '../../../locales/msg.js';
import { h } from '../../primitives/dom.js';

type Tag = keyof HTMLElementTagNameMap;
type Attributes = Readonly<Record<string, string | undefined>>;

/** An authored text in an element that says its language and direction (RGAA 8.7, 8.10). */
export type Write = <K extends Tag>(
  tag: K,
  attributes: Attributes,
  text: Text | undefined,
) => HTMLElementTagNameMap[K];

/** What a question's field is given to draw itself. */
export interface FieldContext {
  question: Question;
  value: Answer | undefined;
  /** Words beside "other". */
  other: string;
  /** Off for pupils unless the campaign allows it. */
  freeText: boolean;
  write: Write;
  /** Says words in the live region. */
  say(words: string): void;
}

/** A kind of question on screen. Its controls say what happens by `input` events, which the element listens to. */
export interface Field {
  question: Question;
  nodes: Node[];
  /** Its own style, which comes with its chunk. */
  css?: string;
  /** The answer that the controls hold now. */
  read(): Answer | undefined;
  readOther?(): string | undefined;
  /** What is wrong, in words of this kind. */
  faults?: Partial<Record<Fault, string>>;
  /** What focus goes to when the answer is wrong; the first control where it says nothing. */
  wrong?(): HTMLElement | undefined;
  /** Of several controls, whether the error is about this one, which then is described by it; about all where it says nothing. */
  isMeant?(control: HTMLElement): boolean;
  /** What changes as the person answers, by the id of its place; `said` is for the live region, each time it is another. */
  notes?(): Readonly<Record<string, string>>;
}

export type Draw = (context: FieldContext) => Field;

/** The question itself: what focus goes to when it comes on screen. */
export function titleOf({ question, write }: FieldContext, content: 'span' | 'label' = 'span'): HTMLElement {
  const words = write(content, { for: content === 'label' ? 'text' : undefined }, question.title);
  return h(
    'h2',
    { id: 'title', tabindex: '-1', 'aria-describedby': 'progress', dir: words.dir },
    words,
    question.required === true &&
      question.kind !== 'info' &&
      h('small', { lang: interfaceLocale() }, ' ', msg('(obligatoire)', { id: 'sv-required' })),
  );
}

export const helpOf = ({ question, write }: FieldContext): HTMLElement =>
  write('p', { id: 'help' }, question.help);

/** What every control that takes an answer says of itself. All places that may describe it are there, empty or not. */
export const controlOf = ({ question }: FieldContext, more = ''): Attributes => ({
  'aria-describedby': `help hint error${more}`,
  'aria-required': String(question.required === true),
});

/** A page between questions: nothing to answer. */
export const infoField: Draw = (context) => ({
  question: context.question,
  nodes: [titleOf(context), helpOf(context)],
  read: () => undefined,
});
