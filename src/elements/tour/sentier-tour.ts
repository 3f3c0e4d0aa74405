import type { Context, PlanIndex } from '../../core/types.js';
import { stepName } from '../../model/step-name.js';
import type { TourEnd, TourEvent } from '../../core/tour/tour-state.js';
import type { TourView } from '../../engine/tour/tour-runner.js';
import type { Audience } from '../../model/schema/audience.js';
import type { TourContent, TourStep } from '../../model/schema/tour.js';
import { deepActiveElement, focusMain, returnFocus } from '../../platform/focus.js';
import { NativeEvent } from '../../platform/natives.js';
import { nextTask } from '../../platform/next-task.js';
import { dock, hide, hold, watchSizes } from '../../platform/placement-later.js';
import { SentierErrorEvent } from '../events/sentier-error-event.js';
import { SentierEvent } from '../events/sentier-event.js';
import { untilTomorrow } from '../events/sentier-snooze-event.js';
import { afterPaint } from '../primitives/ahead.js';
import { followLocale, localesOf } from '../primitives/locales-of.js';
import { applyTheme } from '../primitives/mount.js';
import { viewAhead } from './ahead.js';
import { nodesIn, type Painted, type TourNodes } from './paint.js';
import type { SentierStep } from './sentier-step.js';
import type { StepContent } from './step-content.js';
import { fillCard, nameCard } from './tour-card.js';
import type { CardAction } from './tour-card.js';
import type { Walk, WalkParts } from './more/walk.js';

const isAsTold = (ahead: TourView, view: TourView | undefined): boolean =>
  ahead.at === view?.at && ahead.step === view.step && ahead.target === view.target;

/**
 * A guided tour over the page's own elements: a ring around each, and a card beside it. Steps come from `content`, or
 * are written within as `<sentier-step>`. Shows nothing until `start()`, or at once with `autostart`.
 *
 * Without Lit: a card is built once and never changes, and a page that shows a tour need not load 6 kB to fill it.
 *
 * @slot step - The `<sentier-step>` that the tour is at; the element sets this by itself.
 * @attr {boolean} autostart - Starts as soon as it is in the page.
 * @attr {string} campaign - Id that its events carry.
 * @attr {string} plan-locale - Language of texts that name none; the page's by default for steps written within, French for `content`.
 * @attr {number} [level=2] - Level of the heading of a card.
 * @attr {light|dark} scheme - The page's own by default.
 * @attr {boolean} presenter - For demonstrations: large texts, and the keys of a remote control.
 * @csspart card - The step's dialog.
 * @csspart ring - What is around the target; its shadow is the veil.
 * @cssprop --sentier-accent - Colour of the ring and of the main button; `--sentier-accent-dark` on dark pages.
 * @cssprop --sentier-on-accent - Text on it.
 * @cssprop --sentier-radius - Corners of the card.
 * @cssprop --sentier-font - Font of the card.
 * @cssprop --sentier-font-size - Size that all others follow.
 * @fires sentier-before-show - Cancelable.
 * @fires sentier-show
 * @fires sentier-start - The tour itself began: the intro, if any, was accepted.
 * @fires sentier-step - A step came on screen.
 * @fires sentier-target-missing - A step's target was not found in time.
 * @fires sentier-complete
 * @fires sentier-before-dismiss - Cancelable: the person is about to leave or put off the tour.
 * @fires sentier-dismiss
 * @fires sentier-snooze
 * @fires close - Nothing of it is on screen any more. Does not bubble.
 */
export class SentierTour extends HTMLElement {
  /** Not validated: `steps` is what it needs. */
  declare content: Partial<TourContent> | undefined;
  /** Languages in order of preference; the page's when absent. */
  declare locales: readonly string[] | undefined;
  /** Whether the person is of an audience: for branches. Nobody is, where nobody knows. */
  declare isFor: ((audience: Audience) => boolean) | undefined;
  /** Who it is shown to, where that is for the plan's rules to say. */
  declare person: { plan: PlanIndex; context: Context } | undefined;
  /** Keeps the choice of simplified words. */
  declare keepSimplified: ((is: boolean) => void) | undefined;
  /** Keeps a step of another page before the page is left. Set by who can remember. */
  declare remember: ((step: string) => void) | undefined;

  readonly #nodes: TourNodes = nodesIn(this);
  readonly #card = this.#nodes.card;
  readonly #placement = this.#nodes.placement;
  #steps: readonly StepContent[] = [];
  #view: TourView | undefined;
  /** What was shown before the machine was there. */
  #ahead: TourView | undefined;
  /** Undefined when no tour is on. */
  #walking: Promise<void> | undefined;
  #walk: Walk | undefined;
  #life = new AbortController();
  /** What had the focus before the tour. */
  #from: Element | null = null;
  #glide: Animation | undefined;

  constructor() {
    super();
    watchSizes(this.#placement);
    this.#card.addEventListener('click', ({ target }) => {
      const action = (target as Element).closest('button')?.value;
      if (action) this[action as CardAction]?.();
    });
    // Until all keys are heard.
    this.#card.addEventListener('keydown', ({ key }) => {
      if (key === 'Escape' && !this.#walk) this.leave(this.#view?.at === 'intro' ? 'snoozed' : 'dismissed');
    });
  }

  connectedCallback(): void {
    if (this.#walking || !this.hasAttribute('autostart')) return;
    // Steps written within may not be defined yet.
    void Promise.resolve(this.content ?? customElements.whenDefined('sentier-step')).then(
      () => this.isConnected && this.start(),
    );
  }

  disconnectedCallback(): void {
    if (!this.#walk?.more.outlives()) this.close();
  }

  /** Settles when a tour that was started can go on: its first card may be seen before. */
  get updateComplete(): Promise<void> {
    return this.#walking ?? Promise.resolve();
  }

  /** Whether a card is on screen. */
  get isOpen(): boolean {
    return !!this.#view;
  }

  get campaign(): string {
    return this.getAttribute('campaign') ?? '';
  }
  set campaign(id: string) {
    this.setAttribute('campaign', id);
  }

  /**
   * Starts at the intro or the first step; at the step of that id, without intro, when given. False when it may not, or
   * runs. `away`: on how many pages in a row that step could not be shown.
   */
  start(step?: string, away = 0): boolean {
    if (this.#walking) return false;
    this.#readSteps();
    if (!this.#steps.length || !this.#say('sentier-before-show', true)) return false;
    if (!this.hasAttribute('scheme')) applyTheme(this);
    this.#from = deepActiveElement();
    // Drawn first, where that is sure; then comes what goes on with it.
    const ahead =
      step || this.hasAttribute('presenter')
        ? undefined
        : viewAhead({ steps: this.#steps as TourStep[], intro: this.content?.intro });
    if (ahead) this.#show(ahead);
    this.#walkOn(ahead, ahead && new Promise<void>(afterPaint), step, away);
    return true;
  }

  /** Goes on with what was painted before it had anything to do with it (present-tour.ts). */
  goOn({ view, from, asked }: Painted): void {
    this.#readSteps();
    this.#view = view;
    this.#from = from;
    this.#walkOn(view);
    if (asked) this[asked]();
  }

  #readSteps(): void {
    const steps =
      this.content?.steps ??
      ([...this.children] as Partial<SentierStep>[]).flatMap(({ content }) => content ?? []);
    this.#steps = steps.map((one, i) => ({ ...one, id: stepName(one, i) }));
  }

  /** Brings what goes on from the first card, and after it where it is there already. */
  #walkOn(ahead: TourView | undefined, painted?: Promise<void>, step?: string, away?: number): void {
    const { signal } = (this.#life = new AbortController());
    signal.addEventListener(
      'abort',
      followLocale(this, () => (this.#walk ? this.#walk.more.refill() : this.#fill())),
    );
    this.#ahead = ahead;
    this.#walking = this.#fetchWalk(signal, ahead, painted, step, away).catch((error: unknown) => {
      if (signal.aborted) return;
      this.dispatchEvent(new SentierErrorEvent(error, this.campaign));
      this.close();
    });
    // Who hears it may close it.
    this.#say('sentier-show');
  }

  /** After a first card that stands already in several tasks: none is to keep who acts by then waiting. */
  async #fetchWalk(
    signal: AbortSignal,
    ahead: TourView | undefined,
    painted?: Promise<void>,
    step?: string,
    away?: number,
  ) {
    await painted;
    const { Walk } = await import('./more/walk.js');
    if (signal.aborted) return;
    const walk = (this.#walk = new Walk(this.#parts()));
    if (ahead) await nextTask();
    if (signal.aborted) return;
    await walk.runner.start(step, away, ahead?.target);
    if (!ahead) return;
    await nextTask();
    // As it was told ahead: it gets what it did without.
    if (signal.aborted || !isAsTold(ahead, this.#view)) return;
    walk.more.place(this.#view!);
    this.#placement.refit?.();
  }

  #parts(): Omit<WalkParts, 'send'> {
    return {
      host: this,
      card: this.#card,
      ring: this.#nodes.ring,
      status: this.#nodes.status,
      steps: this.#steps,
      locales: () => this.locales ?? localesOf(this),
      view: () => this.#view,
      isHint: (view) => this.#isHint(view),
      finish: (outcome) => this.#finish(outcome),
      show: (view) => this.#show(view),
      hold: () => hold(this.#placement),
      refill: () => this.#fill(),
      replace: () => this.#view && this.#place(),
    };
  }

  /** What is asked before it can be done is done then. */
  #send(event: TourEvent): void {
    if (this.#walk?.runner.isOn) this.#walk.runner.send(event);
    else void this.#walking?.then(() => this.#walk?.runner.send(event));
  }

  next(): void {
    this.#send({ type: 'next' });
  }

  back(): void {
    this.#send({ type: 'back' });
  }

  /** Leaves as the person does; at the intro this is "no thanks". */
  leave(as: 'dismissed' | 'snoozed' = 'dismissed'): void {
    if (!this.#walking || !this.#say('sentier-before-dismiss', true)) return;
    if (this.#walk?.runner.isOn) this.#walk.runner.send({ type: 'leave', as });
    // A no is one before all has come, whatever becomes of the page.
    else this.#finish(as);
  }

  /** Says how it ended, and goes. */
  #finish(outcome: TourEnd): void {
    if (outcome === 'snoozed') this.dispatchEvent(untilTomorrow(this.campaign));
    else if (outcome !== 'notFound')
      this.#say(outcome === 'completed' ? 'sentier-complete' : 'sentier-dismiss');
    this.close();
  }

  snooze(): void {
    this.leave('snoozed');
  }

  /** Takes it off without an outcome. Idempotent. */
  close(): void {
    if (!this.#walking) return;
    const hadFocus = !deepActiveElement() || this.contains(document.activeElement);
    this.#life.abort();
    this.#walk?.end();
    this.#walk = this.#walking = this.#view = this.#ahead = undefined;
    this.#glide?.cancel();
    hide(this.#placement);
    this.#card.replaceChildren();
    for (const { element } of this.#steps) element?.removeAttribute('slot');
    // Where nothing had it before, nothing is lost: a tour leaves no trace in the page.
    if (hadFocus && this.#from && !returnFocus(this.#from)) focusMain();
    this.#from = null;
    this.dispatchEvent(new NativeEvent('close'));
  }

  #say(type: string, cancelable?: boolean): boolean {
    return this.dispatchEvent(new SentierEvent(type, this.campaign, cancelable));
  }

  #show(view: TourView): void {
    const before = this.#view;
    this.#view = view;
    const ahead = this.#ahead;
    this.#ahead = undefined;
    // As it was told ahead: it stays as it stands.
    if (ahead && isAsTold(ahead, view)) return this.#walk?.more.fill(view);
    this.#nodes.status.textContent = '';
    const isOther = !!ahead || before?.at !== view.at || before.step !== view.step;
    const had = this.shadowRoot?.activeElement;
    if (isOther) this.#fill();
    this.#place();
    // What the person has not asked for does not take their focus: a page that a step is not of, a hint.
    if (isOther && (had || (!this.#isHint(view) && (before || view.at !== 'waiting'))))
      this.#card.focus({ preventScroll: true });
  }

  #isHint({ at, step, target }: TourView): boolean {
    return at === 'active' && !!target && this.#steps[step]?.display === 'hint';
  }

  /** Writes the card. */
  #fill(): void {
    const view = this.#view;
    if (!view) return;
    const step = this.#steps[view.step];
    for (const { element } of this.#steps) element?.removeAttribute('slot');
    step?.element?.setAttribute('slot', 'step');
    fillCard(this.#card, {
      view,
      said: (view.at === 'intro' ? this.content?.intro : step) ?? {},
      locales: this.locales ?? localesOf(this),
      planLocale: this.getAttribute('plan-locale'),
      level: this.getAttribute('level') ?? '2',
    });
    this.#walk?.more.fill(view);
    nameCard(this.#card);
  }

  /** Puts card and ring where the view wants them, in the part of the page where they can be reached. */
  #place(): void {
    const view = this.#view!;
    const { at, step, target, also } = view;
    const { placement = 'bottom', spotlight } = this.#steps[step] ?? {};
    const card = this.#card;
    const had = this.shadowRoot?.activeElement as HTMLElement | null;
    this.#glide?.cancel();
    const glide = this.#walk?.more.glide();
    this.#walk?.more.settle(target);
    // With a target in sight nothing else is hidden from assistive technology: the page stays in use.
    if (at === 'waiting' || target) card.removeAttribute('aria-modal');
    else card.setAttribute('aria-modal', 'true');
    if (at === 'waiting') dock(this.#placement);
    else if (target) this.#placement.at(target, placement, also, spotlight);
    else this.#placement.centre();
    this.#nodes.ring.classList.toggle('hint', this.#isHint(view));
    this.#walk?.more.place(view);
    if (had && !this.shadowRoot?.activeElement) had.focus({ preventScroll: true });
    if (target) this.#glide = glide?.();
  }
}
