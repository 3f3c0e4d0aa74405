import { base } from '../styles/base.css.js';
import { button } from '../styles/button.css.js';
import { css } from '../styles/css.js';
import { tokens } from '../styles/tokens.css.js';

/**
 * A kind has one hue, as sRGB channels: for its mark, its word and its edge, and thinned for the ground of strips
 * (top, bottom) and inline banners. Cards (corner, modal) stand on the plain surface.
 */
const banner = css`
  .box {
    --_hue: 11 92 173;
    --_thin: 9%;
    position: relative;
    display: flex;
    flex-wrap: wrap;
    align-items: flex-start;
    gap: 0 12px;
    padding-block: 12px;
    padding-inline: max(16px, calc(50% - 600px)) max(56px, calc(50% - 556px));
    overflow-wrap: anywhere;
    color: var(--_ink);
    background: linear-gradient(rgb(var(--_hue) / var(--_thin)) 0 0) var(--_surface);
    border: 0 solid rgb(var(--_hue));
    border-block-end-width: 2px;
  }
  .new {
    --_hue: 106 63 192;
  }
  .warning {
    --_hue: 138 80 0;
  }
  .maintenance {
    --_hue: 73 86 106;
  }
  .success {
    --_hue: 27 110 60;
  }
  .event {
    --_hue: 163 37 107;
  }
  :host([scheme='dark']) .box {
    --_hue: 140 194 255;
    /* More would take too much of the contrast of a link on it. */
    --_thin: 8%;
  }
  :host([scheme='dark']) .new {
    --_hue: 201 181 255;
  }
  :host([scheme='dark']) .warning {
    --_hue: 243 194 107;
  }
  :host([scheme='dark']) .maintenance {
    --_hue: 186 196 211;
  }
  :host([scheme='dark']) .success {
    --_hue: 131 215 164;
  }
  :host([scheme='dark']) .event {
    --_hue: 255 165 207;
  }
  .bottom {
    border-width: 2px 0 0;
  }
  .inline {
    padding-inline: 16px;
    border: 1px solid rgb(var(--_hue) / 45%);
    border-radius: var(--_radius);
  }
  .mark {
    display: flex;
    padding: 7px;
    border-radius: 50%;
    background: rgb(var(--_hue) / var(--_thin));
  }
  .mark,
  .kind {
    color: rgb(var(--_hue));
  }
  .words {
    flex: 1 1 150px;
    min-width: 0;
    max-width: 70ch;
    padding-block: 5px;
  }
  p,
  ul,
  ol {
    margin: 0 0 8px;
  }
  ul,
  ol {
    padding-inline-start: 24px;
  }
  .kind,
  .title,
  .signature,
  .body > :last-child {
    margin: 0;
  }
  .kind,
  .signature {
    font-size: 0.875em;
  }
  .kind,
  .title {
    font-weight: 600;
  }
  .title {
    font-size: 1.0625em;
    line-height: 1.35;
  }
  .signature {
    color: var(--_soft);
  }
  a {
    color: var(--_accent);
  }
  img {
    max-width: 100%;
    max-height: 240px;
    border-radius: 8px;
  }
  .close:not(:hover) {
    background: inherit;
  }
  /* A dialog's title has the focus to be read, not to be used. */
  [tabindex='-1'] {
    outline: none;
  }
  code,
  kbd {
    padding: 0 5px;
    border: 1px solid var(--_edge);
    border-radius: 5px;
    font:
      0.9em ui-monospace,
      monospace;
  }
  .box > .actions {
    gap: 0 8px;
    margin: 0;
  }
  .corner .actions > *,
  .modal .actions > *,
  .inline .actions > * {
    margin-block-start: 8px;
  }
  .corner .actions,
  .modal .actions,
  .inline .actions {
    flex-basis: 100%;
  }
  /* Beside "close", which only the words' lines meet. */
  .inline .words {
    margin-inline-end: 40px;
  }
  /* A quiet button's words stand in line with what is above them. */
  slot:first-child + button {
    margin-inline-start: -10px;
  }
  @media (min-height: 481px) {
    .stuck {
      display: block;
      position: sticky;
      inset-block: 0;
      z-index: 2147483000;
      max-height: 50vh;
      overflow: auto;
    }
  }
  @media (max-width: 480px) {
    .top,
    .bottom {
      padding-inline: 16px;
    }
    .top .words,
    .bottom .words {
      margin-inline-end: 40px;
    }
    .box > .actions {
      margin-block-start: 4px;
    }
  }
  @media (prefers-reduced-motion: no-preference) {
    .box {
      animation: enter 180ms ease-out;
    }
    @keyframes enter {
      from {
        opacity: 0;
      }
    }
  }
  @media print {
    .box {
      display: none;
    }
  }
`;

export const styles = tokens + base + button + banner;
