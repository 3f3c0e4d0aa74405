import { html, LitElement, nothing } from 'lit';
import { contentFor } from '../../core/variant.js';
import type { SentierBanner } from '../../elements/banner/sentier-banner.js';
import { prop, state } from '../../elements/primitives/prop.js';
import { mountOverlay } from '../../elements/primitives/mount.js';
import { renderBody } from '../../elements/primitives/render-body.js';
import { renderText } from '../../elements/primitives/render-text.js';
import { LocaleController } from '../../elements/controllers/locale-controller.js';
import { styles as base } from '../../elements/styles/base.styles.js';
import { styles as button } from '../../elements/styles/button.styles.js';
import { msg } from '../../locales/msg.js';
import { str } from '../../locales/str.js';
import type { BannerContent, BannerPlace } from '../../model/schema/banner.js';
import type { Campaign } from '../../model/schema/campaign.js';
import type { TourContent } from '../../model/schema/tour.js';
import { styles as desk } from '../shell/studio.styles.js';
import type { PlanDocument } from '../store/studio-store.js';
import { cardsOf, playTour } from '../tour/play-tour.js';
import { styles } from './stage.styles.js';
import { bannerOn, realBanner, redrawBanner } from './banner-on-stage.js';
import { checklistOn, surveyOn, type Drawing } from './widgets.js';

/** Who looks, with what. */
export interface Looker {
  locales: readonly string[];
  profiles: readonly string[];
  scheme: 'light' | 'dark';
  phone: boolean;
}

/**
 * The real widget on a sketch of a page, at its place. Nothing is sent and nothing kept; what a button would do is said
 * instead of done.
 */
export class SentierStudioStage extends LitElement {
  static override styles = [base, button, desk, styles];
  static override properties = {
    campaign: prop({ attribute: false }),
    content: prop({ attribute: false }),
    plan: prop({ attribute: false }),
    looker: prop({ attribute: false }),
    _said: state(),
  };

  declare campaign: Campaign | undefined;
  /** What is drawn; by default what the looker's profiles get. */
  declare content: Campaign['content'] | undefined;
  declare plan: PlanDocument;
  declare looker: Looker;
  declare private _said: string;
  #widget: HTMLElement | undefined;
  #real: HTMLElement | undefined;
  /** What the widget was drawn from. */
  #drawn = '';

  constructor() {
    super();
    new LocaleController(this);
    this._said = '';
    this.plan = { version: 1 };
    this.looker = { locales: ['fr'], profiles: [], scheme: 'light', phone: false };
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#real?.remove();
  }

  /** A link of the preview must not take the editor out of the studio. */
  readonly #stay = (event: Event): void => {
    const link = event.composedPath().find((one) => one instanceof HTMLAnchorElement);
    if (!link) return;
    event.preventDefault();
    const to = link.origin === location.origin ? link.pathname + link.search : link.href;
    this._said = msg(str`Ce lien mènerait à\u00a0: ${to}`, { id: 'studio-would-lead' });
  };

  get #content(): Campaign['content'] | undefined {
    const { campaign, content, plan, looker } = this;
    if (content || !campaign) return content;
    const { settings } = plan;
    return contentFor(
      campaign,
      { ...(settings && { settings }) },
      { user: { profiles: looker.profiles } },
      0,
    );
  }

  get #drawing(): Drawing {
    const { plan, looker, campaign } = this;
    return {
      plan,
      looker,
      id: campaign?.id ?? '',
      content: this.#content ?? {},
      say: (text) => (this._said = text),
      again: () => this.#draw(true),
    };
  }

  protected override firstUpdated(): void {
    this.renderRoot.addEventListener('click', this.#stay, true);
  }

  protected override updated(changed: Map<PropertyKey, unknown>): void {
    if (changed.has('_said') && changed.size === 1) return;
    this.#draw();
  }

  /**
   * Only where something changed that it shows: the desk is drawn anew whenever the draft is saved.
   * @param isFresh the widget that is there was closed
   */
  #draw(isFresh = false): void {
    const spot = this.renderRoot.querySelector('.spot');
    if (!spot) return;
    const drawing = this.#drawing;
    const { kind } = this.campaign ?? {};
    const of = `${kind} ${drawing.id}`;
    const drawn = JSON.stringify([of, drawing.content, this.looker, this.plan.settings]);
    const before = isFresh || this.#widget?.hidden ? undefined : this.#widget;
    if (before?.parentNode === spot && drawn === this.#drawn) return;
    this.#drawn = drawn;
    const place = (drawing.content as Partial<BannerContent>).place ?? 'top';
    if (before?.localName === 'sentier-banner' && before.dataset.of === of) {
      redrawBanner(before as SentierBanner, drawing, place);
      if (before.parentNode !== spot) spot.append(before);
      return;
    }
    this.#widget?.remove();
    this.#widget =
      kind === 'banner'
        ? bannerOn(drawing, place)
        : kind === 'survey'
          ? surveyOn(drawing)
          : kind === 'checklist'
            ? checklistOn(drawing)
            : undefined;
    if (!this.#widget) return;
    this.#widget.dataset.of = of;
    spot.append(this.#widget);
  }

  /** At its real place, over this very page, until it is left; a tour's cards in the middle, for its targets are elsewhere. */
  async showForReal(): Promise<void> {
    this.#real?.remove();
    const { looker, plan } = this;
    if (this.campaign?.kind === 'tour') {
      const button = this.renderRoot.querySelector<HTMLElement>('.push');
      const content = cardsOf((this.#content ?? {}) as Partial<TourContent>);
      await playTour({ content, locales: looker.locales, plan, profiles: looker.profiles });
      return button?.focus();
    }
    const place: BannerPlace = (this.#content as BannerContent).place ?? 'top';
    const banner = realBanner({ ...this.#drawing, again: () => banner.remove() }, place);
    this.#real = banner;
    if (place === 'top' || place === 'inline') document.body.prepend(banner);
    else if (place === 'bottom') document.body.append(banner);
    else mountOverlay(banner);
  }

  protected override render() {
    const { campaign, looker } = this;
    if (!campaign) return nothing;
    const content = this.#content;
    const isElsewhere = content !== undefined && 'src' in content;
    const place =
      campaign.kind === 'banner' ? ((content as BannerContent | undefined)?.place ?? 'top') : 'corner';
    const lines = html`<div class="lines" aria-hidden="true">
      ${[1, 2, 3, 4, 5, 6].map(() => html`<i></i>`)}
    </div>`;
    const spot = html`<div class="spot ${place}"></div>`;
    const isFirst = place === 'top' || place === 'inline';
    const isDrawn = campaign.kind !== 'tour';
    return html`<div class="root stage">
      <div class="page ${looker.scheme} ${looker.phone ? 'phone' : ''}">
        <div class="bar" aria-hidden="true"><i></i><i></i><i></i></div>
        ${
          isElsewhere
            ? html`<p class="lines">
                ${msg(str`Ce contenu est dans un fichier à part\u00a0: ${String(content.src)}`, { id: 'studio-elsewhere' })}
              </p>`
            : isDrawn
              ? /corner|modal/.test(place)
                ? html`<div class="scene">${lines}${spot}</div>`
                : html`${isFirst ? spot : nothing}${lines}${isFirst ? nothing : spot}`
              : this.#steps()
        }
      </div>
      <div class="row">
        <span class="small soft" role="status">${this._said}</span>
        ${
          /banner|tour/.test(campaign.kind) && !isElsewhere
            ? html`<button type="button" class="quiet push" @click=${() => void this.showForReal()}>
                ${msg('Voir en vrai dans cette page', { id: 'studio-for-real' })}
              </button>`
            : nothing
        }
      </div>
    </div>`;
  }

  /** A tour needs the page itself: here are its texts, in order. The cards themselves come over the page. */
  #steps() {
    const { locales } = this.looker;
    const main = this.plan.settings?.locale;
    const { intro, steps = [] } = (this.#content ?? {}) as Partial<TourContent>;
    return html`<ol class="steps">
      ${
        intro
          ? html`<li class="intro">
              <strong>${renderText(intro.title, locales, main)}</strong
              >${renderBody(intro.body, locales, main)}
            </li>`
          : nothing
      }
      ${steps.map(
        (step) =>
          html`<li>
            <strong>${renderText(step.title, locales, main)}</strong>${renderBody(step.body, locales, main)}
          </li>`,
      )}
    </ol>`;
  }
}
