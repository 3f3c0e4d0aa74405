import { css } from 'lit';

export const styles = css`
  .panel {
    position: fixed;
    z-index: 2147483646;
    inset-block: 0;
    inset-inline: auto 0;
    width: min(400px, 100%);
    height: auto;
    max-height: none;
    margin: 0;
    padding: 0;
    border: 0 solid var(--_line);
    border-inline-start-width: 1px;
    display: flex;
    flex-direction: column;
    overflow: hidden;
    overflow-wrap: anywhere;
    background: var(--_surface);
    color: var(--_ink);
    box-shadow: var(--_shadow);
  }
  [hidden] {
    display: none !important;
  }
  .inner {
    display: contents;
  }
  .bar {
    display: flex;
    align-items: center;
    padding: 8px 8px 8px 12px;
    padding-inline: 12px 8px;
    border-block-end: 1px solid var(--_line);
  }
  h2 {
    flex: 1;
    margin: 0;
    padding: 0 8px;
  }
  .content {
    flex: 1;
    overflow: auto;
    overscroll-behavior: contain;
    padding: 16px 20px 24px;
  }
  h3 {
    margin: 24px 0 4px;
    font-size: 1em;
    font-weight: 600;
  }
  #title {
    margin: 0 0 8px;
    font-size: 1.25em;
    line-height: 1.3;
  }
  label {
    font-weight: 600;
  }
  input {
    all: unset;
    box-sizing: border-box;
    width: 100%;
    min-height: 44px;
    margin-top: 4px;
    padding: 8px 12px;
    border: 1px solid var(--_edge);
    border-radius: calc(var(--_radius) * 0.66);
  }
  input:focus-visible {
    outline: 2px solid var(--_accent);
  }
  .soft {
    margin: 8px 0 0;
    color: var(--_soft);
  }
  .rows,
  .contacts {
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .row {
    display: flex;
    width: calc(100% + 16px);
    min-height: 44px;
    margin-inline: -8px;
    padding: 8px 7px;
    color: var(--_ink);
    font-weight: 400;
  }
  .row span {
    flex: 1;
  }
  .row svg {
    flex: none;
    color: var(--_soft);
  }
  .inner[dir='rtl'] svg {
    transform: scaleX(-1);
  }
  summary {
    padding: 10px 0;
    border-block-end: 1px solid var(--_line);
    cursor: pointer;
  }
  .contacts li {
    margin-top: 8px;
    padding: 12px 16px;
    border: 1px solid transparent;
    border-radius: calc(var(--_radius) * 0.66);
    background: var(--_tint);
  }
  .contacts p {
    margin: 2px 0 0;
  }
  .useful {
    margin-top: 24px;
    border-block-start: 1px solid var(--_line);
    padding-top: 16px;
  }
  .useful button {
    min-width: 72px;
    border-color: var(--_edge);
  }
  @media (max-width: 600px) {
    .panel {
      width: 100%;
      border: 0;
    }
  }
  @media (max-height: 400px) {
    .bar {
      padding-block: 0;
    }
  }
  @media print {
    .panel {
      display: none;
    }
  }
`;
