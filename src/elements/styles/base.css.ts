import { css } from './css.js';

/**
 * The wall between the page and us. `:host { … !important }` beats the page's own `* { … !important }`, and
 * `all: initial` on `.root` stops what is inherited (letter-spacing, text-transform, pointer-events, visibility).
 * Every element renders one `.root`, with its own `dir` and `lang`.
 */
export const base = css`
  :host {
    display: contents !important;
  }
  :host([hidden]) {
    display: none !important;
  }
  .root {
    all: initial;
    display: contents;
    font:
      400 var(--_size) / 1.5 system-ui,
      sans-serif;
    font-family: var(--_font);
    color: var(--_ink);
    -webkit-text-size-adjust: none;
    text-size-adjust: none;
    text-align: start;
  }
  .root[dir='rtl'] {
    direction: rtl;
  }
  *,
  ::before,
  ::after {
    box-sizing: border-box;
  }
  :focus-visible {
    outline: 2px solid var(--_accent);
    outline-offset: 2px;
  }
  :focus:not(:focus-visible),
  [tabindex='-1']:focus {
    outline: none;
  }
  .sr {
    position: absolute;
    width: 1px;
    height: 1px;
    margin: -1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  @media (forced-colors: active) {
    :focus-visible {
      outline-color: Highlight;
    }
  }
`;
