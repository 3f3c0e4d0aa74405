import { css } from './css.js';

/** One primary action a card; the others are quiet; `icon` buttons close. `:where()` leaves the focus ring of base on top. */
export const button = css`
  :where(button, .button) {
    all: unset;
    box-sizing: border-box;
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: 8px;
    min-height: 36px;
    min-width: 24px;
    padding: 6px 10px;
    border: 1px solid transparent;
    border-radius: calc(var(--_radius) * 0.66);
    color: var(--_accent);
    font-weight: 600;
    line-height: 1.3;
    cursor: pointer;
    -webkit-tap-highlight-color: transparent;
  }
  :where(button, .button):hover {
    background: var(--_hover);
  }
  .primary {
    background: var(--_accent);
    color: var(--_on-accent);
    padding-inline: 14px;
  }
  .primary:hover {
    background: var(--_accent);
    filter: brightness(0.92);
  }
  button[disabled] {
    cursor: not-allowed;
    opacity: 0.55;
  }
  button.icon {
    width: 36px;
    padding: 0;
    color: var(--_soft);
  }
  .close {
    position: absolute;
    inset-block-start: 10px;
    inset-inline-end: 10px;
  }
  .actions {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 4px;
    margin-top: 16px;
  }
  .actions .push {
    margin-inline-start: auto;
  }
  @media (pointer: coarse) {
    :where(button, .button) {
      min-height: 44px;
    }
    button.icon {
      width: 44px;
    }
    .close {
      inset-block-start: 6px;
      inset-inline-end: 6px;
    }
  }
  @media (forced-colors: active) {
    :where(button, .button) {
      border-color: ButtonText;
    }
    .primary {
      border-width: 3px;
    }
  }
`;
