import { css } from 'lit';

export const styles = css`
  .columns {
    display: grid;
    gap: 20px;
    align-items: start;
    grid-template-columns: minmax(220px, 280px) minmax(0, 1fr);
  }
  .columns.open {
    grid-template-columns: minmax(200px, 260px) minmax(0, 1fr) minmax(260px, 34%);
  }
  :host([data-size='m']) .columns.open,
  :host([data-size='l']) .columns.open {
    grid-template-columns: minmax(0, 1fr) minmax(260px, 38%);
  }
  :host([data-size='m']) .columns.open > .list,
  :host([data-size='l']) .columns.open > .list {
    display: none;
  }
  :host([data-size='s']) .columns,
  :host([data-size='s']) .columns.open {
    grid-template-columns: minmax(0, 1fr);
  }
  :host([data-size='s']) .columns.open > .list {
    display: none;
  }
  .items {
    display: grid;
    border: 1px solid var(--_line);
    border-radius: 12px;
    background: var(--_surface);
    overflow: hidden;
  }
  .items button {
    width: 100%;
    display: grid;
    gap: 2px;
    justify-content: stretch;
    text-align: start;
    padding: 10px 14px;
    border: 0;
    border-bottom: 1px solid var(--_line);
    border-radius: 0;
    color: var(--_ink);
    font-weight: 500;
    outline-offset: -3px;
    overflow-wrap: anywhere;
  }
  .items .tag {
    margin-inline-start: 4px;
    font-weight: 400;
  }
  .items .meta {
    color: var(--_soft);
    font-size: 13px;
    font-weight: 400;
  }
  .items li:last-child button {
    border-bottom: 0;
  }
  .items button[aria-current] {
    box-shadow: inset 3px 0 var(--_accent);
  }
  .tabs {
    display: flex;
    flex-wrap: wrap;
    gap: 4px;
    align-items: center;
  }
  .tabs button {
    min-height: 32px;
    padding: 4px 10px;
    font-size: 14px;
  }
  .reading {
    position: sticky;
    inset-block-start: 12px;
    overflow-wrap: anywhere;
  }
  .reading .body {
    display: grid;
    gap: 12px;
    line-height: 1.55;
  }
  .reading ul,
  .reading ol {
    display: grid;
    gap: 4px;
    padding-inline-start: 22px;
  }
  .reading ul {
    list-style: disc;
  }
  .reading ol {
    list-style: decimal;
  }
  .reading img {
    max-width: 100%;
  }
  kbd {
    padding: 1px 6px;
    border: 1px solid var(--_edge);
    border-radius: 5px;
    font: inherit;
    font-size: 13px;
  }
`;
