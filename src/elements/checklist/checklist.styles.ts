import { css } from 'lit';

export const styles = css`
  .list {
    overflow: hidden;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_surface);
    color: var(--_ink);
    overflow-wrap: anywhere;
  }
  .floating {
    position: fixed;
    inset: auto;
    inset-block-end: 76px;
    inset-inline-end: 16px;
    z-index: 2147482900;
    width: 360px;
    max-width: calc(100vw - 32px);
    max-height: calc(100vh - 92px);
    margin: 0;
    padding: 0;
    display: flex;
    flex-direction: column;
    box-shadow: var(--_shadow);
  }
  .floating.folded {
    width: auto;
    border-radius: 99px;
  }
  .head {
    display: flex;
    align-items: center;
  }
  h2 {
    flex: 1;
    margin: 0;
    padding: 0;
    font-size: 1em;
    min-width: 0;
  }
  .fold {
    display: flex;
    flex-wrap: wrap;
    justify-content: flex-start;
    gap: 4px 12px;
    width: 100%;
    min-height: 52px;
    padding: 12px 16px 12px 20px;
    padding-inline: 20px 16px;
    border-radius: var(--_radius);
    color: var(--_ink);
    text-align: start;
  }
  .fold:focus-visible {
    outline-offset: -4px;
  }
  .folded .fold {
    flex-wrap: nowrap;
    min-height: 44px;
    padding-block: 8px;
    border-radius: 99px;
  }
  .fold > .name {
    flex: 1 1 auto;
    font-size: 1.0625em;
  }
  /* Where there is little room: the name beside the arrow, the path and its count under them. */
  .floating:not(.folded) .name {
    flex: 1 1 calc(100% - 30px);
  }
  .floating:not(.folded) svg {
    order: 1;
  }
  .floating:not(.folded) .name ~ span {
    order: 2;
  }
  @media (max-width: 480px) {
    .folded .waymarks {
      display: none;
    }
    .list:not(.folded) .name {
      flex: 1 1 calc(100% - 30px);
    }
    .list:not(.folded) svg {
      order: 1;
    }
    .list:not(.folded) .name ~ span {
      order: 2;
    }
  }
  .fold .count {
    white-space: nowrap;
    font-weight: 400;
    color: var(--_soft);
  }
  .fold svg {
    flex: none;
    color: var(--_soft);
    transition: rotate 160ms;
  }
  .folded .fold svg {
    rotate: 180deg;
  }
  #body {
    padding: 0 20px 12px;
    overflow: auto;
    overscroll-behavior: contain;
  }
  .intro {
    color: var(--_soft);
  }
  ol {
    margin: 0;
    padding: 0;
    list-style: none;
  }
  /* The path: a line from mark to mark, walked as far as the tasks are done. */
  li {
    position: relative;
    padding: 2px 0 12px;
    padding-inline-start: 36px;
  }
  li::before {
    content: '';
    position: absolute;
    inset-block: 22px -2px;
    inset-inline-start: 10px;
    border-inline-start: 2px solid var(--_line);
  }
  li.done::before {
    border-color: var(--_accent);
  }
  li:last-child::before {
    content: none;
  }
  .way {
    position: absolute;
    inset-block-start: 3px;
    inset-inline-start: 0;
    display: flex;
    align-items: center;
    justify-content: center;
    width: 22px;
    height: 22px;
    border: 2px solid var(--_edge);
    border-radius: 50%;
    background: var(--_surface);
  }
  .done > .way {
    border-color: var(--_accent);
    background: var(--_accent);
    color: var(--_on-accent);
  }
  .next > .way {
    border-color: var(--_accent);
    box-shadow: 0 0 0 4px var(--_tint);
  }
  .task {
    font-weight: 600;
  }
  .done > .task,
  .later > .task {
    font-weight: 400;
    color: var(--_soft);
  }
  .hint {
    margin: 0;
    font-size: 0.9375em;
    color: var(--_soft);
  }
  .go {
    margin: 4px 0 0 -10px;
    margin-inline: -10px 0;
  }
  .go.primary {
    margin-inline: 0;
    margin-block-start: 8px;
  }
  .foot {
    display: flex;
    flex-wrap: wrap;
    gap: 4px;
    margin-inline: -10px;
  }
  .foot button {
    color: var(--_soft);
    font-weight: 400;
  }
  .cheer {
    position: relative;
    padding: 8px 0 4px;
    text-align: center;
  }
  .cheer h3 {
    margin: 12px 0 4px;
    font-size: 1.125em;
  }
  .flag {
    position: relative;
    display: inline-flex;
    padding: 14px;
    border-radius: 50%;
    background: var(--_tint);
    color: var(--_accent);
  }
  .flag i {
    position: absolute;
    inset-block-start: 50%;
    inset-inline-start: 50%;
    width: 6px;
    height: 6px;
    margin: -3px;
    border-radius: 50%;
    background: var(--_accent);
    opacity: 0;
  }
  @media (prefers-reduced-motion: no-preference) {
    .party .flag {
      animation: pop 420ms ease-out;
    }
    .party .flag i {
      animation: spark 760ms 160ms ease-out;
    }
    @keyframes pop {
      from {
        scale: 0.6;
        opacity: 0;
      }
      60% {
        scale: 1.08;
      }
    }
    @keyframes spark {
      from {
        opacity: 1;
        transform: rotate(var(--_turn)) translateY(-18px);
      }
      to {
        opacity: 0;
        transform: rotate(var(--_turn)) translateY(-46px) scale(0.4);
      }
    }
    .flag i:nth-of-type(1) {
      --_turn: 0deg;
    }
    .flag i:nth-of-type(2) {
      --_turn: 45deg;
    }
    .flag i:nth-of-type(3) {
      --_turn: 90deg;
    }
    .flag i:nth-of-type(4) {
      --_turn: 135deg;
    }
    .flag i:nth-of-type(5) {
      --_turn: 180deg;
    }
    .flag i:nth-of-type(6) {
      --_turn: 225deg;
    }
    .flag i:nth-of-type(7) {
      --_turn: 270deg;
    }
    .flag i:nth-of-type(8) {
      --_turn: 315deg;
    }
  }
  @media (prefers-reduced-motion: reduce) {
    .fold svg {
      transition: none;
    }
  }
  @media (forced-colors: active) {
    .done > .way {
      border-color: Highlight;
      background: Highlight;
      color: HighlightText;
      forced-color-adjust: none;
    }
    .next > .way {
      outline: 2px solid Highlight;
      outline-offset: 2px;
    }
  }
  @media print {
    .floating {
      display: none;
    }
  }
`;
