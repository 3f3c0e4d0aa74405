import { css } from 'lit';

export const styles = css`
  .layer {
    position: fixed;
    z-index: 2147483647;
    inset: 0;
    width: auto;
    height: auto;
    margin: 0;
    padding: 0;
    border: 0;
    overflow: hidden;
    background: transparent;
    color: var(--_ink);
    cursor: crosshair;
    pointer-events: auto;
  }
  .layer.blind,
  .layer.blind * {
    pointer-events: none !important;
  }
  .outline {
    position: absolute;
    inset: 0 auto auto 0;
    border: 2px solid var(--_accent);
    border-radius: 6px;
    background: rgb(11 107 95 / 10%);
    box-shadow: 0 0 0 2px #fff;
    pointer-events: none;
  }
  .tip {
    position: absolute;
    inset: 0 auto auto 0;
    max-width: min(420px, 100vw - 16px);
    padding: 4px 10px;
    overflow: hidden;
    border-radius: 6px;
    background: #1d2330;
    color: #fff;
    font-size: 14px;
    text-overflow: ellipsis;
    white-space: nowrap;
    pointer-events: none;
  }
  .tip b {
    font-weight: 600;
  }
  .bar {
    position: absolute;
    inset-block: auto 16px;
    inset-inline: 0;
    display: flex;
    flex-direction: column;
    width: min(440px, 100% - 16px);
    max-height: min(60%, 520px);
    margin: 0 auto;
    overflow: hidden;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_surface);
    box-shadow: var(--_shadow);
    cursor: default;
  }
  .bar.top {
    inset-block: 16px auto;
  }
  .head {
    display: flex;
    align-items: center;
    gap: 4px;
    padding: 8px 8px 8px 16px;
    padding-inline: 16px 8px;
  }
  .head p {
    flex: 1;
    min-width: 0;
    margin: 0;
    font-size: 15px;
  }
  .head strong {
    display: block;
    font-weight: 600;
  }
  .hint {
    display: block;
    color: var(--_soft);
    font-size: 13px;
  }
  .found {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 4px 8px;
    padding: 8px 16px;
    border-block-start: 1px solid var(--_line);
  }
  .found p {
    flex: 1 1 180px;
    min-width: 0;
    margin: 0;
    overflow-wrap: anywhere;
    font-size: 14px;
  }
  .tree {
    flex: 1;
    min-height: 0;
    margin: 0;
    padding: 4px 8px 8px;
    overflow: auto;
    overscroll-behavior: contain;
    border-block-start: 1px solid var(--_line);
    list-style: none;
  }
  .row {
    display: flex;
    align-items: center;
    gap: 4px;
    min-height: 32px;
    padding: 2px 8px;
    border-radius: 6px;
    font-size: 14px;
    cursor: pointer;
  }
  .row:hover {
    background: var(--_hover);
  }
  .row svg {
    flex: none;
    color: var(--_soft);
  }
  [aria-expanded='true'] svg {
    transform: rotate(90deg);
  }
  [data-depth='2'] {
    margin-inline-start: 16px;
  }
  [data-depth='3'] {
    margin-inline-start: 32px;
  }
  [data-depth='4'] {
    margin-inline-start: 48px;
  }
  [data-depth='5'] {
    margin-inline-start: 64px;
  }
  [data-depth='6'] {
    margin-inline-start: 80px;
  }
  .leaf {
    flex: none;
    width: 16px;
  }
  .row:focus {
    background: var(--_tint);
    outline: 2px solid var(--_accent);
    outline-offset: -2px;
  }
  [hidden] {
    display: none !important;
  }
  @media (pointer: coarse) {
    .row {
      min-height: 44px;
    }
  }
  @media (forced-colors: active) {
    .outline {
      border-color: Highlight;
      forced-color-adjust: none;
    }
    .tip {
      border: 1px solid CanvasText;
    }
    .row:focus {
      outline-color: Highlight;
    }
  }
`;
