import { css } from '../styles/css.js';

/** What the pages after the first look like. */
export const questionCss = css`
  .over,
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
  #help,
  .delivery {
    color: var(--_soft);
  }
  .delivery {
    margin: 12px 0 0;
  }
  p:empty,
  #progress:empty {
    display: none;
  }
  #error {
    margin: 10px 0 0;
    padding-inline-start: 10px;
    border-inline-start: 3px solid var(--_danger);
    color: var(--_danger);
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
  [aria-invalid='true'].text {
    border-color: var(--_danger);
  }
  .ways {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    margin-inline-start: auto;
  }
  #progress {
    display: flex;
    align-items: center;
    gap: 10px;
    margin: 0;
    margin-inline-end: auto;
  }
`;
