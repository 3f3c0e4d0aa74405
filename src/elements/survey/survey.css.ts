import { waymarksCss } from '../primitives/waymarks.css.js';
import { base } from '../styles/base.css.js';
import { button } from '../styles/button.css.js';
import { card } from '../styles/card.css.js';
import { css } from '../styles/css.js';
import { tokens } from '../styles/tokens.css.js';

const survey = css`
  /* No display here: it would open a popover that is closed. */
  .corner {
    position: fixed;
    inset-block-end: 16px;
    inset-inline-end: 16px;
    width: 400px;
  }
  .no-popover {
    z-index: 2147483647;
  }
  .modal {
    position: fixed;
    inset: 0;
    margin: auto;
    width: 520px;
  }
  /* A backdrop inherits no custom property before Chromium 122: the veil's value is written out. */
  .modal::backdrop {
    background: rgb(18 24 38 / 52%);
  }
  .inline {
    width: auto;
    max-width: 640px;
    box-shadow: none;
  }
  .over,
  .notice,
  #hint,
  #count,
  #progress,
  h2 small {
    color: var(--_soft);
    font-size: 0.875em;
  }
  .over {
    margin: 0 0 6px;
    padding-inline-end: 32px;
    font-weight: 600;
  }
  h2 small {
    font-weight: 400;
  }
  .inline h2 {
    padding: 0;
  }
  fieldset {
    all: unset;
    display: block;
  }
  legend {
    display: block;
    width: 100%;
    padding: 0;
  }
  #help {
    color: var(--_soft);
  }
  p:empty {
    display: none;
  }
  #error,
  #personal {
    margin: 10px 0 0;
    padding-inline-start: 10px;
    border-inline-start: 3px solid var(--_danger);
  }
  #error {
    color: var(--_danger);
    font-weight: 600;
  }
  #personal {
    border-color: var(--_edge);
  }
  #count {
    margin: 4px 0 0;
    text-align: end;
  }
  .notice p,
  .notice ul {
    margin: 0 0 8px;
  }
  .notice dl {
    margin: 0 0 8px;
  }
  .notice dl div {
    margin-bottom: 4px;
  }
  .notice dt,
  .notice dd {
    display: inline;
    margin: 0;
  }
  .notice dt {
    font-weight: 600;
    margin-inline-end: 6px;
  }
  summary {
    padding: 4px 0;
    color: var(--_accent);
    font-weight: 600;
    cursor: pointer;
  }
  .body + .notice {
    margin-top: 12px;
    padding-top: 12px;
    border-top: 1px solid var(--_line);
  }
  .notice + * {
    margin-top: 12px;
  }
  .delivery {
    margin: 12px 0 0;
    color: var(--_soft);
  }
  .options {
    display: grid;
    gap: 8px;
    margin-top: 12px;
  }
  .scale {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(1.75em, 1fr));
    gap: 4px;
    max-width: 560px;
    margin-top: 12px;
  }
  @media (max-width: 440px) {
    .corner {
      inset-block-end: 8px;
      inset-inline: 8px;
      width: auto;
    }
  }
  @media (max-width: 440px), (pointer: coarse) {
    .scale {
      grid-template-columns: repeat(6, 1fr);
      max-width: 360px;
    }
    .scale .pick {
      min-height: 44px;
    }
  }
  .ends {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    gap: 0 16px;
    max-width: 560px;
    margin: 6px 0 0;
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
  .scale .pick {
    min-height: 40px;
    padding: 0;
    justify-content: center;
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
  .pick span {
    position: relative;
    pointer-events: none;
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
  .options input:checked + span::before {
    border: 6px solid var(--_accent);
  }
  .scale input:checked {
    background: var(--_accent);
  }
  .scale input:checked + span {
    color: var(--_on-accent);
    font-weight: 600;
  }
  .text {
    display: block;
    width: 100%;
    padding: 9px 12px;
    border: 1px solid var(--_edge);
    border-radius: calc(var(--_radius) * 0.66);
    background: var(--_surface);
    color: inherit;
    font: inherit;
    resize: vertical;
  }
  [aria-invalid='true'] .pick input,
  [aria-invalid='true'].text {
    border-color: var(--_danger);
  }
  .actions {
    justify-content: flex-end;
  }
  /* In sight whatever the length of the page: a card scrolls on a phone. */
  .card .actions {
    position: sticky;
    inset-block-end: -20px;
    margin-block-end: -20px;
    padding-block: 8px 20px;
    background: var(--_surface);
  }
  #progress {
    display: flex;
    align-items: center;
    gap: 10px;
    margin: 0;
    margin-inline-end: auto;
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

export const styles = tokens + base + card + button + waymarksCss + survey;
