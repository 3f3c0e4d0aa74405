import { LitElement, html, nothing } from 'lit';
import Bell from 'lucide/dist/esm/icons/bell.mjs';
import X from 'lucide/dist/esm/icons/x.mjs';
import { newsItems, type NewsItem } from '../../core/news/news-items.js';
import { unreadOf } from '../../core/news/unread.js';
import { msg, proposeInterfaceLocale } from '../../locales/msg.js';
import { str } from '../../locales/str.js';
import { directionOf } from '../../model/text.js';
import { deepActiveElement, focusMain, returnFocus } from '../../platform/focus.js';
import { openTabs, type OtherTabs } from '../../platform/other-tabs.js';
import { LocaleController } from '../controllers/locale-controller.js';
import { ServiceController } from '../controllers/service-controller.js';
import { ShieldController } from '../controllers/shield-controller.js';
import { SentierEvent } from '../events/sentier-event.js';
import { icon } from '../primitives/icon.js';
import { localesOf } from '../primitives/locales-of.js';
import { applyTheme } from '../primitives/mount.js';
import { prop, state } from '../primitives/prop.js';
import { hideFromTopLayer, POPOVER, showInTopLayer } from '../primitives/top-layer.js';
import { styles as base } from '../styles/base.styles.js';
import { styles as button } from '../styles/button.styles.js';
import { styles as card } from '../styles/card.styles.js';
import { styles as tokens } from '../styles/tokens.styles.js';
import { feedView, filtered, type NewsView } from './news-views.js';
import { styles } from './news.styles.js';

/** Items drawn at once. */
const PAGE = 10;
/** What reading the feed is kept as; no campaign may have this id. */
const NEWS = 'news';
/** After these something may have been met that was unread. */
const CHANGES = [
  'sentier-ready',
  'sentier-show',
  'sentier-dismiss',
  'sentier-complete',
  'sentier-acknowledge',
];

/**
 * What's new: everything published for this person, newest first, to be read again. A list in the page, a button with
 * the number of unread things that opens it beside the page, or that panel alone.
 *
 * @attr {list|button|panel} [display=list]
 * @attr {string} plan-locale - Language of texts that name none.
 * @fires sentier-show - The panel opened, or the list is in the page.
 * @fires sentier-dismiss - The panel was closed.
 * @cssprop --sentier-accent - Colour of what can be pressed.
 */
export class SentierNews extends LitElement {
  static override styles = [tokens, base, card, button, styles];
  static override properties = {
    display: prop({ reflect: true }),
    items: prop({ attribute: false }),
    locales: prop({ attribute: false }),
    planLocale: prop({ attribute: 'plan-locale' }),
    _open: state(),
    _service: state(),
    _lever: state(),
    _limit: state(),
    _seen: state(),
  };

  /** How it stands in the page. @default 'list' */
  declare display: 'list' | 'button' | 'panel';
  /** What to show, instead of what the plan has for this person. */
  declare items: readonly NewsItem[] | undefined;
  /** Languages in order of preference. @default the engine's, else the page's */
  declare locales: readonly string[] | undefined;
  /** Language of texts that name none. @default the plan's, else 'fr' */
  declare planLocale: string | undefined;
  declare private _open: boolean;
  declare private _service: string;
  declare private _lever: string;
  declare private _limit: number;
  /** Epoch ms at which it was last read, here or in another tab; kept with progress beyond this page. */
  declare private _seen: number;

  readonly #locale = new LocaleController(this);
  readonly #service = new ServiceController(this);
  #tabs: OtherTabs | undefined;
  /** What was unread when it was opened: the marks stay while one reads. */
  #fresh: ReadonlySet<string> = new Set();
  #opener: Element | null = null;
  #isRead = false;
  /** It was drawn as read, and nobody was told of it yet. */
  #isNew = false;

  constructor() {
    super();
    this.display = 'list';
    this._open = false;
    this._service = this._lever = '';
    this._limit = PAGE;
    this._seen = 0;
    new ShieldController(this);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    proposeInterfaceLocale(this.locales ?? localesOf(this));
    if (!this.hasAttribute('scheme')) applyTheme(this);
    this.#tabs = openTabs('sentier:news', (message) => {
      const [person, at] = message.split(' ');
      if (person === this.#person) this._seen = Math.max(this._seen, Number(at) || 0);
    });
    for (const type of CHANGES) document.addEventListener(type, this.#look);
    addEventListener('pageshow', this.#look);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#tabs?.stop();
    for (const type of CHANGES) document.removeEventListener(type, this.#look);
    removeEventListener('pageshow', this.#look);
    document.removeEventListener('keydown', this.#handleKeydown);
    this._open = false;
  }

  /** Opens the panel, at one item where its id is named. A list goes to that item. */
  async open(id?: string): Promise<void> {
    if (this.display !== 'list' && !this._open) {
      this.#opener = deepActiveElement();
      this.#mark();
      this.#tell();
      this._open = true;
      // It is no dialog: whoever has gone on in the page leaves it as those do who read in it.
      document.addEventListener('keydown', this.#handleKeydown);
      this.dispatchEvent(new SentierEvent('sentier-show', NEWS));
    }
    await this.updateComplete;
    if (id && (await this.#goTo(id))) return;
    if (this.display !== 'list') this.renderRoot.querySelector<HTMLElement>('h2')?.focus();
  }

  /** Closes the panel; the focus returns to where it was, else to the button, else to the page's own start. */
  async close(): Promise<void> {
    if (!this._open) return;
    const inside = !!this.shadowRoot?.activeElement;
    this._open = false;
    document.removeEventListener('keydown', this.#handleKeydown);
    this.#fresh = new Set();
    await this.updateComplete;
    if (inside && !returnFocus(this.#opener) && !returnFocus(this.renderRoot.querySelector('.launch')))
      focusMain();
    this.dispatchEvent(new SentierEvent('sentier-dismiss', NEWS));
  }

  /** How many things of the feed this person has not met. */
  get unread(): number {
    return this.#unread().size;
  }

  /** What it says itself changes nothing here. */
  readonly #look = ({ target }: Event): void => {
    if (target !== this) this.requestUpdate();
  };

  get #now(): number {
    return this.#service.value?.now?.() ?? Date.now();
  }
  /** Whose reading is meant, between tabs. */
  get #person(): string {
    const { value } = this.#service;
    return `${value?.plan()?.id ?? ''}/${value?.context().user?.key ?? ''}`;
  }

  get #items(): readonly NewsItem[] {
    const { value } = this.#service;
    const plan = value?.plan();
    return this.items ?? (value && plan ? newsItems(plan, value.context(), this.#now) : []);
  }

  #unread(): ReadonlySet<string> {
    const progress = this.#service.value?.progress?.() ?? null;
    const seen = Math.max(this._seen, progress?.campaigns[NEWS]?.at ?? 0);
    return unreadOf(this.#items, progress, seen, this.#now);
  }

  /** It is being read: what was unread keeps its mark meanwhile. */
  #mark(): void {
    this.#fresh = this.#unread();
    this._seen = this.#now;
  }

  /** This tab, the others, and where progress is kept, other machines know that it was read. */
  #tell(): void {
    this.#service.value?.report({ type: 'shown', campaign: NEWS, kind: 'banner', version: 1 });
    this.#tabs?.tell(`${this.#person} ${this._seen}`);
  }

  async #goTo(id: string): Promise<boolean> {
    const at = this.#items.findIndex((item) => item.id === id);
    if (at < 0) return false;
    this._service = this._lever = '';
    this._limit = Math.max(this._limit, at + 1);
    await this.updateComplete;
    const article = this.renderRoot.querySelector<HTMLElement>(`[id="item-${id}"]`);
    article?.scrollIntoView({ block: 'start' });
    article?.focus({ preventScroll: true });
    return !!article;
  }

  /** A list is read as soon as it has something to read. */
  protected override willUpdate(): void {
    if (this.display !== 'list' || this.#isRead || !this.#items.length) return;
    this.#isRead = this.#isNew = true;
    this.#mark();
  }

  protected override updated(): void {
    const panel = this.renderRoot.querySelector<HTMLElement>('.panel');
    if (panel && this._open) showInTopLayer(panel);
    else if (panel) hideFromTopLayer(panel);
    if (!this.#isNew) return;
    this.#isNew = false;
    this.#tell();
    this.dispatchEvent(new SentierEvent('sentier-show', NEWS));
    // A lasting link: a query, for the hash is many an ENT's router.
    const asked = new URLSearchParams(location.search).get('actualite');
    if (asked) void this.updateComplete.then(() => this.#goTo(asked));
  }

  get #view(): NewsView {
    const { value } = this.#service;
    const settings = value?.plan()?.settings;
    return {
      items: this.#items,
      unread: this.#fresh,
      locales: this.locales ?? localesOf(this, value),
      planLocale: this.planLocale ?? settings?.locale,
      zone: settings?.timeZone,
      serviceNames: settings?.services ?? {},
      service: this._service,
      lever: this._lever,
      limit: this._limit,
      hasLinks: this.display === 'list',
      filter: (name, chosen) => {
        this[`_${name}`] = chosen;
        this._limit = PAGE;
      },
      more: () => void this.#more(),
      show:
        value &&
        ((id) => {
          void this.close();
          void value.show(id);
        }),
    };
  }

  /** The button that had the focus may be gone: it goes to the first of what came. */
  async #more(): Promise<void> {
    const next = filtered(this.#view)[this._limit]?.id;
    this._limit += PAGE;
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>(`[id="item-${next}"]`)?.focus();
  }

  readonly #handleKeydown = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || event.isComposing || event.defaultPrevented) return;
    event.preventDefault();
    void this.close();
  };

  #button(words: string) {
    const count = this.unread;
    return html`<button
      class="launch"
      type="button"
      aria-expanded=${this._open}
      @click=${() => void (this._open ? this.close() : this.open())}
    >
      ${icon(Bell)}<span>${words}</span>
      ${
        count
          ? html`<span class="badge"
              >${count > 99 ? '99+' : count}<span class="sr">
                ${msg('non lues', { id: 'news.unread' })}</span
              ></span
            >`
          : nothing
      }
    </button>`;
  }

  protected override render() {
    const { lang } = this.#locale;
    const dir = directionOf(lang);
    const heading = msg('Quoi de neuf', { id: 'news.title' });
    if (this.display === 'list')
      return html`<div class="root" lang=${lang} dir=${dir}>
        <section class="news" aria-label=${heading}>${feedView(this.#view)}</section>
      </div>`;
    return html`<div class="root" dir=${getComputedStyle(this).direction}>
      <div class="inner" lang=${lang} dir=${dir}>
        ${this.display === 'button' ? this.#button(heading) : nothing}
        <aside
          class="panel enter"
          popover=${POPOVER ?? nothing}
          aria-labelledby="heading"
          ?hidden=${!this._open}
          @keydown=${this.#handleKeydown}
        >
          <div class="bar">
            <h2 id="heading" tabindex="-1">${heading}</h2>
            <button
              class="icon"
              type="button"
              aria-label=${msg(str`Fermer ${heading}`, { id: 'news.close' })}
              @click=${() => void this.close()}
            >
              ${icon(X)}
            </button>
          </div>
          ${this._open ? html`<div class="news">${feedView(this.#view)}</div>` : nothing}
        </aside>
      </div>
    </div>`;
  }
}
