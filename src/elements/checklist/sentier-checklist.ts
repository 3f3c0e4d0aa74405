import { LitElement, html, nothing, type PropertyValues } from 'lit';
import ChevronDown from 'lucide/dist/esm/icons/chevron-down.mjs';
import { checklistState, type ChecklistState } from '../../core/checklist/checklist-state.js';
import type { CampaignProgress, Progress } from '../../core/types.js';
import { msg, proposeInterfaceLocale } from '../../locales/msg.js';
import { directionOf } from '../../model/text.js';
import type { ChecklistContent, ChecklistTask } from '../../model/schema/checklist.js';
import { deepActiveElement, focusMain } from '../../platform/focus.js';
import { LocaleController } from '../controllers/locale-controller.js';
import { ServiceController } from '../controllers/service-controller.js';
import { ShieldController } from '../controllers/shield-controller.js';
import { SentierActionEvent } from '../events/sentier-action-event.js';
import { SentierEvent } from '../events/sentier-event.js';
import { SentierStepEvent } from '../events/sentier-step-event.js';
import { icon } from '../primitives/icon.js';
import { localesOf } from '../primitives/locales-of.js';
import { applyTheme } from '../primitives/mount.js';
import { prop, state } from '../primitives/prop.js';
import { renderText } from '../primitives/render-text.js';
import { POPOVER, showInTopLayer } from '../primitives/top-layer.js';
import { waymarks } from '../primitives/waymarks.js';
import { styles as waymarkStyles } from '../primitives/waymarks.styles.js';
import { styles as base } from '../styles/base.styles.js';
import { styles as button } from '../styles/button.styles.js';
import { styles as card } from '../styles/card.styles.js';
import { styles as tokens } from '../styles/tokens.styles.js';
import { cheerView, type ChecklistView, countWords, tasksView } from './checklist-views.js';
import { styles } from './checklist.styles.js';

const NOTHING: Progress = { campaigns: {} };

/**
 * "Getting started": tasks along a path. Which are done is told by `done` and `progress`; what does them is the page's
 * and the engine's to say.
 *
 * @attr {string} campaign - Id that its events carry.
 * @attr {inline|corner} [place=inline] - Where the element stands, or a card over the page that folds into a pill.
 * @attr {boolean} folded - Only its head is to be seen.
 * @fires sentier-before-show - Cancelable.
 * @fires sentier-show - It is on screen.
 * @fires sentier-action - A task is to be begun: `do` and `to` of it. Cancelable.
 * @fires sentier-step - A task was begun; `step` is its id.
 * @fires sentier-complete - All is done.
 * @fires sentier-before-dismiss - Cancelable.
 * @fires sentier-dismiss - It was put away; the element is `hidden` from then on.
 * @cssprop --sentier-accent - Colour of the path and of what can be pressed.
 */
export class SentierChecklist extends LitElement {
  static override styles = [tokens, base, card, button, waymarkStyles, styles];
  static override properties = {
    campaign: prop(),
    content: prop({ attribute: false }),
    done: prop({ attribute: false }),
    progress: prop({ attribute: false }),
    locales: prop({ attribute: false }),
    planLocale: prop({ attribute: 'plan-locale' }),
    place: prop(),
    folded: prop({ type: Boolean, reflect: true }),
    _party: state(),
    _said: state(),
  };

  declare campaign: string;
  declare content: ChecklistContent | undefined;
  /** Ids of tasks that are done. @default none */
  declare done: readonly string[];
  /** What became of the campaigns that tasks lead to. @default nothing */
  declare progress: Progress;
  declare locales: readonly string[] | undefined;
  declare planLocale: string | undefined;
  /** @default 'inline' */
  declare place: 'inline' | 'corner';
  /** @default false */
  declare folded: boolean;
  /** All was done while it was on screen. */
  declare private _party: boolean;
  /** Of the live region. */
  declare private _said: string;

  /** What begins a task: the engine's `show`. */
  perform: ((id: string) => Promise<boolean>) | undefined = undefined;
  /** Whether a task is for this person. */
  isFor: (task: ChecklistTask) => boolean = () => true;

  readonly #locale = new LocaleController(this);
  readonly #service = new ServiceController(this);
  #shown = false;
  #before = -1;
  /** The last task was done, and nobody was told of it yet. */
  #isFinished = false;

  constructor() {
    super();
    this.campaign = '';
    this.done = [];
    this.progress = NOTHING;
    this.place = 'inline';
    this.folded = this._party = false;
    this._said = '';
    new ShieldController(this);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    proposeInterfaceLocale(this.locales ?? localesOf(this));
    if (!this.hasAttribute('scheme')) applyTheme(this);
  }

  /** How far along one is. */
  get state(): ChecklistState {
    const own = { done: [...this.done] } as CampaignProgress;
    const content = this.content ?? { tasks: [] };
    return checklistState(content, this.progress, own, (task) => this.isFor(task));
  }

  /** Puts it away; help and the feed have it still. */
  hideAway(): void {
    if (this.hidden || !this.#say('sentier-before-dismiss', true)) return;
    const held = this.contains(deepActiveElement()) || !!this.shadowRoot?.activeElement;
    this.hidden = true;
    if (held) focusMain();
    this.#say('sentier-dismiss');
  }

  #say(type: string, cancelable?: boolean): boolean {
    return this.dispatchEvent(new SentierEvent(type, this.campaign, cancelable));
  }

  #start(task: ChecklistTask): void {
    const { do: act, to = '' } = task;
    const where = (act === 'article' ? 'help/' : '') + to;
    if (!this.dispatchEvent(new SentierActionEvent(this.campaign, act as 'tour', where))) return;
    const { tasks } = this.state;
    const index = tasks.findIndex((one) => one.task === task);
    this.dispatchEvent(new SentierStepEvent(this.campaign, task.id, index, tasks.length));
    // Out of the way of what comes, which gives the focus back: to what stays in sight.
    if (this.place === 'corner') {
      this.renderRoot.querySelector<HTMLElement>('.fold')?.focus({ preventScroll: true });
      this.folded = true;
    }
    void (this.perform ?? this.#service.value?.show)?.call(this.#service.value, where);
  }

  protected override willUpdate(changed: PropertyValues): void {
    const { done, complete, tasks } = this.state;
    // What is done of a list that has just come, or of another one, was not done under the person's eyes.
    if (changed.has('content')) this.#before = -1;
    if (this.#before >= 0 && done > this.#before) {
      this._said = complete
        ? msg('C’est fait, bravo\u202f!', { id: 'checklist.complete' })
        : countWords(this.state);
      if (complete) {
        this._party = this.#isFinished = true;
        this.folded = false;
      }
    }
    this.#before = tasks.length ? done : -1;
  }

  protected override updated(): void {
    const box = this.renderRoot.querySelector<HTMLElement>('.list');
    if (!box || this.hidden) return;
    if (this.place === 'corner') showInTopLayer(box);
    if (!this.#shown) {
      this.#shown = true;
      this.#say('sentier-show');
    }
    if (this.#isFinished) {
      this.#isFinished = false;
      this.#say('sentier-complete');
    }
  }

  #toggle(): void {
    this.folded = !this.folded;
    this.#say(this.folded ? 'sentier-fold' : 'sentier-unfold');
  }

  protected override render() {
    const { content, folded, place } = this;
    const { lang } = this.#locale;
    const state = this.state;
    if (!content || !state.tasks.length) return nothing;
    if (!this.#shown && !this.#say('sentier-before-show', true)) {
      this.hidden = true;
      return nothing;
    }
    const view: ChecklistView = {
      content,
      state,
      locales: this.locales ?? localesOf(this, this.#service.value),
      planLocale: this.planLocale ?? this.#service.value?.plan()?.settings?.locale,
      party: this._party,
      start: (task) => this.#start(task),
    };
    const floating = place === 'corner';
    return html`<div class="root" dir=${floating ? getComputedStyle(this).direction : directionOf(lang)}>
      <section
        class="list ${floating ? 'floating' : ''} ${folded ? 'folded' : ''}"
        popover=${(floating && POPOVER) || nothing}
        aria-labelledby="name"
        lang=${lang}
        dir=${directionOf(lang)}
      >
        <div class="head">
          <h2>
            <button
              class="fold"
              type="button"
              aria-expanded=${folded ? 'false' : 'true'}
              aria-controls="body"
              @click=${this.#toggle}
            >
              <span class="name" id="name"
                >${content.title ? renderText(content.title, view.locales, view.planLocale) : msg('Bien démarrer', { id: 'checklist.title' })}</span
              >
              ${waymarks(state.done, state.tasks.length)}
              <span class="count">${countWords(state)}</span>
              ${icon(ChevronDown, 18)}
            </button>
          </h2>
        </div>
        <div class="body" id="body" ?hidden=${folded}>
          ${
            state.complete
              ? cheerView(view)
              : html`${content.intro ? html`<p class="intro">${renderText(content.intro, view.locales, view.planLocale)}</p>` : nothing}
                ${tasksView(view)}`
          }
          <div class="foot">
            <button type="button" @click=${() => this.hideAway()}>
              ${state.complete ? msg('Fermer', { id: 'close' }) : msg('Masquer la liste', { id: 'checklist.hide' })}
            </button>
          </div>
        </div>
        <p class="sr" role="status">${this._said}</p>
      </section>
    </div>`;
  }
}
