import { css } from 'lit';

/**
 * The button is fixed and outside the top layer: over a page's fixed bars (Bootstrap's: 1030), under the backdrops of
 * its modal boxes (1050), under every modal dialog and under our own cards.
 */
export const styles = css`
  .launch {
    position: fixed;
    z-index: 1040;
    inset: auto 16px calc(16px + var(--_lift, 0px) + env(safe-area-inset-bottom, 0px)) auto;
    min-height: 44px;
    min-width: 44px;
    border: 1px solid var(--_surface);
    border-radius: 22px;
    box-shadow: var(--_shadow);
  }
  .root[dir='rtl'] .launch {
    inset-inline: auto 16px;
  }
  :host([place$='start']) .launch {
    inset-inline: 16px auto;
  }
  :host([place^='top']) .launch {
    inset-block: 16px auto;
  }
  /* The open panel may lie over it: nothing that is covered may take the focus (WCAG 2.4.11). */
  .launch[aria-expanded='true'] {
    visibility: hidden;
  }
  :host([place='inline']) .launch {
    position: static;
    visibility: visible;
    box-shadow: none;
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
