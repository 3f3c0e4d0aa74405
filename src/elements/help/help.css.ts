import { css } from '../styles/css.js';

/**
 * The button is fixed and outside the top layer: over a page's fixed bars (Bootstrap's: 1030), under the backdrops of
 * its modal boxes (1050), under every modal dialog and under our own cards.
 */
export const helpCss = css`
  .launch {
    position: fixed;
    z-index: 1040;
    inset: auto var(--_inline, 16px) calc(var(--_block, 16px) + env(safe-area-inset-bottom, 0px)) auto;
    /* Out of the way of a bar, with no layout of the page's anew. */
    transform: translateY(var(--_lift, 0));
    min-height: 44px;
    min-width: 44px;
    border: 1px solid var(--_surface);
    border-radius: 22px;
    box-shadow: var(--_shadow);
  }
  .root[dir='rtl'] .launch {
    inset-inline: auto var(--_inline, 16px);
  }
  :host([place$='start']) .launch {
    inset-inline: var(--_inline, 16px) auto;
  }
  :host([place^='top']) .launch {
    inset-block: var(--_block, 16px) auto;
  }
  .dot {
    position: absolute;
    inset: -3px -1px auto auto;
    width: 14px;
    height: 14px;
    border: 2px solid var(--_surface);
    border-radius: 50%;
    background: var(--_danger);
  }
  .root[dir='rtl'] .dot {
    inset-inline: auto -1px;
  }
  /* The open panel may lie over it: nothing that is covered may take the focus (WCAG 2.4.11). */
  .launch[aria-expanded='true'] {
    visibility: hidden;
  }
  :host([place='inline']) .launch {
    position: relative;
    inset: auto;
    visibility: visible;
    box-shadow: none;
  }
  @media (forced-colors: active) {
    .dot {
      background: Highlight;
      forced-color-adjust: none;
    }
  }
  @media (max-width: 600px) {
    /* A corner of a phone is dear: the word stays for those who cannot see the mark. */
    .launch {
      padding: 0;
    }
    .launch span {
      position: absolute;
      clip-path: inset(50%);
    }
  }
  @media print {
    .launch {
      display: none;
    }
  }
`;
