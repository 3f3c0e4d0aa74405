import { html, LitElement, nothing, type TemplateResult } from 'lit';
import Layers from 'lucide/dist/esm/icons/layers-2.mjs';
import { LocaleController } from '../../elements/controllers/locale-controller.js';
import { icon } from '../../elements/primitives/icon.js';
import { prop, state } from '../../elements/primitives/prop.js';
import { styles as base } from '../../elements/styles/base.styles.js';
import { styles as button } from '../../elements/styles/button.styles.js';
import { msg } from '../../locales/msg.js';
import { str } from '../../locales/str.js';
import { PROFILES } from '../../model/profile-ids.js';
import type { Campaign } from '../../model/schema/campaign.js';
import { selectField, textField } from '../fields/fields.js';
import { styles as fields } from '../fields/field.styles.js';
import { isWithin, replaced } from '../lists/changes.js';
import { titleOf } from '../lists/facts.js';
import { StudioGoEvent } from '../shell/events.js';
import { SizeController } from '../shell/size-controller.js';
import { styles as desk } from '../shell/studio.styles.js';
import { setIn } from '../store/paths.js';
import { indexOfName, nameOfItem } from '../store/places.js';
import type { Studio } from '../store/studio.js';
import { StudioController } from '../store/studio-controller.js';
import type { PlanDocument } from '../store/studio-store.js';
import { audienceWords } from '../words/audience-words.js';
import { listed } from '../words/lists.js';
import { nameOf, PROFILE_NAMES } from '../words/names.js';
import { dateWords, scheduleWords } from '../words/schedule-words.js';
import { styles } from './calendar.styles.js';
import { headView, heatView, tableView, undatedView } from './year-views.js';
import { meet, type MetDay } from './month.js';
import { firstMonday, mondayOf, shifted, TOO_MUCH, tooMuch, yearOf, type Bar, type Year } from './year.js';
import { dates } from '../words/formats.js';

/** Lanes drawn at once. */
const PAGE = 60;

/** A school year: what runs when and for whom, with holidays, overlaps, and weeks in which one audience gets too much. */
export class SentierStudioCalendar extends LitElement {
  static override styles = [base, button, desk, fields, styles];
  static override properties = {
    studio: prop({ attribute: false }),
    _offset: state(),
    _profile: state(),
    _chosen: state(),
    _shown: state(),
    _month: state(),
    _met: state(),
  };

  declare studio: Studio | undefined;
  /** Years from this one. */
  declare private _offset: number;
  declare private _profile: string;
  declare private _chosen: string | undefined;
  declare private _shown: number;
  declare private _month: string | undefined;
  declare private _met: readonly MetDay[] | undefined;
  #year: { plan: PlanDocument; first: string; year: Year } | undefined;

  constructor() {
    super();
    new LocaleController(this);
    new StudioController(this);
    new SizeController(this);
    this._offset = 0;
    this._profile = '';
    this._shown = PAGE;
  }

  get #now(): Year {
    const { studio } = this;
    const plan = studio?.plan ?? { version: 1 };
    const first = firstMonday(studio?.now ?? 0, this._offset);
    if (this.#year?.plan !== plan || this.#year.first !== first)
      this.#year = { plan, first, year: yearOf(plan, first) };
    return this.#year.year;
  }

  /** Columns are not known to the style sheet, and attributes may not say them (CSP). */
  protected override updated(): void {
    for (const one of this.renderRoot.querySelectorAll<HTMLElement>('[data-from]')) {
      one.style.setProperty('--_from', String(Number(one.dataset.from) + 2));
      one.style.setProperty('--_to', String(Number(one.dataset.to) + 3));
    }
  }

  protected override render() {
    const { studio } = this;
    if (!studio) return nothing;
    const year = this.#now;
    const bars = this._profile
      ? year.bars.filter(({ profiles }) => profiles.includes(this._profile))
      : year.bars;
    const { campaigns = [] } = studio.plan;
    const chosen = campaigns[indexOfName(campaigns, this._chosen)];
    const label = `${year.months[0]?.year ?? ''}–${(year.months[0]?.year ?? 0) + 1}`;
    return html`<div class="root stack">
      <div class="row">
        <h2>${msg('Calendrier', { id: 'studio-calendar' })} <span class="soft">${label}</span></h2>
        <span class="row push">
          <button type="button" class="quiet" @click=${() => this._offset--}>
            ${msg('Année précédente', { id: 'studio-year-before' })}
          </button>
          <button type="button" class="quiet" @click=${() => this._offset++}>
            ${msg('Année suivante', { id: 'studio-year-after' })}
          </button>
        </span>
      </div>
      <div class="narrow">
        ${selectField({
          name: 'profile',
          label: msg('Public', { id: 'studio-audience' }),
          value: this._profile,
          choices: [
            ['', msg('Tous', { id: 'studio-all' })],
            ...PROFILES.map((id) => [id, nameOf(PROFILE_NAMES, id)] as const),
          ],
          change: (profile) => ([this._profile, this._met] = [profile, undefined]),
        })}
      </div>
      ${this.#warnings(year)}
      <div
        class="sheet scroll"
        tabindex="0"
        role="region"
        aria-label=${msg('Calendrier', { id: 'studio-calendar' })}
      >
        <div class="year">
          ${headView(year)} ${bars.slice(0, this._shown).map((bar) => this.#lane(bar))}
          ${heatView(year, this._profile)}
        </div>
      </div>
      <div class="key">
        <span><i></i>${msg('sur la page', { id: 'studio-key-page' })}</span>
        <span><i class="solid"></i>${msg('interrompt', { id: 'studio-key-interrupts' })}</span>
        <span
          >${icon(Layers, 14)}${msg('en même temps qu’une autre, à la même place', { id: 'studio-key-overlap' })}</span
        >
      </div>
      ${bars.length > this._shown ? html`<button type="button" class="quiet" @click=${() => (this._shown += PAGE)}>${msg('Afficher la suite', { id: 'studio-show-more' })}</button>` : nothing}
      ${chosen ? this.#detail(chosen, year, studio) : html`<p class="soft">${msg('Choisissez une barre pour voir ou changer ses dates.', { id: 'studio-choose-bar' })}</p>`}
      ${undatedView(year, studio.plan.settings?.locale)} ${this.#simulation(studio, year)}
      ${tableView(bars, year, studio.plan, this._shown)}
    </div>`;
  }

  #warnings(year: Year): TemplateResult | typeof nothing {
    const heavy = tooMuch(year).filter(({ profile }) => !this._profile || profile === this._profile);
    if (!heavy.length) return nothing;
    return html`<div class="note">
      <strong>${msg(str`Plus de ${TOO_MUCH} nouveautés la même semaine`, { id: 'studio-too-much' })}</strong>
      <ul class="small">
        ${heavy
          .slice(0, 6)
          .map(
            ({ profile, week, count }) =>
              html`<li>
                ${msg(str`Semaine du ${dateWords(mondayOf(year.first, week), 'long')}\u00a0: ${count} pour ${nameOf(PROFILE_NAMES, profile)}`, { id: 'studio-too-much-week' })}
              </li>`,
          )}
      </ul>
    </div>`;
  }

  #lane(bar: Bar): TemplateResult {
    const words = this.#spoken(bar);
    return html`<div class="lane">
      <span class="label" title=${bar.title}>${bar.title}</span>
      <button
        type="button"
        class="bar"
        data-from=${bar.from}
        data-to=${bar.to}
        data-slot=${bar.slot}
        title=${words}
        aria-label=${words}
        aria-pressed=${bar.id === this._chosen ? 'true' : 'false'}
        @click=${() => (this._chosen = bar.id)}
      >
        ${bar.overlaps.length ? icon(Layers, 14) : nothing}${bar.to - bar.from > 7 ? listed(bar.profiles.map((id) => nameOf(PROFILE_NAMES, id))) : nothing}
      </button>
    </div>`;
  }

  #spoken(bar: Bar): string {
    const campaign = this.studio?.plan.campaigns?.find(({ id }) => id === bar.id);
    return `${bar.title}, ${scheduleWords(campaign?.schedule)}, ${audienceWords(campaign?.audience)}`;
  }

  #detail(campaign: Campaign, year: Year, studio: Studio): TemplateResult {
    const name = nameOfItem(studio.plan.campaigns ?? [], campaign);
    const bar = year.bars.find(({ id }) => id === name);
    const disabled = !studio.canWrite || !isWithin(campaign, studio.schools);
    const put = (next: Campaign) => studio.edit(`${name}.schedule`, (plan) => replaced(plan, name, next));
    const { schedule = {} } = campaign;
    const locale = studio.plan.settings?.locale;
    const date = (edge: 'start' | 'end', label: string) =>
      schedule.relativeTo
        ? nothing
        : textField({
            name: edge,
            label,
            type: 'date',
            value: schedule[edge]?.slice(0, 10),
            disabled,
            change: (value) =>
              put(
                setIn(
                  campaign,
                  ['schedule', edge],
                  value ? value + (schedule[edge]?.slice(10) ?? '') : undefined,
                ),
              ),
          });
    const names = bar?.overlaps.map((id) => {
      const { campaigns = [] } = studio.plan;
      const other = campaigns[indexOfName(campaigns, id)];
      return other ? titleOf(other, locale) : id;
    });
    return html`<section class="sheet stack" aria-labelledby="detail">
      <div class="row">
        <h3 id="detail">${titleOf(campaign, locale)}</h3>
        <button
          type="button"
          class="push"
          @click=${() => this.dispatchEvent(new StudioGoEvent('campaigns', name))}
        >
          ${msg('Ouvrir', { id: 'studio-open' })}
        </button>
      </div>
      <p class="soft">${scheduleWords(campaign.schedule)} · ${audienceWords(campaign.audience)}</p>
      ${names?.length ? html`<p class="note">${msg(str`En même temps, à la même place\u00a0: ${listed(names)}. La priorité dit qui passe avant.`, { id: 'studio-overlaps' })}</p>` : nothing}
      <div class="pair">
        ${date('start', msg('Début', { id: 'studio-start' }))}
        ${date('end', msg('Fin', { id: 'studio-end' }))}
      </div>
      <div class="row">
        <button type="button" class="quiet" ?disabled=${disabled} @click=${() => put(shifted(campaign, -7))}>
          ${msg('Une semaine plus tôt', { id: 'studio-week-earlier' })}
        </button>
        <button type="button" class="quiet" ?disabled=${disabled} @click=${() => put(shifted(campaign, 7))}>
          ${msg('Une semaine plus tard', { id: 'studio-week-later' })}
        </button>
      </div>
    </section>`;
  }

  /** A month lived day by day by the real director. */
  #simulation(studio: Studio, year: Year): TemplateResult {
    const months = year.months.map((one) => `${one.year}-${String(one.month + 1).padStart(2, '0')}`);
    const present = new Date(studio.now).toISOString().slice(0, 7);
    const wanted = this._month ?? present;
    const month = months.includes(wanted) ? wanted : (months[0] ?? present);
    const nameOfMonth = (text: string) =>
      dates({ month: 'long', year: 'numeric', timeZone: 'UTC' }).format(Date.parse(`${text}-15`));
    const profile = this._profile || 'guardian';
    const run = async () => {
      this._met = undefined;
      const { settings } = studio.plan;
      this._met = await meet(studio.plan, profile, month, ({ shown }) =>
        shown.map(({ campaign }) => titleOf(campaign, settings?.locale)),
      );
    };
    return html`<section class="sheet stack" aria-labelledby="lived">
      <h3 id="lived">${msg('Un mois, jour après jour', { id: 'studio-lived' })}</h3>
      <p class="soft">
        ${msg(str`Ce que rencontrerait une personne (${nameOf(PROFILE_NAMES, profile)}) qui vient chaque soir et n’a encore rien vu.`, { id: 'studio-lived-more' })}
      </p>
      <div class="row lower">
        ${selectField({ name: 'month', label: msg('Mois', { id: 'studio-month-field' }), value: month, choices: [...new Set(months)].map((one) => [one, nameOfMonth(one)] as const), change: (value) => (this._month = value) })}
        <button type="button" class="quiet" @click=${() => void run()}>
          ${msg('Voir', { id: 'studio-see' })}
        </button>
      </div>
      <div role="status">
        ${this._met?.length === 0 ? html`<p>${msg('Rien ce mois-là.', { id: 'studio-lived-none' })}</p>` : nothing}
        <ul class="met">
          ${this._met?.map(({ day, titles }) => html`<li><span class="soft">${dateWords(day)}</span><span>${titles.join(' · ')}</span></li>`)}
        </ul>
      </div>
    </section>`;
  }
}
