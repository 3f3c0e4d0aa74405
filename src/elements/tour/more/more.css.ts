import { walkedCss } from '../../primitives/walked.css.js';
import { css } from '../../styles/css.js';

/** Beside tour.css.ts, once more than the first card is there. */
const more = css`
  .more {
    position: absolute;
    inset-block-start: 10px;
    inset-inline-end: 46px;
  }
  /* An intro has no way out in its corner: only the tools' panel comes after. */
  .card > .more:nth-last-child(2) {
    inset-inline-end: 10px;
  }
  /* Beside a way out that button.css.ts makes larger. */
  @media (pointer: coarse) {
    .more {
      inset-block-start: 6px;
      inset-inline-end: 50px;
    }
    .card > .more:nth-last-child(2) {
      inset-inline-end: 6px;
    }
  }
  /* A title in a language that runs the other way begins where they would be, and leaves its room at its own end. */
  [dir='rtl'] > .card > [dir='ltr']:first-child ~ :is(.close, .more),
  [dir='ltr'] > .card > [dir='rtl']:first-child ~ :is(.close, .more) {
    inset-inline: 10px auto;
  }
  [dir='rtl'] > .card > .beside[dir='ltr']:first-child ~ .more,
  [dir='ltr'] > .card > .beside[dir='rtl']:first-child ~ .more {
    inset-inline: 46px auto;
  }
  @media (pointer: coarse) {
    [dir='rtl'] > .card > [dir='ltr']:first-child ~ :is(.close, .more),
    [dir='ltr'] > .card > [dir='rtl']:first-child ~ :is(.close, .more) {
      inset-inline: 6px auto;
    }
    [dir='rtl'] > .card > .beside[dir='ltr']:first-child ~ .more,
    [dir='ltr'] > .card > .beside[dir='rtl']:first-child ~ .more {
      inset-inline: 50px auto;
    }
  }
  .part {
    margin: 12px 0 2px;
    color: var(--_soft);
    font-size: 0.875em;
    font-weight: 600;
  }
  .turn {
    margin: 8px 0 0;
    padding-inline-start: 10px;
    border-inline-start: 3px solid var(--_accent);
    color: var(--_soft);
  }
  .turn.not-yet {
    border-color: var(--_danger);
    color: var(--_ink);
  }
  .answers {
    display: grid;
    gap: 8px;
    margin-top: 16px;
  }
  .answers .answer {
    justify-content: flex-start;
    padding: 8px 14px;
    border-color: var(--_edge);
    text-align: start;
  }
  .tools {
    display: flex;
    flex-wrap: wrap;
    gap: 4px;
    margin: 10px -10px -8px;
    padding-top: 8px;
    border-top: 1px solid var(--_edge);
    font-size: 0.9375em;
  }
  .tools[hidden] {
    display: none;
  }
  .tools [aria-pressed='true'] {
    border-color: var(--_accent);
    background: var(--_tint);
  }
  .away {
    visibility: hidden;
  }
  :host([presenter]) {
    --_size: 24px;
  }
  :host([presenter]) .card {
    width: 520px;
  }
  @media (max-height: 400px) {
    .card {
      padding: 10px 12px;
    }
    .way {
      margin-bottom: 0;
    }
    .actions {
      bottom: -10px;
      margin: 4px -12px -10px;
      padding: 4px 12px 8px;
    }
    .close {
      inset-block-start: 2px;
      inset-inline-end: 4px;
    }
    .more {
      inset-block-start: 2px;
      inset-inline-end: 40px;
    }
  }
  @media (max-height: 400px) and (pointer: coarse) {
    .more {
      inset-inline-end: 48px;
    }
  }
  @media (forced-colors: active) {
    .ring:not(.centred) {
      outline: 4px solid Highlight;
    }
    .card {
      border: 2px solid CanvasText;
    }
  }
  @media print {
    .ring,
    .card {
      display: none;
    }
  }
  .ring.hint {
    box-shadow:
      0 0 0 2px var(--_surface),
      0 0 0 5px var(--_accent);
  }
`;

export const moreCss = walkedCss + more;
