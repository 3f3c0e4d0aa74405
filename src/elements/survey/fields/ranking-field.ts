import downIcon from 'lucide/dist/esm/icons/chevron-down.mjs';
import upIcon from 'lucide/dist/esm/icons/chevron-up.mjs';
import closeIcon from 'lucide/dist/esm/icons/x.mjs';
import { optionsOf } from '../../../core/survey/questions.js';
import type { Option } from '../../../core/survey/questions.js';
import { msg } from '../../../locales/msg.js';
import { str } from '../../../locales/str.js';
import { NativeEvent } from '../../../platform/natives.js';
import { h } from '../../primitives/dom.js';
import { icon } from '../../primitives/icon.js';
import type { IconNode } from '../../primitives/icon.js';
import { css } from '../../styles/css.js';
import type { Draw } from './field.js';
import { groupCss, groupOf } from './group.js';

const placeWords = (words: string, place: number, count: number): string =>
  msg(str`${words}\u00a0: place ${place} sur ${count}`, { id: 'sv-place' });

/**
 * A ranking, without dragging: what is pressed goes to the next free place; arrows move it up and down, by button or by
 * the arrow keys on it; a cross takes it out. Every move is said. Nothing is ranked until the person ranks it, so that
 * the order of the list is nobody's answer.
 */
export const draw: Draw = (context) => {
  const { question, value, write, say } = context;
  const options = optionsOf(question);
  const most = Math.min(question.max ?? options.length, options.length);
  let ranked = (Array.isArray(value) ? (value as string[]) : []).filter((id) =>
    options.some((one) => one.id === id),
  );
  const list = h('ol', { class: 'ranked' });
  const pool = h('ul', { class: 'pool' });
  const wordsOf = ({ label }: Option): string => write('span', {}, label).textContent ?? '';
  const optionOf = (id: string): Option => options.find((one) => one.id === id)!;

  /** The moved one keeps the focus, wherever it went; the first that can be pressed takes it over from what is gone. */
  function change(next: string[], of: string, said: string, focus: string): void {
    ranked = next;
    fill();
    const all = [...list.querySelectorAll('button'), ...pool.querySelectorAll('button')];
    const mine = all.filter((button) => button.dataset['of'] === of);
    const wanted = mine.find((button) => button.value === focus && !button.hasAttribute('aria-disabled'));
    (wanted ?? mine.find((button) => !button.hasAttribute('aria-disabled')) ?? all[0])?.focus();
    list.dispatchEvent(new NativeEvent('input', { bubbles: true }));
    say(said);
  }
  function move(id: string, by: number): void {
    const from = ranked.indexOf(id);
    const to = from + by;
    if (to < 0 || to >= ranked.length) return;
    const next = ranked.filter((one) => one !== id);
    next.splice(to, 0, id);
    change(next, id, placeWords(wordsOf(optionOf(id)), to + 1, most), by < 0 ? 'up' : 'down');
  }
  const add = (id: string): void => {
    if (ranked.length >= most) return;
    const next = [...ranked, id];
    // On to what is left, for the next press.
    const left = options.map((one) => one.id).filter((one) => !next.includes(one));
    const following = left.find((one) => options.indexOf(optionOf(one)) > options.indexOf(optionOf(id)));
    const focus = next.length < most ? (following ?? left[0]) : undefined;
    change(next, focus ?? id, placeWords(wordsOf(optionOf(id)), next.length, most), focus ? 'add' : 'up');
  };
  const remove = (id: string): void =>
    change(
      ranked.filter((one) => one !== id),
      id,
      msg(str`${wordsOf(optionOf(id))}\u00a0: retiré du classement`, { id: 'sv-unranked' }),
      'add',
    );

  const act = (id: string, what: string, label: string, drawing: IconNode, isOff = false): HTMLElement =>
    h(
      'button',
      {
        type: 'button',
        class: 'icon',
        value: what,
        'data-of': id,
        'aria-label': `${label}\u00a0: ${wordsOf(optionOf(id))}`,
        'aria-disabled': isOff ? 'true' : undefined,
      },
      icon(drawing),
    );
  function fill(): void {
    list.replaceChildren(
      ...ranked.map((id, i) =>
        h(
          'li',
          {},
          h('span', { class: 'place', 'aria-hidden': 'true' }, `${i + 1}`),
          write('span', { class: 'what' }, optionOf(id).label),
          act(id, 'up', msg('Monter', { id: 'sv-up' }), upIcon, i === 0),
          act(id, 'down', msg('Descendre', { id: 'sv-down' }), downIcon, i === ranked.length - 1),
          act(id, 'out', msg('Retirer', { id: 'sv-out' }), closeIcon),
        ),
      ),
    );
    const isFull = ranked.length >= most;
    pool.replaceChildren(
      ...options
        .filter(({ id }) => !ranked.includes(id))
        .map((option) =>
          h(
            'li',
            {},
            h(
              'button',
              {
                type: 'button',
                value: 'add',
                'data-of': option.id,
                'aria-disabled': isFull ? 'true' : undefined,
              },
              write('span', {}, option.label),
            ),
          ),
        ),
    );
    list.hidden = !ranked.length;
    pool.hidden = !pool.childElementCount;
  }
  const box = h('div', { class: 'ranking' }, list, pool);
  box.addEventListener('click', ({ target }) => {
    const button = (target as Element).closest('button');
    const id = button?.dataset['of'];
    if (!button || !id || button.hasAttribute('aria-disabled')) return;
    if (button.value === 'add') add(id);
    else if (button.value === 'out') remove(id);
    else move(id, button.value === 'up' ? -1 : 1);
  });
  box.addEventListener('keydown', (event) => {
    const id = (event.target as HTMLElement).dataset['of'];
    const by = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : 0;
    if (!id || !by || !ranked.includes(id)) return;
    event.preventDefault();
    move(id, by);
  });
  fill();
  const hint =
    most < options.length
      ? msg(str`Appuyer sur les réponses de la plus importante à la moins importante, ${most} au plus.`, {
          id: 'sv-rank-some',
        })
      : msg('Appuyer sur les réponses, de la plus importante à la moins importante.', { id: 'sv-rank-all' });
  return {
    question,
    css: groupCss + rankingCss,
    nodes: [groupOf(context, 'group', h('p', { id: 'hint' }, hint), box)],
    faults: { 'too-few': msg('Il reste des réponses à classer.', { id: 'sv-rank-left' }) },
    wrong: () => pool.querySelector('button') ?? undefined,
    read: () => ranked,
  };
};

const rankingCss = css`
  .ranking {
    display: grid;
    gap: 12px;
    margin-top: 12px;
  }
  .ranking ol,
  .ranking ul {
    display: grid;
    gap: 6px;
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .ranking [hidden] {
    display: none;
  }
  .ranked li {
    display: flex;
    align-items: center;
    gap: 2px;
    min-height: 44px;
    padding-inline: 10px 4px;
    border: 1px solid var(--_accent);
    border-radius: calc(var(--_radius) * 0.66);
    background: var(--_tint);
  }
  .place {
    flex: none;
    min-width: 1.6em;
    margin-inline-end: 8px;
    border-radius: 1em;
    background: var(--_accent);
    color: var(--_on-accent);
    font-size: 0.875em;
    font-weight: 600;
    line-height: 1.6;
    text-align: center;
  }
  .what {
    flex: 1;
    min-width: 0;
    padding-block: 6px;
  }
  .ranked [aria-disabled] {
    opacity: 0.35;
    cursor: default;
  }
  .pool button {
    justify-content: flex-start;
    width: 100%;
    min-height: 44px;
    padding-inline: 12px;
    border: 1px dashed var(--_edge);
    color: var(--_ink);
    font-weight: 400;
    text-align: start;
  }
  .pool [aria-disabled] {
    color: var(--_soft);
    cursor: default;
  }
  @media (forced-colors: active) {
    .place {
      background: Highlight;
      color: HighlightText;
      forced-color-adjust: none;
    }
  }
`;
