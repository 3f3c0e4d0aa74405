import { css } from '../styles/css.js';

/** An article in the panel of help, which loads it with the first one that is read. */
export const articleCss = css`
  .small {
    font-size: 0.875em;
  }
  h4 {
    margin: 20px 0 4px;
    font-size: 1em;
  }
  .tools,
  .more-tools {
    display: flex;
    flex-wrap: wrap;
    gap: 6px;
  }
  .more-tools {
    display: contents;
  }
  .tools {
    margin-bottom: 12px;
  }
  .tool {
    padding: 4px 12px;
    border-color: var(--_line);
    border-radius: 18px;
    font-size: 0.875em;
  }
  .tool[aria-pressed='true'] {
    border-color: var(--_accent);
    background: var(--_tint);
  }
  .steps {
    margin: 12px 0 0;
    padding: 0;
    list-style: none;
    counter-reset: step;
  }
  .steps > li {
    position: relative;
    margin: 0;
    padding-block-end: 16px;
    padding-inline-start: 44px;
    counter-increment: step;
  }
  .steps > li::before {
    content: counter(step);
    position: absolute;
    inset-block-start: -2px;
    inset-inline-start: 0;
    width: 28px;
    height: 28px;
    border: 2px solid var(--_accent);
    border-radius: 50%;
    color: var(--_accent);
    font-size: 0.875em;
    font-weight: 700;
    line-height: 25px;
    text-align: center;
  }
  /* The path that joins the steps. */
  .steps > li:not(:last-child)::after {
    content: '';
    position: absolute;
    inset-block: 32px 6px;
    inset-inline-start: 13px;
    border-inline-start: 2px solid var(--_line);
  }
  .steps .body {
    margin: 2px 0 0;
  }
  .show:not(.primary) {
    margin-inline-start: -10px;
  }
  .link {
    margin-top: 4px;
    font-size: 0.875em;
    text-decoration: none;
  }
  .show.primary {
    margin-top: 16px;
  }
  .files {
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .file {
    display: flex;
    gap: 10px;
    padding: 8px 0;
  }
  .file svg {
    flex: none;
    margin-top: 3px;
  }
  .file small {
    color: var(--_soft);
  }
  .paper {
    position: fixed;
    width: 0;
    height: 0;
    border: 0;
    visibility: hidden;
  }
  .answers {
    display: flex;
    gap: 8px;
  }
  .useful {
    margin-top: 24px;
    border-block-start: 1px solid var(--_line);
    padding-top: 16px;
  }
  .useful button {
    min-width: 72px;
    border-color: var(--_edge);
  }
  .useful p {
    margin: 0 0 8px;
  }
  .why button {
    margin-top: 12px;
  }
`;
