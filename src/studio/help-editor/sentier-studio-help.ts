import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import ArrowLeft from 'lucide/dist/esm/icons/arrow-left.mjs';
import Plus from 'lucide/dist/esm/icons/plus.mjs';
import { LocaleController } from '../../elements/controllers/locale-controller.js';
import { icon } from '../../elements/primitives/icon.js';
import { prop, state } from '../../elements/primitives/prop.js';
import { renderBody } from '../../elements/primitives/render-body.js';
import { renderText } from '../../elements/primitives/render-text.js';
import { styles as base } from '../../elements/styles/base.styles.js';
import { styles as button } from '../../elements/styles/button.styles.js';
import { msg } from '../../locales/msg.js';
import { formatPath } from '../../model/plan-issue.js';
import type { Campaign } from '../../model/schema/campaign.js';
import type { Article, Contact, Hint } from '../../model/schema/help.js';
import { readingEase } from '../../core/reading-ease.js';
import { str } from '../../locales/str.js';
import { planLanguages } from '../advice/advice.js';
import { adviceList } from '../advice/advice-list.js';
import { textIn, withText, type Writing } from '../fields/authored.js';
import { styles as fields } from '../fields/field.styles.js';
import { textField } from '../fields/fields.js';
import { isWithin } from '../lists/changes.js';
import { styles as campaignStyles } from '../lists/campaign.styles.js';
import { plain, titleOf } from '../lists/facts.js';
import { pickTarget } from '../shell/picking.js';
import { SizeController } from '../shell/size-controller.js';
import { styles as desk } from '../shell/studio.styles.js';
import { setIn } from '../store/paths.js';
import { indexOfName, nameOfItem } from '../store/places.js';
import type { Studio } from '../store/studio.js';
import { StudioController } from '../store/studio-controller.js';
import { faultWords } from '../words/fault-words.js';
import { audienceWords } from '../words/audience-words.js';
import { numbers } from '../words/formats.js';
import { languageName } from '../words/lists.js';
import { articleForm, contactForm, hintForm, type HelpFormOptions } from './help-forms.js';
import { styles } from './help-editor.styles.js';
import { HELP_STATE_NAMES, helpFacts } from './help-facts.js';
import {
  helpIssues,
  itemsOf,
  newItem,
  SORTS,
  sortOfItem,
  withItem,
  type HelpItem,
  type Sort,
} from './help-items.js';

const NAMES: Readonly<Record<Sort, () => string>> = {
  articles: () => msg('Articles', { id: 'studio-articles' }),
  hints: () => msg('Repères', { id: 'studio-hints' }),
  contacts: () => msg('Contacts', { id: 'studio-contacts' }),
};
const EMPTY: Readonly<Record<Sort, () => string>> = {
  articles: () =>
    msg(
      'Un article répond à une question, en peu de mots. Commencez par celle que l’on vous pose chaque semaine.',
      { id: 'studio-articles-empty' },
    ),
  hints: () =>
    msg('Un repère est une petite marque à côté d’un élément de la page, qui l’explique à qui le demande.', {
      id: 'studio-hints-empty',
    }),
  contacts: () =>
    msg('Un contact dit à qui s’adresser quand l’aide ne suffit pas, établissement par établissement.', {
      id: 'studio-contacts-empty',
    }),
};

/** Rows drawn at once. */
const PAGE = 60;

/** What people come for by themselves: articles, hints, contacts. */
export class SentierStudioHelp extends LitElement {
  static override styles = [base, button, desk, fields, campaignStyles, styles];
  static override properties = {
    studio: prop({ attribute: false }),
    item: prop(),
    field: prop(),
    _sort: state(),
    _query: state(),
    _shown: state(),
    _reads: state(),
    _lang: state(),
    _said: state(),
  };

  declare studio: Studio | undefined;
  /** Name of the article, hint or contact that is open (store/places.ts). */
  declare item: string | undefined;
  declare field: string | undefined;
  declare private _sort: Sort;
  declare private _query: string;
  declare private _shown: number;
  /** How often each article was read, by id; a list without them is a list all the same. */
  declare private _reads: ReadonlyMap<string, number> | undefined;
  declare private _lang: string | undefined;
  /** What was done, for those who do not see it. */
  declare private _said: string;

  constructor() {
    super();
    new LocaleController(this);
    new StudioController(this);
    new SizeController(this);
    this._sort = 'articles';
    this._query = this._said = '';
    this._shown = PAGE;
  }

  get #writing(): Writing {
    const main = this.studio?.plan.settings?.locale ?? 'fr';
    return { main, lang: this._lang ?? main };
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('studio')) void this.#count();
    if (changed.has('item') && this.item !== undefined && this.studio)
      this._sort = sortOfItem(this.studio.plan, this.item, this._sort) ?? this._sort;
  }

  protected override updated(changed: PropertyValues): void {
    if (!changed.has('field') || !this.field) return;
    (this.renderRoot as ShadowRoot).getElementById(this.field)?.focus();
  }

  async #count(): Promise<void> {
    const { studio } = this;
    const results = await studio?.store.results?.of('help').catch(() => undefined);
    if (!results || studio !== this.studio) return;
    this._reads = new Map(results.steps.map(({ id, viewed }) => [id, viewed]));
  }

  #reads(id: string): string | undefined {
    const count = this._reads?.get(id);
    return this._sort === 'articles' && count
      ? msg(str`lu ${numbers().format(count)} fois`, { id: 'studio-help-read' })
      : undefined;
  }

  #add(): void {
    const { studio, _sort: sort } = this;
    studio?.edit('', (plan) => {
      const next = newItem(plan, sort, studio.schools, studio.chance);
      this.item = next.id;
      return next.plan;
    });
  }

  #put(name: string, item: HelpItem | undefined, path: string): void {
    this.studio?.edit(item ? `${name}.${path}` : '', (plan) => withItem(plan, this._sort, name, item));
  }

  /** Its button goes with it: the focus goes to where another is chosen. */
  async #remove(name: string, item: HelpItem): Promise<void> {
    const title = titleOf({ ...item, content: {} } as unknown as Campaign, this.#writing.main);
    this.#put(name, undefined, '');
    this.item = undefined;
    this._said = msg(str`«\u00a0${title}\u00a0» supprimé\u00a0: «\u00a0Annuler\u00a0» le rend.`, {
      id: 'studio-help-removed',
    });
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('#list-head')?.focus();
  }

  protected override render() {
    const { studio, _sort: sort } = this;
    if (!studio) return nothing;
    const items = itemsOf(studio.plan, sort);
    const open = items[indexOfName(items, this.item)];
    return html`<div class="root stack">
      <div class="row">
        <h2 id="list-head" tabindex="-1">${msg('Aide', { id: 'studio-help' })}</h2>
        <p class="sr" role="status">${this._said}</p>
        <div class="tabs" role="group" aria-label=${msg('Aide', { id: 'studio-help' })}>
          ${SORTS.map(
            (one) =>
              html`<button
                type="button"
                class="quiet"
                aria-pressed=${one === sort ? 'true' : 'false'}
                @click=${() => ([this._sort, this.item] = [one, undefined])}
              >
                ${NAMES[one]()} <span class="soft small">${itemsOf(studio.plan, one).length}</span>
              </button>`,
          )}
        </div>
        <button type="button" class="primary push" ?disabled=${!studio.canWrite} @click=${() => this.#add()}>
          ${icon(Plus, 18)} ${msg('Ajouter', { id: 'studio-add' })}
        </button>
      </div>
      <div class="columns ${open ? 'open' : ''}">
        <div class="list stack">${this.#list(items, studio)}</div>
        ${open ? this.#form(open, studio) : items.length ? html`<p class="soft">${msg('Choisissez dans la liste, ou ajoutez.', { id: 'studio-choose-one' })}</p>` : nothing}
      </div>
    </div>`;
  }

  #list(items: readonly HelpItem[], studio: Studio): TemplateResult {
    const locale = studio.plan.settings?.locale;
    const name = (item: HelpItem) => titleOf({ ...item, content: {} } as unknown as Campaign, locale);
    if (!items.length)
      return html`<div class="empty">
        <h3>${NAMES[this._sort]()}</h3>
        <p>${EMPTY[this._sort]()}</p>
      </div>`;
    const words = plain(this._query).split(/\s+/).filter(Boolean);
    const found = items.filter((item) =>
      words.every((word) =>
        plain(`${item.id} ${name(item)} ${audienceWords((item as Article).audience)}`).includes(word),
      ),
    );
    const shown = found.slice(0, this._shown);
    return html`${textField({
        name: 'search',
        label: msg('Chercher', { id: 'studio-search' }),
        type: 'search',
        value: this._query,
        change: (query) => (this._query = query),
      })}
      <ul class="items">
        ${shown.map((item) => {
          const own = nameOfItem(items, item);
          const { state, about } = helpFacts(item, this._sort, studio.plan, studio.published);
          return html`<li>
            <button
              type="button"
              aria-current=${own === this.item ? 'true' : nothing}
              @click=${() => (this.item = own)}
            >
              <span
                >${name(item)}${state && state !== 'live' ? html` <span class="tag" data-state=${state}>${HELP_STATE_NAMES[state]()}</span>` : nothing}</span
              >
              <span class="meta"
                >${[state === 'live' && HELP_STATE_NAMES.live(), ...about, this.#reads(item.id)].filter(Boolean).join(' · ')}</span
              >
            </button>
          </li>`;
        })}
      </ul>
      ${
        found.length > shown.length
          ? html`<button type="button" class="quiet" @click=${() => (this._shown += PAGE)}>
              ${msg('Afficher la suite', { id: 'studio-show-more' })}
            </button>`
          : nothing
      }`;
  }

  #form(item: HelpItem, studio: Studio): TemplateResult {
    const { _sort: sort } = this;
    const { plan } = studio;
    const name = nameOfItem(itemsOf(plan, sort), item);
    const writing = this.#writing;
    const issues = helpIssues(item, sort, plan);
    const disabled = !studio.canWrite || !isWithin(item, studio.schools);
    const set = (path: readonly (string | number)[], value: unknown) =>
      this.#put(name, setIn(item, path, value), formatPath(path));
    const options: HelpFormOptions<never> = {
      item: item as never,
      plan,
      writing,
      disabled,
      schools: studio.schools,
      error: (path) =>
        issues
          .filter((issue) => issue.path === path)
          .map(faultWords)
          .join(' ') || undefined,
      set,
      pick: pickTarget && (() => void pickTarget?.(this).then((target) => target && set(['target'], target))),
    };
    const write = (text: string) => set(['body'], withText((item as Article).body, text, writing) ?? '');
    const form =
      sort === 'articles'
        ? articleForm(options, write)
        : sort === 'hints'
          ? hintForm(options)
          : contactForm(options);
    return html`<div class="sheet stack">
        <div class="row">
          <button type="button" class="back" @click=${() => (this.item = undefined)}>
            ${icon(ArrowLeft, 18)} ${NAMES[sort]()}
          </button>
          <button
            type="button"
            class="danger push"
            ?disabled=${disabled}
            @click=${() => void this.#remove(name, item)}
          >
            ${msg('Supprimer', { id: 'studio-remove' })}
          </button>
        </div>
        ${this.#languages(studio, writing)} ${form}
      </div>
      <div class="reading stack">
        <h3>${msg('Aperçu', { id: 'studio-preview' })}</h3>
        ${this.#reading(item, writing)}
        ${adviceList({
          issues,
          advice: sort === 'articles' ? easeOf(item as Article, writing) : [],
          go: (path) => (this.renderRoot as ShadowRoot).getElementById(path)?.focus(),
        })}
      </div>`;
  }

  #languages(studio: Studio, writing: Writing): TemplateResult {
    const tags = [
      ...new Set([writing.main, `${writing.main}-x-simple`, ...planLanguages(studio.plan), 'en']),
    ];
    return html`<div
      class="tabs"
      role="group"
      aria-label=${msg('Langue du texte', { id: 'studio-languages' })}
    >
      ${tags.map(
        (tag) =>
          html`<button
            type="button"
            class="quiet"
            aria-pressed=${tag === writing.lang ? 'true' : 'false'}
            @click=${() => (this._lang = tag)}
          >
            ${languageName(tag)}
          </button>`,
      )}
    </div>`;
  }

  #reading(item: HelpItem, { lang, main }: Writing): TemplateResult {
    const { title, body } = item as Article & Hint;
    const { email, phone, hours } = item as Contact;
    return html`<div class="sheet stack">
      <h4>${renderText(title, [lang], main)}</h4>
      ${renderBody(body, [lang], main)} ${[email, phone].filter(Boolean).map((line) => html`<p>${line}</p>`)}
      ${hours ? html`<p class="soft">${renderText(hours, [lang], main)}</p>` : nothing}
    </div>`;
  }
}

/** An article is for whoever is lost already: it must be plain. */
function easeOf(article: Article, writing: Writing) {
  const { score, longest } = readingEase(textIn(article.body, writing));
  if (!/^fr\b/.test(writing.lang) || score === undefined || (score >= 55 && longest <= 25)) return [];
  return [
    {
      code: 'reading' as const,
      path: 'body',
      text: msg(
        str`Lisibilité ${Math.round(score)} sur 100, phrase la plus longue ${longest} mots\u00a0: coupez, choisissez des mots courts.`,
        { id: 'studio-article-ease' },
      ),
    },
  ];
}
