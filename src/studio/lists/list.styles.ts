import { css } from 'lit';

export const styles = css`
  .filters {
    display: grid;
    grid-template-columns: minmax(min(220px, 100%), 2fr) repeat(auto-fit, minmax(130px, 1fr));
    gap: 8px;
    align-items: end;
  }
  /* 130 px beside 220 px is more than a phone has. */
  :host([data-size='s']) .filters {
    grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
  }
  :host([data-size='s']) .filters > :first-child {
    grid-column: 1 / -1;
  }
  /* Blocks: a grid would be laid out anew from its first row with each that comes. */
  .rows {
    border: 1px solid var(--_line);
    border-radius: 12px;
    background: var(--_surface);
    overflow: hidden;
  }
  .rows li {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    align-items: center;
    border-bottom: 1px solid var(--_line);
    content-visibility: auto;
    contain-intrinsic-size: auto 78px;
  }
  .rows li:last-child {
    border-bottom: 0;
  }
  button.open {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 2px;
    justify-content: stretch;
    text-align: start;
    padding: 12px 16px;
    border: 0;
    border-radius: 0;
    color: var(--_ink);
    font-weight: 400;
    outline-offset: -3px;
  }
  .rows:not(.compact) button.open {
    grid-template-columns: minmax(0, 5fr) minmax(0, 4fr) 120px;
    column-gap: 16px;
    align-items: center;
  }
  button.open[aria-current] {
    background: var(--_tint);
    box-shadow: inset 3px 0 var(--_accent);
  }
  .name {
    font-weight: 600;
    overflow-wrap: anywhere;
  }
  .meta {
    color: var(--_soft);
    font-size: 13px;
    overflow-wrap: anywhere;
  }
  .compact .who {
    display: none;
  }
  .side {
    display: flex;
    padding-inline-end: 8px;
  }
  :host([data-size='s']) .side,
  .compact .side {
    display: none;
  }
  :host(:not([data-size='s']):not([data-size='m'])) .rows:not(.compact) .state {
    justify-self: end;
  }
  :host([data-size='s']) .rows:not(.compact) button.open,
  :host([data-size='m']) .rows:not(.compact) button.open {
    grid-template-columns: minmax(0, 1fr);
  }
  .templates {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(210px, 100%), 1fr));
    gap: 10px;
  }
  .templates button {
    display: grid;
    gap: 2px;
    justify-content: start;
    align-content: start;
    text-align: start;
    padding: 14px 16px;
    border: 1px solid var(--_line);
    background: var(--_surface);
    border-radius: 12px;
    color: var(--_ink);
    min-height: 96px;
  }
  .templates button:hover {
    border-color: var(--_accent);
    background: var(--_tint);
  }
  .templates .kind {
    color: var(--_accent);
    font-size: 13px;
    font-weight: 600;
  }
  .templates .meta {
    font-weight: 400;
  }
`;
