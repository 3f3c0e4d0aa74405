import { css } from 'lit';

/**
 * What all screens of the studio share: a quiet desk. px, as everywhere (a host's root font may be 10 px). Tokens are the
 * shell's alone: what stands in it inherits them, its scheme with them.
 */
export const styles = css`
  :host {
    display: block !important;
  }
  .root {
    display: block;
    color: var(--_ink);
  }
  h1,
  h2,
  h3,
  h4,
  p,
  ul,
  ol,
  dl,
  dd,
  figure {
    margin: 0;
  }
  ul,
  ol {
    padding: 0;
    list-style: none;
  }
  h2 {
    font-size: 22px;
    font-weight: 650;
    line-height: 1.25;
  }
  h3 {
    font-size: 16px;
    font-weight: 650;
    line-height: 1.35;
  }
  a {
    color: var(--_accent);
  }
  .soft {
    color: var(--_soft);
  }
  .small {
    font-size: 13px;
  }
  .stack {
    display: grid;
    gap: 16px;
    align-content: start;
    min-width: 0;
  }
  .row {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px;
    min-width: 0;
  }
  .row > .push {
    margin-inline-start: auto;
  }
  .sheet {
    background: var(--_surface);
    border: 1px solid var(--_line);
    border-radius: 12px;
    padding: 20px;
    min-width: 0;
  }
  .empty {
    display: grid;
    gap: 8px;
    justify-items: start;
    padding: 32px 24px;
    border: 1px dashed var(--_edge);
    border-radius: 12px;
    max-width: 60ch;
  }
  button,
  .button {
    font: inherit;
    font-weight: 600;
    text-decoration: none;
  }
  button.quiet {
    border-color: var(--_line);
    background: var(--_surface);
  }
  button.danger {
    color: var(--_danger);
  }
  button[aria-pressed='true'],
  button[aria-current] {
    background: var(--_tint);
    border-color: var(--_accent);
  }
  .tag {
    display: inline-flex;
    align-items: center;
    gap: 6px;
    padding: 1px 8px;
    border: 1px solid var(--_line);
    border-radius: 999px;
    font-size: 13px;
    line-height: 1.5;
    color: var(--_soft);
    white-space: nowrap;
  }
  .tag::before {
    content: '';
    width: 8px;
    height: 8px;
    border: 2px solid var(--_edge);
    border-radius: 50%;
  }
  .tag[data-state='live']::before {
    background: var(--_accent);
    border-color: var(--_accent);
  }
  .tag[data-state='scheduled']::before {
    border-color: var(--_accent);
  }
  .tag[data-state='fault'] {
    color: var(--_danger);
    border-color: currentColor;
  }
  .tag[data-state='fault']::before {
    background: currentColor;
    border-color: currentColor;
    border-radius: 2px;
  }
  .tag.plain::before {
    content: none;
  }
  .note {
    display: grid;
    gap: 8px;
    padding: 12px 16px;
    border-inline-start: 3px solid var(--_accent);
    border-radius: 8px;
    background: var(--_tint);
  }
  .note.told {
    grid-template-columns: minmax(0, 1fr) auto;
    align-items: center;
  }
  .note.fault {
    border-color: var(--_danger);
    background: none;
    border: 1px solid var(--_danger);
    border-inline-start-width: 3px;
  }
  table {
    border-collapse: collapse;
    width: 100%;
    font-size: 14px;
  }
  caption {
    text-align: start;
    font-weight: 600;
    padding-bottom: 8px;
  }
  th,
  td {
    text-align: start;
    padding: 8px 16px 8px 0;
    border-bottom: 1px solid var(--_line);
    vertical-align: top;
  }
  td.number,
  th.number {
    text-align: end;
    font-variant-numeric: tabular-nums;
  }
  .scroll {
    overflow-x: auto;
    max-width: 100%;
  }
  /* A live region stands before it has words; until then it takes no place. */
  .stack > [role='status']:empty {
    position: absolute;
  }
  .back {
    margin-inline-start: -12px;
  }
  details.sheet {
    padding-block: 12px;
  }
  button:disabled,
  button[aria-disabled='true'] {
    cursor: not-allowed;
    opacity: 0.55;
  }
  @media (forced-colors: active) {
    .tag[data-state='live']::before {
      background: CanvasText;
    }
    .note,
    .sheet {
      border: 1px solid CanvasText;
    }
  }
  @media (prefers-reduced-motion: no-preference) {
    button,
    .button {
      transition: background 120ms;
    }
  }
`;
