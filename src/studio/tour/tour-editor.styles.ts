import { css } from 'lit';

export const styles = css`
  .head {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
  }
  .steps {
    display: grid;
  }
  .step {
    position: relative;
    display: grid;
    gap: 12px;
    padding-block: 4px 8px;
    padding-inline-start: 36px;
  }
  /* The path: a line of waymarks, as the tour itself draws it. */
  .step::before {
    content: '';
    position: absolute;
    inset-block: 0;
    inset-inline-start: 13px;
    width: 2px;
    background: var(--_line);
  }
  .step:first-child::before {
    inset-block-start: 24px;
  }
  .step:last-child::before {
    inset-block-end: calc(100% - 24px);
  }
  .mark {
    position: absolute;
    inset-block-start: 10px;
    inset-inline-start: 0;
    display: grid;
    place-items: center;
    width: 28px;
    height: 28px;
    border: 2px solid var(--_edge);
    border-radius: 50%;
    background: var(--_surface);
    font-size: 13px;
    font-weight: 650;
  }
  .step.open > .mark {
    border-color: var(--_accent);
    background: var(--_accent);
    color: var(--_on-accent);
  }
  .step > button.title {
    justify-content: flex-start;
    gap: 12px;
    min-height: 44px;
    width: 100%;
    padding: 6px 10px;
    color: var(--_ink);
    text-align: start;
  }
  .title .words {
    flex: 1;
    min-width: 0;
    overflow-wrap: anywhere;
  }
  .title .untitled {
    color: var(--_soft);
    font-weight: 400;
    font-style: italic;
  }
  .state {
    display: inline-flex;
    align-items: center;
    gap: 6px;
    flex: none;
    color: var(--_soft);
    font-size: 13px;
    font-weight: 400;
    white-space: nowrap;
  }
  .state::before {
    content: '';
    width: 9px;
    height: 9px;
    border: 2px solid var(--_edge);
    border-radius: 50%;
  }
  .state[data-state='found']::before {
    border-color: var(--_accent);
    background: var(--_accent);
  }
  .state[data-state='absent'],
  .state[data-state='hidden'],
  .state[data-state='ambiguous'] {
    color: var(--_danger);
  }
  .state[data-state='absent']::before,
  .state[data-state='hidden']::before,
  .state[data-state='ambiguous']::before {
    border-color: currentColor;
    border-radius: 2px;
    transform: rotate(45deg);
  }
  .form {
    padding: 16px;
    border: 1px solid var(--_line);
    border-radius: 12px;
    background: var(--_surface);
  }
  .target {
    display: grid;
    gap: 8px;
  }
  .label {
    font-weight: 600;
    font-size: 14px;
  }
  .ways {
    display: grid;
  }
  .way {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr) auto auto auto;
    align-items: center;
    gap: 2px 8px;
    padding-block: 6px;
    border-block-start: 1px solid var(--_line);
  }
  .way code {
    overflow-wrap: anywhere;
    font-size: 13px;
  }
  code {
    padding: 1px 5px;
    border: 1px solid var(--_line);
    border-radius: 5px;
    background: var(--_hover);
    font:
      13px ui-monospace,
      monospace;
  }
  /* Three bars, filled as far as the way is solid; the word stands beside. */
  .solidity {
    width: 18px;
    height: 14px;
    background: repeating-linear-gradient(90deg, var(--_line) 0 4px, transparent 4px 7px);
  }
  .solidity[data-solidity='solid'] {
    background: repeating-linear-gradient(90deg, var(--_accent) 0 4px, transparent 4px 7px);
  }
  .solidity[data-solidity='fair'] {
    background:
      linear-gradient(90deg, transparent 14px, var(--_surface) 14px, var(--_surface) 14px),
      repeating-linear-gradient(90deg, var(--_accent) 0 4px, transparent 4px 7px) 0 0 / 11px 100% no-repeat,
      repeating-linear-gradient(90deg, var(--_line) 0 4px, transparent 4px 7px);
  }
  .solidity[data-solidity='fragile'] {
    background:
      linear-gradient(var(--_danger), var(--_danger)) 0 0 / 4px 100% no-repeat,
      repeating-linear-gradient(90deg, var(--_line) 0 4px, transparent 4px 7px);
  }
  .warning {
    padding: 8px 12px;
    border: 1px solid var(--_danger);
    border-inline-start-width: 3px;
    border-radius: 8px;
    font-size: 14px;
  }
  .marked {
    position: relative;
  }
  .marks {
    display: flex;
    justify-content: flex-end;
    margin-block-end: -26px;
  }
  .marks button.icon {
    width: 30px;
    min-height: 28px;
  }
  /* Room for the marks beside the label. */
  .marked label {
    padding-inline-end: 160px;
  }
  .tools {
    gap: 0;
  }
  .grow {
    flex: 1;
  }
  .row > .grow {
    min-width: 140px;
  }
  /* Tools stand on the line of the field, not of its label. */
  .row.ends {
    align-items: flex-end;
  }
  .place {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 4px 8px;
  }
  .place .label {
    font-weight: 500;
  }
  .place code {
    overflow-wrap: anywhere;
  }
  [hidden] {
    display: none !important;
  }
  @media (pointer: coarse) {
    .marks {
      margin-block-end: 0;
    }
    .marked label {
      padding-inline-end: 0;
    }
    .marks button.icon {
      width: 44px;
      min-height: 44px;
    }
  }
  @media (forced-colors: active) {
    .solidity {
      forced-color-adjust: none;
    }
    .step::before {
      background: CanvasText;
    }
  }
`;
