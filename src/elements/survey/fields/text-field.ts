import { textOf } from '../../../core/survey/answer.js';
import type { Personal } from '../../../core/survey/personal-data.js';
import { maxLengthOf } from '../../../core/survey/questions.js';
import { looksPersonal } from '../../../core/survey/personal-data.js';
import { msg } from '../../../locales/msg.js';
import { h } from '../../primitives/dom.js';
import { str } from '../../../locales/str.js';
import { noNamesWords, tooLongWords } from '../words.js';
import { css } from '../../styles/css.js';
import { controlOf, helpOf, titleOf } from './field.js';
import type { Draw } from './field.js';

const personalWords = (kind: Personal): string =>
  kind === 'email'
    ? msg('Cela ressemble à une adresse e-mail\u00a0: mieux vaut l’enlever.', { id: 'sv-email' })
    : kind === 'phone'
      ? msg('Cela ressemble à un numéro de téléphone\u00a0: mieux vaut l’enlever.', { id: 'sv-phone' })
      : msg('Cela ressemble à un numéro personnel\u00a0: mieux vaut l’enlever.', { id: 'sv-number' });

/** `left` below 0: that many too many. */
const countWords = (left: number): string =>
  left < 0
    ? msg(str`Caractères en trop\u00a0: ${-left}`, { id: 'sv-over' })
    : msg(str`Caractères restants\u00a0: ${left}`, { id: 'sv-left' });

/** Below this many characters left, the count shows even where the campaign sets no limit. */
const NEAR = 50;
/** Below this one, it is said. */
const VERY_NEAR = 20;

/**
 * A line, or an area, of text. The limit is told and checked, never enforced by `maxlength`, which cuts what is pasted
 * without a word. What looks like personal data is warned of while it is typed.
 */
export const draw: Draw = (context) => {
  const { question, value } = context;
  const attributes = {
    id: 'text',
    class: 'text',
    autocomplete: 'off',
    ...controlOf(context, ' count personal'),
  };
  const input =
    question.kind === 'text'
      ? h('input', { type: 'text', ...attributes })
      : h('textarea', { rows: '4', ...attributes });
  input.value = textOf(value);
  return {
    question,
    css: textCss,
    faults: {
      required: msg('Il faut écrire quelque chose pour continuer.', { id: 'sv-text-needed' }),
      'too-long': tooLongWords(),
    },
    nodes: [
      titleOf(context, 'label'),
      helpOf(context),
      h('p', { id: 'hint' }, noNamesWords()),
      input,
      h('p', { id: 'count' }),
      h('p', { id: 'personal' }),
    ],
    read: () => input.value,
    notes() {
      const { value: text } = input;
      const left = maxLengthOf(question) - text.trim().length;
      const found = looksPersonal(text);
      const personal = found ? personalWords(found) : '';
      return {
        count: question.maxLength || left < NEAR ? countWords(left) : '',
        personal,
        // A count at every letter would be noise: it is said where it begins to matter, and where it is passed.
        said:
          personal ||
          (left < 0
            ? tooLongWords()
            : left < VERY_NEAR
              ? msg('Il reste moins de 20 caractères.', { id: 'sv-near' })
              : ''),
      };
    },
  };
};

const textCss = css`
  #hint,
  #count {
    color: var(--_soft);
    font-size: 0.875em;
  }
  #personal {
    margin: 10px 0 0;
    padding-inline-start: 10px;
    border-inline-start: 3px solid var(--_edge);
  }
  #count {
    margin: 4px 0 0;
    text-align: end;
  }
`;
