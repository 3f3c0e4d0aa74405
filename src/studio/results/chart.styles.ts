import { css } from 'lit';

export const styles = css`
  .chart {
    display: grid;
    grid-template-columns: minmax(0, 3fr) minmax(220px, 2fr);
    gap: 20px;
    align-items: start;
  }
  :host([data-size='s']) .chart,
  :host([data-size='m']) .chart {
    grid-template-columns: minmax(0, 1fr);
  }
  .canvas {
    position: relative;
    height: 240px;
    min-width: 0;
  }
`;
