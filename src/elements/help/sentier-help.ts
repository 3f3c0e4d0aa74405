import CircleQuestionMark from 'lucide/dist/esm/icons/circle-question-mark.mjs';
import { selectHelp } from '../../core/help/select-help.js';
import type { SelectedHelp } from '../../core/help/select-help.js';
import type { KeyValue } from '../../core/ports.js';
import { msg, interfaceLocale } from '../../locales/msg.js';
import { str } from '../../locales/str.js';
import type { Help, HelpSettings } from '../../model/schema/help.js';
import { deepActiveElement } from '../../platform/focus.js';
import { NativeEvent } from '../../platform/natives.js';
import { whenIdle } from '../../platform/when-idle.js';
import type { EngineService } from '../context/services.js';
import { SentierErrorEvent } from '../events/sentier-error-event.js';
import { adoptCss, h } from '../primitives/dom.js';
import { icon } from '../primitives/icon.js';
import { followLocale, localesOf } from '../primitives/locales-of.js';
import { shield } from '../primitives/shield.js';
import { base } from '../styles/base.css.js';
import { button } from '../styles/button.css.js';
import { tokens } from '../styles/tokens.css.js';
import { helpCss } from './help.css.js';
import type { HelpSource } from './help-source.js';
import type { SentierHelpPanel } from './sentier-help-panel.js';

/** Those in the page, in the order of their coming: the first alone has a button (WCAG 3.2.6: one entry, one place). */
const present = new Set<SentierHelp>();

/** Where nothing else is offered: as long as the element lives. */
function inMemory(): KeyValue {
  const kept = new Map<string, string>();
  return {
    get: (key) => kept.get(key),
    set: (key, value) => void (value === undefined ? kept.delete(key) : kept.set(key, value)),
  };
}

const css = tokens + base + button + helpCss;

/**
 * Help for this page and this person: a button, always at the same place, and a side panel that leaves the page usable.
 * The button does without Lit; the panel brings it when it is about to be opened.
 *
 * Without a plan its content is the property `content`, or a `<script type="application/json">` child of the same shape
 * as a plan's `help`.
 *
 * @attr {'bottom-end'|'bottom-start'|'top-end'|'top-start'|'inline'} place - where the button is; `inline`: where the element stands
 * @attr {string} offset - distance from the edges in CSS px: "16", or "16 80" (inline, block)
 * @attr {string} shortcut - "Shift+F1" by default; "none"
 * @attr {boolean} without-button - the panel opens by `open()`, the shortcut or `data-sentier-help` alone
 * @attr {number} unread - how many news were not seen
 * @attr {string} plan-locale - language of texts that name none
 * @fires {SentierEvent} sentier-before-show - before the panel opens; cancelable
 * @fires {SentierEvent} sentier-show - the panel opened
 * @fires {SentierStepEvent} sentier-step - an article was opened; `step` is its id
 * @fires {SentierAnswerEvent} sentier-answer - an article was said useful or not: `{ [id]: 'yes' | 'no' }`
 * @fires {SentierEvent} sentier-dismiss - the panel was closed
 * @fires {SentierErrorEvent} sentier-error - the content is not JSON, or the panel cannot be loaded
 * @cssprop --sentier-accent - colour of the button and of what can be pressed
 * @cssprop --sentier-radius - radius of corners
 */
export class SentierHelp extends HTMLElement {
  static readonly observedAttributes = [
    'place',
    'offset',
    'without-button',
    'unread',
    'scheme',
    'plan-locale',
  ];

  /** Languages in order of preference. @default the engine's, else the page's */
  declare locales: readonly string[] | undefined;
  /** Where what is to be remembered in this session is kept. @default the element's memory */
  session: KeyValue = inMemory();
  /** Sends a report of a problem; what the engine gives. */
  send: HelpSource['send'] = undefined;
  /** What the addresses in `content` are read from. @default the page's own address */
  base: string = document.baseURI;
  #content: Help | undefined;
  #engine: EngineService | undefined;
  #selected: SelectedHelp | undefined;
  #panel: SentierHelpPanel | undefined;
  #open = false;
  /** What had the focus before the panel. */
  #opener: Element | null = null;
  #pending: Promise<void> | undefined;
  #end = new AbortController();
  /** Says that the panel could not be brought; takes it back for `false`. */
  #apologise: ((isMissing: boolean) => void) | undefined;
  readonly #root: HTMLElement;
  #launch: HTMLButtonElement | undefined;

  constructor() {
    super();
    const tree = this.attachShadow({ mode: 'open' });
    adoptCss(tree, css);
    tree.append((this.#root = h('div', { class: 'root' })));
    shield(this);
    // Set by a framework before this class was known: an own property would hide the accessor for good.
    if (Object.prototype.hasOwnProperty.call(this, 'content')) {
      const { content } = this;
      delete (this as { content?: Help }).content;
      this.#content = content;
    }
  }

  /** What to show, instead of the plan's help. */
  get content(): Help | undefined {
    return this.#content;
  }
  set content(content: Help | undefined) {
    this.#content = content;
    this.refresh();
  }

  /** Id given to its events. */
  get campaign(): string {
    return this.getAttribute('campaign') ?? 'help';
  }
  set campaign(id: string) {
    this.setAttribute('campaign', id);
  }

  get place(): string {
    return this.getAttribute('place') ?? 'bottom-end';
  }
  set place(place: string) {
    this.setAttribute('place', place);
  }

  get withoutButton(): boolean {
    return this.hasAttribute('without-button');
  }
  set withoutButton(without: boolean) {
    this.toggleAttribute('without-button', without);
  }

  /** News that were not seen: a dot on the button, and words for those who do not see it. */
  get unread(): number {
    return Number(this.getAttribute('unread')) || 0;
  }
  set unread(count: number) {
    if (count > 0) this.setAttribute('unread', String(count));
    else this.removeAttribute('unread');
  }

  /** Settles when what was asked for last is in the shadow tree. */
  get updateComplete(): Promise<void> {
    return this.#pending ?? Promise.resolve();
  }

  connectedCallback(): void {
    present.add(this);
    const { signal } = (this.#end = new AbortController());
    const stop = followLocale(this, () => this.#update());
    signal.addEventListener('abort', stop);
    addEventListener('sentier-ready', () => this.#ask(), { signal });
    // Loaded after the button can be seen: a place clear of the page's own bars, and the shortcut.
    const later = () =>
      signal.aborted ||
      import('./help-later.js').then(
        ({ attend }) => signal.aborted || (this.#apologise = attend(this, signal)),
        (error) => this.#fail(error),
      );
    whenIdle(() => void later());
    this.#ask();
    this.#update();
  }

  disconnectedCallback(): void {
    present.delete(this);
    this.#end.abort();
    this.#open = false;
    this.#panel?.remove();
    this.#panel = undefined;
    for (const other of present) other.refresh();
  }

  attributeChangedCallback(_name: string, old: string | null, value: string | null): void {
    // Said again as it is (a count of news): nothing of what is being read is to be made anew.
    if (old !== value) this.#update();
  }

  /** Whether this one has the page's button: the first to come. */
  get isFirst(): boolean {
    return present.values().next().value === this;
  }

  get isOpen(): boolean {
    return this.#open;
  }

  /** Opens the panel, at an article where one is named; otherwise where one was reading. */
  async open(article?: string): Promise<void> {
    const first = present.values().next().value;
    if (first && first !== this) return first.open(article);
    if (!this.#open) this.#opener = deepActiveElement();
    const panel = await this.load();
    await panel?.prepare(this.help);
    if (this.isConnected) this.#apologise?.(!panel);
    if (!panel || !this.isConnected) return;
    this.#selected = undefined;
    panel.source = this.#source();
    await panel.updateComplete;
    panel.open(article, this.#opener);
  }

  /** Closes the panel; the focus, if it is in there, returns to where it was, else to the button, else to the page's own start. */
  close(): void {
    this.#panel?.close();
  }

  /** The page or the person changed: chooses again what is shown. */
  refresh(): void {
    this.#selected = undefined;
    this.#update();
  }

  /** What there is for this person on this page. Without an engine, all that was written. */
  get selected(): SelectedHelp {
    const engine = this.#engine;
    const plan = engine?.plan();
    return (this.#selected ??= selectHelp(
      { campaigns: plan?.campaigns ?? [], help: this.help },
      engine?.context(),
      {
        isFor: (item) => engine?.isFor(item) ?? true,
        isOn: (pages) => engine?.isOn(pages) ?? true,
        // The panel can look for things; the button need not.
        isSeen: (target) => this.#panel?.sees(target) ?? false,
      },
    ));
  }

  /** What was written: in the element, else in the plan. */
  get help(): Help | undefined {
    return this.#content ?? this.#written() ?? this.#engine?.plan()?.help;
  }

  get settings(): HelpSettings {
    return this.#engine?.plan()?.settings?.help ?? {};
  }

  /** What opens the panel by key, as written; undefined where none does. */
  get shortcut(): string | undefined {
    const wanted = this.getAttribute('shortcut') ?? this.settings.shortcut ?? 'Shift+F1';
    return wanted === 'none' ? undefined : wanted;
  }
  set shortcut(keys: string | undefined) {
    this.setAttribute('shortcut', keys ?? 'none');
  }

  /** Brings the panel, closed. @internal what it gives is nobody else's */
  async load(): Promise<SentierHelpPanel | undefined> {
    try {
      await import('./define-help-panel.js');
    } catch (error) {
      this.#fail(error);
      return undefined;
    }
    if (!this.#panel && this.isConnected) {
      const panel = (this.#panel = document.createElement('sentier-help-panel'));
      panel.id = 'panel';
      panel.source = this.#source();
      panel.addEventListener('sentier-show', () => this.#turn(true));
      panel.addEventListener('sentier-dismiss', () => this.#turn(false));
      this.#root.append(panel);
    }
    return this.#panel;
  }

  /** The engine, by the context protocol; it may come later than this. */
  #ask(): void {
    const callback = (service: EngineService | undefined) => {
      if (service === this.#engine) return;
      this.#engine = service;
      this.refresh();
    };
    // By symbol, as in context/services.ts, which would bring @lit/context with the button.
    const request = { context: Symbol.for('sentier.engine'), contextTarget: this, callback };
    this.dispatchEvent(
      Object.assign(new NativeEvent('context-request', { bubbles: true, composed: true }), request),
    );
  }

  #source(): HelpSource {
    const engine = this.#engine;
    const plan = engine?.plan();
    return {
      campaign: this.campaign,
      selected: this.selected,
      locales: this.locales ?? localesOf(this, engine),
      planLocale: this.getAttribute('plan-locale') ?? plan?.settings?.locale,
      // Written by hand, it is read as a plan is.
      plan: this.help === plan?.help ? plan : { version: 1, campaigns: [], ...plan, help: this.help },
      engine,
      session: this.session,
      base: this.base,
      unread: this.unread,
      shortcut: this.shortcut,
      send: this.send,
    };
  }

  /** Read when it is needed: an element may be upgraded before its children are there. */
  #written(): Help | undefined {
    const text = this.querySelector('script[type="application/json"]')?.textContent;
    try {
      return text ? (JSON.parse(text) as Help) : undefined;
    } catch (error) {
      this.#fail(error);
      return undefined;
    }
  }

  #fail(error: unknown): void {
    this.dispatchEvent(new SentierErrorEvent(error, this.campaign));
  }

  #turn(open: boolean): void {
    this.#open = open;
    this.#launch?.setAttribute('aria-expanded', String(open));
  }

  #update(): void {
    this.#pending ??= Promise.resolve().then(() => {
      this.#pending = undefined;
      if (this.isConnected) this.#render();
    });
  }

  #render(): void {
    this.#root.lang = interfaceLocale();
    // The side is the page's.
    this.#root.dir = getComputedStyle(this).direction;
    const { unread } = this;
    if (!this.isFirst || this.withoutButton) {
      this.#launch?.remove();
      this.#launch = undefined;
    } else {
      if (!this.#launch) {
        this.#launch = h('button', {
          class: 'launch primary',
          type: 'button',
          'aria-expanded': 'false',
          'aria-controls': 'panel',
        });
        this.#launch.addEventListener('pointerenter', () => void this.load());
        this.#launch.addEventListener('focus', () => void this.load());
        this.#launch.addEventListener('click', () => void (this.#open ? this.close() : this.open()));
        this.#root.prepend(this.#launch);
      }
      const news =
        unread === 1
          ? msg('1 nouveauté', { id: 'help-unread-one' })
          : msg(str`${unread} nouveautés`, { id: 'help-unread-many' });
      this.#launch.replaceChildren(
        icon(CircleQuestionMark),
        h('span', {}, msg('Aide', { id: 'help' })),
        ...(unread
          ? [h('i', { class: 'dot', 'aria-hidden': 'true' }), h('span', { class: 'sr' }, ` (${news})`)]
          : []),
      );
      const [inline, block = inline] = (this.getAttribute('offset') ?? '').split(/\s+/);
      for (const [name, value] of Object.entries({ '--_inline': inline, '--_block': block }))
        if (value && /^\d{1,4}$/.test(value)) this.#launch.style.setProperty(name, `${value}px`);
        else this.#launch.style.removeProperty(name);
    }
    if (this.#panel) this.#panel.source = this.#source();
  }
}
