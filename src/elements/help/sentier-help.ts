import { LitElement, html, nothing } from 'lit';
import CircleQuestionMark from 'lucide/dist/esm/icons/circle-question-mark.mjs';
import { selectHelp } from '../../core/help/select-help.js';
import type { SelectedHelp } from '../../core/help/select-help.js';
import { msg } from '../../locales/msg.js';
import type { Help } from '../../model/schema/help.js';
import { deepActiveElement, returnFocus } from '../../platform/focus.js';
import type { EngineService } from '../context/services.js';
import { LocaleController } from '../controllers/locale-controller.js';
import { ServiceController } from '../controllers/service-controller.js';
import { ShieldController } from '../controllers/shield-controller.js';
import { SentierErrorEvent } from '../events/sentier-error-event.js';
import { icon } from '../primitives/icon.js';
import { localesOf } from '../primitives/locales-of.js';
import { prop, state } from '../primitives/prop.js';
import { styles as base } from '../styles/base.styles.js';
import { styles as button } from '../styles/button.styles.js';
import { styles as tokens } from '../styles/tokens.styles.js';
import type { SentierHelpPanel } from './sentier-help-panel.js';
import { styles } from './help.styles.js';
import { ClearOfBannerController } from './clear-of-banner-controller.js';

/** Those in the page, in the order of their coming: the first alone has a button (WCAG 3.2.6: one entry, one place). */
const present = new Set<SentierHelp>();

/**
 * Help for this page and this person: a button, always at the same place, and a side panel that leaves the page usable.
 * The panel is loaded when it is about to be opened.
 *
 * Without a plan its content is the property `content`, or a `<script type="application/json">` child of the same shape
 * as a plan's `help`.
 *
 * @attr {'bottom-end'|'bottom-start'|'top-end'|'top-start'|'inline'} place - where the button is; `inline`: where the element stands
 * @fires {SentierEvent} sentier-before-show - before the panel opens; cancelable
 * @fires {SentierEvent} sentier-show - the panel opened
 * @fires {SentierStepEvent} sentier-step - an article was opened; `step` is its id
 * @fires {SentierAnswerEvent} sentier-answer - an article was said useful or not: `{ [id]: 'yes' | 'no' }`
 * @fires {SentierEvent} sentier-dismiss - the panel was closed
 * @fires {SentierErrorEvent} sentier-error - the content is not JSON, or the panel cannot be loaded
 * @cssprop --sentier-accent - colour of the button and of what can be pressed
 * @cssprop --sentier-radius - radius of corners
 */
export class SentierHelp extends LitElement {
  static override styles = [tokens, base, button, styles];
  static override properties = {
    campaign: prop(),
    content: prop({ attribute: false }),
    locales: prop({ attribute: false }),
    planLocale: prop({ attribute: 'plan-locale' }),
    withoutButton: prop({ attribute: 'without-button', type: Boolean }),
    _loaded: state(),
    _open: state(),
  };

  /** Id given to its events. @default 'help' */
  declare campaign: string;
  /** What to show, instead of the plan's help. */
  declare content: Help | undefined;
  /** Languages in order of preference. @default the engine's, else the page's */
  declare locales: readonly string[] | undefined;
  /** Language of texts that name none. @default the plan's, else 'fr' */
  declare planLocale: string | undefined;
  /** No button: the panel opens by `open()` alone. @default false */
  declare withoutButton: boolean;
  declare private _loaded: boolean;
  declare private _open: boolean;

  readonly #locale = new LocaleController(this);
  readonly #service = new ServiceController(this);
  #selected: SelectedHelp | undefined;
  #engine: EngineService | undefined;
  /** What had the focus before the panel. */
  #opener: Element | null = null;

  constructor() {
    super();
    this.campaign = 'help';
    this.withoutButton = this._loaded = this._open = false;
    new ShieldController(this);
    new ClearOfBannerController(this);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    present.add(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    present.delete(this);
    this._open = false;
    for (const other of present) other.requestUpdate();
  }

  /** Opens the panel, at an article where one is named; otherwise where one was reading. */
  async open(article?: string): Promise<void> {
    const [first] = present;
    if (first && first !== this) return first.open(article);
    if (!this._open) this.#opener = deepActiveElement();
    await this.#load();
    if (!this._open) this.refresh();
    await this.updateComplete;
    this.#panel?.open(article);
  }

  /** Closes the panel; the focus returns to where it was, if it is in the panel. */
  close(): void {
    this.#panel?.close();
  }

  /** The page or the person changed: chooses again what is shown. */
  refresh(): void {
    this.#selected = undefined;
    this.requestUpdate();
  }

  /** What there is for this person on this page. Without an engine, all that was written. */
  get selected(): SelectedHelp {
    const engine = this.#service.value;
    // The engine may come later than this.
    if (engine !== this.#engine) this.#selected = undefined;
    this.#engine = engine;
    const plan = engine?.plan();
    return (this.#selected ??= selectHelp(
      { campaigns: plan?.campaigns ?? [], help: this.content ?? this.#written() ?? plan?.help },
      engine?.context(),
      engine ?? { isFor: () => true, isOn: () => true },
    ));
  }

  get #panel(): SentierHelpPanel | null {
    return this.renderRoot.querySelector('sentier-help-panel');
  }

  /** Read when it is needed: an element may be upgraded before its children are there. */
  #written(): Help | undefined {
    const text = this.querySelector('script[type="application/json"]')?.textContent;
    try {
      return text ? (JSON.parse(text) as Help) : undefined;
    } catch (error) {
      this.dispatchEvent(new SentierErrorEvent(error, this.campaign));
      return undefined;
    }
  }

  async #load(): Promise<void> {
    try {
      await import('./define-help-panel.js');
      this._loaded = true;
    } catch (error) {
      this.dispatchEvent(new SentierErrorEvent(error, this.campaign));
    }
  }

  async #handleDismiss(): Promise<void> {
    const inside = this.#panel?.shadowRoot?.activeElement;
    this._open = false;
    // The button can take the focus again once it is no longer hidden.
    await this.updateComplete;
    await this.#panel?.updateComplete;
    if (inside) returnFocus(this.#opener);
  }

  #renderPanel() {
    const { settings } = this.#service.value?.plan() ?? {};
    return html`<sentier-help-panel
      id="panel"
      .campaign=${this.campaign}
      .selected=${this.selected}
      .locales=${this.locales ?? localesOf(this, this.#service.value)}
      .planLocale=${this.planLocale ?? settings?.locale}
      .serviceNames=${settings?.services ?? {}}
      .replay=${(id: string) => void this.#service.value?.show(id)}
      @sentier-show=${() => (this._open = true)}
      @sentier-dismiss=${() => void this.#handleDismiss()}
    ></sentier-help-panel>`;
  }

  protected override render() {
    const [first] = present;
    if (first !== this) return nothing;
    // The side is the page's.
    return html`<div class="root" lang=${this.#locale.lang} dir=${getComputedStyle(this).direction}>
      ${
        this.withoutButton
          ? nothing
          : html`<button
              class="launch primary"
              type="button"
              aria-expanded=${this._open ? 'true' : 'false'}
              aria-controls="panel"
              @pointerenter=${() => void this.#load()}
              @click=${() => void (this._open ? this.close() : this.open())}
            >
              ${icon(CircleQuestionMark)}<span>${msg('Aide', { id: 'help' })}</span>
            </button>`
      }
      ${this._loaded ? this.#renderPanel() : nothing}
    </div>`;
  }
}
