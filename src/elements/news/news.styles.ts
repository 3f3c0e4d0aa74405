import { css } from 'lit';

export const styles = css`
  .news {
    color: var(--_ink);
    overflow-wrap: anywhere;
  }
  .panel {
    position: fixed;
    z-index: 2147483646;
    inset-block: 0;
    inset-inline: auto 0;
    width: min(420px, 100%);
    height: auto;
    max-height: none;
    margin: 0;
    padding: 0;
    display: flex;
    flex-direction: column;
    overflow: hidden;
    border: 0;
    border-inline-start: 1px solid var(--_line);
    background: var(--_surface);
    color: var(--_ink);
    box-shadow: var(--_shadow);
  }
  [hidden] {
    display: none !important;
  }
  .bar {
    display: flex;
    align-items: center;
    padding: 8px;
    padding-inline: 20px 8px;
    border-block-end: 1px solid var(--_line);
  }
  h2 {
    flex: 1;
    margin: 0;
    padding: 0;
  }
  .panel .news {
    flex: 1;
    overflow: auto;
    overscroll-behavior: contain;
    padding: 12px 20px 24px;
  }
  .filters {
    display: flex;
    flex-wrap: wrap;
    gap: 8px 16px;
    margin-block-end: 8px;
  }
  .filters label {
    display: grid;
    flex: 1 1 140px;
    gap: 2px;
    font-size: 0.875em;
    color: var(--_soft);
  }
  select {
    min-height: 36px;
    padding: 4px 8px;
    border: 1px solid var(--_edge);
    border-radius: calc(var(--_radius) * 0.66);
    background: var(--_surface);
    color: var(--_ink);
    font: inherit;
    font-size: 16px;
  }
  ol {
    margin: 0;
    padding: 0;
    list-style: none;
  }
  article {
    padding-block: 16px;
    border-radius: 4px;
  }
  li + li article {
    border-block-start: 1px solid var(--_line);
  }
  article:focus {
    outline: 2px solid var(--_accent);
    outline-offset: 6px;
  }
  .meta {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 2px 10px;
    margin: 0 0 2px;
    font-size: 0.875em;
    color: var(--_soft);
  }
  /* After, not before: a line never begins with it. */
  .meta > :not(:last-child, .unread)::after {
    content: '·';
    margin-inline-start: 10px;
  }
  .unread,
  .badge {
    padding: 0 8px;
    border: 1px solid transparent;
    border-radius: 99px;
    background: var(--_accent);
    color: var(--_on-accent);
  }
  .unread {
    font-weight: 600;
  }
  h3 {
    margin: 0 0 4px;
    font-size: 1.0625em;
    font-weight: 600;
    line-height: 1.35;
  }
  .when {
    margin: 0 0 4px;
    font-weight: 600;
  }
  .signature {
    margin: 4px 0 0;
    font-size: 0.875em;
    color: var(--_soft);
  }
  .picture {
    display: block;
    width: 100%;
    max-width: 420px;
    aspect-ratio: 16 / 9;
    margin-block: 8px;
    object-fit: cover;
  }
  .foot {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0 8px;
    margin-block: 4px 0;
    margin-inline: -10px 0;
  }
  .permalink {
    padding: 6px 10px;
    font-size: 0.875em;
  }
  .empty {
    margin: 0;
    padding: 32px 0;
    text-align: center;
    color: var(--_soft);
  }
  .more {
    width: 100%;
  }
  .launch {
    position: relative;
    min-height: 40px;
  }
  .badge {
    min-width: 22px;
    padding: 0 6px;
    font-size: 13px;
    line-height: 20px;
    text-align: center;
  }
  @media (pointer: coarse) {
    select,
    .permalink {
      min-height: 44px;
    }
    .permalink {
      display: inline-flex;
      align-items: center;
    }
  }
`;
