import { html, LitElement, nothing, type PropertyValues } from 'lit';
import { guard } from 'lit/directives/guard.js';
import { repeat } from 'lit/directives/repeat.js';
import Copy from 'lucide/dist/esm/icons/copy.mjs';
import { LocaleController } from '../../elements/controllers/locale-controller.js';
import { icon } from '../../elements/primitives/icon.js';
import { prop, state } from '../../elements/primitives/prop.js';
import { styles as base } from '../../elements/styles/base.styles.js';
import { styles as button } from '../../elements/styles/button.styles.js';
import { interfaceLocale, msg } from '../../locales/msg.js';
import { str } from '../../locales/str.js';
import type { OutcomeCounts } from '../../model/contract/index.js';
import { deepActiveElement } from '../../platform/focus.js';
import { PROFILES } from '../../model/profile-ids.js';
import { KINDS } from '../../model/format.js';
import { LEVERS } from '../../model/schema/campaign.js';
import { styles as fields } from '../fields/field.styles.js';
import { selectField, textField } from '../fields/fields.js';
import { StudioGoEvent } from '../shell/events.js';
import { SizeController } from '../shell/size-controller.js';
import { styles as desk } from '../shell/studio.styles.js';
import type { Studio } from '../store/studio.js';
import { StudioController } from '../store/studio-controller.js';
import { counted } from '../words/lists.js';
import { KIND_NAMES, LEVER_NAMES, nameOf, PROFILE_NAMES } from '../words/names.js';
import { scheduleWords } from '../words/schedule-words.js';
import { STATE_NAMES } from '../words/state-words.js';
import { CampaignIndex, type Filter, type Row } from './campaign-index.js';
import { indexOfName, namesOf } from '../store/places.js';
import { duplicate } from './changes.js';
import { STATES } from './facts.js';
import { styles } from './list.styles.js';
import { numbers } from '../words/formats.js';

/** Rows drawn at once: more come as one scrolls or asks. */
const PAGE = 20;

/**
 * All campaigns: found by words, state, nature, lever and public; opened, copied.
 * @fires sentier-studio-go - One was chosen.
 */
export class SentierStudioList extends LitElement {
  static override styles = [base, button, desk, fields, styles];
  static override properties = {
    studio: prop({ attribute: false }),
    current: prop(),
    from: prop(),
    compact: prop({ type: Boolean }),
    _filter: state(),
    _shown: state(),
    _isReady: state(),
    _figures: state(),
  };

  declare studio: Studio | undefined;
  /** Name of the campaign that is open (store/places.ts). */
  declare current: string | undefined;
  /** Name of the campaign that one comes back from: its row takes the focus. */
  declare from: string | undefined;
  /** One column, beside an editor: who writes there does not hear of it. */
  declare compact: boolean;
  declare private _filter: Filter;
  declare private _shown: number;
  declare private _isReady: boolean;
  /** What was counted, by id; a list without them is a list all the same. */
  declare private _figures: ReadonlyMap<string, OutcomeCounts> | undefined;
  readonly #index = new CampaignIndex();
  #observer: IntersectionObserver | undefined;
  #read: unknown;

  constructor() {
    super();
    new LocaleController(this);
    new StudioController(this);
    new SizeController(this);
    this.compact = false;
    this._filter = { text: '', order: 'plan' };
    this._shown = PAGE;
    this._isReady = false;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#observer?.disconnect();
    this.#observer = undefined;
  }

  protected override willUpdate(changed: PropertyValues): void {
    const { studio } = this;
    if (changed.has('studio') && !this.compact) void this.#count();
    if (!studio || studio.plan === this.#read) return;
    this.#read = studio.plan;
    void this.#index.read(studio.plan, studio.published, studio.now, interfaceLocale()).then((isDone) => {
      if (!isDone) return;
      this._isReady = true;
      this.requestUpdate();
    });
  }

  protected override updated(changed: PropertyValues): void {
    if (changed.has('_isReady') && this._isReady && this.from !== undefined) void this.#comeBack(this.from);
    const more = this.renderRoot.querySelector('.more');
    // A screen ahead of who scrolls.
    this.#observer ??= new IntersectionObserver(
      (entries) => {
        if (entries.some(({ isIntersecting }) => isIntersecting)) this._shown += PAGE;
      },
      { rootMargin: '600px' },
    );
    this.#observer.disconnect();
    if (more) this.#observer.observe(more);
  }

  /** To the row that one came from, unless the focus has gone on meanwhile. */
  async #comeBack(name: string): Promise<void> {
    const { studio } = this;
    const index = indexOfName(studio?.plan.campaigns ?? [], name);
    const at = deepActiveElement();
    if (index < 0 || (at && at.localName !== 'main')) return;
    this._shown = Math.max(this._shown, index + 1);
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>(`[data-id="${CSS.escape(name)}"]`)?.focus();
  }

  async #count(): Promise<void> {
    const { studio } = this;
    const overview = await studio?.store.results?.overview().catch(() => undefined);
    if (!overview || studio !== this.studio) return;
    this._figures = new Map(
      overview.campaigns.flatMap(({ id, outcomes }) => (outcomes ? [[id, outcomes] as const] : [])),
    );
  }

  #figures(id: string): string | undefined {
    const counts = this._figures?.get(id);
    if (!counts?.shown) return undefined;
    const number = numbers();
    const done = Math.min(1, (counts.completed + counts.acknowledged) / counts.shown);
    const shown = msg(str`vue ${number.format(counts.shown)} fois`, { id: 'studio-figure-shown' });
    return done
      ? `${shown} · ${msg(str`${Math.round(done * 100)}\u00a0% jusqu’au bout`, { id: 'studio-figure-done' })}`
      : shown;
  }

  #choose(change: Partial<Filter>): void {
    this._filter = { ...this._filter, ...change };
    this._shown = PAGE;
  }

  #copy({ campaign }: Row): void {
    const { studio } = this;
    if (!studio) return;
    let id = '';
    studio.edit('', (plan) => {
      const copied = duplicate(plan, campaign, studio);
      id = copied.id;
      return copied.plan;
    });
    if (id) this.dispatchEvent(new StudioGoEvent('campaigns', id));
  }

  protected override render() {
    const { studio } = this;
    if (!studio) return nothing;
    const rows = this.#index.rows(this._filter);
    const total = this.#index.plan?.campaigns?.length ?? 0;
    const shown = rows.slice(0, this._shown);
    const lang = interfaceLocale();
    return html`<div class="root stack">
      ${this.#filters()}
      <p class="small soft" role=${this.compact ? nothing : 'status'}>
        ${
          this._isReady
            ? rows.length === total
              ? counted(
                  total,
                  msg('campagne', { id: 'studio-campaign' }),
                  msg('campagnes', { id: 'studio-campaigns-n' }),
                )
              : msg(str`${rows.length} sur ${total}`, { id: 'studio-n-of' })
            : msg('Lecture du plan…', { id: 'studio-reading' })
        }
      </p>
      ${
        rows.length
          ? html`<ul class="rows ${this.compact ? 'compact' : ''}">
              ${repeat(
                shown,
                ({ campaign }) => campaign,
                (row) =>
                  // What has not changed is not drawn again: more rows cost what is new in them.
                  guard(
                    [row.facts, row.index, this._figures, this.current, this.compact, studio.canWrite, lang],
                    () => this.#row(row, studio),
                  ),
              )}
            </ul>`
          : this._isReady && total
            ? html`<div class="empty">
                <h3>${msg('Aucune campagne ne correspond', { id: 'studio-none-found' })}</h3>
                <button
                  type="button"
                  class="quiet"
                  @click=${() => (this._filter = { text: '', order: 'plan' })}
                >
                  ${msg('Tout montrer', { id: 'studio-show-all' })}
                </button>
              </div>`
            : nothing
      }
      ${
        shown.length < rows.length
          ? html`<button type="button" class="quiet more" @click=${() => (this._shown += PAGE)}>
              ${msg('Afficher la suite', { id: 'studio-show-more' })}
            </button>`
          : nothing
      }
    </div>`;
  }

  #row(row: Row, studio: Studio) {
    const { campaign, facts } = row;
    const name = namesOf(this.#index.plan?.campaigns ?? [])[row.index] ?? facts.id;
    return html`<li>
      <button
        type="button"
        class="open"
        data-id=${name}
        aria-current=${name === this.current ? 'true' : nothing}
        @click=${() => this.dispatchEvent(new StudioGoEvent('campaigns', name))}
      >
        <span>
          <span class="name">${facts.title}</span><br />
          <span class="meta"
            >${[
              nameOf(KIND_NAMES, campaign.kind),
              campaign.lever && nameOf(LEVER_NAMES, campaign.lever),
              this.compact ? undefined : this.#figures(facts.id),
              facts.isChanged && msg('modifiée depuis la publication', { id: 'studio-changed' }),
            ]
              .filter(Boolean)
              .join(' · ')}</span
          >
        </span>
        <span class="who meta">${facts.audience}<br />${scheduleWords(campaign.schedule)}</span>
        <span class="state"
          ><span class="tag" data-state=${facts.state}>${STATE_NAMES[facts.state]()}</span></span
        >
      </button>
      <span class="side">
        <button
          type="button"
          class="icon"
          title=${msg('Dupliquer', { id: 'studio-duplicate' })}
          aria-label=${msg(str`Dupliquer «\u00a0${facts.title}\u00a0»`, { id: 'studio-duplicate-one' })}
          ?disabled=${!studio.canWrite}
          @click=${() => this.#copy(row)}
        >
          ${icon(Copy, 18)}
        </button>
      </span>
    </li>`;
  }

  #filters() {
    const { _filter: filter } = this;
    const all = ['', msg('Tout', { id: 'studio-filter-all' })] as const;
    const any = (ids: readonly string[], names: Readonly<Record<string, () => string>>) => [
      all,
      ...ids.map((id) => [id, nameOf(names, id)] as const),
    ];
    const search = textField({
      name: 'search',
      label: msg('Chercher', { id: 'studio-search' }),
      type: 'search',
      value: filter.text,
      change: (text) => this.#choose({ text }),
    });
    const byState = selectField({
      name: 'state',
      label: msg('État', { id: 'studio-state' }),
      value: filter.state ?? '',
      choices: any(STATES, STATE_NAMES),
      change: (value) => this.#choose({ state: (value || undefined) as Filter['state'] }),
    });
    if (this.compact) return html`<div class="pair">${search}${byState}</div>`;
    return html`<div class="filters">
      ${search} ${byState}
      ${selectField({
        name: 'kind',
        label: msg('Nature', { id: 'studio-banner-kind' }),
        value: filter.kind ?? '',
        choices: any(KINDS, KIND_NAMES),
        change: (value) => this.#choose({ kind: (value || undefined) as Filter['kind'] }),
      })}
      ${selectField({
        name: 'profile',
        label: msg('Public', { id: 'studio-audience' }),
        value: filter.profile ?? '',
        choices: any(PROFILES, PROFILE_NAMES),
        change: (value) => this.#choose({ profile: value || undefined }),
      })}
      ${selectField({
        name: 'lever-filter',
        label: msg('Levier', { id: 'studio-lever-short' }),
        value: filter.lever ?? '',
        choices: any(LEVERS, LEVER_NAMES),
        change: (value) => this.#choose({ lever: (value || undefined) as Filter['lever'] }),
      })}
      ${selectField({
        name: 'order',
        label: msg('Ordre', { id: 'studio-order' }),
        value: filter.order,
        choices: [
          ['plan', msg('du plan', { id: 'studio-order-plan' })],
          ['priority', msg('de priorité', { id: 'studio-order-priority' })],
          ['start', msg('de début', { id: 'studio-order-start' })],
          ['title', msg('alphabétique', { id: 'studio-order-title' })],
        ],
        change: (value) => this.#choose({ order: value as Filter['order'] }),
      })}
    </div>`;
  }
}
