import { html, LitElement, nothing } from 'lit';
import Plus from 'lucide/dist/esm/icons/plus.mjs';
import { LocaleController } from '../../elements/controllers/locale-controller.js';
import { icon } from '../../elements/primitives/icon.js';
import { prop, state } from '../../elements/primitives/prop.js';
import { styles as base } from '../../elements/styles/base.styles.js';
import { styles as button } from '../../elements/styles/button.styles.js';
import { msg } from '../../locales/msg.js';
import { KINDS } from '../../model/format.js';
import type { Campaign } from '../../model/schema/campaign.js';
import { StudioGoEvent } from '../shell/events.js';
import { SizeController } from '../shell/size-controller.js';
import { styles as desk } from '../shell/studio.styles.js';
import type { Studio } from '../store/studio.js';
import { StudioController } from '../store/studio-controller.js';
import { BLANK, TEMPLATES } from '../templates/templates.js';
import { KIND_NAMES, nameOf } from '../words/names.js';
import { added } from './changes.js';
import { styles } from './list.styles.js';

/** The first screen: all campaigns, and what a new one can start from. */
export class SentierStudioCampaigns extends LitElement {
  static override styles = [base, button, desk, styles];
  static override properties = {
    studio: prop({ attribute: false }),
    from: prop(),
    _isChoosing: state(),
  };

  declare studio: Studio | undefined;
  /** Name of the campaign that one comes back from. */
  declare from: string | undefined;
  declare private _isChoosing: boolean;

  constructor() {
    super();
    new LocaleController(this);
    new StudioController(this);
    new SizeController(this);
    this._isChoosing = false;
  }

  #add(draft: Omit<Campaign, 'id'>, wish: string): void {
    const { studio } = this;
    if (!studio) return;
    let id: string | undefined;
    studio.edit('', (plan) => {
      const next = added(plan, draft, wish, studio);
      id = next.id;
      return next.plan;
    });
    if (id !== undefined) this.dispatchEvent(new StudioGoEvent('campaigns', id));
  }

  async #choose(): Promise<void> {
    this._isChoosing = !this._isChoosing;
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('.templates button')?.focus();
  }

  protected override render() {
    const { studio } = this;
    if (!studio) return nothing;
    const isEmpty = !studio.plan.campaigns?.length;
    return html`<div class="root stack">
      <div class="row">
        <h2>${msg('Campagnes', { id: 'studio-campaigns' })}</h2>
        <button
          type="button"
          class="primary push"
          aria-expanded=${this._isChoosing || isEmpty ? 'true' : 'false'}
          ?disabled=${!studio.canWrite}
          @click=${() => void this.#choose()}
        >
          ${icon(Plus, 18)} ${msg('Nouvelle campagne', { id: 'studio-new' })}
        </button>
      </div>
      ${
        isEmpty
          ? html`<div class="empty">
              <h3>${msg('Tout commence par un mot', { id: 'studio-empty' })}</h3>
              <p>
                ${msg('Une campagne est une chose que l’on montre\u00a0: une annonce, une visite, une enquête. Choisissez un modèle, changez-en les mots\u202f; rien n’est visible avant que vous ne publiiez.', { id: 'studio-empty-more' })}
              </p>
            </div>`
          : nothing
      }
      ${this._isChoosing || isEmpty ? this.#templates(studio) : nothing}
      ${isEmpty ? nothing : html`<sentier-studio-list .studio=${studio} .from=${this.from}></sentier-studio-list>`}
    </div>`;
  }

  #templates(studio: Studio) {
    return html`<section class="stack" aria-labelledby="from">
      <h3 id="from">${msg('Partir d’un modèle', { id: 'studio-templates' })}</h3>
      <div class="templates">
        ${TEMPLATES.map(
          ({ id, name, purpose, campaign }) =>
            html`<button
              type="button"
              data-template=${id}
              ?disabled=${!studio.canWrite}
              @click=${() => this.#add(campaign, id)}
            >
              <span class="kind">${nameOf(KIND_NAMES, campaign.kind)}</span>
              <span class="name">${name()}</span>
              <span class="meta">${purpose()}</span>
            </button>`,
        )}
      </div>
      <div class="row">
        <span class="soft">${msg('ou de rien\u00a0:', { id: 'studio-from-nothing' })}</span>
        ${KINDS.map(
          (kind) =>
            html`<button
              type="button"
              class="quiet"
              ?disabled=${!studio.canWrite}
              @click=${() => this.#add(BLANK[kind](), kind)}
            >
              ${nameOf(KIND_NAMES, kind)}
            </button>`,
        )}
      </div>
    </section>`;
  }
}
