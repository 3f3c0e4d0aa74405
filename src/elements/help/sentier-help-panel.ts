import { LitElement, html, nothing } from 'lit';
import ArrowLeft from 'lucide/dist/esm/icons/arrow-left.mjs';
import X from 'lucide/dist/esm/icons/x.mjs';
import type { Search } from '../../core/help/search.js';
import type { SelectedHelp } from '../../core/help/select-help.js';
import { msg } from '../../locales/msg.js';
import type { Article } from '../../model/schema/help.js';
import { directionOf, resolveText } from '../../model/text.js';
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
import { articleView, homeView } from './help-views.js';
import type { HelpView } from './help-views.js';
import { styles } from './help-panel.styles.js';

/**
 * The panel of `<sentier-help>`, which loads it when it is first opened. A labelled landmark (`complementary`) and not
 * a dialog: one leaves it for the page and comes back, and a screen reader stays in its reading mode.
 * @internal
 */
export class SentierHelpPanel extends LitElement {
  static override styles = [base, button, card, styles];
  static override properties = {
    campaign: prop({ attribute: false }),
    selected: prop({ attribute: false }),
    locales: prop({ attribute: false }),
    planLocale: prop({ attribute: false }),
    serviceNames: prop({ attribute: false }),
    replay: prop({ attribute: false }),
    _open: state(),
    _query: state(),
    _results: state(),
    _article: state(),
    _answers: state(),
  };

  declare campaign: string;
  declare selected: SelectedHelp;
  declare locales: readonly string[];
  declare planLocale: string | undefined;
  declare serviceNames: HelpView['serviceNames'];
  /** Starts a tour again. */
  declare replay: (id: string) => void;
  declare private _open: boolean;
  declare private _query: string;
  /** Found for the query; undefined while they are looked for. */
  declare private _results: readonly Article[] | undefined;
  declare private _article: Article | undefined;
  declare private _answers: Readonly<Record<string, 'yes' | 'no'>>;

  readonly #locale = new LocaleController(this);
  #search: Search | undefined;
  /** What had the focus before the article. */
  #row: HTMLElement | undefined;

  constructor() {
    super();
    this._open = false;
    this._query = '';
    this._answers = {};
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    // The top layer forgets what leaves the page.
    this._open = false;
  }

  /** At an article where one is named; otherwise where one was reading. */
  open(article: string | undefined): void {
    if (!this._open) {
      if (!this.dispatchEvent(new SentierEvent('sentier-before-show', this.campaign, true))) return;
      this._open = true;
      this.dispatchEvent(new SentierEvent('sentier-show', this.campaign));
    }
    if (article) this.#read(article);
    void this.#focus(this._article ? '#title' : 'h2');
  }

  close(): void {
    if (!this._open) return;
    this._open = false;
    this.dispatchEvent(new SentierEvent('sentier-dismiss', this.campaign));
  }

  async #focus(selector: string): Promise<void> {
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>(selector)?.focus();
  }

  #read(id: string, row?: HTMLElement): void {
    const article = this.selected.articles.find((one) => one.id === id);
    if (!article) return;
    this._article = article;
    this.#row = row;
    this.dispatchEvent(new SentierStepEvent(this.campaign, id, 0, 1));
    void this.#focus('#title');
  }

  async #back(): Promise<void> {
    this._article = undefined;
    await this.#focus('h2');
    this.#row?.focus();
  }

  #answer(id: string, value: 'yes' | 'no'): void {
    this._answers = { ...this._answers, [id]: value };
    this.dispatchEvent(new SentierAnswerEvent(this.campaign, { [id]: value }));
    // The button that had the focus is gone.
    void this.#focus('#useful');
  }

  /** The search comes with the first letter typed: the panel never waits for it. */
  async #find(query: string): Promise<void> {
    this._query = query;
    const { createSearch } = await import('../../core/help/search.js');
    const { articles } = this.selected;
    const say = (text: Article['title']) => resolveText(text, this.locales, this.planLocale).value;
    this.#search ??= createSearch(
      articles.map(({ id, title, body, keywords }) => ({
        id,
        title: say(title),
        body: say(body),
        keywords: Array.isArray(keywords) ? keywords : [],
      })),
    );
    if (query !== this._query) return;
    this._results = this.#search(query).flatMap((id) => articles.find((one) => one.id === id) ?? []);
  }

  #handleKeydown(event: KeyboardEvent): void {
    // Escape also ends the composition of a character.
    if (event.key !== 'Escape' || event.isComposing) return;
    event.preventDefault();
    this.close();
  }

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (!changed.has('selected') && !changed.has('locales')) return;
    this.#search = undefined;
    if (this._query) void this.#find(this._query);
    this._article = this.selected.articles.find(({ id }) => id === this._article?.id);
  }

  protected override updated(changed: Map<PropertyKey, unknown>): void {
    const panel = this.renderRoot.querySelector<HTMLElement>('.panel')!;
    if (this._open) showInTopLayer(panel);
    else hideFromTopLayer(panel);
    if (changed.has('_article')) panel.querySelector('.content')!.scrollTop = 0;
  }

  protected override render() {
    const { lang } = this.#locale;
    const { selected, locales, planLocale, serviceNames } = this;
    const article = this._article;
    const view: HelpView = {
      selected,
      locales,
      planLocale,
      serviceNames,
      query: this._query.trim(),
      results: this._results,
      article,
      answer: article && this._answers[article.id],
      read: (id, row) => this.#read(id, row),
      find: (query) => void this.#find(query),
      reply: (id, value) => this.#answer(id, value),
      replay: (id) => {
        this.close();
        this.replay(id);
      },
    };
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
              article
                ? html`<button class="back" type="button" @click=${() => void this.#back()}>
                    ${icon(ArrowLeft)} ${msg('Retour', { id: 'back' })}
                  </button>`
                : nothing
            }
            <h2 id="heading" tabindex="-1">${msg('Aide', { id: 'help' })}</h2>
            <button
              class="icon"
              type="button"
              aria-label=${msg('Fermer l’aide', { id: 'help-close' })}
              @click=${() => this.close()}
            >
              ${icon(X)}
            </button>
          </div>
          <div class="content">${homeView(view)} ${articleView(view)}</div>
        </div>
      </aside>
    </div>`;
  }
}
