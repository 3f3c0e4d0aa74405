import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import Trash from 'lucide/dist/esm/icons/trash.mjs';
import { accentFor } from '../../core/colour.js';
import { LocaleController } from '../../elements/controllers/locale-controller.js';
import { icon } from '../../elements/primitives/icon.js';
import { prop, state } from '../../elements/primitives/prop.js';
import { styles as base } from '../../elements/styles/base.styles.js';
import { styles as button } from '../../elements/styles/button.styles.js';
import { msg } from '../../locales/msg.js';
import { str } from '../../locales/str.js';
import type { AuditAction, AuditList } from '../../model/contract/index.js';
import type { Settings } from '../../model/schema/plan.js';
import { themeAdvice } from '../advice/advice.js';
import { durationField, selectField, textField, type Choices } from '../fields/fields.js';
import { styles as fields } from '../fields/field.styles.js';
import { SizeController } from '../shell/size-controller.js';
import { styles as desk } from '../shell/studio.styles.js';
import { setIn, without } from '../store/paths.js';
import type { Studio } from '../store/studio.js';
import { StudioController } from '../store/studio-controller.js';
import { languageName, TEXT_LANGUAGES } from '../words/lists.js';
import { instantWords } from '../words/schedule-words.js';
import { styles } from './settings.styles.js';

const none = (value: string): string | undefined => (value === '' ? undefined : value);

/** Where French schools are, by time zone; a plan may have any other, written in its file. */
const zones = (): Choices => [
  ['Europe/Paris', msg('France métropolitaine', { id: 'studio-zone-metropole' })],
  ['America/Martinique', 'Martinique'],
  ['America/Guadeloupe', 'Guadeloupe'],
  ['America/Cayenne', msg('Guyane', { id: 'studio-zone-guyane' })],
  ['America/Miquelon', 'Saint-Pierre-et-Miquelon'],
  ['Indian/Reunion', msg('La Réunion', { id: 'studio-zone-reunion' })],
  ['Indian/Mayotte', 'Mayotte'],
  ['Pacific/Noumea', msg('Nouvelle-Calédonie', { id: 'studio-zone-caledonie' })],
  ['Pacific/Tahiti', msg('Polynésie française (Tahiti)', { id: 'studio-zone-tahiti' })],
  ['Pacific/Wallis', 'Wallis-et-Futuna'],
];

/** What the plan has, though it is not among what is offered. */
const withOwn = (choices: Choices, own: string | undefined): Choices =>
  own === undefined || choices.some(([value]) => value === own) ? choices : [...choices, [own, own]];

/** What holds for the whole ENT: opening, colours, pace, holidays; and who changed what. */
export class SentierStudioSettings extends LitElement {
  static override styles = [base, button, desk, fields, styles];
  static override properties = {
    studio: prop({ attribute: false }),
    field: prop(),
    _audit: state(),
  };

  declare studio: Studio | undefined;
  declare field: string | undefined;
  declare private _audit: AuditList['entries'] | undefined;

  constructor() {
    super();
    new LocaleController(this);
    new StudioController(this);
    new SizeController(this);
  }

  protected override updated(changed: PropertyValues): void {
    if (changed.has('studio'))
      void this.studio?.store.history?.audit().then(
        ({ entries }) => (this._audit = entries),
        () => undefined,
      );
    if (changed.has('field') && this.field)
      (this.renderRoot as ShadowRoot).getElementById(this.field)?.focus();
  }

  protected override render() {
    const { studio } = this;
    if (!studio) return nothing;
    const settings: Settings = studio.plan.settings ?? {};
    // Settings are everybody's: an editor of some schools reads them.
    const disabled = !studio.canWrite || !studio.ownsSettings;
    const set = (path: readonly (string | number)[], value: unknown) =>
      studio.edit(`settings.${path.join('.')}`, (plan) => setIn(plan, ['settings', ...path], value));
    const field = (path: string, label: string, hint?: string) => ({
      name: `settings.${path}`,
      label,
      hint,
      disabled,
    });
    return html`<div class="root stack">
      <h2>${msg('Réglages', { id: 'studio-settings' })}</h2>
      ${
        !studio.ownsSettings
          ? html`<p class="note">
              ${msg('Ces réglages valent pour tous les établissements\u00a0: vous pouvez les lire.', { id: 'studio-settings-read' })}
            </p>`
          : nothing
      }
      <section class="sheet stack" aria-labelledby="opening">
        <h3 id="opening">${msg('Ouverture et langue', { id: 'studio-settings-opening' })}</h3>
        <div class="pair">
          ${textField({
            ...field(
              'goLive',
              msg('Ouverture de l’ENT', { id: 'studio-setting-golive' }),
              msg('Les campagnes peuvent compter depuis ce jour.', { id: 'studio-golive-hint' }),
            ),
            type: 'date',
            value: settings.goLive,
            change: (value) => set(['goLive'], none(value)),
          })}
          ${selectField({
            ...field('locale', msg('Langue des textes', { id: 'studio-setting-locale' })),
            value: settings.locale ?? 'fr',
            choices: withOwn(
              TEXT_LANGUAGES.map((tag) => [tag, languageName(tag)] as const),
              settings.locale,
            ),
            change: (value) => set(['locale'], value),
          })}
          ${selectField({ ...field('timeZone', msg('Fuseau horaire', { id: 'studio-setting-zone' })), value: settings.timeZone ?? 'Europe/Paris', choices: withOwn(zones(), settings.timeZone), change: (value) => set(['timeZone'], value) })}
        </div>
      </section>
      ${this.#theme(settings, set, field)} ${this.#pace(settings, set, field)}
      ${this.#holidays(settings, set, disabled)} ${this.#log()}
    </div>`;
  }

  #theme({ theme = {} }: Settings, set: Set, field: FieldOf): TemplateResult {
    const accent = theme.accent ?? '';
    const plan = this.studio!.plan;
    const swatch = (scheme: 'light' | 'dark', words: string) => {
      const colours = accentFor(accent || '#0b6b5f', scheme);
      return html`<span
        class="swatch ${scheme}"
        data-accent=${colours?.accent ?? ''}
        data-on=${colours?.onAccent ?? ''}
        >${words}</span
      >`;
    };
    queueMicrotask(() => this.#paint());
    return html`<section class="sheet stack" aria-labelledby="theme">
      <h3 id="theme">${msg('Apparence', { id: 'studio-setting-theme' })}</h3>
      <div class="pair">
        ${textField({
          ...field(
            'theme.accent',
            msg('Couleur des boutons et des liens', { id: 'studio-accent' }),
            themeAdvice(plan)[0]?.text ??
              msg('Assez contrastée, sur clair comme sur sombre.', { id: 'studio-accent-fine' }),
          ),
          type: 'color',
          value: /^#[\da-f]{6}$/i.test(accent) ? accent : '#0b6b5f',
          change: (value) => set(['theme', 'accent'], value),
        })}
        ${selectField({
          ...field('theme.scheme', msg('Clair ou sombre', { id: 'studio-scheme' })),
          value: theme.scheme ?? 'auto',
          choices: [
            ['auto', msg('comme la page', { id: 'studio-scheme-auto' })],
            ['light', msg('toujours clair', { id: 'studio-scheme-light' })],
            ['dark', msg('toujours sombre', { id: 'studio-scheme-dark' })],
          ],
          change: (value) => set(['theme', 'scheme'], value === 'auto' ? undefined : value),
        })}
        ${textField({
          ...field('theme.radius', msg('Arrondi des coins, en px', { id: 'studio-radius' })),
          type: 'number',
          min: 0,
          max: 30,
          value: /^(\d+)px$/.exec(theme.radius ?? '')?.[1] ?? '12',
          change: (value) => set(['theme', 'radius'], value === '' ? undefined : `${value}px`),
        })}
      </div>
      <div class="row" aria-hidden="true">${swatch('light', 'Aa')} ${swatch('dark', 'Aa')}</div>
    </section>`;
  }

  /** Colours that were chosen cannot stand in a style sheet, nor in an attribute (CSP). */
  #paint(): void {
    for (const one of this.renderRoot.querySelectorAll<HTMLElement>('.swatch')) {
      const { accent = '', on = '' } = one.dataset;
      const style = {
        display: 'inline-grid',
        placeItems: 'center',
        width: '72px',
        height: '40px',
        borderRadius: '10px',
        fontWeight: '700',
      };
      Object.assign(one.style, style, { background: accent, color: on });
    }
  }

  #pace({ pace = {} }: Settings, set: Set, field: FieldOf): TemplateResult {
    return html`<section class="sheet stack" aria-labelledby="pace">
      <h3 id="pace">${msg('Rythme', { id: 'studio-setting-pace' })}</h3>
      <p class="soft">
        ${msg('Ce qui interrompt (visite, enquête, bannière par-dessus la page) ne vient jamais à deux en même temps. L’intervalle entre deux se règle ici.', { id: 'studio-pace-more' })}
      </p>
      <div class="pair">
        ${durationField({
          ...field('pace.betweenInterruptions', msg('Entre deux interruptions', { id: 'studio-between' })),
          value: pace.betweenInterruptions,
          units: ['M', 'H', 'D'],
          change: (value) => set(['pace', 'betweenInterruptions'], value),
        })}
        ${textField({
          ...field('pace.perDay', msg('Interruptions par jour au plus', { id: 'studio-per-day' })),
          type: 'number',
          min: 1,
          value: pace.perDay === undefined ? '' : String(pace.perDay),
          change: (value) => set(['pace', 'perDay'], value === '' ? undefined : Number(value)),
        })}
      </div>
      <h4>${msg('Heures calmes', { id: 'studio-quiet' })}</h4>
      ${(pace.quiet ?? []).map(
        (one, i) =>
          html`<div class="row range">
            ${textField({ ...field(`pace.quiet[${i}].from`, msg('De', { id: 'studio-from-hour' })), type: 'time', value: one.from, change: (value) => set(['pace', 'quiet', i, 'from'], value) })}
            ${textField({ ...field(`pace.quiet[${i}].to`, msg('à', { id: 'studio-to-hour' })), type: 'time', value: one.to, change: (value) => set(['pace', 'quiet', i, 'to'], value) })}
            <button
              type="button"
              class="danger"
              @click=${() => set(['pace', 'quiet'], without(pace.quiet ?? [], i))}
            >
              ${msg('Retirer', { id: 'studio-take-away' })}
            </button>
          </div>`,
      )}
      <div>
        <button
          type="button"
          class="quiet"
          @click=${() => set(['pace', 'quiet'], [...(pace.quiet ?? []), { days: [1, 2, 4, 5], from: '08:30', to: '11:30' }])}
        >
          ${msg('Ajouter des heures calmes', { id: 'studio-quiet-add' })}
        </button>
      </div>
    </section>`;
  }

  #holidays({ holidays = {} }: Settings, set: Set, disabled: boolean): TemplateResult {
    return html`<section class="sheet stack" aria-labelledby="holidays">
      <h3 id="holidays">${msg('Vacances', { id: 'studio-setting-holidays' })}</h3>
      <div class="zones">
        ${Object.entries(holidays).map(
          ([name, ranges]) =>
            html`<fieldset ?disabled=${disabled}>
              <legend>${msg('zone', { id: 'studio-zone' })} ${name}</legend>
              ${ranges.map(
                ([first, last], i) =>
                  html`<div class="row range">
                    ${textField({ name: `settings.holidays.${name}[${i}][0]`, label: msg('Du', { id: 'studio-holiday-from' }), type: 'date', value: first, change: (value) => set(['holidays', name, i, 0], value) })}
                    ${textField({ name: `settings.holidays.${name}[${i}][1]`, label: msg('au', { id: 'studio-holiday-to' }), type: 'date', value: last, change: (value) => set(['holidays', name, i, 1], value) })}
                    <button
                      type="button"
                      class="icon"
                      aria-label=${msg(str`Retirer la période ${i + 1} de la zone ${name}`, { id: 'studio-holiday-remove' })}
                      @click=${() => set(['holidays', name], without(ranges, i))}
                    >
                      ${icon(Trash, 18)}
                    </button>
                  </div>`,
              )}
              <div>
                <button
                  type="button"
                  class="quiet"
                  @click=${() => set(['holidays', name], [...ranges, ['', '']])}
                >
                  ${msg('Ajouter une période', { id: 'studio-holiday-add' })}
                </button>
              </div>
            </fieldset>`,
        )}
      </div>
      <div class="row">
        ${['A', 'B', 'C']
          .filter((name) => !(name in holidays))
          .map(
            (name) =>
              html`<button
                type="button"
                class="quiet"
                ?disabled=${disabled}
                @click=${() => set(['holidays', name], [])}
              >
                ${msg(str`Ajouter la zone ${name}`, { id: 'studio-zone-add' })}
              </button>`,
          )}
      </div>
    </section>`;
  }

  #log(): TemplateResult | typeof nothing {
    if (!this._audit?.length) return nothing;
    return html`<section class="sheet stack" aria-labelledby="log">
      <h3 id="log">${msg('Qui a changé quoi', { id: 'studio-log' })}</h3>
      <div class="scroll" tabindex="0" role="group" aria-labelledby="log">
        <table>
          <thead>
            <tr>
              <th scope="col">${msg('Quand', { id: 'studio-when-word' })}</th>
              <th scope="col">${msg('Qui', { id: 'studio-actor' })}</th>
              <th scope="col">${msg('Quoi', { id: 'studio-did' })}</th>
            </tr>
          </thead>
          <tbody>
            ${this._audit.map(
              ({ at, actor, action, target, detail }) =>
                html`<tr>
                  <td>${instantWords(at)}</td>
                  <td>${actor}</td>
                  <td>${[wordsOf(action), target, detail].filter(Boolean).join(' · ')}</td>
                </tr>`,
            )}
          </tbody>
        </table>
      </div>
    </section>`;
  }
}

type Set = (path: readonly (string | number)[], value: unknown) => void;
type FieldOf = (
  path: string,
  label: string,
  hint?: string,
) => { name: string; label: string; hint: string | undefined; disabled: boolean };

const ACTIONS: Readonly<Record<AuditAction, () => string>> = {
  'draft.put': () => msg('brouillon enregistré', { id: 'studio-did-draft' }),
  publish: () => msg('publication', { id: 'studio-did-publish' }),
  'publish.ask': () => msg('publication demandée', { id: 'studio-did-ask' }),
  'publish.approve': () => msg('publication approuvée', { id: 'studio-did-approve' }),
  'publish.withdraw': () => msg('demande de publication retirée', { id: 'studio-did-withdraw' }),
  restore: () => msg('révision remise en ligne', { id: 'studio-did-restore' }),
  'draft.restore': () => msg('révision reprise dans le brouillon', { id: 'studio-did-take-up' }),
  'content.put': () => msg('contenu enregistré', { id: 'studio-did-content' }),
  'progress.erase': () => msg('progression d’une personne effacée', { id: 'studio-did-erase' }),
  'support.read': () => msg('problèmes signalés lus', { id: 'studio-did-read-reports' }),
  'support.picture': () => msg('image d’un problème signalé vue', { id: 'studio-did-see-picture' }),
  'support.erase': () => msg('problème signalé effacé', { id: 'studio-did-erase-report' }),
};
/** What a newer server tells of is said as it says it. */
const wordsOf = (action: string): string => ACTIONS[action as AuditAction]?.() ?? action;
