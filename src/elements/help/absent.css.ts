import { css } from '../styles/css.js';

/** What is said beside the button of help when its panel could not be loaded. */
export const absentCss = css`
  .absent {
    position: fixed;
    z-index: 1040;
    inset: auto var(--_inline, 16px) calc(var(--_block, 16px) + 56px + env(safe-area-inset-bottom, 0px)) auto;
    transform: translateY(var(--_lift, 0));
    box-sizing: border-box;
    max-width: min(320px, 100vw - 32px);
    margin: 0;
    padding: 12px 16px;
    border: 1px solid var(--_edge);
    border-radius: var(--_radius);
    background: var(--_surface);
    color: var(--_ink);
    box-shadow: var(--_shadow);
  }
  .root[dir='rtl'] .absent {
    inset-inline: auto var(--_inline, 16px);
  }
  :host([place$='start']) .absent {
    inset-inline: var(--_inline, 16px) auto;
  }
  :host([place^='top']) .absent {
    inset-block: calc(var(--_block, 16px) + 56px) auto;
  }
  :host([place='inline']) .absent {
    position: absolute;
    inset: auto;
    margin-top: 8px;
  }
  @media print {
    .absent {
      display: none;
    }
  }
`;
