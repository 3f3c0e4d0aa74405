import starIcon from 'lucide/dist/esm/icons/star.mjs';
import { msg } from '../../../locales/msg.js';
import { str } from '../../../locales/str.js';
import { h } from '../../primitives/dom.js';
import { icon } from '../../primitives/icon.js';
import { css } from '../../styles/css.js';
import type { Draw } from './field.js';
import { groupCss, groupOf, pickOf } from './group.js';

const starWords = (count: number): string =>
  count === 1
    ? msg('1 étoile sur 5', { id: 'sv-star' })
    : msg(str`${count} étoiles sur 5`, { id: 'sv-stars' });

/** Five stars, filled up to the one chosen; the number stands beside them in words. */
export const draw: Draw = (context) => {
  const { question, value } = context;
  const row = h('div', { class: 'stars' });
  const picks = [1, 2, 3, 4, 5].map((i) =>
    pickOf(
      'radio',
      'answer',
      `${i}`,
      i === value,
      icon(starIcon, 32),
      h('span', { class: 'sr' }, starWords(i)),
    ),
  );
  const read = (): number | undefined => {
    const at = picks.findIndex(({ input }) => input.checked);
    return at < 0 ? undefined : at + 1;
  };
  const fill = (): void => picks.forEach(({ label }, i) => label.classList.toggle('lit', i < (read() ?? 0)));
  row.append(...picks.map(({ label }) => label));
  row.addEventListener('input', fill);
  fill();
  return {
    question,
    css: groupCss + starsCss,
    // What is said of the choice in sight is said by the button itself to who hears it.
    nodes: [groupOf(context, 'radiogroup', row), h('p', { id: 'stars', 'aria-hidden': 'true' })],
    read,
    notes: () => ({ stars: read() ? starWords(read()!) : '' }),
  };
};

const starsCss = css`
  .stars {
    display: flex;
    flex-wrap: wrap;
    gap: 2px;
    margin-top: 12px;
  }
  .stars .pick {
    justify-content: center;
    width: 48px;
    min-height: 48px;
    padding: 0;
  }
  .stars .pick input,
  .stars .pick input:checked {
    border-color: transparent;
    background: none;
  }
  .stars .pick input:hover {
    background: var(--_hover);
  }
  .stars svg {
    color: var(--_edge);
    fill: none;
    stroke-width: 1.6;
  }
  .lit svg {
    color: var(--_accent);
    fill: var(--_accent);
  }
  #stars {
    margin: 4px 0 0;
    color: var(--_soft);
    font-size: 0.875em;
  }
  :host([audience='pupil']) .stars .pick {
    width: 52px;
    min-height: 56px;
  }
  :host([audience='pupil']) .stars svg {
    width: 40px;
    height: 40px;
  }
  [aria-invalid='true'] .stars svg {
    color: var(--_danger);
  }
  @media (forced-colors: active) {
    .stars svg {
      color: CanvasText;
    }
    .lit svg {
      color: Highlight;
      fill: Highlight;
    }
  }
`;
