import { html, LitElement } from 'lit';
import { LocaleController } from '../../elements/controllers/locale-controller.js';
import { prop, state } from '../../elements/primitives/prop.js';
import { styles as base } from '../../elements/styles/base.styles.js';
import { styles as button } from '../../elements/styles/button.styles.js';
import { msg } from '../../locales/msg.js';
import type { Campaign } from '../../model/schema/campaign.js';
import { styles as desk } from '../shell/studio.styles.js';
import type { PlanDocument } from '../store/studio-store.js';

/** The preview beside an editor: the text being written, on a computer or a phone, by day or by night. */
export class SentierStudioPeek extends LitElement {
  static override styles = [base, button, desk];
  static override properties = {
    campaign: prop({ attribute: false }),
    content: prop({ attribute: false }),
    plan: prop({ attribute: false }),
    lang: prop(),
    profiles: prop({ attribute: false }),
    _isPhone: state(),
    _isDark: state(),
  };

  declare campaign: Campaign;
  declare content: Campaign['content'] | undefined;
  declare plan: PlanDocument;
  declare profiles: readonly string[];
  declare private _isPhone: boolean;
  declare private _isDark: boolean;

  constructor() {
    super();
    new LocaleController(this);
    this._isPhone = false;
    this._isDark = false;
    this.profiles = [];
  }

  protected override render() {
    const toggle = (words: string, isOn: boolean, flip: () => void) =>
      html`<button type="button" class="quiet" aria-pressed=${isOn ? 'true' : 'false'} @click=${flip}>
        ${words}
      </button>`;
    return html`<section class="root stack" aria-labelledby="preview">
      <div class="row">
        <h3 id="preview">${msg('Aperçu', { id: 'studio-preview' })}</h3>
        <span class="row push">
          ${toggle(msg('Téléphone', { id: 'studio-phone' }), this._isPhone, () => (this._isPhone = !this._isPhone))}
          ${toggle(msg('Sombre', { id: 'studio-dark' }), this._isDark, () => (this._isDark = !this._isDark))}
        </span>
      </div>
      <sentier-studio-stage
        .campaign=${this.campaign}
        .content=${this.content}
        .plan=${this.plan}
        .looker=${{
          locales: [this.lang || 'fr'],
          profiles: this.profiles,
          scheme: this._isDark ? 'dark' : 'light',
          phone: this._isPhone,
        }}
      ></sentier-studio-stage>
    </section>`;
  }
}
