import { interfaceLocale } from '../../locales/msg.js';
import { directionOf } from '../../model/text.js';
import { deepActiveElement, focusMain, returnFocus } from '../../platform/focus.js';
import { addCss } from '../primitives/add-css.js';
import { h } from '../primitives/dom.js';
import { showInTopLayer } from '../primitives/top-layer.js';
import type { Field } from './fields/field.js';
import { cardOf } from './views.js';
import type { View } from './views.js';

/** A live region speaks of what changes in it, and only once it has been in the page for a moment (RGAA 7.5). */
const ANNOUNCE_MS = 100;

/** What the person does to the card as a whole. `forced`: the browser has closed it already. */
export type Leave = (forced?: boolean) => void;

/** The card on screen: comes up, is filled, speaks, takes the focus in and gives it back. Knows nothing of answers. */
export class SurveyCard {
  readonly #tree: ShadowRoot;
  readonly display: string;
  readonly #leave: Leave;
  readonly #box: HTMLElement;
  readonly #root: HTMLElement;
  #field: Field | undefined;
  /** What of the field's notes was last said aloud. */
  said: string | undefined;
  /** What had the focus before the card. */
  #from: Element | null;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** `from`: what had the focus before an earlier card that this one replaces. */
  constructor(
    tree: ShadowRoot,
    display: string,
    isTitled: boolean,
    leave: Leave,
    from: Element | null = deepActiveElement(),
  ) {
    this.#tree = tree;
    this.display = display;
    this.#leave = leave;
    this.#from = from;
    this.#box = cardOf(display, isTitled);
    const lang = interfaceLocale();
    this.#root = h('div', { class: 'root', lang, dir: directionOf(lang) }, this.#box);
    this.#root.addEventListener('keydown', (event) => this.#onKey(event));
    this.#root.addEventListener('focusin', ({ relatedTarget }) => {
      const before = relatedTarget as Element | null;
      if (before && !tree.contains(before)) this.#from = before;
    });
    tree.append(this.#root);
  }

  get field(): Field | undefined {
    return this.#field;
  }

  get from(): Element | null {
    return this.#from;
  }

  get isModal(): boolean {
    return this.#box instanceof HTMLDialogElement;
  }

  get hasFocus(): boolean {
    return this.isModal || !!this.#tree.activeElement;
  }

  find(selector: string): HTMLElement | null {
    return this.#box.querySelector(selector);
  }

  findAll(selector: string): Iterable<HTMLElement> {
    return this.#box.querySelectorAll<HTMLElement>(selector);
  }

  focus(selector: string): void {
    this.find(selector)?.focus();
  }

  bringUp(): void {
    const box = this.#box;
    if (box instanceof HTMLDialogElement) {
      box.addEventListener('cancel', (event) => {
        event.preventDefault();
        this.#leave();
      });
      // A second Escape closes a dialog in spite of `preventDefault()` (close watchers).
      box.addEventListener('close', () => {
        if (box.isConnected) this.#leave(true);
      });
      box.showModal();
      this.focus('#title');
    } else if (this.display === 'corner') {
      showInTopLayer(box);
      document.addEventListener('keydown', this.#onPageKey);
    }
  }

  /** Fills it with another page. */
  draw({ page, foot, field, css }: View): void {
    this.#field = field;
    this.said = field?.notes?.()['said'];
    for (const text of [css, field?.css]) if (text) addCss(this.#tree, text);
    const put = (selector: string, nodes: View['page']): void =>
      this.find(selector)!.replaceChildren(...nodes.filter((node) => node !== undefined));
    put('.page', page);
    put('.actions', foot);
  }

  announce(words = ''): void {
    const status = this.find('.sr')!;
    status.textContent = '';
    clearTimeout(this.#timer);
    if (words) this.#timer = setTimeout(() => (status.textContent = words), ANNOUNCE_MS);
  }

  /** Takes it off. `giveBack`: for good, and the focus, if it is in here, goes back to where it was. */
  remove(giveBack = false): void {
    const hadFocus = giveBack && this.hasFocus;
    clearTimeout(this.#timer);
    document.removeEventListener('keydown', this.#onPageKey);
    // Before it is closed: the browser's own way of giving the focus back is not ours.
    this.#root.remove();
    if (hadFocus && !returnFocus(this.#from)) focusMain();
  }

  /** F6, the key that goes from pane to pane, where the page has no use of its own for it. */
  readonly #onPageKey = (event: KeyboardEvent): void => {
    if (event.key !== 'F6' || event.defaultPrevented || event.shiftKey || event.ctrlKey || event.altKey)
      return;
    event.preventDefault();
    const from = deepActiveElement();
    this.focus('#title');
    this.#from = from;
  };

  #onKey(event: KeyboardEvent): void {
    if (this.display !== 'corner' || event.isComposing) return;
    if (event.key === 'Escape') {
      event.preventDefault();
      this.#leave();
    } else if (event.key === 'F6' && !event.shiftKey && returnFocus(this.#from)) event.preventDefault();
  }
}
