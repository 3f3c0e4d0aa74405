import { css, unsafeCSS } from 'lit';
import { fieldCss } from './field.css.js';
import { formCss } from './form.css.js';

export const styles = [
  unsafeCSS(fieldCss),
  unsafeCSS(formCss),
  css`
    [hidden] {
      display: none !important;
    }
    h3 {
      margin: 0 0 8px;
      font-size: 1.25em;
      line-height: 1.3;
    }
    .soft {
      margin: 4px 0 0;
      color: var(--_soft);
      font-size: 0.9375em;
      font-weight: 400;
    }
    /* Not hidden while it is empty: what comes up together with its words is not read aloud. */
    .warning {
      margin: 0;
      color: var(--_danger);
      font-weight: 400;
    }
    .warning:not(:empty) {
      margin-top: 4px;
    }
    .report > div > form > label.pick:first-child {
      margin-top: 8px;
    }
    input[type='file'] {
      width: 100%;
      margin-top: 8px;
      font: inherit;
      font-weight: 400;
      color: var(--_ink);
    }
    details {
      margin-top: 20px;
      padding: 4px 16px 16px;
      border: 1px solid transparent;
      border-radius: calc(var(--_radius) * 0.66);
      background: var(--_tint);
    }
    summary {
      padding: 10px 0;
      font-weight: 600;
      cursor: pointer;
    }
    .fact {
      display: block;
      margin-top: 10px;
      font-size: 0.9375em;
    }
    .fact input {
      min-height: 40px;
    }
    .preview {
      margin: 8px 0 0;
    }
    canvas {
      display: block;
      max-width: 100%;
      max-height: 240px;
      border: 1px solid var(--_line);
      border-radius: 8px;
    }
    .primary {
      margin-top: 20px;
      text-decoration: none;
    }
    .number {
      font-variant-numeric: tabular-nums;
      letter-spacing: 0.04em;
    }
    .outcome p {
      margin: 0 0 8px;
    }
    .outcome button {
      margin-inline-start: -10px;
    }
  `,
];
