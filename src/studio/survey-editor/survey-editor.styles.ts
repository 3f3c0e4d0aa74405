import { css } from 'lit';

export const styles = css`
  h4 {
    font-size: 15px;
    font-weight: 650;
  }
  .questions {
    display: grid;
    gap: 8px;
  }
  .questions > .item > .row {
    flex-wrap: nowrap;
    align-items: start;
  }
  .questions details {
    flex: 1;
    min-width: 0;
    overflow-wrap: anywhere;
  }
  .questions > .item > .row > details > summary {
    margin-bottom: 0;
  }
  .tools {
    flex-wrap: nowrap;
    gap: 0;
  }
  .points {
    display: grid;
    gap: 8px;
    font-size: 14px;
  }
  .points li {
    display: grid;
    grid-template-columns: 76px minmax(0, 1fr);
    gap: 10px;
    align-items: start;
  }
  .points .tag {
    justify-self: start;
  }
  .diagram {
    display: grid;
    gap: 8px;
    padding: 12px 16px;
    border-radius: 10px;
    background: var(--_paper);
  }
  .path {
    display: flex;
    flex-wrap: wrap;
    gap: 16px;
    align-items: center;
  }
  .path ul {
    display: grid;
    gap: 6px;
    flex: 1;
    min-width: 160px;
  }
  .way {
    stroke: var(--_edge);
    stroke-width: 2;
  }
  .mark {
    fill: var(--_surface);
    stroke: var(--_accent);
    stroke-width: 2;
  }
  .mark.conditional {
    stroke-dasharray: 3 3;
  }
  .branch,
  .tip {
    fill: none;
    stroke: var(--_accent);
    stroke-width: 1.75;
  }
  svg text {
    font:
      600 11px system-ui,
      sans-serif;
    fill: var(--_ink);
  }
  @media (forced-colors: active) {
    svg text {
      fill: CanvasText;
    }
    .mark,
    .branch,
    .tip,
    .way {
      stroke: CanvasText;
    }
  }
`;
