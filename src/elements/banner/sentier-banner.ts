import type { KeyValue } from '../../core/ports.js';
import { interfaceLocale } from '../../locales/msg.js';
import type { BannerAction, BannerContent, BannerPlace } from '../../model/schema/banner.js';
import type { Text } from '../../model/schema/common.js';
import { resolveText } from '../../model/text.js';
import { deepActiveElement, focusMain, returnFocus } from '../../platform/focus.js';
import { type Action, SentierActionEvent } from '../events/sentier-action-event.js';
import { SentierErrorEvent } from '../events/sentier-error-event.js';
import { SentierEvent } from '../events/sentier-event.js';
import { SentierSnoozeEvent } from '../events/sentier-snooze-event.js';
import { adoptCss, h } from '../primitives/dom.js';
import { followLocale, localesOf } from '../primitives/locales-of.js';
import { applyTheme } from '../primitives/mount.js';
import { shield } from '../primitives/shield.js';
import { showByEngine } from '../primitives/show-by-engine.js';
import type * as Card from './banner-card.js';
import { type BannerPart, type Furnishing, partsFor } from './banner-part.js';
import { styles } from './banner.css.js';
import { type View, viewOf, waysOut } from './banner-view.js';
import { unfold } from './unfold.js';

/** "Plus tard" without a choice: the same hour on the next day. */
const SNOOZE_MS = 864e5;
/** A live region must be known to assistive techniques before its words come (RGAA 7.5). */
const ANNOUNCE_MS = 100;

type Asked = Pick<BannerAction, 'do' | 'to'>;

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
 * @attr {boolean} permanent - No way out by itself, at the top, at the bottom and in the page.
 * @attr {string} plan-locale - Language of texts that name none.
 * @attr {string} time-zone - Zone of an event's dates.
 * @attr {light|dark} scheme - The page's own by default.
 * @attr {pupil} audience - Bigger and rounder.
 * @csspart box - All that is drawn. A margin below it comes in with it, where one of the element's own would jump.
 * @fires sentier-before-show - Cancelable.
 * @fires sentier-show - It is on screen.
 * @fires sentier-action - An action was chosen. Cancelable.
 * @fires sentier-before-dismiss - Before it is closed or put off. Cancelable.
 * @fires sentier-dismiss - Closed; the element is `hidden` from then on, as after the next two.
 * @fires sentier-snooze - Put off until `until`.
 * @fires sentier-acknowledge - "Read" was said.
 * @fires sentier-complete - An action was taken: gone where that leads elsewhere on this page, else still there.
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
    'permanent',
    'plan-locale',
    'hidden',
  ];

  /** What the engine does a chosen action with; absent on an element made by hand. */
  perform: ((id: string) => Promise<boolean>) | undefined = undefined;
  /** What of it is remembered for the session: a document that was opened. */
  memory: KeyValue | undefined = undefined;
  /** Of the campaign. */
  version = 1;
  /** Epoch ms; a demonstration's clock may show another day. */
  now = (): number => Date.now();
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
  #view: View | undefined;
  /** Parts that this banner needs, once they are here; the card is one that also opens it. */
  #parts: readonly BannerPart[] = [];

  constructor() {
    super();
    const root = this.attachShadow({ mode: 'open' });
    adoptCss(root, styles);
    shield(this);
    root.addEventListener('click', (event) => this.#onClick(event));
    root.addEventListener('keydown', (event) => {
      const { key } = event as KeyboardEvent;
      if (key === 'Escape' && this.place === 'corner' && this.#waysOut.includes('close'))
        this.dismiss('close');
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
  // Frameworks set a property wherever an element has one of an attribute's name: without this they would throw.
  set campaign(id: string) {
    this.setAttribute('campaign', id);
  }

  /** Ways out, as the attribute says them. */
  get leave(): string {
    return this.getAttribute('leave') ?? '';
  }
  set leave(ways: string) {
    this.setAttribute('leave', ways);
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
    this.#stop = followLocale(this, () => this.#update());
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
  dismiss(how: 'close' | 'later' | 'never' | 'action'): void {
    this.#leaveBy(
      how === 'later'
        ? new SentierSnoozeEvent(this.campaign, this.now() + SNOOZE_MS)
        : new SentierEvent(how === 'action' ? 'sentier-complete' : 'sentier-dismiss', this.campaign),
    );
  }

  #leaveBy(outcome: SentierEvent): void {
    if (!this.hidden && this.#say('sentier-before-dismiss', true)) this.#end(outcome);
  }

  #update(): void {
    this.#pending ??= Promise.resolve()
      .then(async () => {
        if (this.hidden) return (this.#pending = undefined);
        // Asked for at once; only where there are any does drawing wait.
        const { place, content } = this;
        const parts = partsFor(this.#said, place);
        if (parts.length) this.#parts = await Promise.all(parts);
        this.#pending = undefined;
        if (place !== this.place || content !== this.content) this.#update();
        if (this.#pending) return;
        if (!this.isConnected || this.hidden) return;
        if (this.#shown || this.#say('sentier-before-show', true)) this.#render();
        else this.hidden = true;
      })
      .catch((error: unknown) => {
        this.#pending = undefined;
        this.hidden = true;
        this.dispatchEvent(new SentierErrorEvent(error, this.campaign));
      });
  }

  #resolve(text: Text | undefined) {
    const locales = this.locales ?? localesOf(this);
    const planLocale = this.getAttribute('plan-locale') ?? (this.#content ? undefined : locales[0]);
    return resolveText(text, locales, planLocale);
  }

  /** What the parts of this banner are told of it. */
  get #furnishing(): Furnishing {
    const resolve = (text: Text | undefined) => this.#resolve(text);
    return {
      content: this.#said,
      place: this.place,
      campaign: this.campaign,
      locale: interfaceLocale(),
      zone: this.getAttribute('time-zone') ?? undefined,
      now: this.now,
      resolve,
      say: (tag, text) => {
        const { value, lang, dir } = resolve(text);
        return value ? h(tag, { lang, dir }, value) : undefined;
      },
      memory: this.memory,
      version: this.version,
    };
  }

  #render(): void {
    const { place } = this;
    const content = this.#said;
    const view = (this.#view = viewOf(content, place, this.#waysOut, (text) => this.#resolve(text)));
    const { root, box } = view;
    const tree = this.shadowRoot as ShadowRoot;
    if (this.#parts.length) adoptCss(tree, styles + this.#parts.map((part) => part.styles).join(''));
    for (const part of this.#parts) part.furnish(view, this.#furnishing);
    tree.querySelector('.root')?.remove();
    tree.append(root);
    clearTimeout(this.#timer);
    const announced = /top|bottom|corner/.test(place);
    const isStuck = content.sticky ?? place === 'bottom';
    const region = h('div', {
      role: announced ? 'status' : undefined,
      class: `at at-${place} ${isStuck ? 'stuck' : ''}`,
    });
    root.append(region);
    const fill = () => {
      region.append(box);
      this.#open(view, region);
    };
    // A change of language or text does not make what is on screen wait again.
    if (announced && !this.#shown) this.#timer = setTimeout(fill, ANNOUNCE_MS);
    else fill();
  }

  #open({ box, first }: View, region: HTMLElement): void {
    this.#dialog = box instanceof HTMLDialogElement ? box : undefined;
    if (this.#dialog && !this.#shown) this.#before = deepActiveElement();
    const coming =
      /corner|modal/.test(this.place) &&
      (this.#parts[0] as typeof Card).openCard(box, first, () => {
        this.dismiss('close');
        if (!this.hidden) this.#dialog?.showModal();
      });
    if (this.#shown) return;
    this.#shown = true;
    // Unless it was taken away while something else of ours had the floor.
    if (coming) return void coming.then(() => box.isConnected && !this.hidden && this.#say('sentier-show'));
    // First: who hears of it may ask the browser what is where, which then takes down a page that has jumped.
    if (/top|inline/.test(this.place)) unfold(region);
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
    return waysOut(this.#said, this.hasAttribute('permanent') && !/corner|modal/.test(this.place));
  }

  #onClick(event: Event): void {
    const chosen = (event.target as Element).closest<HTMLElement>('[value],[data-value]');
    // What the page has in our slots, or around us, is its own.
    if (!chosen || !this.shadowRoot!.contains(chosen)) return;
    const value = chosen.getAttribute('value') ?? chosen.dataset.value ?? '';
    const action: Asked | undefined = value === 'calendar' ? { do: value } : this.#content?.actions?.[+value];
    if (value === 'later') void this.#offerLater();
    else if (!action) this.dismiss(value as 'close');
    else if (action.do === 'acknowledge') {
      if (this.#view?.mayAcknowledge?.() ?? true)
        this.#end(new SentierEvent('sentier-acknowledge', this.campaign));
    } else this.#act(action, event);
  }

  #act({ do: act, to = '' }: Asked, event: Event): void {
    const where = (act === 'article' ? 'help/' : '') + to;
    if (!this.dispatchEvent(new SentierActionEvent(this.campaign, act as Action, where)))
      return event.preventDefault();
    const isDone = this.#view?.act?.({ do: act });
    // Elsewhere on this page: gone first, so that what comes finds the page free and the focus where it was.
    if (act === 'link' || isDone) this.#say('sentier-complete');
    else {
      this.dismiss('action');
      void (this.perform ?? showByEngine)(where);
    }
  }

  /** Choices of when to come again; without them, for want of a network, tomorrow. */
  async #offerLater(): Promise<void> {
    const { now, zone, content } = this.#furnishing;
    const take = (until: number) => this.#leaveBy(new SentierSnoozeEvent(this.campaign, until));
    try {
      const { choicesOf, offerLater, styles: more } = await import('./banner-later.js');
      const tree = this.shadowRoot as ShadowRoot;
      adoptCss(tree, [styles, ...this.#parts.map((part) => part.styles), more].join(''));
      if (this.#view) offerLater(this.#view.actions, choicesOf(content.later, now(), zone), zone, take);
    } catch {
      this.dismiss('later');
    }
  }

  #say(type: string, cancelable?: boolean): boolean {
    return this.dispatchEvent(new SentierEvent(type, this.campaign, cancelable));
  }

  #end(outcome: SentierEvent): void {
    if (this.hidden) return;
    const held = this.#dialog ?? this.contains((this.getRootNode() as Document).activeElement);
    this.hidden = true;
    this.#dialog?.close();
    if (held && !returnFocus(this.#before)) focusMain();
    this.dispatchEvent(outcome);
  }
}
