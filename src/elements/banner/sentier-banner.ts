import { onInterfaceLocale } from '../../locales/msg.js';
import type { BannerContent, BannerPlace } from '../../model/schema/banner.js';
import { deepActiveElement, focusMain, returnFocus } from '../../platform/focus.js';
import { SentierActionEvent } from '../events/sentier-action-event.js';
import { SentierErrorEvent } from '../events/sentier-error-event.js';
import { SentierEvent } from '../events/sentier-event.js';
import { SentierSnoozeEvent } from '../events/sentier-snooze-event.js';
import { adoptCss, h } from '../primitives/dom.js';
import { localesOf } from '../primitives/locales-of.js';
import { applyTheme } from '../primitives/mount.js';
import { shield } from '../primitives/shield.js';
import { showByEngine } from '../primitives/show-by-engine.js';
import { showInTopLayer } from '../primitives/top-layer.js';
import { styles } from './banner.css.js';
import { viewOf, waysOut } from './banner-view.js';

/** "Plus tard": the same hour on the next day. */
const SNOOZE_MS = 864e5;
/** A live region must be known to assistive techniques before its words come (RGAA 7.5). */
const ANNOUNCE_MS = 100;

/**
 * An announcement: at the top or the bottom of the page, in its text, in a corner, or over it.
 *
 * The one element without Lit: its text is built once, and a page that shows only a banner, most of them, then loads
 * no 6 kB of Lit for it (the budget is 11 for everything). Same conventions as its Lit siblings otherwise.
 *
 * @slot - More text, after `content`'s.
 * @slot actions - Links and buttons of the page's own.
 * @attr {information|new|warning|maintenance|success|event} [kind=information] - Sets icon, word and hue.
 * @attr {info|new|warning|maintenance|success|event} severity - The same by a shorter name, when `kind` is not set.
 * @attr {string} heading - The title.
 * @attr {top|bottom|inline|corner|modal} [place=inline] - `top` and `bottom` stay where the page put the element.
 * @attr {string} [leave=close] - Ways out, separated by spaces: `close`, `later`, `never`. A modal banner leaves by Escape anyway.
 * @attr {string} signature - Who says it.
 * @attr {string} campaign - Id that its events carry.
 * @attr {string} plan-locale - Language of texts that name none.
 * @attr {light|dark} scheme - The page's own by default.
 * @attr {pupil} audience - Bigger and rounder.
 * @csspart box - All that is drawn.
 * @fires sentier-before-show - Cancelable.
 * @fires sentier-show - It is on screen.
 * @fires sentier-action - An action was chosen. Cancelable.
 * @fires sentier-before-dismiss - Before it is closed or put off. Cancelable.
 * @fires sentier-dismiss - Closed; the element is `hidden` from then on, as after the next two.
 * @fires sentier-snooze - Put off until `until`.
 * @fires sentier-acknowledge - "Read" was said.
 * @fires sentier-error - It could not be shown.
 * @cssprop --sentier-accent - Links and buttons.
 * @cssprop --sentier-radius - Roundness.
 * @cssprop --sentier-font - Font family; the page's by default.
 */
export class SentierBanner extends HTMLElement {
  static readonly observedAttributes = [
    'kind',
    'severity',
    'heading',
    'place',
    'leave',
    'signature',
    'plan-locale',
    'hidden',
  ];

  /** What the engine does a chosen action with; absent on an element made by hand. */
  perform: ((id: string) => Promise<boolean>) | undefined = undefined;
  /** Languages in order of preference; those of the page by default. Set before `content`. */
  declare locales: readonly string[] | undefined;
  #content: BannerContent | undefined;
  #stop: (() => void) | undefined;
  #pending: Promise<void> | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #shown = false;
  /** What had the focus before it came in here. */
  #before: Element | null = null;
  #dialog: HTMLDialogElement | undefined;

  constructor() {
    super();
    const root = this.attachShadow({ mode: 'open' });
    adoptCss(root, styles);
    shield(this);
    root.addEventListener('click', (event) => this.#onClick(event));
    root.addEventListener('keydown', (event) => {
      const { key } = event as KeyboardEvent;
      if (key === 'Escape' && this.place === 'corner' && this.#waysOut.includes('close')) this.leave('close');
    });
    this.addEventListener('focusin', ({ relatedTarget: from }) => {
      if (from instanceof Element && !this.contains(from) && !root.contains(from)) this.#before = from;
    });
    // Set by a framework before this class was known: an own property would hide the accessor for good.
    if (Object.prototype.hasOwnProperty.call(this, 'content')) {
      const { content } = this;
      delete (this as { content?: BannerContent }).content;
      this.content = content;
    }
  }

  /** What a plan says; attributes say it for an element written by hand. */
  get content(): BannerContent | undefined {
    return this.#content;
  }
  set content(content: BannerContent | undefined) {
    this.#content = content;
    this.#update();
  }

  get campaign(): string {
    return this.getAttribute('campaign') ?? '';
  }

  /** The attribute, else the content's, else `inline`. */
  get place(): BannerPlace {
    return (this.getAttribute('place') ?? this.#content?.place ?? 'inline') as BannerPlace;
  }
  set place(place: BannerPlace) {
    this.setAttribute('place', place);
  }

  /** Settles when what was asked for last is in the shadow tree. */
  get updateComplete(): Promise<void> {
    return this.#pending ?? Promise.resolve();
  }

  connectedCallback(): void {
    this.#stop = onInterfaceLocale(() => this.#update());
    if (!this.hasAttribute('scheme')) applyTheme(this);
    this.#update();
  }

  disconnectedCallback(): void {
    this.#stop?.();
    clearTimeout(this.#timer);
  }

  attributeChangedCallback(name: string): void {
    if (name === 'hidden') this.#shown = false;
    this.#update();
  }

  /** Leaves the page as the buttons do: `later` puts it off until tomorrow, the others end it. */
  leave(how: 'close' | 'later' | 'never' | 'action'): void {
    if (this.hidden || !this.#say('sentier-before-dismiss', true)) return;
    this.#end(how === 'later' ? new SentierSnoozeEvent(this.campaign, Date.now() + SNOOZE_MS) : undefined);
  }

  #update(): void {
    this.#pending ??= Promise.resolve().then(() => {
      this.#pending = undefined;
      if (!this.isConnected || this.hidden) return;
      try {
        if (this.#shown || this.#say('sentier-before-show', true)) this.#render();
        else this.hidden = true;
      } catch (error) {
        this.hidden = true;
        this.dispatchEvent(new SentierErrorEvent(error, this.campaign));
      }
    });
  }

  #render(): void {
    const { place } = this;
    const locales = this.locales ?? localesOf(this);
    const planLocale = this.getAttribute('plan-locale') ?? (this.#content ? undefined : locales[0]);
    const { root, box, first } = viewOf(this.#said, place, locales, planLocale);
    const tree = this.shadowRoot as ShadowRoot;
    tree.querySelector('.root')?.remove();
    tree.append(root);
    clearTimeout(this.#timer);
    const announced = /top|bottom|corner/.test(place);
    const region = announced ? h('div', { role: 'status', class: `at-${place}` }) : root;
    if (announced) root.append(region);
    const fill = () => {
      region.append(box);
      this.#open(box, first);
    };
    // A change of language or text does not make what is on screen wait again.
    if (announced && !this.#shown) this.#timer = setTimeout(fill, ANNOUNCE_MS);
    else fill();
  }

  #open(box: HTMLElement, first: HTMLElement): void {
    this.#dialog = undefined;
    if (box instanceof HTMLDialogElement) {
      this.#dialog = box;
      if (!this.#shown) this.#before = deepActiveElement();
      // By Escape, whose `cancel` event cannot be relied on to veto it (close watchers).
      box.onclose = () => {
        this.leave('close');
        if (!this.hidden) box.showModal();
      };
      box.showModal();
      first.focus();
    } else if (this.place === 'corner') showInTopLayer(box);
    if (this.#shown) return;
    this.#shown = true;
    this.#say('sentier-show');
  }

  /** The content, or what the attributes say in its stead. */
  get #said(): BannerContent {
    const get = (name: string) => this.getAttribute(name) ?? undefined;
    return (
      this.#content ??
      ({
        kind: get('kind') ?? get('severity'),
        title: get('heading'),
        leave: get('leave')?.split(' '),
        signature: get('signature'),
      } as BannerContent)
    );
  }

  get #waysOut(): readonly string[] {
    return waysOut(this.#said);
  }

  #onClick(event: Event): void {
    const chosen = (event.target as Element).closest<HTMLElement>('[value],[data-value]');
    if (!chosen) return;
    const value = chosen.getAttribute('value') ?? chosen.dataset.value ?? '';
    const action = this.#content?.actions?.[+value];
    if (!action) return this.leave(value as 'close');
    if (action.do === 'acknowledge') return this.#end(new SentierEvent('sentier-acknowledge', this.campaign));
    const to = (action.do === 'article' ? 'help/' : '') + (action.to ?? '');
    const asked = new SentierActionEvent(this.campaign, action.do, to);
    if (!this.dispatchEvent(asked)) event.preventDefault();
    else if (action.do !== 'link') {
      // Gone first, so that what comes finds the page free and the focus where it was.
      this.leave('action');
      void (this.perform ?? showByEngine)(to);
    }
  }

  #say(type: string, cancelable?: boolean): boolean {
    return this.dispatchEvent(new SentierEvent(type, this.campaign, cancelable));
  }

  #end(outcome?: SentierEvent): void {
    if (this.hidden) return;
    const held = this.#dialog ?? this.contains((this.getRootNode() as Document).activeElement);
    this.hidden = true;
    this.#dialog?.close();
    if (held && !returnFocus(this.#before)) focusMain();
    this.dispatchEvent(outcome ?? new SentierEvent('sentier-dismiss', this.campaign));
  }
}
