import { css } from '../styles/css.js';

/** Fields, the same in the panel and in the report of a problem. */
export const fieldCss = css`
  .pick {
    display: block;
    margin-top: 16px;
    font-weight: 600;
  }
  .pick span {
    display: block;
  }
  input:not([type='radio'], [type='file']),
  select,
  textarea {
    box-sizing: border-box;
    width: 100%;
    min-height: 44px;
    margin: 4px 0 0;
    padding: 8px 12px;
    border: 1px solid var(--_edge);
    border-radius: calc(var(--_radius) * 0.66);
    background: var(--_surface);
    color: var(--_ink);
    font: inherit;
    font-weight: 400;
  }
  input::-webkit-search-cancel-button {
    cursor: pointer;
  }
  input:focus-visible,
  select:focus-visible,
  textarea:focus-visible {
    outline: 2px solid var(--_accent);
    outline-offset: -1px;
  }
`;
