import { css } from '../styles/css.js';

/** The path before the current mark is walked already. */
export const walkedCss = css`
  .waymarks .done {
    border-color: var(--_accent);
    background: var(--_accent);
  }
  .waymarks .done:not(:last-child)::after {
    border-color: var(--_accent);
  }
  @media (forced-colors: active) {
    .waymarks .done {
      border-color: Highlight;
      background: Highlight;
      forced-color-adjust: none;
    }
  }
`;
