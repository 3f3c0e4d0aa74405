import { optionsOf } from '../../../core/survey/questions.js';
import { msg } from '../../../locales/msg.js';
import { h } from '../../primitives/dom.js';
import { noWords, yesWords } from '../words.js';
import { controlOf, helpOf, titleOf } from './field.js';
import type { Field, FieldContext } from './field.js';

/** Radio buttons of the browser's own (one Tab stop, arrows, form semantics), drawn as rows, or as the scale from 0 to 10. */
export function radioField(context: FieldContext): Field {
  const { question, value, write } = context;
  const isScale = question.kind === 'nps';
  const group = h('div', { class: isScale ? 'scale' : 'options' });
  const inputs: HTMLInputElement[] = [];
  const add = (id: string, words: HTMLElement): void => {
    const input = h('input', { type: 'radio', name: 'answer', value: id });
    input.checked = id === String(value);
    inputs.push(input);
    group.append(h('label', { class: 'pick', dir: words.dir || undefined }, input, words));
  };
  if (isScale) for (let i = 0; i < 11; i++) add(`${i}`, h('span', {}, `${i}`));
  else if (question.kind === 'boolean') {
    add('yes', h('span', {}, yesWords()));
    add('no', h('span', {}, noWords()));
  } else for (const { id, label } of optionsOf(question)) add(id, write('span', {}, label));
  const ends = isScale && [
    h('span', {}, '0 : ', msg('pas du tout probable', { id: 'sv-nps-low' })),
    ' ',
    h('span', {}, '10 : ', msg('tout à fait probable', { id: 'sv-nps-high' })),
  ];
  return {
    question,
    nodes: [
      h(
        'fieldset',
        { id: 'control', role: 'radiogroup', 'aria-labelledby': 'title', ...controlOf(context) },
        h('legend', {}, titleOf(context)),
        helpOf(context),
        group,
        h('p', { id: 'hint', class: 'ends' }, ...(ends || [])),
      ),
    ],
    read() {
      const chosen = inputs.find(({ checked }) => checked)?.value;
      return isScale && chosen ? Number(chosen) : chosen;
    },
  };
}
