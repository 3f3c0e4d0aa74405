import { css } from '../styles/css.js';

/** Fields, the same in the panel and in the report of a problem. */
export const formCss = css`
  .pick {
    display: block;
    margin-top: 16px;
    font-weight: 600;
  }
  .pick span,
  .fact span {
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
  .long {
    /* WebKit lets the words of a long choice stand out of the list. */
    overflow: hidden;
  }
  input[type='file'] {
    max-width: 100%;
  }
  input::-webkit-search-cancel-button {
    cursor: pointer;
  }
  textarea {
    resize: vertical;
  }
  input:focus-visible,
  select:focus-visible,
  textarea:focus-visible {
    outline: 2px solid var(--_accent);
    outline-offset: -1px;
  }
  fieldset {
    min-width: 0;
    margin: 0;
    padding: 0;
    border: 0;
  }
  legend {
    padding: 0;
    font-weight: 600;
  }
  .choice {
    display: flex;
    align-items: center;
    gap: 8px;
    min-height: 36px;
    font-weight: 400;
  }
  .choice input {
    flex: none;
    width: 18px;
    height: 18px;
    margin: 0;
    accent-color: var(--_accent);
  }
  @media (pointer: coarse) {
    .choice {
      min-height: 44px;
    }
  }
`;
