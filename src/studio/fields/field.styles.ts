import { css } from 'lit';

export const styles = css`
  .field {
    display: grid;
    gap: 4px;
    min-width: 0;
  }
  .field > label,
  .field > .label,
  legend {
    font-weight: 600;
    font-size: 14px;
  }
  fieldset {
    margin: 0;
    padding: 0;
    border: 0;
    min-width: 0;
    display: grid;
    gap: 8px;
  }
  legend {
    padding: 0;
    margin-bottom: 4px;
  }
  .hint {
    color: var(--_soft);
    font-size: 13px;
  }
  .error {
    color: var(--_danger);
    font-size: 13px;
  }
  input,
  select,
  textarea {
    box-sizing: border-box;
    width: 100%;
    min-height: 38px;
    padding: 7px 10px;
    border: 1px solid var(--_edge);
    border-radius: 8px;
    background: var(--_surface);
    color: var(--_ink);
    font: inherit;
    color-scheme: light;
  }
  :host([scheme='dark']) :is(input, select, textarea) {
    color-scheme: dark;
  }
  textarea {
    min-height: 104px;
    resize: vertical;
    line-height: 1.5;
  }
  input[type='checkbox'],
  input[type='radio'] {
    width: 18px;
    height: 18px;
    min-height: 0;
    margin: 0;
    flex: none;
    accent-color: var(--_accent);
  }
  input[type='color'] {
    width: 56px;
    padding: 2px;
  }
  input[type='number'] {
    max-width: 120px;
  }
  [aria-invalid='true'] {
    border-color: var(--_danger);
    border-width: 2px;
  }
  .checks {
    display: flex;
    flex-wrap: wrap;
    gap: 4px 16px;
  }
  .checks label {
    display: inline-flex;
    align-items: center;
    gap: 8px;
    min-height: 32px;
  }
  .pair {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(200px, 100%), 1fr));
    gap: 12px;
  }
  .item {
    display: grid;
    gap: 12px;
    padding: 12px;
    border: 1px solid var(--_line);
    border-radius: 10px;
  }
  details > summary {
    cursor: pointer;
    font-weight: 600;
    padding-block: 4px;
  }
  details[open] > summary {
    margin-bottom: 12px;
  }
  @media (pointer: coarse) {
    .checks label,
    summary {
      min-height: 44px;
    }
    input,
    select {
      min-height: 44px;
    }
  }
`;
