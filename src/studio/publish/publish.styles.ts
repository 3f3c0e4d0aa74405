import { css } from 'lit';

export const styles = css`
  .changes {
    display: grid;
    gap: 0;
  }
  .changes > li {
    padding-block: 12px;
    border-bottom: 1px solid var(--_line);
  }
  .changes > li:first-child {
    padding-top: 0;
  }
  .changes > li:last-child {
    border-bottom: 0;
    padding-bottom: 0;
  }
  .details {
    display: grid;
    gap: 4px;
    margin-top: 6px;
    font-size: 14px;
    overflow-wrap: anywhere;
  }
  del {
    color: var(--_soft);
  }
  ins {
    text-decoration: none;
    font-weight: 600;
  }
  .sides {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(260px, 100%), 1fr));
    gap: 12px;
  }
  .columns {
    display: grid;
    grid-template-columns: minmax(0, 1fr) minmax(280px, 36%);
    gap: 20px;
    align-items: start;
  }
  :host([data-size='s']) .columns,
  :host([data-size='m']) .columns {
    grid-template-columns: minmax(0, 1fr);
  }
  .issues {
    display: grid;
    gap: 8px;
  }
  .issues button {
    padding: 0;
    text-align: start;
    justify-content: start;
    font-weight: 400;
    text-decoration: underline;
    text-underline-offset: 3px;
  }
`;
