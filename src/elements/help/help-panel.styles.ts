import { css, unsafeCSS } from 'lit';
import { fieldCss } from './field.css.js';

export const styles = [
  unsafeCSS(fieldCss),
  css`
    .panel {
      position: fixed;
      z-index: 2147483646;
      inset-block: 0;
      inset-inline: auto 0;
      width: min(400px, 100%);
      height: auto;
      max-height: none;
      margin: 0;
      padding: 0;
      border: 0 solid var(--_line);
      border-inline-start-width: 1px;
      display: flex;
      flex-direction: column;
      overflow: hidden;
      overflow-wrap: anywhere;
      background: var(--_surface);
      color: var(--_ink);
      box-shadow: var(--_shadow);
    }
    [hidden] {
      display: none !important;
    }
    .inner {
      display: contents;
    }
    .bar {
      display: flex;
      align-items: center;
      padding: 8px 8px 8px 12px;
      padding-inline: 12px 8px;
      border-block-end: 1px solid var(--_line);
    }
    h2 {
      flex: 1;
      margin: 0;
      padding: 0 8px;
    }
    .content {
      flex: 1;
      overflow: auto;
      overscroll-behavior: contain;
      padding: 16px 20px 24px;
    }
    h3 {
      margin: 24px 0 4px;
      font-size: 1em;
      font-weight: 600;
    }
    #title {
      margin: 0 0 8px;
      font-size: 1.25em;
      line-height: 1.3;
    }
    label {
      font-weight: 600;
    }
    .field {
      position: relative;
    }
    .field svg {
      position: absolute;
      inset-block-start: 17px;
      inset-inline-start: 13px;
      color: var(--_soft);
      pointer-events: none;
    }
    .field input {
      padding-inline-start: 40px;
    }
    .soft {
      margin: 8px 0 0;
      color: var(--_soft);
    }
    .rows,
    .contacts {
      margin: 0;
      padding: 0;
      list-style: none;
    }
    .row {
      display: flex;
      width: calc(100% + 16px);
      min-height: 44px;
      margin-inline: -8px;
      padding: 8px 7px;
      color: var(--_ink);
      font-weight: 400;
      text-align: start;
      line-height: 1.4;
    }
    .row > span {
      flex: 1;
      min-width: 0;
    }
    .row small {
      display: block;
      color: var(--_soft);
      font-size: 0.875em;
    }
    mark {
      padding: 0 1px;
      border-radius: 3px;
      background: var(--_tint);
      color: inherit;
      font-weight: 700;
      text-decoration: underline;
      text-decoration-color: var(--_accent);
      text-decoration-thickness: 2px;
      text-underline-offset: 3px;
    }
    .count {
      color: var(--_accent);
      font-weight: 600;
    }
    .notice {
      margin: 0 0 16px;
      padding: 10px 14px;
      border: 1px solid var(--_edge);
      border-radius: calc(var(--_radius) * 0.66);
      background: var(--_hover);
    }
    .foot {
      margin-top: 24px;
      padding-top: 8px;
      border-block-start: 1px solid var(--_line);
    }
    .contacts .way:first-of-type,
    .contacts .about {
      margin-top: 4px;
    }
    .keys {
      margin-top: 16px;
      font-size: 0.875em;
    }
    .about {
      color: var(--_soft);
      font-size: 0.9375em;
    }
    .way {
      display: flex;
      gap: 8px;
    }
    .way svg {
      flex: none;
      margin-top: 4px;
      color: var(--_soft);
    }
    .way a {
      display: inline-flex;
      align-items: center;
      min-height: 24px;
    }
    @media (pointer: coarse) {
      .way a {
        min-height: 44px;
      }
    }
    .way small {
      display: block;
      color: var(--_soft);
    }
    .row svg {
      flex: none;
      color: var(--_soft);
    }
    [dir='rtl'] .turn {
      transform: scaleX(-1);
    }
    summary {
      padding: 10px 0;
      border-block-end: 1px solid var(--_line);
      cursor: pointer;
    }
    .contacts li {
      margin-top: 8px;
      padding: 12px 16px;
      border: 1px solid transparent;
      border-radius: calc(var(--_radius) * 0.66);
      background: var(--_tint);
    }
    .contacts p {
      margin: 2px 0 0;
    }
    kbd {
      white-space: nowrap;
    }
    /* A finger, and no keyboard to be told of. */
    @media (hover: none) and (pointer: coarse) {
      .keys {
        display: none;
      }
    }
    @media (max-width: 600px) {
      .panel {
        width: 100%;
        border: 0;
      }
    }
    @media (max-height: 400px) {
      .bar {
        padding-block: 0;
      }
    }
    @media print {
      .panel {
        display: none;
      }
    }
  `,
];
