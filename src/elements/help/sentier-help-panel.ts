import { LitElement, html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import ArrowLeft from 'lucide/dist/esm/icons/arrow-left.mjs';
import ArrowRight from 'lucide/dist/esm/icons/arrow-right.mjs';
import X from 'lucide/dist/esm/icons/x.mjs';
import { spotOf } from '../../core/help/trail.js';
import { isNews } from '../../core/news/is-news.js';
import { msg } from '../../locales/msg.js';
import type { Target } from '../../model/schema/common.js';
import type { Help } from '../../model/schema/help.js';
import { directionOf } from '../../model/text.js';
import { canLocate, isFound, prepareLocator } from '../../platform/locator.js';
import { focusMain, returnFocus } from '../../platform/focus.js';
import { query, queryAll } from '../../platform/natives.js';
import { LocaleController } from '../controllers/locale-controller.js';
import { SentierAnswerEvent } from '../events/sentier-answer-event.js';
import { SentierEvent } from '../events/sentier-event.js';
import { SentierStepEvent } from '../events/sentier-step-event.js';
import { icon } from '../primitives/icon.js';
import { prop, state } from '../primitives/prop.js';
import { hideFromTopLayer, POPOVER, showInTopLayer } from '../primitives/top-layer.js';
import { styles as base } from '../styles/base.styles.js';
import { styles as button } from '../styles/button.styles.js';
import { styles as card } from '../styles/card.styles.js';
import type { ArticleView } from './article-view.js';
import { Finder } from './finder.js';
import type { HelpSource } from './help-source.js';
import { turning } from './help-view.js';
import type { HelpView } from './help-view.js';
import { styles } from './help-panel.styles.js';
import { homeView } from './home-view.js';
import type * as Reading from './reader.js';
import { localesFor } from './simple-words.js';
import { Walk } from './walk.js';

/**
 * The panel of `<sentier-help>`, which loads it when it is first opened. A labelled landmark (`complementary`) and not
 * a dialog: one leaves it for the page and comes back, and a screen reader stays in its reading mode.
 * @internal
 */
export class SentierHelpPanel extends LitElement {
  static override styles = [base, button, card, styles];
  static override properties = {
    source: prop({ attribute: false }),
    _open: state(),
    _subject: state(),
    _unfolded: state(),
    _isOffline: state(),
    _reports: state(),
  };

  declare source: HelpSource;
  declare private _open: boolean;
  /** The subject chosen under "Qui contacter". */
  declare private _subject: string;
  declare private _unfolded: ReadonlySet<string>;
  declare private _isOffline: boolean;
  /** The form for a problem has been loaded. */
  declare private _reports: boolean;

  readonly #locale = new LocaleController(this);
  readonly #finder = new Finder(this);
  /** What is read with: comes with the first article. */
  #reading: typeof Reading | undefined;
  #reader: Reading.Reader | undefined;
  readonly #walk = new Walk(this);
  /** What had the focus before. */
  #opener: Element | null = null;
  /** Ends with the panel's closing. */
  #opened = new AbortController();

  constructor() {
    super();
    this._open = this._reports = false;
    this._subject = '';
    this._unfolded = new Set();
    this._isOffline = !navigator.onLine;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    for (const type of ['online', 'offline']) addEventListener(type, this.#lookAtLine);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    for (const type of ['online', 'offline']) removeEventListener(type, this.#lookAtLine);
    this.#opened.abort();
    // The top layer forgets what leaves the page.
    this._open = false;
  }

  readonly #lookAtLine = (): void => {
    this._isOffline = !navigator.onLine;
  };

  /** At an article where one is named, or at the report of a problem; otherwise where one was. `opener` had the focus. */
  open(article: string | undefined, opener: Element | null): void {
    const { campaign } = this.source;
    const isNew = !this._open;
    if (isNew) {
      if (!this.dispatchEvent(new SentierEvent('sentier-before-show', campaign, true))) return;
      this._open = true;
      this.#opener = opener;
      this.#opened = new AbortController();
      this.#walk.resume();
      this.dispatchEvent(new SentierEvent('sentier-show', campaign));
      // The search is on its way while one reads what is for this page.
      this.#finder.prepare(this.#opened.signal);
    }
    if (article === 'report') void this.report();
    else if (article && this.#isThere(article)) this.read(article);
    else if (article) {
      this.#walk.go({});
      void this.#focus(this.#first);
    } else if (isNew) {
      const spot = spotOf(this.#walk.trail);
      if (spot.report) void this.report();
      if (spot.article) void this.#read(spot.article);
      else void this.#focus(this.#first);
    } else void this.#focus('h2');
  }

  /** What articles wait to see may be said by role or words, which come in a chunk of their own; without it they are not seen. */
  async prepare(help: Help | undefined): Promise<void> {
    const articles = Array.isArray(help?.articles) ? help.articles : [];
    if (!canLocate(articles.map((one) => one?.present))) await prepareLocator().catch(() => undefined);
  }

  sees(target: Target): boolean {
    return isFound(target);
  }

  close(): void {
    if (!this._open) return;
    this.#reader?.leave();
    this.#finder.leave();
    this.#walk.keep(this.#finder.query);
    const inside = this.shadowRoot?.activeElement;
    this._open = false;
    this.#opened.abort();
    this.dispatchEvent(new SentierEvent('sentier-dismiss', this.source.campaign));
    // The button beside this one can take the focus again: it is no longer hidden.
    const launch = (this.getRootNode() as ParentNode).querySelector('.launch');
    void this.updateComplete.then(
      () => inside && !returnFocus(this.#opener) && !returnFocus(launch) && focusMain(),
    );
  }

  /** Where to begin: a finger would bring up the keyboard. */
  get #first(): string {
    return !matchMedia('(pointer: coarse)').matches && this.source.selected.articles.length ? '#query' : 'h2';
  }

  #isThere(id: string): boolean {
    return this.source.selected.articles.some((one) => one.id === id);
  }

  async #focus(selector: string): Promise<void> {
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>(selector)?.focus();
  }

  read(id: string): void {
    if (!this.#isThere(id)) return;
    this.#reader?.leave();
    this.#walk.go({ article: id });
    void this.#read(id);
    this.dispatchEvent(new SentierStepEvent(this.source.campaign, id, 0, 1));
  }

  async #read(id: string): Promise<void> {
    try {
      this.#reading ??= await import('./reader.js');
    } catch {
      // Offline, before any article was read: the start says so.
      this.#lookAtLine();
      return void this.#move(-1);
    }
    this.#reader ??= new this.#reading.Reader(this);
    void this.#reader.open(id);
    await this.#focus('#title');
  }

  async report(): Promise<void> {
    try {
      await import('./define-help-report.js');
    } catch {
      // The row stays, and may be tried again: the network is away.
      this.#lookAtLine();
      return;
    }
    this._reports = true;
    this.#walk.go({ report: true });
    await this.#focus('sentier-help-report');
  }

  async #move(by: number): Promise<void> {
    const from = spotOf(this.#walk.trail);
    this.#reader?.leave();
    this.#walk.move(by);
    const { article, report } = spotOf(this.#walk.trail);
    if (article) return this.#read(article);
    if (report) return this.report();
    await this.#focus('h2');
    // Back at the row that led there.
    const key = from.article ?? (from.report && 'report');
    const rows =
      key && this.renderRoot.querySelectorAll<HTMLElement>(`.home [data-key="${CSS.escape(key)}"]`);
    for (const row of rows || []) if (row.getClientRects().length) return row.focus();
  }

  /** Something else than help: it goes out of the way. */
  #show(id: string): void {
    this.close();
    void this.source.engine?.show(id);
  }

  #answer(id: string, value: 'yes' | 'no'): void {
    this.#reader?.reply(value);
    this.dispatchEvent(new SentierAnswerEvent(this.source.campaign, { [id]: value }));
    // The button that had the focus is gone.
    void this.#focus('#useful');
  }

  #toggleHints(): void {
    const show = this.source.session.get('help-hints') === 'off';
    this.source.session.set('help-hints', show ? undefined : 'off');
    for (const hint of queryAll('sentier-hint')) hint.toggleAttribute('hidden', !show);
    this.requestUpdate();
  }

  #handleKeydown(event: KeyboardEvent): void {
    // Escape also ends the composition of a character.
    if (event.key !== 'Escape' || event.isComposing) return;
    event.preventDefault();
    this.close();
  }

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (changed.has('source')) {
      this.#walk.check((id) => this.#isThere(id));
      this.#finder.renew(changed.get('source') as HelpSource | undefined);
      this.#reader?.renew();
    }
  }

  protected override updated(): void {
    const panel = this.renderRoot.querySelector<HTMLElement>('.panel')!;
    if (this._open) showInTopLayer(panel);
    else hideFromTopLayer(panel);
    this.#walk.scroll(panel.querySelector<HTMLElement>('.content')!);
    this.#reader?.decorate(this.renderRoot as ShadowRoot);
  }

  get #view(): HelpView {
    const { selected, planLocale, plan, engine, session, unread, shortcut } = this.source;
    const campaigns = (plan?.campaigns ?? []).filter((one) => engine?.isFor(one));
    return {
      selected,
      locales: localesFor(this.source),
      planLocale,
      services: plan?.settings?.services ?? {},
      service: engine?.context().service,
      query: this.#finder.query,
      hits: this.#finder.hits,
      said: this.#finder.said,
      resume: selected.articles.find(({ id }) => id === this.#walk.elsewhere),
      isOffline: this._isOffline,
      unread,
      hasNews: campaigns.some(isNews),
      checklists: campaigns.filter(({ kind }) => kind === 'checklist'),
      hints: query('sentier-hint') ? session.get('help-hints') !== 'off' : undefined,
      shortcut,
      canReport: this.#canReport,
      subject: this._subject,
      unfolded: this._unfolded,
      unfold: (service, open) => {
        if (this._unfolded.has(service) === open) return;
        const others = [...this._unfolded].filter((one) => one !== service);
        this._unfolded = new Set(open ? [...others, service] : others);
      },
      read: (id) => this.read(id),
      find: (words) => this.#finder.find(words),
      show: (id) => this.#show(id),
      report: () => void this.report(),
      toggleHints: () => this.#toggleHints(),
      choose: (subject) => (this._subject = subject),
    };
  }

  /** Somebody has to read it. */
  get #canReport(): boolean {
    const { send, plan, engine } = this.source;
    const report = plan?.help?.report;
    return (
      (!!send || !!report?.email) && (engine?.isFor({ id: 'report', audience: report?.audience }) ?? true)
    );
  }

  #articleView(view: HelpView, id: string): TemplateResult | typeof nothing {
    const reader = this.#reader;
    if (!reader || !this.#reading || reader.article?.id !== id) return nothing;
    const { article, state, reading, languages, isSimple, answer, asksWhy, isPupil } = reader;
    const related = Array.isArray(article.related) ? article.related : [];
    return this.#reading.articleView({
      ...view,
      locales: reading,
      article,
      state,
      related: related.flatMap((one) => view.selected.articles.find((other) => other.id === one) ?? []),
      languages,
      isSimple,
      answer,
      asksWhy,
      mayWrite: !isPupil,
      retry: () => void reader.open(id),
      speak: (tag) => reader.speak(tag),
      simplify: () => reader.simplify(),
      reply: (value) => this.#answer(id, value),
      explain: (why, words) => {
        reader.explain(why, words);
        void this.#focus('#useful');
      },
    } satisfies ArticleView);
  }

  protected override render() {
    const { lang } = this.#locale;
    const view = this.#view;
    const { trail } = this.#walk;
    const { article, report } = spotOf(trail);
    const isHome = !article && !report;
    // The side is the page's; the words have their own direction.
    return html`<div class="root" dir=${getComputedStyle(this).direction}>
      <aside
        class="panel enter"
        popover=${POPOVER ?? nothing}
        aria-labelledby="heading"
        ?hidden=${!this._open}
        @keydown=${this.#handleKeydown}
      >
        <div class="inner" lang=${lang} dir=${directionOf(lang)}>
          <div class="bar">
            ${
              trail.at
                ? html`<button class="back" type="button" @click=${() => void this.#move(-1)}>
                    ${turning(icon(ArrowLeft))} ${msg('Retour', { id: 'back' })}
                  </button>`
                : nothing
            }
            <h2 id="heading" tabindex="-1">${msg('Aide', { id: 'help' })}</h2>
            ${
              trail.at < trail.spots.length - 1
                ? html`<button
                    class="icon"
                    type="button"
                    aria-label=${msg('Page suivante de l’aide', { id: 'help-forward' })}
                    @click=${() => void this.#move(1)}
                  >
                    ${turning(icon(ArrowRight))}
                  </button>`
                : nothing
            }
            <button
              class="icon"
              type="button"
              aria-label=${msg('Fermer l’aide', { id: 'help-close' })}
              @click=${() => this.close()}
            >
              ${icon(X)}
            </button>
          </div>
          <div class="content">
            ${homeView(view, !isHome)} ${article ? this.#articleView(view, article) : nothing}
            ${
              this._reports
                ? html`<sentier-help-report
                    ?hidden=${!report}
                    .source=${this.source}
                    .about=${this.#walk.lastArticle}
                    @sentier-help-done=${() => void this.#move(-1)}
                  ></sentier-help-report>`
                : nothing
            }
          </div>
        </div>
      </aside>
    </div>`;
  }
}
