import { placeBubble } from '../../core/help/place-hint.js';
import { interfaceLocale, msg, onInterfaceLocale } from '../../locales/msg.js';
import { str } from '../../locales/str.js';
import type { Target } from '../../model/schema/common.js';
import type { Hint } from '../../model/schema/help.js';
import { directionOf, resolveText } from '../../model/text.js';
import { returnFocus } from '../../platform/focus.js';
import { NativeEvent, query } from '../../platform/natives.js';
import { watchTarget } from '../../platform/target-watcher.js';
import type { EngineService } from '../context/services.js';
import { SentierEvent } from '../events/sentier-event.js';
import { bodyNodes } from '../primitives/body-nodes.js';
import { adoptCss, h } from '../primitives/dom.js';
import { localesOf } from '../primitives/locales-of.js';
import { overlayParent } from '../primitives/mount.js';
import { shield } from '../primitives/shield.js';
import { hideFromTopLayer, POPOVER, showInTopLayer } from '../primitives/top-layer.js';
import { base } from '../styles/base.css.js';
import { button } from '../styles/button.css.js';
import { card } from '../styles/card.css.js';
import { tokens } from '../styles/tokens.css.js';
import { describe } from './describe.js';
import { followTarget, viewOf } from './follow-target.js';
import { takePlace } from './hint-order.js';
import { hintCss } from './hint.css.js';
import { nameOf } from './name-of.js';
import type { SentierHelp } from './sentier-help.js';

/** How long a target that is not there yet is looked for, in ms. */
const PATIENCE_MS = 10_000;
/** A description is heard whole, each time the field is come to. */
const LONGEST = 300;

const css = tokens + base + button + card + hintCss;
let count = 0;

/**
 * A mark that explains one thing. It stands where it is written, or beside `target`; it opens by click, Enter, Space and
 * the key of help pressed in its field, never by the pointer passing over it, and stays until it is left or closed
 * (WCAG 1.4.13). A field's explanation is joined to its own descriptions; nothing else is written on the page's elements.
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
  /** In the page's own tree, where a field's description can be. */
  #description: HTMLElement | undefined;

  constructor() {
    super();
    const tree = this.attachShadow({ mode: 'open' });
    adoptCss(tree, css);
    this.#root = h('div', { class: 'root' });
    tree.append(this.#root);
    this.#root.addEventListener('keydown', (event) => this.#handleKeydown(event));
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

  get updateComplete(): Promise<void> {
    return this.#pending ?? Promise.resolve();
  }

  connectedCallback(): void {
    const { signal } = (this.#connected = new AbortController());
    signal.addEventListener(
      'abort',
      onInterfaceLocale(() => this.#update()),
    );
    addEventListener('sentier-ready', () => this.#ask(), { signal });
    this.#ask();
    this.#update();
  }

  disconnectedCallback(): void {
    for (const one of [this.#connected, this.#watching, this.#beside, this.#opened]) one.abort();
    this.#watched = this.#found = undefined;
    this.#open = false;
    this.#description?.remove();
    this.#description = undefined;
  }

  attributeChangedCallback(name: string): void {
    if (name === 'hidden') {
      if (this.hidden) this.hide();
      this.#beside.abort();
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
    // Asked for from its field: focus goes to what can be left by Escape, and comes back.
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
      this.#render();
    });
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
      this.#beside.abort();
      this.#root.replaceChildren();
      this.#mark = this.#bubble = undefined;
      return;
    }
    if (!this.#mark || !this.#bubble) this.#build();
    const { locales, planLocale } = this.#languages;
    const { value, lang, dir } = resolveText(this.#content?.body, locales, planLocale);
    this.#mark!.setAttribute('aria-label', this.#name(locales, planLocale));
    if (this.#content)
      this.#bubble!.querySelector('.words')?.replaceChildren(
        h('div', { class: 'body', lang, dir }, ...bodyNodes(value)),
      );
    this.#bubble!.querySelector('.inner')?.setAttribute('dir', directionOf(interfaceLocale()));
    this.#stand();
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
    this.#root.replaceChildren(mark, this.#bubble);
  }

  /** Beside its target: follows it, has its place in the order of Tab, and describes it. */
  #stand(): void {
    const mark = this.#mark!;
    const named = this.#named;
    const isBeside = !!this.#found;
    mark.classList.toggle('floating', isBeside);
    if (this.getAttribute('look') === 'beacon') mark.firstElementChild?.replaceChildren();
    if (!this.#beside.signal.aborted && mark.dataset['stands']) return;
    mark.dataset['stands'] = '1';
    const { signal } = (this.#beside = new AbortController());
    signal.addEventListener('abort', () => delete mark.dataset['stands']);
    if (this.#found) {
      followTarget(this.#found, mark, this, this.#isRtl, signal);
      mark.tabIndex = -1;
      signal.addEventListener('abort', takePlace({ target: this.#found, mark }));
    }
    if (named) this.#describe(named, signal);
  }

  #describe(named: Element, signal: AbortSignal): void {
    const { locales, planLocale } = this.#languages;
    const source = this.#content
      ? bodyNodes(resolveText(this.#content.body, locales, planLocale).value)
          .map((node) => (typeof node === 'string' ? node : (node?.textContent ?? '')))
          .join(' ')
      : [...this.childNodes].map(({ textContent }) => textContent ?? '').join(' ');
    const words = source.replace(/\s+/g, ' ').trim().slice(0, LONGEST);
    if (!words) return;
    const { lang } = resolveText(this.#content?.body, locales, planLocale);
    this.#description = h(
      'span',
      { id: `sentier-hint-${++count}`, hidden: '', slot: 'description', lang: this.#content && lang },
      words,
    );
    const description = this.#description;
    this.append(description);
    const undo = describe(named, description);
    if (!undo) description.remove();
    signal.addEventListener('abort', () => {
      undo?.();
      description.remove();
    });
  }

  /** Shows what is open, hides what is not. */
  #turn(): void {
    const mark = this.#mark;
    const bubble = this.#bubble;
    if (!mark || !bubble) return;
    mark.setAttribute('aria-expanded', String(this.#open));
    bubble.hidden = !this.#open;
    bubble.querySelector('.read')?.remove();
    if (!this.#open) return hideFromTopLayer(bubble);
    const read = this.#reader();
    if (read) {
      const more = h('button', { class: 'read', type: 'button' }, msg('Lire l’article', { id: 'hint-read' }));
      more.addEventListener('click', () => {
        returnFocus(mark);
        this.hide();
        read();
      });
      bubble.querySelector('.inner')?.append(more);
    }
    showInTopLayer(bubble);
    this.#placeBubble();
  }

  #placeBubble(): void {
    if (!this.#bubble || !this.#mark) return;
    const mark = this.#mark.getBoundingClientRect();
    const target = this.#found?.getBoundingClientRect();
    // Under what it explains, and not over it; a whole block is too far to go.
    const from =
      target && target.height < 160
        ? {
            left: mark.left,
            right: mark.right,
            top: Math.min(mark.top, target.top),
            bottom: Math.max(mark.bottom, target.bottom),
          }
        : mark;
    const { x, y } = placeBubble(from, this.#bubble.getBoundingClientRect(), viewOf(), this.#isRtl);
    this.#bubble.style.setProperty('inset', `${y}px auto auto ${x}px`);
  }

  #handleKeydown(event: KeyboardEvent): void {
    if (event.key !== 'Escape' || !this.#open) return;
    event.preventDefault();
    this.hide();
    returnFocus(this.#mark ?? null);
  }

  /** Left for elsewhere in the page, and not being pointed at. */
  #handleFocusout(event: FocusEvent): void {
    const to = event.relatedTarget as Element | null;
    if (!to || this.#root.contains(to) || this.contains(to)) return;
    if (!this.#root.querySelector('.bubble:hover')) this.hide();
  }

  /** Opens the article that says more; nothing where there is no help, or not that article for this person. */
  #reader(): (() => void) | undefined {
    const id = this.article;
    const service = this.#engine;
    if (!id) return undefined;
    const article = service?.plan()?.help?.articles?.find((one) => one.id === id);
    if (service && article && service.isFor(article)) return () => void service.show(`help/${id}`);
    const help = query('sentier-help') as SentierHelp | null;
    return help?.selected?.articles.some((one) => one.id === id) ? () => void help.open(id) : undefined;
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
