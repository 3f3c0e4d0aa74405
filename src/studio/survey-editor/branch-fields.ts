import { html, nothing, type TemplateResult } from 'lit';
import { msg } from '../../locales/msg.js';
import { str } from '../../locales/str.js';
import type { Condition, NextRule, Question } from '../../model/schema/survey.js';
import { textIn } from '../fields/authored.js';
import { selectField, type Choices } from '../fields/fields.js';
import { openAtFirst } from '../fields/open-at-first.js';
import { without } from '../store/paths.js';
import { conditionWords } from './logic.js';
import type { QuestionOptions } from './question-view.js';

/** Answers that a branch can be told by: the few that one would name. */
function answersOf(question: Question, main: string): Choices {
  if (question.kind === 'boolean')
    return [
      ['yes', msg('oui', { id: 'studio-yes' })],
      ['no', msg('non', { id: 'studio-no' })],
    ];
  if (/^(nps|rating|stars|faces|effort)$/.test(question.kind))
    return [
      ['band:low', msg('basse', { id: 'studio-band-low' })],
      ['band:middle', msg('moyenne', { id: 'studio-band-middle' })],
      ['band:high', msg('haute', { id: 'studio-band-high' })],
    ];
  return (question.options ?? []).map((one, i) =>
    typeof one === 'string' ? [`${i + 1}`, one] : [one.id, textIn(one.label, { lang: main, main })],
  );
}

const conditionOf = (value: string): Partial<Condition> =>
  value.startsWith('band:') ? { band: value.slice(5) as 'low' } : { is: value };
const valueOf = ({ band, is }: Condition): string =>
  band ? `band:${band}` : typeof is === 'string' ? is : '';

/** "Poser seulement si…" and "Ensuite, aller à…": each rule in its own line, in words. */
export function branchFields({
  question,
  index,
  questions,
  writing,
  edit,
}: QuestionOptions): TemplateResult | typeof nothing {
  const { main } = writing;
  const at = ['questions', index] as const;
  const earlier = questions.slice(0, index).filter((one) => answersOf(one, main).length);
  const label = (one: Question) =>
    `${questions.indexOf(one) + 1}. ${textIn(one.title, { lang: main, main })}`;
  const { showIf } = question;
  const source = earlier.find((one) => one.id === showIf?.question);
  const isComplex = Boolean(showIf && (!source || valueOf(showIf) === ''));
  const rules = question.next ?? [];
  const answers = answersOf(question, main);
  const targets: Choices = [
    ...questions.slice(index + 1).map((one) => [one.id, label(one)] as const),
    ['end', msg('la fin', { id: 'studio-the-end' })],
  ];
  const put = (next: readonly NextRule[]) =>
    edit.set([...at, 'next'], next.length ? next : undefined, `questions[${index}].next`);
  return html`<details ?open=${openAtFirst(question.id, Boolean(showIf) || rules.length > 0)}>
    <summary>${msg('Logique', { id: 'studio-logic' })}</summary>
    <div class="stack">
      ${
        isComplex
          ? html`<p class="note">
              ${msg(str`Posée seulement si ${conditionWords(showIf!, questions)}.`, { id: 'studio-show-if-words' })}
            </p>`
          : earlier.length
            ? html`<div class="pair">
                ${selectField({
                  ...edit.field(
                    `questions[${index}].showIf`,
                    msg('Poser seulement si la réponse à', { id: 'studio-show-if' }),
                  ),
                  value: source?.id ?? '',
                  choices: [
                    ['', msg('toujours', { id: 'studio-always' })],
                    ...earlier.map((one) => [one.id, label(one)] as const),
                  ],
                  change: (id) => {
                    const first = earlier.find((one) => one.id === id);
                    const [answer] = first ? answersOf(first, main) : [];
                    edit.set(
                      [...at, 'showIf'],
                      first && answer ? { question: id, ...conditionOf(answer[0]) } : undefined,
                    );
                  },
                })}
                ${
                  source
                    ? selectField({
                        ...edit.field(`questions[${index}].showIf.is`, msg('est', { id: 'studio-is' })),
                        value: valueOf(showIf!),
                        choices: answersOf(source, main),
                        change: (value) =>
                          edit.set([...at, 'showIf'], { question: source.id, ...conditionOf(value) }),
                      })
                    : nothing
                }
              </div>`
            : nothing
      }
      ${rules.map((rule, i) => {
        const name = `questions[${index}].next[${i}]`;
        const own = valueOf(rule);
        return html`<div class="item">
          <div class="pair">
            ${
              own || !answers.length
                ? selectField({
                    ...edit.field(`${name}.is`, msg('Si la réponse est', { id: 'studio-if-answer' })),
                    value: own,
                    choices: answers,
                    change: (value) => edit.set([...at, 'next', i], { ...conditionOf(value), to: rule.to }),
                  })
                : html`<p>
                    ${msg(str`Si ${conditionWords(rule, questions, question.id) || msg('toujours', { id: 'studio-always' })}`, { id: 'studio-if' })}
                  </p>`
            }
            ${selectField({
              ...edit.field(`${name}.to`, msg('aller à', { id: 'studio-go-to' })),
              value: rule.to,
              choices: targets,
              change: (to) => edit.set([...at, 'next', i, 'to'], to),
            })}
          </div>
          <div>
            <button type="button" class="danger" @click=${() => put(without(rules, i))}>
              ${msg('Retirer cette règle', { id: 'studio-rule-remove' })}
            </button>
          </div>
        </div>`;
      })}
      ${
        answers.length
          ? html`<div>
              <button
                type="button"
                class="quiet"
                @click=${() => put([...rules, { ...conditionOf(answers[0]![0]), to: 'end' } as NextRule])}
              >
                ${msg('Ajouter un branchement', { id: 'studio-rule-add' })}
              </button>
            </div>`
          : nothing
      }
    </div>
  </details>`;
}
