import { css } from '../styles/css.js';

/** A line of marks joined by a path. */
export const firstMarkCss = css`
  .waymarks {
    display: flex;
    align-items: center;
    min-width: 0;
    max-width: 100%;
  }
  .waymarks i {
    flex: none;
    position: relative;
    width: 9px;
    height: 9px;
    margin-inline-end: 7px;
    border: 2px solid var(--_edge);
    border-radius: 50%;
  }
  .waymarks i:last-child {
    margin: 0;
  }
  .waymarks i:not(:last-child)::after {
    content: '';
    position: absolute;
    inset-block-start: 50%;
    inset-inline-start: calc(100% + 3px);
    width: 5px;
    margin-block-start: -1px;
    border-block-start: 2px solid var(--_line);
  }
  .waymarks .current {
    border-color: var(--_accent);
    box-shadow: 0 0 0 3px var(--_tint);
  }
`;
