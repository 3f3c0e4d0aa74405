import { css } from '../styles/css.js';

export const hintCss = css`
  /* Under a page's fixed bars (Bootstrap's: 1020 and more), over its content, and over what its target stands on. */
  .mark {
    position: relative;
    width: 24px;
    min-height: 24px;
    padding: 0;
    border: 1px solid var(--_accent);
    border-radius: 50%;
    background: var(--_surface);
    color: var(--_accent);
    font-size: 14px;
    vertical-align: middle;
  }
  .mark:hover,
  .mark[aria-expanded='true'] {
    background: var(--_accent);
    color: var(--_on-accent);
  }
  .mark.floating {
    position: absolute;
    z-index: var(--_z, 1000);
    left: 0;
    top: 0;
  }
  /* It keeps its box, from which it is placed. */
  .mark[hidden] {
    visibility: hidden;
  }
  :host([look='beacon']) .mark {
    border-color: transparent;
    background: none;
  }
  :host([look='beacon']) .mark::before {
    content: '';
    position: absolute;
    inset: 5px;
    border: 2px solid var(--_surface);
    border-radius: 50%;
    background: var(--_accent);
    box-shadow: 0 1px 4px rgb(20 28 46 / 40%);
  }
  :host([look='beacon']) .mark::after {
    content: '';
    position: absolute;
    inset: 3px;
    border: 2px solid var(--_accent);
    border-radius: 50%;
    opacity: 0;
  }
  @media (prefers-reduced-motion: no-preference) {
    /* Three times, under five seconds: what moves longer has to be stoppable (WCAG 2.2.2). */
    :host([look='beacon']) .mark:not([data-seen])::after {
      animation: pulse 1.6s ease-out 3;
    }
    @keyframes pulse {
      from {
        opacity: 0.9;
        transform: scale(0.7);
      }
      to {
        opacity: 0;
        transform: scale(2);
      }
    }
  }
  .bubble[hidden] {
    display: none;
  }
  .bubble {
    position: fixed;
    z-index: 2147483645;
    width: 320px;
    padding: 16px;
  }
  .inner {
    display: contents;
  }
  .read {
    margin: 8px 0 -8px;
    margin-inline: -12px 0;
  }
  @media (pointer: coarse) {
    .mark {
      width: 32px;
      min-height: 32px;
    }
  }
  @media (forced-colors: active) {
    :host([look='beacon']) .mark::before {
      background: Highlight;
      forced-color-adjust: none;
    }
  }
  @media print {
    .mark,
    .bubble {
      display: none;
    }
  }
`;
