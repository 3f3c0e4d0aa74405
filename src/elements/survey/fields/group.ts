import { h } from '../../primitives/dom.js';
import { css } from '../../styles/css.js';
import { controlOf, helpOf, titleOf } from './field.js';
import type { FieldContext } from './field.js';

/** Buttons of the browser's own (one Tab stop and arrows for radio buttons, form semantics), under the question as their legend. */
export function groupOf(
  context: FieldContext,
  role: 'radiogroup' | 'group',
  ...inside: (Node | undefined)[]
): HTMLElement {
  const { 'aria-required': required, ...described } = controlOf(context);
  return h(
    'fieldset',
    {
      id: 'control',
      role,
      'aria-labelledby': 'title',
      ...described,
      // Of a group of check boxes, ARIA knows neither "required" nor "invalid".
      ...(role === 'radiogroup' && { 'aria-required': required }),
    },
    h('legend', {}, titleOf(context)),
    helpOf(context),
    ...inside,
  );
}

export interface Pick {
  label: HTMLElement;
  input: HTMLInputElement;
}

/** One answer to pick: the whole of its row or cell is the label. */
export function pickOf(
  type: 'radio' | 'checkbox',
  name: string,
  value: string,
  isChecked: boolean,
  ...words: (Node | undefined)[]
): Pick {
  const input = h('input', { type, name, value });
  input.checked = isChecked;
  const dir = words.find((node): node is HTMLElement => node instanceof HTMLElement && !!node.dir)?.dir;
  return { input, label: h('label', { class: 'pick', dir }, input, ...words) };
}

/** What all that is picked looks like. */
export const groupCss = css`
  fieldset {
    all: unset;
    display: block;
  }
  legend {
    display: block;
    width: 100%;
    padding: 0;
  }
  .pick {
    position: relative;
    display: flex;
    align-items: center;
    min-height: 44px;
    padding-block: 8px;
    padding-inline: 44px 12px;
    cursor: pointer;
  }
  .pick input {
    appearance: none;
    position: absolute;
    inset: 0;
    margin: 0;
    border: 1px solid var(--_edge);
    border-radius: calc(var(--_radius) * 0.66);
    cursor: pointer;
  }
  .pick input:hover {
    background: var(--_hover);
  }
  .pick input:checked {
    border: 2px solid var(--_accent);
    background: var(--_tint);
  }
  .pick > :not(input) {
    position: relative;
    pointer-events: none;
  }
  [aria-invalid='true'] .pick input {
    border-color: var(--_danger);
  }
  .ends {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    gap: 0 16px;
    max-width: 560px;
    margin: 6px 0 0;
    color: var(--_soft);
    font-size: 0.875em;
  }
`;
