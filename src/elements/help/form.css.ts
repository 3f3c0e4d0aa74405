import { css } from '../styles/css.js';

/** What forms have besides fields, the same in an article's question and in the report of a problem. */
export const formCss = css`
  .long {
    /* WebKit lets the words of a long choice stand out of the list. */
    overflow: hidden;
  }
  input[type='file'] {
    max-width: 100%;
  }
  textarea {
    resize: vertical;
  }
  .fact span {
    display: block;
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
