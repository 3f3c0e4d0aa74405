import { css } from 'lit';

export const styles = css`
  .columns {
    display: grid;
    grid-template-columns: minmax(250px, 290px) minmax(240px, 1fr) minmax(320px, 1.3fr);
    gap: 20px;
    align-items: start;
  }
  /* In sight of whoever chooses a row far down. */
  :host([data-size='xl']) .columns > :last-child {
    position: sticky;
    inset-block-start: 12px;
  }
  :host([data-size='l']) .columns,
  :host([data-size='m']) .columns {
    grid-template-columns: minmax(250px, 280px) minmax(0, 1fr);
  }
  :host([data-size='l']) .columns > :last-child,
  :host([data-size='m']) .columns > :last-child {
    grid-column: 2;
    grid-row: 1;
  }
  :host([data-size='l']) .columns > :first-child,
  :host([data-size='m']) .columns > :first-child {
    grid-row: 1 / span 2;
  }
  :host([data-size='s']) .columns {
    grid-template-columns: minmax(0, 1fr);
  }
  .reasons {
    display: grid;
    border: 1px solid var(--_line);
    border-radius: 12px;
    background: var(--_surface);
    overflow: hidden;
  }
  .reasons:empty {
    display: none;
  }
  .reasons.shown {
    border-color: var(--_accent);
  }
  .reasons li {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    align-items: center;
    border-bottom: 1px solid var(--_line);
  }
  .reasons li > :last-child {
    margin-inline-end: 12px;
  }
  .reasons li.current {
    background: var(--_tint);
  }
  .reasons li:last-child {
    border-bottom: 0;
  }
  .reason {
    display: grid;
    gap: 2px;
    justify-content: start;
    text-align: start;
    padding: 10px 14px;
    border: 0;
    border-radius: 0;
    color: var(--_ink);
    font-weight: 400;
    font-size: 14px;
    overflow-wrap: anywhere;
    outline-offset: -3px;
  }
  .reason strong {
    font-size: 15px;
    font-weight: 600;
  }
`;
