import { html, LitElement, nothing, type PropertyValues } from 'lit';
import ArrowLeft from 'lucide/dist/esm/icons/arrow-left.mjs';
import { LocaleController } from '../../elements/controllers/locale-controller.js';
import { icon } from '../../elements/primitives/icon.js';
import { prop, state } from '../../elements/primitives/prop.js';
import { styles as base } from '../../elements/styles/base.styles.js';
import { styles as button } from '../../elements/styles/button.styles.js';
import { msg } from '../../locales/msg.js';
import type { CampaignResults, ResultsOverview } from '../../model/contract/index.js';
import { styles as fields } from '../fields/field.styles.js';
import { selectField } from '../fields/fields.js';
import { StudioGoEvent } from '../shell/events.js';
import { SizeController } from '../shell/size-controller.js';
import { styles as desk } from '../shell/studio.styles.js';
import type { Studio } from '../store/studio.js';
import { StudioController } from '../store/studio-controller.js';
import type { ResultsOptions } from '../store/studio-store.js';
import { campaignView } from './campaign-view.js';
import { overviewView } from './overview-view.js';
import { styles } from './results.styles.js';

/** Whether it worked: all together, then campaign by campaign. */
export class SentierStudioResults extends LitElement {
  static override styles = [base, button, desk, fields, styles];
  static override properties = {
    studio: prop({ attribute: false }),
    item: prop(),
    _overview: state(),
    _results: state(),
    _fault: state(),
  };

  declare studio: Studio | undefined;
  /** Id of the campaign looked at. */
  declare item: string | undefined;
  declare private _overview: ResultsOverview | undefined;
  declare private _results: CampaignResults | undefined;
  declare private _fault: boolean;

  constructor() {
    super();
    new LocaleController(this);
    new StudioController(this);
    new SizeController(this);
    this._fault = false;
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('studio') || changed.has('item')) void this.#load();
  }

  async #load(options: ResultsOptions = {}): Promise<void> {
    const { item, studio } = this;
    const results = studio?.store.results;
    if (!results) return;
    this._fault = false;
    try {
      if (item === undefined) this._overview = await results.overview();
      else {
        const found = await results.of(item, options);
        // Another may have been chosen meanwhile.
        if (item === this.item) this._results = found;
      }
    } catch {
      this._fault = true;
    }
  }

  async #export({ id, version, outcomesBy, responsesBy }: CampaignResults): Promise<void> {
    const bySchool = Boolean(outcomesBy.school ?? responsesBy.school);
    const blob = await this.studio?.store.results?.csv(id, { version, bySchool }).catch(() => undefined);
    if (!blob) {
      this._fault = true;
      return;
    }
    const url = URL.createObjectURL(blob);
    const link = document.createElement('a');
    [link.href, link.download] = [url, `${id}.csv`];
    link.click();
    setTimeout(() => URL.revokeObjectURL(url));
  }

  protected override render() {
    const { studio, item } = this;
    if (!studio) return nothing;
    const results = this._results?.id === item ? this._results : undefined;
    return html`<div class="root stack">
      <div class="row">
        ${
          item === undefined
            ? nothing
            : html`<button
                type="button"
                class="back"
                @click=${() => this.dispatchEvent(new StudioGoEvent('results'))}
              >
                ${icon(ArrowLeft, 18)} ${msg('Tous les résultats', { id: 'studio-all-results' })}
              </button>`
        }
        <h2>${results?.title || msg('Résultats', { id: 'studio-results' })}</h2>
        ${
          results
            ? html`<span class="row push">
                ${
                  results.versions.length > 1
                    ? selectField({
                        name: 'version',
                        label: msg('Version', { id: 'studio-version' }),
                        value: String(results.version),
                        choices: results.versions.map((n) => [String(n), String(n)] as const),
                        change: (value) => void this.#load({ version: Number(value) }),
                      })
                    : nothing
                }
                ${
                  results.outcomesBy.school || results.responsesBy.school || studio.schools?.length === 1
                    ? nothing
                    : html`<button
                        type="button"
                        class="quiet"
                        @click=${() => void this.#load({ version: results.version, bySchool: true })}
                      >
                        ${msg('Voir par établissement', { id: 'studio-by-school' })}
                      </button>`
                }
                <button type="button" class="quiet" @click=${() => void this.#export(results)}>
                  ${msg('Exporter (CSV)', { id: 'studio-csv' })}
                </button>
              </span>`
            : nothing
        }
      </div>
      ${this.#body(studio, results)}
    </div>`;
  }

  #body(studio: Studio, results: CampaignResults | undefined) {
    if (!studio.store.results)
      return html`<div class="empty">
        <h3>${msg('Pas de résultats sans serveur', { id: 'studio-no-results' })}</h3>
        <p>
          ${msg('Un plan en fichier ne compte rien. Avec le serveur de Sentier, vous verriez ici qui a été touché, où les visites sont quittées, et les réponses aux enquêtes.', { id: 'studio-no-results-more' })}
        </p>
      </div>`;
    if (this._fault)
      return html`<div class="note fault" role="alert">
        <p>${msg('Les résultats n’ont pas pu être lus.', { id: 'studio-results-fault' })}</p>
        <div>
          <button type="button" class="quiet" @click=${() => void this.#load()}>
            ${msg('Réessayer', { id: 'studio-retry' })}
          </button>
        </div>
      </div>`;
    const seesAll = studio.me.scope.kind === 'all';
    if (this.item !== undefined)
      return results
        ? campaignView(results, seesAll)
        : html`<p class="soft">${msg('Un instant…', { id: 'studio-wait' })}</p>`;
    return this._overview
      ? overviewView(this._overview, (id) => this.dispatchEvent(new StudioGoEvent('results', id)), seesAll)
      : html`<p class="soft">${msg('Un instant…', { id: 'studio-wait' })}</p>`;
  }
}
