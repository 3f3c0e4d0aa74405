import { css } from '../styles/css.js';

/**
 * While a step of a tour shows what the button lies over. It would jump about if it moved at each; and were it not
 * rendered, a keyboard would not come to it, nor a tour whose next step is about it.
 */
export const asideCss = css`
  .launch.aside:not(:focus) {
    opacity: 0;
    pointer-events: none;
  }
`;
