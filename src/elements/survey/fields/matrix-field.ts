import { linesOf, optionsOf, rowsOf } from '../../../core/survey/questions.js';
import { USABILITY_ITEMS } from '../../../core/survey/usability.js';
import { msg } from '../../../locales/msg.js';
import { h } from '../../primitives/dom.js';
import { css } from '../../styles/css.js';
import type { Draw, FieldContext } from './field.js';
import { groupCss, groupOf } from './group.js';
import { usabilityWords } from './usability-words.js';

/** Five degrees of agreement. */
const agreement = (): string[] => [
  msg('pas du tout d’accord', { id: 'sv-agree-1' }),
  msg('plutôt pas d’accord', { id: 'sv-agree-2' }),
  msg('ni l’un ni l’autre', { id: 'sv-agree-3' }),
  msg('plutôt d’accord', { id: 'sv-agree-4' }),
  msg('tout à fait d’accord', { id: 'sv-agree-5' }),
];

interface Cell {
  id: string;
  words(): HTMLElement;
}
interface Line {
  id: string;
  title: HTMLElement;
}

const linesFor = ({ question, write }: FieldContext): Line[] =>
  question.kind === 'usability'
    ? USABILITY_ITEMS.map((id, i) => ({ id, title: h('span', {}, usabilityWords()[i]) }))
    : rowsOf(question).map(({ id, label }) => ({ id, title: write('span', {}, label) }));

function columnsFor({ question, write }: FieldContext): { cells: Cell[]; isScale: boolean } {
  const own = question.kind === 'matrix' ? optionsOf(question) : [];
  return own.length
    ? { cells: own.map(({ id, label }) => ({ id, words: () => write('span', {}, label) })), isScale: false }
    : {
        cells: agreement().map((words, i) => ({ id: `${i + 1}`, words: () => h('span', {}, words) })),
        isScale: true,
      };
}

/**
 * Statements, each with the same answers: one group of radio buttons a statement, named by it, so that whoever hears the
 * page hears both. Degrees of agreement stand as numbers side by side, with words for the one chosen; other answers as a
 * table where there is room, and below each other where there is none.
 */
export const draw: Draw = (context) => {
  const { question, value } = context;
  const given = (typeof value === 'object' ? value : {}) as Readonly<Record<string, unknown>>;
  const { cells, isScale } = columnsFor(context);
  const groups: { id: string; inputs: HTMLInputElement[]; group: HTMLElement; chosen: HTMLElement }[] = [];
  const box = h('div', { class: `lines ${isScale ? 'degrees' : 'table'}` });
  box.style.setProperty('--columns', String(cells.length));
  if (!isScale)
    box.append(
      h(
        'div',
        { class: 'heads', 'aria-hidden': 'true' },
        h('span'),
        h('div', { class: 'cells' }, ...cells.map(({ words }) => words())),
      ),
    );
  for (const { id, title } of linesFor(context)) {
    title.id = `line-${id}`;
    const inputs: HTMLInputElement[] = [];
    const row = h('div', { class: 'cells' });
    cells.forEach((cell, i) => {
      const input = h('input', { type: 'radio', name: `line-${id}`, value: cell.id });
      input.checked = String(given[id]) === cell.id;
      inputs.push(input);
      const words = cell.words();
      words.classList.add(isScale ? 'sr' : 'words');
      row.append(
        h(
          'label',
          { class: 'cell' },
          input,
          // Heard with the words, and said to be chosen by voice (WCAG 2.5.3).
          isScale && h('span', { class: 'n' }, `${i + 1} `),
          words,
        ),
      );
    });
    const chosen = h('span', { class: 'chosen', 'aria-hidden': 'true' });
    const group = h(
      'div',
      {
        class: 'line',
        role: 'radiogroup',
        'aria-labelledby': title.id,
        'aria-required': String(question.required === true),
      },
      title,
      row,
      isScale && chosen,
    );
    groups.push({ id, inputs, group, chosen });
    box.append(group);
  }
  const sync = (): void => {
    for (const { inputs, chosen } of groups) {
      const at = inputs.findIndex(({ checked }) => checked);
      chosen.textContent = isScale && at >= 0 ? (cells[at]!.words().textContent ?? '') : '';
    }
  };
  box.addEventListener('input', sync);
  sync();
  const [lowest, , , , highest] = agreement();
  const count = (): number => groups.filter(({ inputs }) => inputs.some(({ checked }) => checked)).length;
  const whole = groupOf(
    context,
    'group',
    h(
      'p',
      { id: 'hint', class: isScale ? 'ends' : undefined },
      ...(isScale ? [`1\u00a0: ${lowest} · 5\u00a0: ${highest}`] : []),
    ),
    box,
  );
  // The error is said by the lines that it is about, and not once more by what they stand in.
  whole.setAttribute('aria-describedby', 'help hint');
  return {
    question,
    css: groupCss + matrixCss,
    nodes: [whole],
    faults: {
      required: msg('Il faut une réponse à chaque ligne pour continuer.', { id: 'sv-each-line' }),
      incomplete: msg('Il faut une réponse à chaque ligne pour continuer.', { id: 'sv-each-line' }),
    },
    wrong: () => groups.find(({ inputs }) => !inputs.some(({ checked }) => checked))?.inputs[0],
    isMeant: (control) => !control.querySelector(':checked'),
    read() {
      const record: Record<string, string | number> = {};
      for (const { id, inputs } of groups) {
        const chosen = inputs.find(({ checked }) => checked)?.value;
        if (chosen !== undefined) record[id] = question.kind === 'usability' ? Number(chosen) : chosen;
      }
      return count() ? record : undefined;
    },
    notes: () => ({
      said:
        count() && count() === linesOf(question)
          ? msg('Toutes les lignes ont une réponse.', { id: 'sv-all-lines' })
          : '',
    }),
  };
};

const matrixCss = css`
  .lines {
    container-type: inline-size;
    margin-top: 8px;
  }
  .line {
    padding-block: 10px;
    border-top: 1px solid var(--_line);
  }
  .heads {
    display: none;
  }
  .cells {
    display: grid;
    gap: 0 4px;
    margin-top: 6px;
  }
  .cell {
    position: relative;
    display: flex;
    align-items: center;
    min-height: 36px;
    gap: 10px;
    cursor: pointer;
  }
  .cell input {
    appearance: none;
    flex: none;
    width: 20px;
    height: 20px;
    margin: 0;
    border: 2px solid var(--_edge);
    border-radius: 50%;
    cursor: pointer;
  }
  .cell input:checked {
    border: 6px solid var(--_accent);
  }
  .degrees .cells {
    grid-template-columns: repeat(5, minmax(0, 1fr));
    max-width: 340px;
    gap: 6px;
  }
  .degrees .cell {
    justify-content: center;
    min-height: 40px;
  }
  .degrees input {
    position: absolute;
    inset: 0;
    width: auto;
    height: auto;
    border: 1px solid var(--_edge);
    border-radius: calc(var(--_radius) * 0.66);
  }
  .degrees input:hover {
    background: var(--_hover);
  }
  .degrees input:checked {
    border: 1px solid var(--_accent);
    background: var(--_accent);
  }
  .n {
    position: relative;
    pointer-events: none;
  }
  input:checked + .n {
    color: var(--_on-accent);
    font-weight: 600;
  }
  .chosen {
    display: block;
    min-height: 1.5em;
    color: var(--_soft);
    font-size: 0.875em;
  }
  [aria-invalid='true'] .cell input:not(:checked) {
    border-color: var(--_danger);
  }
  @media (pointer: coarse) {
    .cell,
    .degrees .cell {
      min-height: 44px;
    }
  }
  @container (min-width: 480px) {
    .table .heads,
    .table .line {
      display: grid;
      grid-template-columns: minmax(0, 2fr) minmax(0, 3fr);
      align-items: center;
      gap: 0 12px;
    }
    .table .heads {
      align-items: end;
      padding-bottom: 6px;
      color: var(--_soft);
      font-size: 0.875em;
      line-height: 1.2;
      text-align: center;
    }
    .table .cells {
      grid-template-columns: repeat(var(--columns), minmax(0, 1fr));
      margin: 0;
    }
    .table .cell {
      justify-content: center;
      min-height: 44px;
    }
    .table .words {
      position: absolute;
      width: 1px;
      height: 1px;
      overflow: hidden;
      clip-path: inset(50%);
      white-space: nowrap;
    }
    .degrees .line {
      display: grid;
      grid-template-columns: minmax(0, 1fr) 240px;
      align-items: center;
      gap: 0 16px;
    }
    .degrees .cells {
      margin: 0;
    }
    .chosen {
      grid-column: 2;
    }
  }
  @media (forced-colors: active) {
    .cell input:checked {
      border-color: Highlight;
    }
    .degrees input:checked {
      background: Highlight;
      forced-color-adjust: none;
    }
    input:checked + .n {
      color: HighlightText;
      forced-color-adjust: none;
    }
  }
`;
