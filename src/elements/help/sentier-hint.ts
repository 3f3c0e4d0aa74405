import { LitElement, html, nothing } from 'lit';
import { placeBubble, placeMark } from '../../core/help/place-hint.js';
import { msg } from '../../locales/msg.js';
import { str } from '../../locales/str.js';
import type { Target } from '../../model/schema/common.js';
import type { Hint } from '../../model/schema/help.js';
import { directionOf, resolveText } from '../../model/text.js';
import { returnFocus } from '../../platform/focus.js';
import { query } from '../../platform/natives.js';
import { watchTarget } from '../../platform/target-watcher.js';
import { LocaleController } from '../controllers/locale-controller.js';
import { ServiceController } from '../controllers/service-controller.js';
import { ShieldController } from '../controllers/shield-controller.js';
import { SentierEvent } from '../events/sentier-event.js';
import { localesOf } from '../primitives/locales-of.js';
import { prop, state } from '../primitives/prop.js';
import { renderBody } from '../primitives/render-body.js';
import { hideFromTopLayer, POPOVER, showInTopLayer } from '../primitives/top-layer.js';
import { styles as base } from '../styles/base.styles.js';
import { styles as button } from '../styles/button.styles.js';
import { styles as card } from '../styles/card.styles.js';
import { styles as tokens } from '../styles/tokens.styles.js';
import { nameOf } from './name-of.js';
import type { SentierHelp } from './sentier-help.js';
import { styles } from './hint.styles.js';

/** How long a target that is not there yet is looked for, in ms. */
const PATIENCE_MS = 10_000;

/** Controls that a mark must not stand on. */
const CONTROL = 'a,button,input,select,textarea,label,[role=button],[role=tab],[tabindex]';

/**
 * A mark that explains one thing. It stands where it is written, or beside `target`; it opens by click, Enter and Space,
 * never by the pointer passing over it, and stays until it is left or closed (WCAG 1.4.13). Nothing is written on the
 * page's elements.
 *
 * @slot - the explanation, where the element is written by hand
 * @attr {string} for - id of the field or element that it explains, as a label has it: gives the mark its name
 * @attr {string} target - selector of the element that the mark is to stand beside
 * @attr {string} article - id of the help article that says more
 * @fires {SentierEvent} sentier-show - the bubble opened
 * @fires {SentierEvent} sentier-dismiss - the bubble closed
 */
export class SentierHint extends LitElement {
  static override styles = [tokens, base, button, card, styles];
  static override properties = {
    for: prop(),
    target: prop(),
    article: prop(),
    label: prop(),
    campaign: prop(),
    content: prop({ attribute: false }),
    locales: prop({ attribute: false }),
    planLocale: prop({ attribute: 'plan-locale' }),
    _open: state(),
    _found: state(),
  };

  declare for: string | undefined;
  declare target: string | undefined;
  declare article: string | undefined;
  /** What it explains, in words, where the element's own name does not do. */
  declare label: string | undefined;
  /** Id given to its events. @default 'help' */
  declare campaign: string;
  /** A plan's hint, instead of attributes and slot. */
  declare content: Hint | undefined;
  /** Languages in order of preference. @default the engine's, else the page's */
  declare locales: readonly string[] | undefined;
  /** Language of texts that name none. @default the plan's, else 'fr' */
  declare planLocale: string | undefined;
  declare private _open: boolean;
  /** The element beside which the mark stands. */
  declare private _found: Element | undefined;

  readonly #locale = new LocaleController(this);
  readonly #service = new ServiceController(this);
  #watching: AbortController | undefined;
  #following: AbortController | undefined;
  #opened: AbortController | undefined;

  constructor() {
    super();
    this.campaign = 'help';
    this._open = false;
    new ShieldController(this);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.hasUpdated) this.#watch();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#watching?.abort();
    this.#following?.abort();
    this.#opened?.abort();
    this._open = false;
  }

  get #target(): Target | undefined {
    return this.content?.target ?? this.target;
  }

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (changed.has('content') || changed.has('target')) this.#watch();
  }

  /** Looks for the target, and again when the page takes it away. */
  #watch(): void {
    this.#watching?.abort();
    this._found = undefined;
    if (this.#target === undefined) return;
    const { signal } = (this.#watching = new AbortController());
    watchTarget(this.#target, PATIENCE_MS, signal, (result, element) => {
      if (result === 'lost') this.#watch();
      else this._found = element;
      // The target may be found while this is being rendered.
      this.requestUpdate();
    });
  }

  show(): void {
    if (this._open) return;
    this._open = true;
    this.dispatchEvent(new SentierEvent('sentier-show', this.campaign));
    const { signal } = (this.#opened = new AbortController());
    const options = { capture: true, passive: true, signal };
    addEventListener('pointerdown', (event) => event.composedPath().includes(this) || this.hide(), options);
    addEventListener('scroll', () => this.#placeBubble(), options);
    addEventListener('resize', () => this.#placeBubble(), options);
  }

  hide(): void {
    if (!this._open) return;
    this._open = false;
    this.#opened?.abort();
    this.dispatchEvent(new SentierEvent('sentier-dismiss', this.campaign));
  }

  get #mark(): HTMLElement | null {
    return this.renderRoot.querySelector<HTMLElement>('.mark');
  }

  get #view() {
    const { clientWidth, clientHeight } = document.documentElement;
    return { width: clientWidth, height: Math.min(clientHeight, innerHeight) || innerHeight };
  }

  get #isRtl(): boolean {
    return getComputedStyle(this).direction === 'rtl';
  }

  #placeBubble(): void {
    const bubble = this.renderRoot.querySelector<HTMLElement>('.bubble');
    const mark = this.#mark;
    if (!bubble || !mark) return;
    const { x, y } = placeBubble(
      mark.getBoundingClientRect(),
      bubble.getBoundingClientRect(),
      this.#view,
      this.#isRtl,
    );
    bubble.style.setProperty('inset', `${y}px auto auto ${x}px`);
  }

  /** Follows the target in the page's own coordinates: while the page itself scrolls there is nothing to do. */
  #follow(target: Element): void {
    this.#following?.abort();
    const { signal } = (this.#following = new AbortController());
    const place = () => this.#placeMark(target);
    const sizes = new ResizeObserver(place);
    for (const element of [target, document.documentElement]) sizes.observe(element);
    // Out of an inner scroller's sight, not merely out of the screen's.
    const sight = new IntersectionObserver(
      ([entry]) => this.#mark?.toggleAttribute('hidden', entry?.isIntersecting === false),
      { rootMargin: '100000px' },
    );
    sight.observe(target);
    signal.addEventListener('abort', () => {
      sizes.disconnect();
      sight.disconnect();
    });
    addEventListener('scroll', place, { capture: true, passive: true, signal });
    addEventListener('resize', place, { signal });
    place();
  }

  #placeMark(target: Element): void {
    const mark = this.#mark;
    if (!mark) return;
    const now = mark.getBoundingClientRect();
    const { beside, astride } = placeMark(target.getBoundingClientRect(), now, this.#view, this.#isRtl);
    const { x, y } = beside && this.#isFree(beside, now.width / 2, target) ? beside : astride;
    // By how far it is off: whatever box it is positioned in.
    const style = getComputedStyle(mark);
    mark.style.setProperty('left', `${parseFloat(style.left) + x - now.left}px`);
    mark.style.setProperty('top', `${parseFloat(style.top) + y - now.top}px`);
  }

  #isFree({ x, y }: { x: number; y: number }, half: number, target: Element): boolean {
    const under = document
      .elementsFromPoint(x + half, y + half)
      .find((element) => element !== this && !element.contains(target));
    return !under?.closest(CONTROL);
  }

  #handleKeydown(event: KeyboardEvent): void {
    if (event.key !== 'Escape' || !this._open) return;
    event.preventDefault();
    this.hide();
    returnFocus(this.#mark);
  }

  /** Left for elsewhere in the page, and not being pointed at. */
  #handleFocusout(event: FocusEvent): void {
    const to = event.relatedTarget as Element | null;
    if (!to || this.renderRoot.contains(to) || this.contains(to)) return;
    if (!this.renderRoot.querySelector('.bubble:hover')) this.hide();
  }

  #handleClick(): void {
    if (this._open) return this.hide();
    // Safari gives no focus to a button that is clicked; Escape would go elsewhere.
    this.#mark?.focus();
    this.show();
  }

  protected override updated(): void {
    if (this._found) {
      if (this.#following?.signal.aborted !== false) this.#follow(this._found);
    } else this.#following?.abort();
    const bubble = this.renderRoot.querySelector<HTMLElement>('.bubble');
    if (!bubble) return;
    if (this._open) {
      showInTopLayer(bubble);
      this.#placeBubble();
    } else hideFromTopLayer(bubble);
  }

  /** Opens the article that says more; nothing where there is no help, or not that article for this person. */
  #reader(): (() => void) | undefined {
    const id = this.content?.article ?? this.article;
    if (!id) return undefined;
    const service = this.#service.value;
    const article = service?.plan()?.help?.articles?.find((one) => one.id === id);
    if (service && article && service.isFor(article)) return () => void service.show(`help/${id}`);
    const help = query('sentier-help') as SentierHelp | null;
    return help?.selected?.articles.some((one) => one.id === id) ? () => void help.open(id) : undefined;
  }

  #name(locales: readonly string[], planLocale: string | undefined): string {
    const named = this.for
      ? (this.getRootNode() as ParentNode).querySelector(`#${CSS.escape(this.for)}`)
      : this._found;
    const name =
      this.label ||
      resolveText(this.content?.title, locales, planLocale).value ||
      (named ? nameOf(named) : '');
    return name ? msg(str`Aide\u00a0: ${name}`, { id: 'hint-name' }) : msg('Aide', { id: 'help' });
  }

  protected override render() {
    // A mark for something that is not there would stand for nothing.
    if (this.#target !== undefined && !this._found) return nothing;
    const { lang } = this.#locale;
    const locales = this.locales ?? localesOf(this, this.#service.value);
    const planLocale = this.planLocale ?? this.#service.value?.plan()?.settings?.locale;
    const read = this._open ? this.#reader() : undefined;
    return html`<div
      class="root"
      lang=${lang}
      dir=${this.#isRtl ? 'rtl' : 'ltr'}
      @keydown=${this.#handleKeydown}
      @focusout=${this.#handleFocusout}
    >
      <button
        class="mark ${this._found ? 'floating' : ''}"
        type="button"
        aria-label=${this.#name(locales, planLocale)}
        aria-expanded=${this._open ? 'true' : 'false'}
        aria-controls="bubble"
        @click=${this.#handleClick}
      >
        ?
      </button>
      <div class="bubble card enter" id="bubble" popover=${POPOVER ?? nothing} ?hidden=${!this._open}>
        <div class="inner" dir=${directionOf(lang)}>
          ${this.content ? renderBody(this.content.body, locales, planLocale) : html`<slot></slot>`}
          ${
            read
              ? html`<button
                  class="read"
                  type="button"
                  @click=${() => {
                    returnFocus(this.#mark);
                    this.hide();
                    read();
                  }}
                >
                  ${msg('Lire l’article', { id: 'hint-read' })}
                </button>`
              : nothing
          }
        </div>
      </div>
    </div>`;
  }
}
