import { html, LitElement, nothing } from 'lit';
import { LocaleController } from '../../elements/controllers/locale-controller.js';
import { prop } from '../../elements/primitives/prop.js';
import { styles as base } from '../../elements/styles/base.styles.js';
import { styles as button } from '../../elements/styles/button.styles.js';
import { msg } from '../../locales/msg.js';
import { str } from '../../locales/str.js';
import type { Campaign } from '../../model/schema/campaign.js';
import { isRecord } from '../../model/format.js';
import { titleOf } from '../lists/facts.js';
import { SizeController } from '../shell/size-controller.js';
import { styles as desk } from '../shell/studio.styles.js';
import type { Clash } from '../store/merge.js';
import type { Studio } from '../store/studio.js';
import { StudioController } from '../store/studio-controller.js';
import { detailsOf, sortOf } from '../words/diff-words.js';
import { detailView } from './changes-view.js';
import { styles } from './publish.styles.js';

/** Of more versions than two of one thing, the next comes when a person has chosen among the first. */
const isFirst = ({ key }: Clash, i: number, all: readonly Clash[]): boolean =>
  all.findIndex((one) => one.key === key) === i;

/** Two people changed the same thing: both, side by side; nothing is lost until one says which. */
export class SentierStudioConflict extends LitElement {
  static override styles = [base, button, desk, styles];
  static override properties = { studio: prop({ attribute: false }) };

  declare studio: Studio | undefined;

  constructor() {
    super();
    new LocaleController(this);
    new StudioController(this);
    new SizeController(this);
  }

  protected override render() {
    const { studio } = this;
    if (!studio?.clashes.length) return nothing;
    return html`<section class="root sheet stack" aria-labelledby="heading">
      <h2 id="heading">${msg('Deux personnes ont changé la même chose', { id: 'studio-conflict' })}</h2>
      <p>
        ${msg('Tout le reste a été réuni. Pour ce qui suit, choisissez\u202f; la version que vous ne gardez pas sera perdue.', { id: 'studio-conflict-more' })}
        ${
          studio.isKept
            ? msg('Jusque-là, ce navigateur garde les deux, même si vous fermez cette page.', {
                id: 'studio-conflict-kept',
              })
            : msg('Ce navigateur ne garde rien\u00a0: ne fermez pas cette page avant d’avoir choisi.', {
                id: 'studio-conflict-lost',
              })
        }
      </p>
      ${studio.clashes.filter(isFirst).map((clash) => this.#clash(clash, studio))}
    </section>`;
  }

  #clash(clash: Clash, studio: Studio) {
    const thing = clash.mine ?? clash.theirs ?? clash.base;
    const title = isRecord(thing)
      ? titleOf({ content: {}, ...thing } as unknown as Campaign, studio.plan.settings?.locale)
      : clash.key.replace(/^.*\//, '');
    const side = (how: 'mine' | 'theirs', heading: string, keep: string) =>
      html`<div class="sheet stack">
        <h4>${heading}</h4>
        ${
          clash[how] === undefined
            ? html`<p class="soft">${msg('Retiré', { id: 'studio-taken-away' })}</p>`
            : html`<ul class="details">
                ${detailsOf(clash.base, clash[how]).map(detailView)}
              </ul>`
        }
        <div>
          <button
            type="button"
            class="quiet"
            data-choice=${how}
            @click=${() => studio.settle(clash.key, how)}
          >
            ${keep}
          </button>
        </div>
      </div>`;
    return html`<div class="stack" role="group" aria-label=${title}>
      <h3>${title} <span class="soft small">${sortOf(clash.key)}</span></h3>
      <div class="sides">
        ${side('mine', msg('Votre version', { id: 'studio-mine' }), msg('Garder la mienne', { id: 'studio-keep-mine' }))}
        ${side('theirs', msg('L’autre version', { id: 'studio-theirs' }), msg(str`Garder l’autre`, { id: 'studio-keep-theirs' }))}
      </div>
    </div>`;
  }
}
