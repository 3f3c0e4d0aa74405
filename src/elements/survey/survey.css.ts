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
    max-height: none;
    box-shadow: none;
  }
  .notice {
    color: var(--_soft);
    font-size: 0.875em;
  }
  .inline h2 {
    padding: 0;
  }
  .notice p,
  .notice ul,
  .notice dl {
    margin: 4px 0 8px;
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
    border-radius: 4px;
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
  @media (max-width: 440px) {
    .corner {
      inset-block-end: 8px;
      inset-inline: 8px;
      width: auto;
    }
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
`;

export const styles = tokens + base + card + button + survey;
