import { interfaceLocale } from '../../locales/msg.js';
import { directionOf } from '../../model/text.js';
import { deepActiveElement, focusMain, returnFocus } from '../../platform/focus.js';
import { h } from '../primitives/dom.js';
import { showInTopLayer } from '../primitives/top-layer.js';
import type { Field } from './fields/field.js';
import { cardOf } from './views.js';
import type { Page } from './views.js';

/** What the person does to the card as a whole. `forced`: the browser has closed it already. */
export type Act = (type: 'next' | 'dismiss' | 'snooze', forced?: boolean) => void;

/** The card on screen: comes up, is filled, takes the focus in and gives it back. Knows nothing of answers. */
export class SurveyCard {
  readonly #tree: ShadowRoot;
  readonly display: string;
  /** Who is told; another, once the first page has its survey. */
  act: Act;
  readonly #box: HTMLElement;
  readonly root: HTMLElement;
  declare field: Field | undefined;
  /** What of the field's notes was last said aloud. */
  declare said: string | undefined;
  /** What had the focus before the card. */
  from: Element | null;

  /** `from`: what had the focus before an earlier card that this one replaces. */
  constructor(
    tree: ShadowRoot,
    display: string,
    isTitled: boolean,
    act: Act,
    from: Element | null = deepActiveElement(),
  ) {
    this.#tree = tree;
    this.display = display;
    this.act = act;
    this.from = from;
    this.#box = cardOf(display, isTitled);
    const lang = interfaceLocale();
    const root = (this.root = h('div', { class: 'root', lang, dir: directionOf(lang) }, this.#box));
    root.addEventListener('keydown', (event) => this.#onKey(event));
    root.addEventListener('focusin', ({ relatedTarget }) => {
      const before = relatedTarget as Element | null;
      if (before && !tree.contains(before)) this.from = before;
    });
    root.addEventListener('click', ({ target }) => {
      const value = (target as Element).closest('button')?.value;
      if (value === 'close') this.act('dismiss');
      else if (value === 'later') this.act('snooze');
    });
    root.addEventListener('submit', (event) => {
      event.preventDefault();
      this.act('next');
    });
    tree.append(root);
  }

  get hasFocus(): boolean {
    return this.display === 'modal' || !!this.#tree.activeElement;
  }

  find(selector: string): HTMLElement | null {
    return this.#box.querySelector(selector);
  }

  focus(selector: string): void {
    this.find(selector)?.focus();
  }

  bringUp(): void {
    const box = this.#box;
    if (this.display === 'modal') {
      box.addEventListener('cancel', (event) => {
        event.preventDefault();
        this.act('dismiss');
      });
      // A second Escape closes a dialog in spite of `preventDefault()` (close watchers).
      box.addEventListener('close', () => {
        if (box.isConnected) this.act('dismiss', true);
      });
      (box as HTMLDialogElement).showModal();
      this.focus('#title');
    } else if (this.display === 'corner') {
      showInTopLayer(box);
      document.addEventListener('keydown', this.#onPageKey);
    }
  }

  /** Fills it with another page. */
  draw({ page, foot }: Page): void {
    this.find('form')!.replaceChildren(
      h('div', { class: 'page' }, ...page),
      h('div', { class: 'actions' }, ...foot),
    );
  }

  /** Takes it off. `giveBack`: for good, and the focus, if it is in here, goes back to where it was. */
  remove(giveBack = false): void {
    const hadFocus = giveBack && this.hasFocus;
    document.removeEventListener('keydown', this.#onPageKey);
    // Before it is closed: the browser's own way of giving the focus back is not ours.
    this.root.remove();
    if (hadFocus && !returnFocus(this.from)) focusMain();
  }

  /** F6, the key that goes from pane to pane, where the page has no use of its own for it. */
  readonly #onPageKey = (event: KeyboardEvent): void => {
    if (event.key !== 'F6' || event.defaultPrevented || event.shiftKey || event.ctrlKey || event.altKey)
      return;
    event.preventDefault();
    const from = deepActiveElement();
    this.focus('#title');
    this.from = from;
  };

  #onKey(event: KeyboardEvent): void {
    if (this.display !== 'corner' || event.isComposing) return;
    if (event.key === 'Escape') {
      event.preventDefault();
      this.act('dismiss');
    } else if (event.key === 'F6' && !event.shiftKey && returnFocus(this.from)) event.preventDefault();
  }
}
