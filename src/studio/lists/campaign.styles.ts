import { css } from 'lit';

export const styles = css`
  .work {
    display: grid;
    grid-template-columns: minmax(0, 1fr) minmax(300px, 38%);
    gap: 16px 20px;
    align-items: start;
  }
  /* After the words in the order of reading, beside all of the form where there is room. */
  .work > .aside {
    grid-area: 1 / 2 / span 3;
  }
  .work > .sheet {
    grid-column: 1;
  }
  :host([data-size='s']) .work > .aside,
  :host([data-size='m']) .work > .aside {
    grid-area: auto / 1;
  }
  :host([data-size='s']) .work,
  :host([data-size='m']) .work {
    grid-template-columns: minmax(0, 1fr);
  }
  .aside {
    position: sticky;
    inset-block-start: 12px;
  }
  :host([data-size='s']) .aside,
  :host([data-size='m']) .aside {
    position: static;
  }
  .sentence {
    overflow-wrap: anywhere;
  }
  .tabs {
    display: flex;
    flex-wrap: wrap;
    gap: 4px;
    align-items: center;
  }
  .tabs button,
  .advice button,
  button.link {
    min-height: 32px;
    padding: 4px 10px;
    font-size: 14px;
  }
  button.link {
    padding: 0;
    min-height: 24px;
    font-size: 13px;
    text-decoration: underline;
    text-underline-offset: 2px;
  }
  .advice {
    display: grid;
    gap: 8px;
  }
  .advice li {
    display: grid;
    grid-template-columns: 18px minmax(0, 1fr);
    gap: 8px;
    font-size: 14px;
    line-height: 1.45;
  }
  .advice svg {
    margin-top: 2px;
    color: var(--_soft);
  }
  .advice .fault svg {
    color: var(--_danger);
  }
  .advice button {
    padding: 0;
    min-height: 24px;
    text-align: start;
    font-weight: 400;
    color: var(--_ink);
    justify-content: start;
    text-decoration: underline;
    text-decoration-color: var(--_line);
    text-underline-offset: 3px;
  }
`;
