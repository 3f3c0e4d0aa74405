import { css } from 'lit';

export const styles = css`
  :host {
    --_size: 15px;
    --_paper: #f6f7f9;
    --_scheme: light;
  }
  :host([scheme='dark']) {
    --_paper: #121317;
    --_scheme: dark;
  }
  .desk {
    display: flex;
    flex-direction: column;
    min-height: 100vh;
    background: var(--_paper);
  }
  header {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 4px 16px;
    padding: 10px 20px;
    background: var(--_surface);
    border-bottom: 1px solid var(--_line);
  }
  .brand {
    display: inline-flex;
    align-items: center;
    gap: 8px;
    font-weight: 700;
  }
  .brand svg {
    color: var(--_accent);
  }
  nav ul {
    display: flex;
    flex-wrap: wrap;
    gap: 2px;
  }
  nav button {
    color: var(--_ink);
    padding: 6px 12px;
  }
  nav button[aria-current] {
    color: var(--_accent);
    border-color: transparent;
  }
  select.space {
    font: inherit;
    font-size: 14px;
    min-height: 32px;
    min-width: 64px;
    max-width: 100%;
    padding: 4px 8px;
    border: 1px solid var(--_edge);
    border-radius: 8px;
    background: var(--_surface);
    color: var(--_ink);
  }
  .state {
    display: flex;
    align-items: center;
    gap: 4px;
    margin-inline-start: auto;
    min-width: 0;
  }
  .state p {
    font-size: 13px;
    color: var(--_soft);
    max-width: 46ch;
    text-align: end;
    line-height: 1.35;
  }
  main {
    flex: 1;
    display: grid;
    gap: 20px;
    align-content: start;
    width: 100%;
    max-width: 1560px;
    margin-inline: auto;
    padding: 20px;
  }
  main > .pane {
    display: grid;
    gap: 20px;
    align-items: start;
    grid-template-columns: minmax(0, 1fr);
  }
  :host([data-size='xl']) .pane.beside {
    grid-template-columns: 290px minmax(0, 1fr);
  }
  .pane.beside > .index {
    display: none;
  }
  :host([data-size='xl']) .pane.beside > .index {
    display: block;
    position: sticky;
    inset-block-start: 12px;
    max-height: calc(100vh - 24px);
    overflow-y: auto;
    padding: 3px;
  }
  :host([mode='panel']) {
    position: fixed;
    inset: 0 0 0 auto;
    /* Over the page's own bars and our banners; under what is modal. */
    z-index: 2147483001;
    width: min(440px, 100vw);
    overflow-y: auto;
    background: var(--_paper);
    border-inline-start: 1px solid var(--_line);
    box-shadow: var(--_shadow);
  }
  /* Out of the way while one points at something of the page. */
  :host([aside]) {
    visibility: hidden;
  }
  :host([data-size='l']) header,
  :host([data-size='xl']) header {
    flex-wrap: nowrap;
  }
  :host([data-size='l']) nav button {
    padding-inline: 8px;
  }
  .words {
    min-width: 0;
  }
  .who {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  :host([data-size='s']) header,
  :host([data-size='s']) main {
    padding-inline: 12px;
  }
  :host([data-size='s']) .sheet {
    padding: 14px;
  }
  :host([data-size='s']) header {
    padding-block: 6px;
  }
  :host([data-size='s']) nav {
    order: 1;
    flex-basis: 100%;
    overflow-x: auto;
    scrollbar-width: none;
  }
  :host([data-size='s']) nav ul {
    flex-wrap: nowrap;
  }
  :host([data-size='s']) nav button {
    white-space: nowrap;
  }
  :host([data-size='s']) .state {
    flex: 1;
    justify-content: end;
  }
  :host([data-size='s']) .brand {
    font-size: 0;
    gap: 0;
  }
  .head {
    display: flex;
    flex-wrap: wrap;
    gap: 8px 16px;
    align-items: center;
  }
  .head .row {
    margin-inline-start: auto;
  }
`;
