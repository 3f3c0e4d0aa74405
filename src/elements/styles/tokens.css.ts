import { css } from './css.js';

/**
 * Design tokens. Public ones are `--sentier-*`; `--_*` are what our own rules use. Everything is in px: a host's root
 * font size of 10 px would shrink `rem` (hazards). No color-mix(), light-dark() or nesting: Chromium 109 has none.
 */
export const tokens = css`
  :host {
    --_accent: var(--sentier-accent, #0b6b5f);
    --_on-accent: var(--sentier-on-accent, #fff);
    --_tint: var(--sentier-tint, #e9f3f1);
    --_ink: #1d2330;
    --_soft: #565d6d;
    --_surface: #fff;
    --_line: #d9dce3;
    --_edge: #858c9b;
    --_hover: #f2f4f7;
    --_danger: #b3261e;
    --_radius: var(--sentier-radius, 12px);
    --_shadow: 0 1px 2px rgb(20 28 46 / 8%), 0 8px 28px rgb(20 28 46 / 16%);
    --_veil: rgb(18 24 38 / 52%);
    --_font: var(--sentier-font, var(--sentier-page-font, inherit));
    --_size: var(--sentier-font-size, 16px);
  }
  /* Pupils: bigger words, rounder corners. */
  :host([audience='pupil']) {
    --_radius: var(--sentier-radius, 18px);
    --_size: var(--sentier-font-size, 18px);
  }
  :host([scheme='dark']) {
    --_accent: var(--sentier-accent-dark, #6fd0c0);
    --_on-accent: var(--sentier-on-accent-dark, #0a211d);
    --_tint: var(--sentier-tint-dark, #1e302f);
    --_ink: #eceef2;
    --_soft: #b0b6c3;
    --_surface: #1b1d22;
    --_line: #363a44;
    --_edge: #868d9c;
    --_hover: #282b33;
    --_danger: #ff9c93;
    --_shadow: 0 1px 2px rgb(0 0 0 / 50%), 0 8px 28px rgb(0 0 0 / 60%);
    --_veil: rgb(0 0 0 / 64%);
  }
`;
