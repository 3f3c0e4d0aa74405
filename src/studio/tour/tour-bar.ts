import { adoptCss, h } from '../../elements/primitives/dom.js';
import { applyTheme, mountOverlay } from '../../elements/primitives/mount.js';
import { shield } from '../../elements/primitives/shield.js';
import { POPOVER, showInTopLayer } from '../../elements/primitives/top-layer.js';
import { base } from '../../elements/styles/base.css.js';
import { button } from '../../elements/styles/button.css.js';
import { tokens } from '../../elements/styles/tokens.css.js';
import { interfaceLocale } from '../../locales/msg.js';
import { queryAll } from '../../platform/natives.js';

const BAR = `
  .bar {
    position: fixed; z-index: 2147483647; inset: auto 8px 16px; width: fit-content; max-width: calc(100% - 16px);
    height: auto; margin: 0 auto; padding: 6px 6px 6px 16px; display: flex; align-items: center; gap: 12px;
    border: 1px solid var(--_line); border-radius: 999px; background: var(--_surface); color: var(--_ink);
    box-shadow: var(--_shadow); font-size: 15px;
  }
  .dot { width: 12px; height: 12px; flex: none; border-radius: 50%; background: var(--_danger); }
  .bar button { border-radius: 999px; }
`;

/** The small bar that stays on the page while the studio is out of the way. */
export class SentierStudioBar extends HTMLElement {
  readonly #words = h('span', { role: 'status' });
  readonly #button = h('button', { class: 'primary', type: 'button' });

  constructor() {
    super();
    const root = this.attachShadow({ mode: 'open' });
    adoptCss(root, tokens + base + button + BAR);
    shield(this);
    root.append(
      h(
        'div',
        { class: 'root', lang: interfaceLocale() },
        h(
          'div',
          { class: 'bar', popover: POPOVER },
          h('span', { class: 'dot', 'aria-hidden': 'true' }),
          this.#words,
          this.#button,
        ),
      ),
    );
  }

  say(words: string): void {
    this.#words.textContent = words;
  }

  /** Shows it, and calls `done` when its button is pressed. */
  open(label: string, done: () => void): void {
    this.#button.textContent = label;
    this.#button.addEventListener('click', done);
    applyTheme(this);
    const dialogs = queryAll('dialog[open]');
    mountOverlay(this, dialogs[dialogs.length - 1]);
    showInTopLayer(this.shadowRoot!.querySelector<HTMLElement>('.bar')!);
    this.#button.focus({ preventScroll: true });
  }
}
