import { interfaceLocale, msg } from '../../locales/msg.js';
import { str } from '../../locales/str.js';
import type { Target } from '../../model/schema/common.js';
import type { Hint } from '../../model/schema/help.js';
import { directionOf, resolveText } from '../../model/text.js';
import { returnFocus } from '../../platform/focus.js';
import { NativeEvent } from '../../platform/natives.js';
import { watchTarget } from '../../platform/target-watcher.js';
import type { EngineService } from '../context/services.js';
import { SentierEvent } from '../events/sentier-event.js';
import { bodyNodes } from '../primitives/body-nodes.js';
import { adoptCss, h } from '../primitives/dom.js';
import { followLocale, localesOf } from '../primitives/locales-of.js';
import { overlayParent } from '../primitives/mount.js';
import { shield } from '../primitives/shield.js';
import { hideFromTopLayer, POPOVER, showInTopLayer } from '../primitives/top-layer.js';
import { base } from '../styles/base.css.js';
import { button } from '../styles/button.css.js';
import { card } from '../styles/card.css.js';
import { tokens } from '../styles/tokens.css.js';
import { Description } from './describe.js';
import { followTarget } from './follow-target.js';
import { readerOf, standBubble } from './hint-bubble.js';
import { takePlace } from './hint-order.js';
import { hintCss } from './hint.css.js';
import { nameOf } from './name-of.js';

/** How long a target that is not there yet is looked for, in ms. */
const PATIENCE_MS = 10_000;

const css = tokens + base + button + card + hintCss;

/**
 * A mark that explains one thing. It stands where it is written, or beside `target`; it opens by click, Enter, Space and
 * the key of help pressed in its field, never by the pointer passing over it, and stays until it is left or closed
 * (WCAG 1.4.13). Its words are heard when it opens, wherever the focus is: opened from a field, this stays there, for one
 * reads how to fill it in while one does. A field's explanation is joined to its own descriptions; nothing else is
 * written on the page's elements.
 *
 * @slot - the explanation, where the element is written by hand
 * @attr {string} for - id of the field or element that it explains, as a label has it: gives the mark its name
 * @attr {string} target - selector of the element that the mark is to stand beside
 * @attr {string} article - id of the help article that says more
 * @attr {string} label - what it explains, in words, where the element's own name does not do
 * @attr {'mark'|'beacon'} look - a question mark, or a dot that draws the eye
 * @attr {string} plan-locale - language of texts that name none
 * @fires {SentierEvent} sentier-show - the bubble opened
 * @fires {SentierEvent} sentier-dismiss - the bubble closed
 */
export class SentierHint extends HTMLElement {
  static readonly observedAttributes = ['for', 'target', 'article', 'label', 'look', 'plan-locale', 'hidden'];

  /** Languages in order of preference. @default the engine's, else the page's */
  declare locales: readonly string[] | undefined;
  /** Goes into the page's modal dialog with its target, and back: for those that the plan puts into the page. */
  roams = false;
  #content: Hint | undefined;
  #engine: EngineService | undefined;
  #found: Element | undefined;
  #open = false;
  #pending: Promise<void> | undefined;
  #watched: Target | undefined;
  #connected = new AbortController();
  #watching = new AbortController();
  #beside = new AbortController();
  #opened = new AbortController();
  readonly #root: HTMLElement;
  #mark: HTMLButtonElement | undefined;
  #bubble: HTMLElement | undefined;
  readonly #description = new Description(this);
  /** A field that comes later or is drawn anew, and words that change, are joined as they are then. */
  readonly #pieces = new MutationObserver((records) => this.#look(records));

  constructor() {
    super();
    const tree = this.attachShadow({ mode: 'open' });
    adoptCss(tree, css);
    this.#root = h('div', { class: 'root' });
    tree.append(this.#root);
    this.#root.addEventListener('focusout', (event) => this.#handleFocusout(event));
    shield(this);
    // Set by a framework before this class was known: an own property would hide the accessor for good.
    if (Object.prototype.hasOwnProperty.call(this, 'content')) {
      const { content } = this;
      delete (this as { content?: Hint }).content;
      this.#content = content;
    }
  }

  /** A plan's hint, instead of attributes and slot. */
  get content(): Hint | undefined {
    return this.#content;
  }
  set content(content: Hint | undefined) {
    this.#content = content;
    if (content?.look) this.setAttribute('look', content.look);
    this.#update();
  }

  get article(): string | undefined {
    return this.#content?.article ?? this.getAttribute('article') ?? undefined;
  }
  set article(id: string | undefined) {
    if (id) this.setAttribute('article', id);
    else this.removeAttribute('article');
  }

  get campaign(): string {
    return this.getAttribute('campaign') ?? 'help';
  }
  set campaign(id: string) {
    this.setAttribute('campaign', id);
  }

  get updateComplete(): Promise<void> {
    return this.#pending ?? Promise.resolve();
  }

  connectedCallback(): void {
    const { signal } = (this.#connected = new AbortController());
    signal.addEventListener(
      'abort',
      followLocale(this, () => this.#update()),
    );
    addEventListener('sentier-ready', () => this.#ask(), { signal });
    this.#pieces.observe(this, { childList: true, characterData: true, subtree: true });
    this.#ask();
    this.#update();
  }

  disconnectedCallback(): void {
    for (const one of [this.#connected, this.#watching, this.#beside, this.#opened]) one.abort();
    this.#watched = this.#found = undefined;
    this.#open = false;
    this.#description.drop();
    this.#pieces.disconnect();
  }

  attributeChangedCallback(name: string): void {
    if (name === 'hidden') {
      if (this.hidden) this.hide();
      this.#leave();
    }
    this.#update();
  }

  /** Whether this is about the element, or what it is in. */
  explains(element: Element | null): boolean {
    const named = this.#named;
    return (
      !!element && !!named && !this.hidden && !!this.#mark && (named === element || named.contains(element))
    );
  }

  /** Opens the bubble; false where it is open already, or there is no mark to open it at. */
  show(): boolean {
    if (this.#open || !this.#mark || !this.#bubble || this.hidden) return false;
    this.#open = true;
    const { signal } = (this.#opened = new AbortController());
    const options = { capture: true, passive: true, signal };
    addEventListener('pointerdown', (event) => event.composedPath().includes(this) || this.hide(), options);
    addEventListener('scroll', () => this.#placeBubble(), options);
    addEventListener('resize', () => this.#placeBubble(), options);
    // Wherever the focus is, and before the page's own dialog hears of it.
    addEventListener('keydown', (event) => this.#handleKeydown(event), { capture: true, signal });
    this.#named?.addEventListener('focusout', (event) => this.#handleFocusout(event as FocusEvent), {
      signal,
    });
    this.#mark.dataset['seen'] = '';
    this.#turn();
    this.dispatchEvent(new SentierEvent('sentier-show', this.campaign));
    return true;
  }

  hide(): void {
    if (!this.#open) return;
    this.#open = false;
    this.#opened.abort();
    this.#turn();
    this.dispatchEvent(new SentierEvent('sentier-dismiss', this.campaign));
  }

  get #target(): Target | undefined {
    return this.#content?.target ?? this.getAttribute('target') ?? undefined;
  }

  /** What it explains. */
  get #named(): Element | null {
    const id = this.getAttribute('for');
    return id
      ? (this.getRootNode() as ParentNode).querySelector(`#${CSS.escape(id)}`)
      : (this.#found ?? null);
  }

  get #isRtl(): boolean {
    return getComputedStyle(this).direction === 'rtl';
  }

  #ask(): void {
    const callback = (service: EngineService | undefined) => {
      this.#engine = service;
      this.#update();
    };
    const request = { context: Symbol.for('sentier.engine'), contextTarget: this, callback };
    this.dispatchEvent(
      Object.assign(new NativeEvent('context-request', { bubbles: true, composed: true }), request),
    );
  }

  #update(): void {
    this.#pending ??= Promise.resolve().then(() => {
      this.#pending = undefined;
      if (!this.isConnected) return;
      if (this.#target !== this.#watched) this.#watch();
      // What is named by an id is in this tree.
      if (this.hasAttribute('for'))
        this.#pieces.observe(this.getRootNode(), { childList: true, subtree: true, attributeFilter: ['id'] });
      this.#render();
    });
  }

  #look(records: readonly MutationRecord[]): void {
    if (!this.#mark) return;
    if (this.#named !== this.#description.field || records.some(({ target }) => this.contains(target)))
      this.#update();
  }

  /** Beside nothing, and said at no field. */
  #leave(): void {
    this.#beside.abort();
    this.#description.drop();
  }

  /** Looks for the target, and again when the page takes it away. */
  #watch(): void {
    this.#watching.abort();
    this.#beside.abort();
    this.#found = undefined;
    const target = (this.#watched = this.#target);
    if (target === undefined) return;
    const { signal } = (this.#watching = new AbortController());
    watchTarget(target, PATIENCE_MS, signal, (result, element) => {
      if (result === 'lost') this.#watch();
      else this.#found = element;
      // Not here yet: what a person presses may bring it, a dialog or a tab.
      if (result === 'timeout')
        addEventListener('click', () => this.#watch(), { capture: true, once: true, signal });
      if (this.roams && this.#roam()) return;
      // The target may be found while this is being rendered.
      this.#update();
    });
  }

  /** All outside an open modal dialog is inert. True when it moved, and begins again there. */
  #roam(): boolean {
    const parent = overlayParent(this.#found);
    if (this.parentElement === parent) return false;
    parent.append(this);
    return true;
  }

  #render(): void {
    this.#root.lang = interfaceLocale();
    this.#root.dir = this.#isRtl ? 'rtl' : 'ltr';
    // A mark for something that is not there would stand for nothing.
    if (this.hidden || (this.#target !== undefined && !this.#found)) {
      this.hide();
      this.#leave();
      this.#root.replaceChildren();
      this.#mark = this.#bubble = undefined;
      return;
    }
    if (!this.#mark || !this.#bubble) this.#build();
    const { locales, planLocale } = this.#languages;
    const { value, lang, dir } = resolveText(
      // A title alone names the mark, and is all that there is to say.
      this.#content?.body ?? this.#content?.title,
      locales,
      planLocale,
    );
    this.#mark!.setAttribute('aria-label', this.#name(locales, planLocale));
    const body = this.#content && h('div', { class: 'body', lang, dir }, ...bodyNodes(value));
    const place = this.#bubble!.querySelector('.words');
    // What is open is heard again when it changes, and only then.
    if (body && !place?.firstElementChild?.isEqualNode(body)) place?.replaceChildren(body);
    this.#bubble!.querySelector('.inner')?.setAttribute('dir', directionOf(interfaceLocale()));
    this.#stand();
    const written = [...this.childNodes].filter(
      (node) => node.nodeType !== Node.COMMENT_NODE && !(node as Element).slot,
    );
    const words = (body ? [...body.childNodes] : written).map(({ textContent }) => textContent).join(' ');
    this.#description.say(this.#named, words, body && lang);
    this.#turn();
  }

  get #languages() {
    return {
      locales: this.locales ?? localesOf(this, this.#engine),
      planLocale: this.getAttribute('plan-locale') ?? this.#engine?.plan()?.settings?.locale,
    };
  }

  #build(): void {
    const mark = (this.#mark = h(
      'button',
      { class: 'mark', type: 'button', 'aria-expanded': 'false', 'aria-controls': 'bubble' },
      h('span', { 'aria-hidden': 'true' }, '?'),
    ));
    mark.addEventListener('click', () => {
      if (this.#open) return this.hide();
      // Safari gives no focus to a button that is clicked; Escape would go elsewhere.
      mark.focus();
      this.show();
    });
    const words = this.#content ? h('div', { class: 'words' }) : h('slot');
    this.#bubble = h(
      'div',
      { class: 'bubble card enter', id: 'bubble', popover: POPOVER, hidden: '' },
      h('div', { class: 'inner' }, words),
    );
    // There before its words are: they are said when they come.
    this.#root.replaceChildren(mark, h('span', { role: 'status' }, this.#bubble));
  }

  /** Beside its target: follows it, and has its place in the order of Tab. */
  #stand(): void {
    const mark = this.#mark!;
    mark.classList.toggle('floating', !!this.#found);
    if (this.getAttribute('look') === 'beacon') mark.firstElementChild?.replaceChildren();
    if (!this.#beside.signal.aborted && mark.dataset['stands']) return;
    mark.dataset['stands'] = '1';
    const { signal } = (this.#beside = new AbortController());
    signal.addEventListener('abort', () => delete mark.dataset['stands']);
    if (this.#found) {
      followTarget(this.#found, mark, this, this.#isRtl, signal);
      mark.tabIndex = -1;
      signal.addEventListener('abort', takePlace({ target: this.#found, mark, bubble: this.#bubble! }));
    }
  }

  /** Shows what is open, hides what is not. */
  #turn(): void {
    const mark = this.#mark;
    const bubble = this.#bubble;
    if (!mark || !bubble) return;
    mark.setAttribute('aria-expanded', String(this.#open));
    bubble.hidden = !this.#open;
    if (!this.#open) return hideFromTopLayer(bubble);
    const old = bubble.querySelector('.read');
    if (!readerOf(this.article, this.#engine)) old?.remove();
    else if (!old) {
      const more = h('button', { class: 'read', type: 'button' }, msg('Lire l’article', { id: 'hint-read' }));
      more.addEventListener('click', () => {
        returnFocus(mark);
        this.hide();
        readerOf(this.article, this.#engine)?.();
      });
      bubble.querySelector('.inner')?.append(more);
    }
    showInTopLayer(bubble);
    this.#placeBubble();
  }

  #placeBubble(): void {
    if (this.#bubble && this.#mark) standBubble(this.#bubble, this.#mark, this.#found, this.#isRtl);
  }

  /** Escape closes this alone: not what is around it, nor what of the page listens for it. */
  #handleKeydown(event: KeyboardEvent): void {
    // Escape also ends the composition of a character.
    if (event.key !== 'Escape' || event.isComposing) return;
    event.preventDefault();
    event.stopPropagation();
    const isInside = this.matches(':focus-within');
    this.hide();
    if (isInside) returnFocus(this.#mark ?? null);
  }

  /** Left, or its field, for elsewhere in the page, and not being pointed at. */
  #handleFocusout({ relatedTarget }: FocusEvent): void {
    const to = relatedTarget as Element | null;
    if (!to || this.#root.contains(to) || this.contains(to) || this.explains(to)) return;
    if (!this.#root.querySelector('.bubble:hover')) this.hide();
  }

  #name(locales: readonly string[], planLocale: string | undefined): string {
    const named = this.#named;
    const name =
      this.getAttribute('label') ||
      resolveText(this.#content?.title, locales, planLocale).value ||
      (named ? nameOf(named) : '');
    return name ? msg(str`Aide\u00a0: ${name}`, { id: 'hint-name' }) : msg('Aide', { id: 'help' });
  }
}
