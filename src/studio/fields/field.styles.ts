import { css } from 'lit';

export const styles = css`
  .field {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    align-content: start;
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
    align-content: start;
    gap: 8px;
  }
  /* A legend is no grid item: its gap is its own. */
  legend {
    padding: 0;
    margin-bottom: 2px;
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
    min-height: 42px;
    padding: 8px 12px;
    border: 1px solid var(--_edge);
    border-radius: 8px;
    background: var(--_surface);
    color: var(--_ink);
    font: inherit;
    color-scheme: var(--_scheme, light);
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
  :is(input, select, textarea):disabled {
    background: var(--_hover);
    border-color: var(--_line);
    color: var(--_soft);
    opacity: 1;
  }
  textarea[rows='2'] {
    min-height: 72px;
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
  /* Many stand in columns: one finds one's own at a glance. */
  .checks.many {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(132px, 100%), 1fr));
  }
  .pair {
    display: grid;
    align-items: start;
    grid-template-columns: repeat(auto-fit, minmax(min(200px, 100%), 1fr));
    gap: 12px;
  }
  select.unit {
    width: auto;
  }
  .narrow {
    max-width: 320px;
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
