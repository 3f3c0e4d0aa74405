import { firstMarkCss as marks } from '../primitives/first-mark.css.js';
import { base } from '../styles/base.css.js';
import { button } from '../styles/button.css.js';
import { card } from '../styles/card.css.js';
import { css } from '../styles/css.js';
import { tokens } from '../styles/tokens.css.js';

/**
 * `anchored`: placed by the browser; `tight`, where there is less room than it wants. `floating`: placed by script. `inside`: at the screen's edge. `centred`: in the
 * middle. The ring's padding (6 px) and the card's distance (14 px) are placement.ts's.
 */
const tour = css`
  .card,
  .ring {
    position: fixed;
    inset: auto;
  }
  @supports not selector(:popover-open) {
    .card:not(.no-popover),
    .ring:not(.no-popover) {
      display: none;
    }
  }
  .no-popover {
    z-index: 2147483647;
  }
  .card.centred {
    width: 420px;
    inset: 0;
    margin: auto;
    height: fit-content;
  }
  .card.anchored {
    position-anchor: auto;
    position-visibility: always;
    position-area: bottom;
    position-try-fallbacks: top, right, left;
    margin: 14px;
  }
  .card.anchored[data-side='top'] {
    position-area: top;
    position-try-fallbacks: bottom, right, left;
  }
  .card.anchored[data-side='start'] {
    position-area: self-inline-start;
    position-try-fallbacks: self-inline-end, bottom, top;
  }
  .card.anchored[data-side='end'] {
    position-area: self-inline-end;
    position-try-fallbacks: self-inline-start, bottom, top;
  }
  .card.anchored.tight {
    position-area: bottom;
    position-try-fallbacks: flip-block;
    position-try-order: most-height;
    margin: 14px 8px 8px;
    max-height: calc(100% - 22px);
  }
  .card.inside,
  .card.anchored.inside {
    position-area: none;
    position-try-fallbacks: none;
    inset: auto 0 16px;
    margin: 0 auto;
    max-height: 50vh;
  }
  .ring {
    width: auto;
    height: auto;
    margin: 0;
    padding: 0;
    border: 0;
    border-radius: var(--_round, 10px);
    background: none;
    overflow: visible;
    pointer-events: none;
    box-shadow:
      0 0 0 2px var(--_surface),
      0 0 0 5px var(--_accent),
      0 0 0 9999px var(--_veil);
  }
  .ring.anchored {
    position-anchor: auto;
    position-visibility: always;
    inset: calc(anchor(top) - var(--_pad)) calc(anchor(right) - var(--_pad))
      calc(anchor(bottom) - var(--_pad)) calc(anchor(left) - var(--_pad));
  }
  .ring.centred {
    inset: 0;
    border-radius: 0;
    background: var(--_veil);
    box-shadow: none;
    pointer-events: auto;
  }
  .way {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 4px 10px;
    min-height: 22px;
    margin-block: 0 8px;
    margin-inline: 0 76px;
    color: var(--_soft);
    font-size: 0.875em;
  }
  .beside {
    padding-inline-end: 76px;
  }
  .way + h2 {
    padding: 0;
  }
  /* In sight when the text is longer than the card may be. */
  .actions {
    position: sticky;
    bottom: -20px;
    margin: 16px -20px -20px;
    padding: 4px 20px 20px;
    background: var(--_surface);
    box-shadow: 0 -6px 6px var(--_surface);
  }
  @media (max-width: 480px) {
    .card {
      width: calc(100vw - 16px);
    }
    .card.anchored {
      margin-inline: 8px;
    }
  }
`;

export const styles = tokens + base + card + button + marks + tour;
