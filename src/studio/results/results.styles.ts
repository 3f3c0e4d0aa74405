import { css } from 'lit';

export const styles = css`
  .matrix thead th:not(:first-child),
  .matrix td {
    text-align: center;
    min-width: 96px;
  }
  /* Seen at a glance, and no alarm. */
  .none span {
    display: inline-block;
    padding: 0 10px;
    border: 1px dashed var(--_danger);
    border-radius: 999px;
    color: var(--_danger);
    font-size: 13px;
  }
  .number + td:not(.number),
  .number + th:not(.number) {
    padding-inline-start: 24px;
  }
  .figures {
    display: flex;
    flex-wrap: wrap;
    gap: 12px 32px;
  }
  .figures dt {
    color: var(--_soft);
    font-size: 13px;
  }
  .figures dd {
    font-size: 26px;
    font-weight: 650;
    line-height: 1.2;
    font-variant-numeric: tabular-nums;
  }
  .row.push {
    align-items: end;
  }
  .texts {
    display: grid;
    gap: 8px;
  }
  .texts li {
    padding: 8px 12px;
    border-inline-start: 3px solid var(--_line);
    overflow-wrap: anywhere;
  }
  :is(td, th) button,
  li > button {
    padding: 0;
    min-height: 24px;
    text-align: start;
    justify-content: start;
  }
`;
