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
  #help {
    color: var(--_soft);
  }
  p:empty {
    display: none;
  }
  #error {
    margin: 10px 0 0;
    padding-inline-start: 10px;
    border-inline-start: 3px solid var(--_danger);
    color: var(--_danger);
    font-weight: 600;
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
  @media (max-width: 440px) {
    .corner {
      inset-block-end: 8px;
      inset-inline: 8px;
      width: auto;
    }
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
`;

export const styles = tokens + base + card + button + waymarksCss + survey;
