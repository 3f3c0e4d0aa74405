import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { LocaleController } from '../../elements/controllers/locale-controller.js';
import { prop, state } from '../../elements/primitives/prop.js';
import { styles as base } from '../../elements/styles/base.styles.js';
import { styles as button } from '../../elements/styles/button.styles.js';
import { localOf } from '../../core/zoned-time.js';
import { ENGLISH } from '../../engine/explain-words-en.js';
import { interfaceLocale, msg } from '../../locales/msg.js';
import { PROFILES } from '../../model/profile-ids.js';
import type { Campaign } from '../../model/schema/campaign.js';
import { planLanguages } from '../advice/advice.js';
import { checkField, checksField, selectField, textField } from '../fields/fields.js';
import { listField } from '../fields/list-field.js';
import { styles as fields } from '../fields/field.styles.js';
import { StudioGoEvent } from '../shell/events.js';
import { SizeController } from '../shell/size-controller.js';
import { styles as desk } from '../shell/studio.styles.js';
import type { Studio } from '../store/studio.js';
import { StudioController } from '../store/studio-controller.js';
import { languageName } from '../words/lists.js';
import { DEGREE_NAMES, nameOf, PROFILE_NAMES } from '../words/names.js';
import { rehearse, type Rehearsal, type Rehearsed } from './rehearse.js';
import { styles } from './preview.styles.js';

/** The ENT as somebody else will see it: anyone, anywhere, on any day; with the reason for all that is not shown. */
export class SentierStudioPreview extends LitElement {
  static override styles = [base, button, desk, fields, styles];
  static override properties = {
    studio: prop({ attribute: false }),
    _one: state(),
    _chosen: state(),
    _isPhone: state(),
    _isDark: state(),
  };

  declare studio: Studio | undefined;
  declare private _one: Rehearsal;
  /** Id of the campaign looked at. */
  declare private _chosen: string | undefined;
  declare private _isPhone: boolean;
  declare private _isDark: boolean;

  constructor() {
    super();
    new LocaleController(this);
    new StudioController(this);
    new SizeController(this);
    this._isPhone = false;
    this._isDark = false;
    this._one = {
      profiles: ['guardian'],
      schools: [],
      degrees: [],
      levels: [],
      groups: [],
      locale: '',
      simplified: false,
      when: '',
      path: '',
      isReady: true,
    };
  }

  protected override willUpdate(): void {
    const { studio } = this;
    if (!studio || this._one.when) return;
    const { plan, now, schools } = studio;
    const { day, minutes } = localOf(now, plan.settings?.timeZone);
    const clock = [Math.floor(minutes / 60), minutes % 60].map((n) => String(n).padStart(2, '0')).join(':');
    this._one = {
      ...this._one,
      when: `${day}T${clock}`,
      locale: plan.settings?.locale ?? 'fr',
      path: pagesOf(plan.campaigns)[0] ?? '/accueil/',
      schools: schools?.slice(0, 1) ?? [],
    };
  }

  #set(change: Partial<Rehearsal>): void {
    this._one = { ...this._one, ...change };
    this._chosen = undefined;
  }

  protected override render() {
    const { studio } = this;
    if (!studio) return nothing;
    const result = rehearse(studio.whole, this._one, interfaceLocale() === 'fr' ? undefined : ENGLISH);
    const chosen = studio.whole.campaigns?.find(({ id }) => id === this._chosen) ?? result.show[0];
    return html`<div class="root stack">
      <h2>${msg('Essayer comme…', { id: 'studio-try-as' })}</h2>
      <div class="columns">
        <section class="sheet stack" aria-label=${msg('Qui, où et quand', { id: 'studio-try-who' })}>
          ${this.#form(studio)}
        </section>
        ${this.#rows(result)}
        <section class="stack" aria-labelledby="seen">
          <div class="row">
            <h3 id="seen">${msg('Ce qu’on voit', { id: 'studio-seen' })}</h3>
            <span class="row push">
              <button
                type="button"
                class="quiet"
                aria-pressed=${this._isPhone ? 'true' : 'false'}
                @click=${() => (this._isPhone = !this._isPhone)}
              >
                ${msg('Téléphone', { id: 'studio-phone' })}
              </button>
              <button
                type="button"
                class="quiet"
                aria-pressed=${this._isDark ? 'true' : 'false'}
                @click=${() => (this._isDark = !this._isDark)}
              >
                ${msg('Sombre', { id: 'studio-dark' })}
              </button>
            </span>
          </div>
          ${
            chosen
              ? html`<sentier-studio-stage
                  .campaign=${chosen}
                  .plan=${studio.plan}
                  .looker=${{
                    locales: this._one.simplified
                      ? [`${this._one.locale}-x-simple`, this._one.locale]
                      : [this._one.locale],
                    profiles: this._one.profiles,
                    scheme: this._isDark ? 'dark' : 'light',
                    phone: this._isPhone,
                  }}
                ></sentier-studio-stage>`
              : html`<div class="empty">
                  <h3>${msg('Rien ne vient', { id: 'studio-nothing' })}</h3>
                  <p>
                    ${msg('Ce jour-là, sur cette page, cette personne n’est pas dérangée. La liste dit pourquoi.', { id: 'studio-nothing-more' })}
                  </p>
                </div>`
          }
        </section>
      </div>
    </div>`;
  }

  #rows({ rows }: Rehearsed): TemplateResult {
    const own = new Set(this.studio?.plan.campaigns?.map(({ id }) => id));
    const shown = rows.filter((row) => row.shown);
    const others = rows.filter((row) => !row.shown);
    const row = (one: Rehearsed['rows'][number]) =>
      html`<li class=${one.id === this._chosen ? 'current' : ''}>
        <button
          type="button"
          class="reason"
          aria-current=${one.id === this._chosen ? 'true' : nothing}
          @click=${() => (this._chosen = one.id)}
        >
          <strong>${one.title}</strong>
          <span class=${one.shown ? '' : 'soft'}>${one.text}</span>
        </button>
        ${
          own.has(one.id)
            ? html`<button
                type="button"
                class="small"
                @click=${() => this.dispatchEvent(new StudioGoEvent('campaigns', one.id))}
              >
                ${msg('Modifier', { id: 'studio-edit' })}
              </button>`
            : html`<span class="small soft">${msg('de l’ENT', { id: 'studio-others' })}</span>`
        }
      </li>`;
    return html`<section class="stack" aria-labelledby="why">
      <h3 id="why">${msg('Montré, ou pas, et pourquoi', { id: 'studio-why' })}</h3>
      <ul class="reasons shown">
        ${shown.map(row)}
      </ul>
      <ul class="reasons">
        ${others.slice(0, 60).map(row)}
      </ul>
      ${others.length > 60 ? html`<p class="soft small">… ${others.length - 60}</p>` : nothing}
    </section>`;
  }

  #form(studio: Studio): TemplateResult {
    const { _one: one } = this;
    const languages = [...new Set([...planLanguages(studio.plan), one.locale].filter(Boolean))];
    const list = (name: 'schools' | 'levels' | 'groups', label: string, placeholder: string) =>
      listField({
        name,
        label,
        value: one[name],
        placeholder,
        change: (value) => this.#set({ [name]: value ?? [] }),
      });
    return html`${checksField({
        name: 'profiles',
        label: msg('Profils', { id: 'studio-profiles' }),
        value: one.profiles,
        choices: PROFILES.map((id) => [id, nameOf(PROFILE_NAMES, id)] as const),
        change: (profiles) => this.#set({ profiles }),
      })}
      ${textField({ name: 'when', label: msg('Le', { id: 'studio-on-day' }), type: 'datetime-local', value: one.when, change: (when) => when && this.#set({ when }) })}
      ${textField({ name: 'path', label: msg('Page', { id: 'studio-page' }), value: one.path, list: pagesOf(studio.plan.campaigns), change: (path) => this.#set({ path }) })}
      ${list('schools', msg('Établissement (UAI)', { id: 'studio-school' }), '0750001A')}
      ${list('levels', msg('Niveaux', { id: 'studio-levels' }), 'CM2')}
      ${checksField({
        name: 'degrees',
        label: msg('Degré', { id: 'studio-degree' }),
        value: one.degrees,
        choices: (['1d', '2d'] as const).map((id) => [id, nameOf(DEGREE_NAMES, id)] as const),
        change: (degrees) => this.#set({ degrees }),
      })}
      ${textField({ name: 'arrived', label: msg('Arrivée dans l’ENT', { id: 'studio-arrived-on' }), type: 'date', value: one.arrived, change: (arrived) => this.#set({ arrived: arrived || undefined }) })}
      ${selectField({
        name: 'locale',
        label: msg('Langue', { id: 'studio-language' }),
        value: one.locale,
        choices: languages.map((tag) => [tag, languageName(tag)] as const),
        change: (locale) => this.#set({ locale }),
      })}
      ${checkField({ name: 'simplified', label: msg('Langage simplifié', { id: 'studio-simple' }), value: one.simplified, change: (simplified) => this.#set({ simplified }) })}
      ${checkField({ name: 'ready', label: msg('Ce que les campagnes attendent de la page est là', { id: 'studio-ready' }), value: one.isReady, change: (isReady) => this.#set({ isReady }) })}
      <p class="small soft">
        ${msg('Une personne qui n’a encore rien vu. Rien n’est enregistré ni envoyé.', { id: 'studio-try-note' })}
      </p>`;
  }
}

/** Pages that campaigns name, so that one need not know them by heart. */
const pagesOf = (campaigns: readonly Campaign[] = []): string[] => [
  ...new Set(campaigns.flatMap(({ when }) => when?.pages ?? []).map((page) => page.replace(/\*+.*$/, ''))),
];
