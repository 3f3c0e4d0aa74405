import { html, nothing, type TemplateResult } from 'lit';
import ArrowDown from 'lucide/dist/esm/icons/arrow-down.mjs';
import ArrowUp from 'lucide/dist/esm/icons/arrow-up.mjs';
import Trash from 'lucide/dist/esm/icons/trash.mjs';
import { msg } from '../../locales/msg.js';
import { str } from '../../locales/str.js';
import { QUESTION_KINDS, type Question, type SurveyContent } from '../../model/schema/survey.js';
import type { ContentEdit } from '../fields/content-edit.js';
import { authoredField, inLanguage, textIn, type Writing } from '../fields/authored.js';
import { areaField, checkField, selectField, type Choices } from '../fields/fields.js';
import { isOfKind } from '../fields/question-fields.js';
import { tool } from '../fields/tool-button.js';
import { nameOf, QUESTION_NAMES } from '../words/names.js';
import { branchFields } from './branch-fields.js';
import { optionText, withOptions } from './option-lines.js';

export interface QuestionOptions {
  question: Question;
  index: number;
  questions: readonly Question[];
  writing: Writing;
  disabled: boolean;
  isOpen: boolean;
  edit: ContentEdit<SurveyContent>;
  turn: (kind: Question['kind']) => void;
  toggle: (isOpen: boolean) => void;
  move: (to: number) => void;
  remove: () => void;
}

/** Answers, or a table's lines, each a line of text in the language now written. */
function linesField(
  { question, index, writing, edit }: QuestionOptions,
  part: 'options' | 'rows',
  label: string,
): TemplateResult | typeof nothing {
  if (!isOfKind(question.kind, part)) return nothing;
  const own = question[part] ?? [];
  const name = `questions[${index}].${part}`;
  const { lang, main } = writing;
  const lines = (shown: Writing) => own.map((one) => optionText(one, shown)).join('\n');
  return areaField({
    ...inLanguage(edit.field(name, label, msg('Une par ligne.', { id: 'studio-options-hint' })), writing),
    value: lines(writing),
    placeholder: lang === main ? undefined : lines({ lang: main, main }),
    change: (text) => edit.set(['questions', index, part], withOptions(own, text, writing), name),
  });
}

export function questionView(options: QuestionOptions): TemplateResult {
  const { question, index, questions, writing, disabled, isOpen, edit, turn, toggle, move, remove } = options;
  const name = (part: string) => `questions[${index}].${part}`;
  const set = (part: string, value: unknown) => edit.set(['questions', index, part], value, name(part));
  const kinds: Choices = QUESTION_KINDS.map((kind) => [kind, nameOf(QUESTION_NAMES, kind)]);
  const title = textIn(question.title, { lang: writing.main, main: writing.main });
  const number = index + 1;
  return html`<li class="item">
    <div class="row">
      <details .open=${isOpen} @toggle=${(event: Event) => toggle((event.target as HTMLDetailsElement).open)}>
        <summary>
          ${number}. ${title || msg('Question sans texte', { id: 'studio-question-empty' })}
          <span class="soft small">${nameOf(QUESTION_NAMES, question.kind)}</span>
        </summary>
      </details>
      <span class="row push tools">
        ${tool(msg(str`Monter la question ${number}`, { id: 'studio-question-up' }), ArrowUp, disabled || index === 0, () => move(index - 1))}
        ${tool(msg(str`Descendre la question ${number}`, { id: 'studio-question-down' }), ArrowDown, disabled || index === questions.length - 1, () => move(index + 1))}
        ${tool(msg(str`Retirer la question ${number}`, { id: 'studio-question-remove' }), Trash, disabled || questions.length === 1, remove)}
      </span>
    </div>
    ${
      isOpen
        ? html`<div class="stack">
            ${selectField({
              ...edit.field(name('kind'), msg('Nature', { id: 'studio-banner-kind' })),
              value: question.kind,
              choices: kinds,
              change: (kind) => turn(kind as Question['kind']),
            })}
            ${authoredField({
              ...edit.field(name('title'), msg('Question', { id: 'studio-question' })),
              text: question.title,
              writing,
              change: (value) => set('title', value),
            })}
            ${authoredField({
              ...edit.field(name('help'), msg('Précision', { id: 'studio-question-help' })),
              text: question.help,
              writing,
              change: (value) => set('help', value),
            })}
            ${linesField(options, 'options', msg('Réponses possibles', { id: 'studio-options' }))}
            ${linesField(options, 'rows', msg('Lignes du tableau', { id: 'studio-rows' }))}
            ${checkField({
              ...edit.field(name('required'), msg('Réponse nécessaire', { id: 'studio-required' })),
              value: Boolean(question.required),
              change: (value) => set('required', value || undefined),
            })}
            ${branchFields(options)}
          </div>`
        : nothing
    }
  </li>`;
}
