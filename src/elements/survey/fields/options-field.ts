import { OTHER } from '../../../core/survey/answer.js';
import { maxLengthOf, optionsOf } from '../../../core/survey/questions.js';
import type { Option } from '../../../core/survey/questions.js';
import { msg } from '../../../locales/msg.js';
import { str } from '../../../locales/str.js';
import { imageNode } from '../../primitives/image-node.js';
import { h } from '../../primitives/dom.js';
import { css } from '../../styles/css.js';
import { noNamesWords, noWords, otherWords, tooLongWords, yesWords } from '../words.js';
import type { Draw, FieldContext } from './field.js';
import { groupCss, groupOf, pickOf } from './group.js';
import type { Pick } from './group.js';

/** A picture beside its words adds nothing for who hears them, unless its own words differ. */
function pictureOf({ write }: FieldContext, { image, label }: Option): Node | undefined {
  if (!image) return undefined;
  const alt = write('span', {}, image.alt).textContent ?? '';
  return imageNode(image.src, alt === write('span', {}, label).textContent ? '' : alt);
}

function listOf({ question }: FieldContext): readonly (Option & { words?: string })[] {
  if (question.kind === 'boolean')
    return [
      { id: 'yes', label: '', words: yesWords() },
      { id: 'no', label: '', words: noWords() },
    ];
  const { other } = question;
  const last =
    other === true
      ? [{ id: OTHER, label: '', words: otherWords() }]
      : other
        ? [{ id: OTHER, label: other }]
        : [];
  return [...optionsOf(question), ...last];
}

/** How many, in words; nothing where any number will do. */
function limitWords(min = 0, max = Infinity): string {
  if (min > 0 && min === max)
    return msg(str`Nombre de réponses à choisir\u00a0: ${min}`, { id: 'sv-exactly' });
  if (min > 1 && max < Infinity)
    return msg(str`Nombre de réponses à choisir\u00a0: de ${min} à ${max}`, { id: 'sv-between' });
  if (min > 1) return msg(str`Nombre de réponses à choisir\u00a0: au moins ${min}`, { id: 'sv-at-least' });
  return max < Infinity
    ? msg(str`Nombre de réponses à choisir\u00a0: au plus ${max}`, { id: 'sv-at-most' })
    : msg('Plusieurs réponses possibles', { id: 'sv-several' });
}

/** Room for words, in sight while "other" is chosen. */
function otherField(context: FieldContext): HTMLElement & { input: HTMLInputElement } {
  const input = h('input', {
    type: 'text',
    class: 'text',
    autocomplete: 'off',
    'aria-describedby': 'other-hint',
  });
  input.value = context.other;
  return Object.assign(
    h(
      'div',
      { class: 'other' },
      h('label', {}, h('small', {}, msg('Autre réponse, en quelques mots', { id: 'sv-other-say' })), input),
      h('small', { id: 'other-hint' }, noNamesWords()),
    ),
    { input },
  );
}

/** One or several of a list, as rows or as pictures; yes or no. */
export const draw: Draw = (context) => {
  const { question, value, write, freeText } = context;
  const isMany = question.kind === 'choices';
  const chosen = ([] as unknown[]).concat(value);
  const list = listOf(context);
  const hasPictures = list.some(({ image }) => image);
  const box = h('div', {
    class: `options${isMany ? ' many' : ''}${hasPictures ? ' tiles' : ''}${question.kind === 'boolean' ? ' pair' : ''}`,
  });
  const picks: Pick[] = list.map((option) => {
    const words = option.words === undefined ? write('span', {}, option.label) : h('span', {}, option.words);
    const type = isMany ? 'checkbox' : 'radio';
    return pickOf(type, 'answer', option.id, chosen.includes(option.id), pictureOf(context, option), words);
  });
  box.append(...picks.map(({ label }) => label));
  const other = question.other && freeText ? otherField(context) : undefined;
  const isOther = (): boolean => picks.some(({ input }) => input.checked && input.value === OTHER);
  const sync = (): void => void (other && (other.hidden = !isOther()));
  box.addEventListener('input', sync);
  sync();
  const { min, max } = question;
  const limit = isMany ? limitWords(min ?? 0, max) : '';
  return {
    question,
    css: groupCss + optionsCss,
    nodes: [groupOf(context, isMany ? 'group' : 'radiogroup', h('p', { id: 'hint' }, limit), box, other)],
    faults: { 'too-few': limit, 'too-many': limit, 'too-long': tooLongWords() },
    wrong: () =>
      other && other.input.value.length > maxLengthOf(question) && isOther() ? other.input : undefined,
    read() {
      const ids = picks.filter(({ input }) => input.checked).map(({ input }) => input.value);
      return isMany ? ids : ids[0];
    },
    ...(other && { readOther: () => other.input.value }),
  };
};

const optionsCss = css`
  .options {
    display: grid;
    gap: 8px;
    margin-top: 12px;
  }
  .pair {
    grid-template-columns: repeat(auto-fit, minmax(7em, 1fr));
    max-width: 400px;
  }
  .options span::before {
    content: '';
    position: absolute;
    inset-block-start: calc(50% - 9px);
    inset-inline-start: -30px;
    width: 18px;
    height: 18px;
    border: 2px solid var(--_edge);
    border-radius: 50%;
  }
  .options input:checked + span::before,
  .options input:checked + img + span::before {
    border: 6px solid var(--_accent);
  }
  .many span::before {
    border-radius: 4px;
  }
  .many input:checked + span::before,
  .many input:checked + img + span::before {
    border: 2px solid var(--_accent);
    background: var(--_accent);
  }
  .many span::after {
    content: '';
    position: absolute;
    inset-block-start: calc(50% - 6px);
    inset-inline-start: -24px;
    width: 6px;
    height: 10px;
    border: solid transparent;
    border-width: 0 2px 2px 0;
    transform: rotate(45deg);
  }
  .many input:checked + span::after,
  .many input:checked + img + span::after {
    border-color: var(--_on-accent);
  }
  .tiles {
    grid-template-columns: repeat(auto-fill, minmax(min(8em, 100%), 1fr));
  }
  .tiles .pick {
    flex-direction: column;
    justify-content: space-between;
    gap: 8px;
    padding: 10px;
  }
  .tiles img {
    width: 100%;
    height: 5.5em;
    object-fit: contain;
  }
  .tiles span {
    align-self: stretch;
    padding-inline-start: 28px;
  }
  .tiles span::before {
    inset-inline-start: 0;
  }
  .tiles span::after {
    inset-inline-start: 6px;
  }
  .other {
    margin-top: 8px;
  }
  .other[hidden] {
    display: none;
  }
  .other small {
    color: var(--_soft);
    font-size: 0.875em;
  }
  :host([audience='pupil']) .options .pick {
    min-height: 52px;
  }
  @media (forced-colors: active) {
    .many input:checked + span::before,
    .many input:checked + img + span::before {
      background: Highlight;
      forced-color-adjust: none;
    }
    .many input:checked + span::after,
    .many input:checked + img + span::after {
      border-color: HighlightText;
      forced-color-adjust: none;
    }
  }
`;
