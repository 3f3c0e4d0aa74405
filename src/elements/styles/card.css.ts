import { css } from './css.js';

/** The one surface that everything of ours is written on. */
export const card = css`
  .card {
    position: relative;
    inset: auto;
    margin: 0;
    padding: 20px;
    width: 360px;
    max-width: calc(100vw - 16px);
    max-height: calc(100vh - 16px);
    overflow: auto;
    overflow-wrap: anywhere;
    overscroll-behavior: contain;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_surface);
    color: var(--_ink);
    box-shadow: var(--_shadow);
  }
  h2 {
    margin: 0 0 4px;
    padding-inline-end: 36px;
    font-size: 1.125em;
    font-weight: 600;
    line-height: 1.35;
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
  .body > :last-child {
    margin-bottom: 0;
  }
  a {
    color: var(--_accent);
    text-underline-offset: 2px;
  }
  img {
    max-width: 100%;
    height: auto;
    border-radius: 8px;
  }
  code,
  kbd {
    padding: 1px 5px;
    border: 1px solid var(--_line);
    border-radius: 5px;
    background: var(--_hover);
    font:
      0.9em ui-monospace,
      monospace;
  }
  @media (prefers-reduced-motion: no-preference) {
    /* Not what the browser places: Chromium would place it anew in each frame. */
    .enter:not(.anchored) {
      animation: enter 180ms ease-out;
    }
    @keyframes enter {
      from {
        opacity: 0;
        translate: 0 4px;
      }
    }
  }
`;
