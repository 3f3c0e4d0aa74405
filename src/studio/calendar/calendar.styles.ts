import { css } from 'lit';

export const styles = css`
  .year {
    position: relative;
    min-width: 900px;
  }
  .months,
  .lane,
  .heat {
    display: grid;
    grid-template-columns: var(--_names, 196px) repeat(53, minmax(0, 1fr));
    align-items: center;
  }
  .months {
    padding-block: 6px;
    border-bottom: 1px solid var(--_line);
    font-size: 13px;
    color: var(--_soft);
  }
  .months span {
    grid-row: 1;
    grid-column: var(--_from) / span 4;
    white-space: nowrap;
  }
  .lane {
    min-height: 34px;
    border-bottom: 1px solid var(--_line);
  }
  .lane > * {
    grid-row: 1;
  }
  .lane .label,
  .heat .label {
    grid-column: 1;
    font-size: 13px;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
    padding-inline-end: 10px;
    /* In sight while one looks at the end of the year. */
    position: sticky;
    inset-inline-start: 0;
    z-index: 2;
    background: var(--_surface);
  }
  :host([data-size='s']) .year {
    --_names: 120px;
  }
  .lane + .heat {
    margin-top: 12px;
  }
  .bar {
    grid-column: var(--_from) / var(--_to);
    min-height: 24px;
    height: 24px;
    padding: 0 8px;
    border-radius: 6px;
    border: 1px solid var(--_accent);
    background: var(--_tint);
    color: var(--_ink);
    font-size: 12px;
    font-weight: 600;
    justify-content: start;
    overflow: hidden;
    white-space: nowrap;
    z-index: 1;
  }
  .bar[data-slot='interruption'] {
    background: var(--_accent);
    color: var(--_on-accent);
  }
  .bar[aria-pressed='true'] {
    outline: 2px solid var(--_accent);
    outline-offset: 2px;
  }
  .bar svg {
    flex: none;
  }
  .key {
    display: flex;
    flex-wrap: wrap;
    gap: 4px 20px;
    font-size: 13px;
    color: var(--_soft);
  }
  .key span {
    display: inline-flex;
    align-items: center;
    gap: 8px;
  }
  .key i {
    width: 22px;
    height: 12px;
    border-radius: 4px;
    border: 1px solid var(--_accent);
    background: var(--_tint);
  }
  .key i.solid {
    background: var(--_accent);
  }
  .band {
    grid-column: var(--_from) / var(--_to);
    height: 100%;
    min-height: 18px;
    background: var(--_hover);
    border-inline: 1px solid var(--_line);
    font-size: 11px;
    color: var(--_soft);
    text-align: center;
    overflow: hidden;
    line-height: 18px;
  }
  .band.open {
    background: none;
    border: 0;
    border-inline-start: 2px solid var(--_accent);
    color: var(--_accent);
    font-weight: 600;
    overflow: visible;
    white-space: nowrap;
    text-align: start;
    padding-inline-start: 4px;
  }
  .heat {
    min-height: 24px;
  }
  .cell {
    height: 18px;
    margin: 1px;
    border-radius: 3px;
    font-size: 11px;
    line-height: 18px;
    text-align: center;
    color: var(--_ink);
    background: var(--_hover);
  }
  .cell[data-n='1'] {
    background: var(--_tint);
  }
  .cell[data-n='2'],
  .cell[data-n='3'] {
    background: var(--_tint);
    box-shadow: inset 0 0 0 1px var(--_accent);
  }
  .cell[data-n='many'] {
    background: none;
    box-shadow: inset 0 0 0 2px var(--_danger);
    color: var(--_danger);
    font-weight: 700;
  }
  .lower {
    align-items: end;
  }
  .met {
    display: grid;
    gap: 6px;
    font-size: 14px;
  }
  .met li {
    display: grid;
    grid-template-columns: 120px minmax(0, 1fr);
    gap: 8px;
  }
  @media (forced-colors: active) {
    .cell[data-n='many'] {
      outline: 2px solid Mark;
    }
  }
`;
