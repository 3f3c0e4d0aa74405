import { css } from 'lit';

/** One primary action a card; the others are quiet; `icon` buttons close. */
export const styles = css`
  button,
  .button {
    all: unset;
    box-sizing: border-box;
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: 8px;
    min-height: 36px;
    min-width: 24px;
    padding: 6px 12px;
    border: 1px solid transparent;
    border-radius: calc(var(--_radius) * 0.66);
    color: var(--_accent);
    font-weight: 600;
    line-height: 1.3;
    cursor: pointer;
    -webkit-tap-highlight-color: transparent;
  }
  button:hover,
  .button:hover {
    background: var(--_hover);
  }
  button:focus-visible,
  .button:focus-visible {
    outline: 2px solid var(--_accent);
    outline-offset: 2px;
  }
  button.primary,
  .button.primary {
    background: var(--_accent);
    color: var(--_on-accent);
    padding-inline: 16px;
  }
  button.primary:hover,
  .button.primary:hover {
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
    gap: 8px;
    margin-top: 16px;
  }
  .actions .push {
    margin-inline-start: auto;
  }
  @media (pointer: coarse) {
    button,
    .button {
      min-height: 44px;
    }
    button.icon {
      width: 44px;
    }
  }
  @media (forced-colors: active) {
    button,
    .button {
      border-color: ButtonText;
    }
  }
`;
