import { nextTask } from '../../platform/next-task.js';
import { html, LitElement, nothing } from 'lit';
import { stepName } from '../../model/step-name.js';
import type { PropertyValues, TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import Circle from 'lucide/dist/esm/icons/circle-dot.mjs';
import Play from 'lucide/dist/esm/icons/play.mjs';
import Plus from 'lucide/dist/esm/icons/plus.mjs';
import Scan from 'lucide/dist/esm/icons/scan-search.mjs';
import { LocaleController } from '../../elements/controllers/locale-controller.js';
import { icon } from '../../elements/primitives/icon.js';
import { prop, state } from '../../elements/primitives/prop.js';
import { styles as base } from '../../elements/styles/base.styles.js';
import { styles as button } from '../../elements/styles/button.styles.js';
import { styles as tokens } from '../../elements/styles/tokens.styles.js';
import { msg } from '../../locales/msg.js';
import { str } from '../../locales/str.js';
import type { PlanIssue } from '../../model/plan-issue.js';
import type { Campaign } from '../../model/schema/campaign.js';
import type { Target, Text } from '../../model/schema/common.js';
import type { TourContent } from '../../model/schema/tour.js';
import { resolveText } from '../../model/text.js';
import { prepareLocator } from '../../platform/locator.js';
import { currentPath, watchRoute } from '../../platform/route-watcher.js';
import { ContentEdit } from '../fields/content-edit.js';
import type { Writing } from '../fields/authored.js';
import { styles as fields } from '../fields/field.styles.js';
import { followItem } from '../fields/follow-item.js';
import { pickElement } from '../picker/pick-element.js';
import { describe } from '../picker/words.js';
import { styles as desk } from '../shell/studio.styles.js';
import { newId } from '../store/new-id.js';
import { moved, without } from '../store/paths.js';
import type { Key } from '../store/paths.js';
import type { PlanDocument } from '../store/studio-store.js';
import { StudioAwayEvent } from './away-event.js';
import { checkStep, isTrouble } from './check-steps.js';
import type { StepCheck } from './check-steps.js';
import { introView } from './intro-view.js';
import { playTour } from './play-tour.js';
import { recordSteps } from './record-steps.js';
import { keptRecording } from './recording-store.js';
import { aimed, targetOf } from './step-fields.js';
import type { Content, Step } from './step-fields.js';
import { rowTools, stepForm } from './step-view.js';
import { styles } from './tour-editor.styles.js';
import { checkedWords, stateWord } from './words.js';

/**
 * Writes a tour over the page that is open: steps as a path, their targets picked on the page and checked there, played
 * by the real tour from any step, or recorded while the author clicks through.
 *
 * @fires sentier-studio-change - With the whole campaign.
 * @fires sentier-studio-away - Cancelable: the editor needs the page to itself, or is back.
 */
export class SentierTourEditor extends LitElement {
  static override styles = [tokens, base, button, desk, fields, styles];
  static override properties = {
    campaign: prop({ attribute: false }),
    plan: prop({ attribute: false }),
    writing: prop({ attribute: false }),
    at: prop({ attribute: false }),
    issues: prop({ attribute: false }),
    disabled: prop({ type: Boolean }),
    _open: state(),
    _checks: state(),
    _said: state(),
    _removed: state(),
  };

  declare campaign: Campaign;
  declare plan: PlanDocument;
  declare writing: Writing;
  declare at: readonly Key[];
  declare issues: readonly PlanIssue[];
  declare disabled: boolean;
  /** Id of the step whose form is open. */
  declare private _open: string | undefined;
  declare private _checks: ReadonlyMap<string, StepCheck>;
  declare private _said: string;
  /** The step taken away last, to be put back. */
  declare private _removed: { step: Step; index: number } | undefined;

  readonly #locale = new LocaleController(this);
  readonly #edit = new ContentEdit<TourContent>(this);
  #life = new AbortController();
  #isRecording = false;

  constructor() {
    super();
    this.at = ['content'];
    this.issues = [];
    this.disabled = false;
    this.writing = { lang: 'fr', main: 'fr' };
    this._checks = new Map();
    this._said = '';
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#life = new AbortController();
    watchRoute(() => void this.#check(), this.#life.signal);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#life.abort();
  }

  protected override firstUpdated(): void {
    // The author was recording and has come to another page.
    const kept = this.#isOverPage ? keptRecording(this.campaign.id) : undefined;
    if (kept) void this.updateComplete.then(() => this.#record(kept));
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('campaign') || changed.has('at')) void this.#check();
  }

  /** Every step has an id: what is open, checked, recorded and led to is known by it. */
  get #steps(): (Step & { id: string })[] {
    return ((this.#edit.content as Content).steps ?? []).map((step, i) => ({
      ...step,
      id: stepName(step, i),
    }));
  }

  /** The studio in a page of its own has no page to point at. */
  get #isOverPage(): boolean {
    return this.#shell?.getAttribute('mode') !== 'page';
  }

  /** The whole studio around. */
  get #shell(): HTMLElement | undefined {
    let found: HTMLElement | undefined;
    for (let host: Node | undefined = (this.getRootNode() as Partial<ShadowRoot>).host; host;)
      host = ((found = host as HTMLElement).getRootNode() as Partial<ShadowRoot>).host;
    return found;
  }

  #put(steps: readonly Step[], key = 'steps'): void {
    this.#edit.set(['steps'], steps, key);
  }

  #set(index: number, name: keyof Step, value: unknown): void {
    this.#edit.set(['steps', index, name], value, `steps[${index}].${String(name)}`);
  }

  /** Opens the step that a path is of, so that its field is there to be gone to. */
  async reveal(path: string): Promise<void> {
    const step = this.#steps[Number(/\bsteps\[(\d+)\]/.exec(path)?.[1])];
    if (step) this._open = step.id;
    await this.updateComplete;
  }

  #titleOf(text: Text | undefined): string {
    return resolveText(text, [this.writing.lang], this.writing.main).value;
  }

  /** Looks for every target on the page, now. */
  async #check(isAsked = false): Promise<void> {
    if (!this.#isOverPage) return;
    await prepareLocator().catch(() => undefined);
    const path = currentPath();
    const steps = this.#steps;
    this._checks = new Map(steps.map((step) => [step.id, checkStep(step, path, this.campaign.when?.pages)]));
    const states = [...this._checks.values()].map(({ state }) => state);
    const elsewhere = states.filter((one) => one === 'elsewhere').length;
    if (isAsked) this._said = checkedWords(steps.length, states.filter(isTrouble).length, elsewhere);
  }

  /** Hides the studio, and shows it again when what was done is done. */
  #away(isAway: boolean): void {
    if (!this.dispatchEvent(new StudioAwayEvent(isAway))) return;
    const shell = this.#shell;
    if (shell) shell.hidden = isAway;
  }

  async #pick(key: string, withTree: boolean, done: (target: Target) => void): Promise<void> {
    this.#away(true);
    const picked = await pickElement({ withTree, signal: this.#life.signal });
    this.#away(false);
    const target = targetOf(picked?.parts.map(({ part }) => part) ?? []);
    if (target !== undefined) done(target);
    this._said =
      picked && target === undefined
        ? msg('Rien ne distingue cet élément des autres\u00a0: choisissez-en un autour.', {
            id: 'studio-picker-none',
          })
        : picked
          ? msg(str`Cible choisie\u00a0: ${describe(picked.element)}`, { id: 'studio-tour-picked' })
          : '';
    // What had the focus was hidden while picking.
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>(`.step.open [data-pick="${key}"]`)?.focus();
  }

  async #add(): Promise<void> {
    const steps = this.#steps;
    const id = newId(
      `etape-${steps.length + 1}`,
      steps.map((step) => step.id),
    );
    this.#put([...steps, { id, title: '' }]);
    await this.#show(id, '[data-pick="target"]');
  }

  /** Opens a step's form and puts the focus in it; on its title where what should have it is off. */
  async #show(id: string | undefined, selector = 'button.title'): Promise<void> {
    this._open = id;
    // The owner of the campaign gives it back changed.
    await nextTask();
    await this.updateComplete;
    const step = this.renderRoot.querySelector('.step.open');
    const wanted = step?.querySelector<HTMLElement>(`${selector}:not([disabled])`);
    (wanted ?? step?.querySelector<HTMLElement>('button.title'))?.focus();
  }

  async #move(index: number, by: 1 | -1): Promise<void> {
    const steps = this.#steps;
    const step = steps[index];
    const to = index + by;
    if (!step || !steps[to]) return;
    const follow = followItem(this.renderRoot as ShadowRoot, '.step', index, 'button.title');
    this.#put(moved(steps, index, to));
    this._said = msg(str`Étape déplacée\u00a0: ${to + 1} sur ${steps.length}.`, { id: 'studio-tour-moved' });
    await nextTask();
    await this.updateComplete;
    follow(to);
  }

  async #remove(index: number): Promise<void> {
    const steps = this.#steps;
    const step = steps[index];
    if (!step) return;
    this._removed = { step, index };
    this.#put(without(steps, index));
    this._open = undefined;
    this._said = msg(str`Étape ${index + 1} retirée.`, { id: 'studio-tour-removed' });
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('.undo')?.focus();
  }

  #restore(): void {
    if (!this._removed) return;
    const { step, index } = this._removed;
    const steps: Step[] = [...this.#steps];
    steps.splice(index, 0, step);
    this._removed = undefined;
    this.#put(steps);
    void this.#show(step.id);
  }

  /** The real tour, over the real page. */
  async #play(from?: string): Promise<void> {
    if (!this.#steps.length) return;
    const content = { ...this.#edit.content, steps: this.#steps };
    await playTour({
      content,
      locales: [this.writing.lang],
      plan: this.plan,
      from,
      away: (isAway) => this.#away(isAway),
    });
    void this.#check();
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>(from ? '.step.open button.title' : '.play')?.focus();
  }

  /** Each click and each field filled in becomes a step; goes on over a change of page. */
  async #record(kept: readonly Step[] = []): Promise<void> {
    if (this.#isRecording) return;
    this.#isRecording = true;
    this.#away(true);
    await recordSteps(this.campaign.id, this.#steps, kept, (steps) => this.#put(steps));
    this.#isRecording = false;
    this.#away(false);
    const first = this.#steps.find((step) => step.target && !step.body);
    await this.#show(first?.id);
  }

  #handleKeydown(event: KeyboardEvent, index: number): void {
    if (!event.altKey || this.disabled || !/^Arrow(Up|Down)$/.test(event.key)) return;
    event.preventDefault();
    void this.#move(index, event.key === 'ArrowUp' ? -1 : 1);
  }

  protected override render(): TemplateResult {
    const { lang } = this.#locale;
    const steps = this.#steps;
    const isOverPage = this.#isOverPage;
    return html`<div class="root stack" lang=${lang}>
      <div class="head">
        <button
          type="button"
          class="primary play"
          ?disabled=${!isOverPage || !steps.length}
          @click=${() => void this.#play()}
        >
          ${icon(Play, 18)} ${msg('Jouer la visite', { id: 'studio-tour-play' })}
        </button>
        <button
          type="button"
          class="quiet"
          ?disabled=${!isOverPage || this.disabled}
          @click=${() => void this.#record()}
        >
          ${icon(Circle, 18)} ${msg('Enregistrer mes clics', { id: 'studio-tour-record' })}
        </button>
        <button
          type="button"
          class="quiet"
          ?disabled=${!isOverPage || !steps.length}
          @click=${() => void this.#check(true)}
        >
          ${icon(Scan, 18)} ${msg('Vérifier cette page', { id: 'studio-tour-check' })}
        </button>
      </div>
      <p class="soft small" role="status">${this._said}</p>
      ${
        isOverPage
          ? nothing
          : html`<p class="note">
              ${msg('Pour montrer les éléments, jouer et vérifier, ouvrez le studio sur l’ENT lui-même\u00a0: ajoutez ?sentier-studio à l’adresse d’une page.', { id: 'studio-tour-page-needed' })}
            </p>`
      }
      ${introView(this.#edit, this.writing, this.campaign.id)}
      ${
        steps.length
          ? html`<ol class="steps">
              ${repeat(
                steps,
                (step) => step.id,
                (step, i) => this.#stepView(step, i, steps),
              )}
            </ol>`
          : html`<div class="empty">
              <h3>${msg('Une visite est un chemin de quelques étapes', { id: 'studio-tour-empty' })}</h3>
              <p class="soft">
                ${msg('Montrez un élément de la page, écrivez une phrase, passez au suivant. Cinq étapes suffisent presque toujours. Ou enregistrez vos clics\u00a0: chacun devient une étape.', { id: 'studio-tour-empty-how' })}
              </p>
            </div>`
      }
      <div class="row">
        <button type="button" class="quiet add" ?disabled=${this.disabled} @click=${() => void this.#add()}>
          ${icon(Plus, 18)} ${msg('Ajouter une étape', { id: 'studio-tour-add' })}
        </button>
        ${
          this._removed
            ? html`<button type="button" class="undo" @click=${() => this.#restore()}>
                ${msg('Remettre l’étape retirée', { id: 'studio-tour-undo' })}
              </button>`
            : nothing
        }
      </div>
    </div>`;
  }

  #stepView(
    step: Step & { id: string },
    index: number,
    steps: readonly (Step & { id: string })[],
  ): TemplateResult {
    const isOpen = this._open === step.id;
    const check = this._checks.get(step.id);
    const title = this.#titleOf(step.title);
    const nameOf = (one: Step, i: number) =>
      this.#titleOf(one.title) || msg(str`Étape ${i + 1}`, { id: 'studio-tour-step' });
    return html`<li
      class=${isOpen ? 'step open' : 'step'}
      @keydown=${(event: KeyboardEvent) => this.#handleKeydown(event, index)}
    >
      <span class="mark" aria-hidden="true">${index + 1}</span>
      <button
        type="button"
        class="title"
        aria-expanded=${isOpen ? 'true' : 'false'}
        aria-keyshortcuts="Alt+ArrowUp Alt+ArrowDown"
        @click=${() => (this._open = isOpen ? undefined : step.id)}
      >
        <span class="words">
          <span class="sr">${index + 1}. </span>${
            title || html`<span class="untitled">${msg('Sans titre', { id: 'studio-tour-untitled' })}</span>`
          }
        </span>
        ${check ? html`<span class="state" data-state=${check.state}>${stateWord(check.state)}</span>` : nothing}
      </button>
      ${
        isOpen
          ? html`${stepForm({
              step,
              index,
              others: steps.map((one, i) => [one.id, nameOf(one, i)]),
              check,
              plan: this.plan,
              writing: this.writing,
              disabled: this.disabled,
              isOverPage: this.#isOverPage,
              field: (path, label, hint) => this.#edit.field(`steps[${index}].${path}`, label, hint),
              error: (name) => this.#edit.error(name),
              set: (name, value) => this.#set(index, name, value),
              aim: (target) =>
                this.#edit.set(['steps', index], aimed(step, target), `steps[${index}].target`),
              pick: (key, withTree, done) => void this.#pick(key, withTree, done),
            })}
            ${rowTools(index, steps.length, this.disabled, this.#isOverPage, {
              up: () => void this.#move(index, -1),
              down: () => void this.#move(index, 1),
              remove: () => void this.#remove(index),
              play: () => void this.#play(step.id),
            })}`
          : nothing
      }
    </li>`;
  }
}
