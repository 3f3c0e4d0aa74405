import { scaleOf } from '../../../core/survey/usable.js';
import { msg } from '../../../locales/msg.js';
import { h } from '../../primitives/dom.js';
import { css } from '../../styles/css.js';
import type { Draw, FieldContext } from './field.js';
import { groupCss, groupOf, pickOf } from './group.js';

/** Words at the ends of a scale where the campaign gives none. */
const endsOf = (kind: string): readonly [low: string, high: string] =>
  kind === 'nps'
    ? [msg('pas du tout probable', { id: 'sv-nps-low' }), msg('tout à fait probable', { id: 'sv-nps-high' })]
    : kind === 'effort'
      ? [msg('pas du tout d’accord', { id: 'sv-agree-1' }), msg('tout à fait d’accord', { id: 'sv-agree-5' })]
      : [
          msg('pas du tout satisfait', { id: 'sv-rating-low' }),
          msg('tout à fait satisfait', { id: 'sv-rating-high' }),
        ];

const endOf = ({ write }: FieldContext, number: number, text: Parameters<typeof write>[2], words: string) =>
  h('span', {}, `${number}\u00a0: `, text ? write('span', {}, text) : words);

/** Numbers side by side: a recommendation from 0 to 10, a satisfaction from 1 to 5, an effort from 1 to 7. */
export const draw: Draw = (context) => {
  const { question, value } = context;
  const [low, high] = scaleOf(question)!;
  const scale = h('div', { class: `scale ${question.kind}` });
  const inputs: HTMLInputElement[] = [];
  for (let i = low; i <= high; i++) {
    const { label, input } = pickOf('radio', 'answer', `${i}`, i === value, h('span', {}, `${i}`));
    inputs.push(input);
    scale.append(label);
  }
  const [lowest, highest] = endsOf(question.kind);
  return {
    question,
    css: groupCss + scaleCss,
    nodes: [
      groupOf(
        context,
        'radiogroup',
        scale,
        h(
          'p',
          { id: 'hint', class: 'ends' },
          endOf(context, low, question.low, lowest),
          ' ',
          endOf(context, high, question.high, highest),
        ),
      ),
    ],
    read() {
      const chosen = inputs.find(({ checked }) => checked);
      return chosen && Number(chosen.value);
    },
  };
};

const scaleCss = css`
  .scale {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(1.75em, 1fr));
    gap: 4px;
    max-width: 560px;
    margin-top: 12px;
  }
  .rating,
  .effort {
    gap: 6px;
    max-width: 400px;
  }
  .scale .pick {
    min-height: 40px;
    padding: 0;
    justify-content: center;
  }
  .scale input:checked {
    background: var(--_accent);
  }
  .scale input:checked + span {
    color: var(--_on-accent);
    font-weight: 600;
  }
  :host([audience='pupil']) .scale .pick {
    min-height: 48px;
  }
  @media (max-width: 440px), (pointer: coarse) {
    .nps {
      grid-template-columns: repeat(6, 1fr);
      max-width: 360px;
    }
    .scale .pick {
      min-height: 44px;
    }
  }
  @media (forced-colors: active) {
    .scale input:checked {
      background: Highlight;
      forced-color-adjust: none;
    }
    .scale input:checked + span {
      color: HighlightText;
      forced-color-adjust: none;
    }
  }
`;
