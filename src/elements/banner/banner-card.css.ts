import { css } from '../styles/css.js';

/** Corner and modal: cards on the plain surface; and pictures, whose room is kept before they have come. */
export const styles = css`
  .corner,
  .modal {
    position: fixed;
    padding: 20px;
    width: 360px;
    max-width: calc(100vw - 16px);
    max-height: calc(100vh - 16px);
    overflow: auto;
    overscroll-behavior: contain;
    border: 1px solid var(--_line);
    border-block-start: 3px solid rgb(var(--_hue));
    border-radius: var(--_radius);
    background: var(--_surface);
    box-shadow: var(--_shadow);
  }
  .corner {
    inset: auto;
    inset-block-end: 8px;
    inset-inline-start: 8px;
    z-index: 2147483000;
    margin: 0;
  }
  .modal {
    width: 480px;
  }
  dialog::backdrop {
    background: rgb(18 24 38 / 56%);
  }
  .corner .words,
  .modal .words {
    padding-inline-end: 28px;
  }
  .picture {
    width: 96px;
    height: 64px;
    object-fit: cover;
    border-radius: 8px;
  }
  .corner .picture,
  .modal .picture {
    order: -1;
    width: calc(100% + 40px);
    max-width: none;
    height: auto;
    aspect-ratio: 16 / 9;
    max-height: 40vh;
    margin: -20px -20px 16px;
    border-radius: 0;
  }
  .corner.pictured .close,
  .modal.pictured .close {
    background: var(--_surface);
    box-shadow: var(--_shadow);
  }
`;
