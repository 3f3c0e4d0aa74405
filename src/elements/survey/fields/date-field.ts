import { textOf } from '../../../core/survey/answer.js';
import { readDay } from '../../../core/survey/day.js';
import { msg } from '../../../locales/msg.js';
import { h } from '../../primitives/dom.js';
import { css } from '../../styles/css.js';
import { controlOf, helpOf, titleOf } from './field.js';
import type { Draw } from './field.js';

/** What stands for an entry that is no day: it is told, and never sent. */
const NO_DAY = '?';

const written = (day: string): string => day.split('-').reverse().join('/');

/** A day, by the browser's own calendar; where it has none (`type` stays "text"), written by hand. */
export const draw: Draw = (context) => {
  const { question, value } = context;
  const input = h('input', { type: 'date', id: 'text', class: 'text date', ...controlOf(context) });
  const isNative = input.type === 'date';
  const day = readDay(textOf(value));
  if (day) input.value = isNative ? day : written(day);
  const form = msg('Jour, mois, année\u00a0: par exemple 15/09/2026', { id: 'sv-date-form' });
  return {
    question,
    css: dateCss,
    nodes: [titleOf(context, 'label'), helpOf(context), h('p', { id: 'hint' }, isNative ? '' : form), input],
    faults: {
      required: msg('Il faut donner une date pour continuer.', { id: 'sv-date-needed' }),
      'no-date': msg('Cette date n’existe pas, ou il en manque une partie.', { id: 'sv-no-date' }),
    },
    read() {
      if (input.value) return readDay(input.value) ?? NO_DAY;
      return input.validity.badInput ? NO_DAY : undefined;
    },
  };
};

const dateCss = css`
  .date {
    width: 12em;
    max-width: 100%;
    min-height: 44px;
    margin-top: 8px;
  }
  :host([scheme='dark']) .date {
    color-scheme: dark;
  }
`;
