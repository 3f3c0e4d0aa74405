import { css } from 'lit';

export const styles = css`
  .stage {
    display: grid;
    gap: 12px;
  }
  .page {
    position: relative;
    display: flex;
    flex-direction: column;
    min-height: 340px;
    border: 1px solid var(--_line);
    border-radius: 12px;
    overflow: hidden;
    background: #fff;
    color: #1d2330;
    margin-inline: auto;
    width: 100%;
  }
  .page.dark {
    background: #14161b;
  }
  .page.phone {
    width: 360px;
    max-width: 100%;
    min-height: 560px;
    border-radius: 24px;
    border-width: 6px;
  }
  .bar {
    display: flex;
    gap: 8px;
    align-items: center;
    padding: 10px 14px;
    background: rgb(120 130 150 / 14%);
  }
  .bar::before {
    content: '';
    width: 22px;
    height: 22px;
    border-radius: 6px;
    background: rgb(120 130 150 / 45%);
  }
  .bar i,
  .lines i {
    display: block;
    height: 8px;
    border-radius: 4px;
    background: rgb(120 130 150 / 28%);
  }
  .bar i {
    width: 48px;
  }
  .scene {
    flex: 1;
    display: grid;
    align-items: end;
    justify-items: end;
  }
  .scene > * {
    grid-area: 1 / 1;
  }
  .scene > .lines {
    align-self: start;
    justify-self: stretch;
  }
  .lines {
    flex: 1;
    display: grid;
    gap: 12px;
    align-content: start;
    padding: 20px;
  }
  .lines i:nth-child(3n + 1) {
    width: 42%;
    height: 12px;
  }
  .lines i:nth-child(3n + 2) {
    width: 92%;
  }
  .lines i:nth-child(3n) {
    width: 74%;
  }
  .spot.corner {
    margin: 14px;
    width: min(360px, calc(100% - 28px));
  }
  .spot.modal {
    align-self: stretch;
    justify-self: stretch;
    display: grid;
    place-items: center;
    padding: 14px;
    background: rgb(18 24 38 / 52%);
  }
  .spot.modal > * {
    width: min(480px, 100%);
  }
  /* Drawn at each letter that is written: it would fade in at each. */
  .spot > ::part(box) {
    animation: none;
  }
  .spot.inline {
    padding-inline: 20px;
  }
  .steps {
    display: grid;
    gap: 10px;
    padding: 16px;
    counter-reset: step;
    color: #1d2330;
  }
  .dark .steps {
    color: #eceef2;
  }
  .steps li {
    padding: 12px 14px;
    border: 1px solid rgb(120 130 150 / 40%);
    border-radius: 10px;
    overflow-wrap: anywhere;
  }
  .steps .intro {
    border-style: dashed;
  }
  .steps li:not(.intro) > strong::before {
    counter-increment: step;
    content: counter(step) ' · ';
  }
`;
