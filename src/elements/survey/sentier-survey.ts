import type { Delivery } from '../../core/ports.js';
import type { Answers } from '../../core/survey/answer.js';
import { usableQuestions } from '../../core/survey/usable.js';
import type { Survey, SurveyEvent, SurveyState } from '../../core/survey/survey-machine.js';

import type { Text } from '../../model/schema/common.js';
import type { Question, SurveyContent } from '../../model/schema/survey.js';
import { interfaceLocale } from '../../locales/msg.js';
import { resolveText } from '../../model/text.js';
import type { ResolvedText } from '../../model/text.js';
import { NativeEvent } from '../../platform/natives.js';
import { SentierErrorEvent } from '../events/sentier-error-event.js';
import { SentierEvent } from '../events/sentier-event.js';
import { followLocale, localesOf } from '../primitives/locales-of.js';
import { applyTheme } from '../primitives/theme.js';
import { HAS_LOGIC, treeOf } from './ahead.js';
import type { Ahead } from './ahead.js';
import { announce } from './announce.js';
import type { Course, CourseParts } from './course.js';
import type * as done from './done-view.js';
import type { Logic } from './logic.js';
import type * as run from './run.js';
import type { ViewContext } from './question-view.js';
import { isUp } from './is-up.js';
import { SurveyCard } from './survey-card.js';
import type { Act } from './survey-card.js';
import { tellSent } from './sent.js';
import { introView } from './views.js';

/** Where unfinished answers are kept, so that a reload or another page takes them up again. */
export interface PartialStore {
  get(): string | undefined;
  set(partial: string | undefined): void;
}

/** What is needed once somebody answers. One for all surveys of a page. */
let kit: typeof run | undefined;
let coming: Promise<typeof run> | undefined;
/** One promise for all who wait, so that what is asked for meanwhile is done in its order. */
const fetchKit = (): Promise<typeof run> =>
  (coming ??= import('./run.js').then(
    (module) => (kit = module),
    (error: unknown) => {
      coming = undefined;
      throw error;
    },
  ));

/**
 * A survey, one question at a time: in a corner card that leaves the page its focus, in a dialog, or where it stands.
 * In the corner it comes last in the page's order, as a region; F6 leads into it and back.
 * Needs no script and no plan: give it `content`, or the same as JSON in a `<script type="application/json">` inside.
 *
 * Without Lit, as the banner is: what a page loads for a survey may weigh 15 kB in all.
 *
 * @attr {string} campaign - Id that its events carry.
 * @attr {string} plan-locale - Language of texts that name none; French by default.
 * @attr {light|dark} scheme - The page's own by default.
 * @attr {pupil} audience - Their words and their size, and no free text unless the content allows it.
 * @fires sentier-before-show - Cancelable.
 * @fires sentier-show - It is on screen.
 * @fires sentier-step - A question came on screen.
 * @fires sentier-answer - The person sent their answers.
 * @fires sentier-complete - The answers are sent, or safe until they can be.
 * @fires sentier-before-dismiss - Before it is closed or put off. Cancelable.
 * @fires sentier-dismiss - Closed without an answer.
 * @fires sentier-snooze - Put off until `until`.
 * @fires sentier-error - A question, or all of the content, cannot be shown.
 * @fires close - Nothing of it is on screen any more. Does not bubble.
 */
export class SentierSurvey extends HTMLElement {
  static readonly observedAttributes = ['audience', 'plan-locale'];

  /** Languages in order of preference; those of the page by default. To be set before `content`. */
  declare locales: readonly string[] | undefined;
  /** What goes with the answers, to be told to the person: `{ profile: "teacher" }`. */
  declare dimensions: Readonly<Record<string, string>> | undefined;
  declare store: PartialStore | undefined;
  /** Canonical profiles of the person, which branches may ask for. To be set before `content`. */
  declare profiles: readonly string[] | undefined;
  /**
   * Sends the answers, and says what became of them; without it, `sentier-answer` is all. `isUnfinished` where the person
   * closed before the end, and the content says that answers are sent then.
   */
  declare send: ((answers: Answers, isUnfinished?: boolean) => Delivery | Promise<Delivery>) | undefined;

  /** The first page, drawn before this class was there. To be set before `content`. @internal */
  declare ahead: Ahead | undefined;

  readonly #tree = treeOf(this);
  #content: Partial<SurveyContent> | undefined;
  #survey: Survey = { questions: [], intro: false };
  #machine: SurveyState | undefined;
  /** What this run was set up with. */
  #set: string | undefined;
  #course: Course | undefined;
  #logic: Logic | undefined;
  #card: SurveyCard | undefined;
  /** What the last page is made with: fetched while questions are answered, for the network may be gone by then. */
  #done: typeof done | undefined;
  #wasShown = false;
  #turn = 0;
  #unlisten: (() => void) | undefined;

  constructor() {
    super();
    const on = (type: string, act: (event: Event) => void): void => this.#tree.addEventListener(type, act);
    on('click', ({ target }) => {
      if ((target as Element).closest('button')?.value === 'back') this.#on({ type: 'back' });
    });
    on('input', () => this.#course?.input());
    // Set by a framework before this class was known: an own property would hide the accessor for good.
    if (Object.prototype.hasOwnProperty.call(this, 'content')) {
      const { content } = this;
      delete (this as Partial<SentierSurvey>).content;
      this.content = content;
    }
  }

  /** Not validated: what is broken is left out and told by `sentier-error`. */
  get content(): Partial<SurveyContent> | undefined {
    return this.#content;
  }
  set content(content: Partial<SurveyContent> | undefined) {
    this.#content = content;
    this.#settle();
  }

  get campaign(): string {
    return this.getAttribute('campaign') ?? '';
  }
  set campaign(id: string) {
    this.setAttribute('campaign', id);
  }

  connectedCallback(): void {
    this.#unlisten = followLocale(this, () => this.#build());
    if (!this.hasAttribute('scheme')) applyTheme(this);
    // Moved by the page, it goes on where it was.
    if (this.#machine) this.#build();
    else this.#settle();
    // While the page is still being parsed, what is written inside may not be here yet.
    document.addEventListener('DOMContentLoaded', this.#onParsed);
  }

  disconnectedCallback(): void {
    this.#unlisten?.();
    document.removeEventListener('DOMContentLoaded', this.#onParsed);
    this.#card?.remove();
  }

  attributeChangedCallback(): void {
    this.#settle();
  }

  /** Takes it off without an outcome: unfinished answers stay kept. Idempotent; what is still coming never comes. */
  close(): void {
    const card = this.#card ?? this.ahead?.card;
    if (!card && this.#machine?.phase === 'ended') return;
    this.#turn++;
    this.#card = this.ahead = undefined;
    card?.remove(true);
    this.#end();
  }

  #end(): void {
    // Not forgotten: answers may still be on their way.
    this.#machine = { question: '', answers: {}, ...this.#machine, phase: 'ended' };
    this.dispatchEvent(new NativeEvent('close'));
  }

  get #display(): string {
    return this.#content?.display ?? 'inline';
  }

  get #isPupil(): boolean {
    return this.getAttribute('audience') === 'pupil';
  }

  readonly #onParsed = (): void => {
    if (!this.#machine) this.#settle();
  };

  /** Takes in what was set, once for all that is set at a time. */
  #settle(): void {
    const turn = ++this.#turn;
    void Promise.resolve().then(() => {
      if (turn !== this.#turn || !this.isConnected) return;
      return this.#open(turn).catch((error: unknown) => {
        this.#fail(error);
        this.#end();
      });
    });
  }

  /** The content written inside by hand. */
  #written(): SurveyContent | undefined {
    const script = this.querySelector('script[type="application/json"]');
    return script ? (JSON.parse(script.textContent ?? '') as SurveyContent) : undefined;
  }

  #fail(error: unknown): void {
    this.dispatchEvent(new SentierErrorEvent(error, this.campaign));
  }

  async #open(turn: number): Promise<void> {
    const content = (this.#content ??= this.#written());
    if (!content) return;
    const { locales, profiles } = this;
    const set = JSON.stringify([content, locales, profiles, this.#isPupil, this.getAttribute('plan-locale')]);
    // A framework sets what is the same at each of its renderings: nobody is to begin again for that.
    if (set === this.#set) return;
    this.#set = undefined;
    const usable = usableQuestions(content, this.#isPupil);
    const { skipped } = usable;
    // Copies: one that cannot be drawn changes, and the content is the page's own.
    const questions = usable.questions.map((question) => ({ ...question }));
    if (!questions.length) skipped.push('questions: at least one that can be shown');
    for (const fault of skipped) this.#fail(new Error(`content.${fault}`));
    if (!questions.length) return;
    const kitComing = fetchKit();
    // Waited for below, or when the person acts.
    kitComing.catch(() => undefined);
    const partial = this.store?.get();
    const intro = !!content.intro || questions.length > 1;
    const chance = crypto.getRandomValues(new Uint32Array(1))[0]!;
    let machine: SurveyState = { phase: 'intro', question: '', answers: {}, seed: chance };
    const hasLogic = HAS_LOGIC.test(set);
    this.#logic = undefined;
    this.#survey = { questions, intro, sendUnfinished: !!content.sendUnfinished };
    // A first page that nothing was answered after needs nothing else.
    if (hasLogic || partial || !intro) {
      const { openingState, placeOf, loadField, seedOf } = await kitComing;
      const seed = seedOf(partial) ?? chance;
      if (hasLogic) await this.#fetchLogic(content, questions, seed);
      machine = openingState(this.#survey, partial, seed);
      const first = placeOf(machine, this.#survey).question as Question | undefined;
      // Nobody is to be asked anything: every condition refuses.
      if (!first) return this.#end();
      if (machine.phase === 'asking') await loadField(first.kind);
    }
    if (turn !== this.#turn || !this.isConnected) return;
    this.#machine = machine;
    this.#set = set;
    const { ahead } = this;
    this.ahead = undefined;
    this.#wasShown = !!ahead;
    if (ahead) this.#takeUp(ahead);
    else this.#build();
    await this.#fetchRest();
  }

  async #fetchLogic(content: Partial<SurveyContent>, questions: Question[], seed: number): Promise<void> {
    const { logicOf } = await import('./logic.js');
    const profiles = this.profiles ?? (this.#isPupil ? ['pupil'] : []);
    this.#logic = logicOf(questions, content.order, seed, profiles, this.#resolve);
    this.#survey = { ...this.#survey, ...this.#logic };
  }

  async #fetchDone(): Promise<void> {
    this.#done ??= await import('./done-view.js').catch(() => undefined);
  }

  /** All that comes later, while the person reads: nobody waits for it, and the network may be gone by then. */
  async #fetchRest(): Promise<void> {
    // What cannot be had is asked for again when its turn comes, and told then.
    const quietly = (error: unknown): unknown => error;
    const kinds = this.#survey.questions.map(({ kind }) => kind);
    await Promise.all([
      this.#fetchDone(),
      fetchKit().then(
        ({ loadField }) => Promise.all(kinds.map((kind) => loadField(kind).catch(quietly))),
        quietly,
      ),
    ]);
  }

  readonly #resolve = (text: Text | undefined): ResolvedText => {
    const locales = this.locales ?? localesOf(this);
    return resolveText(text, locales, this.getAttribute('plan-locale') ?? locales[0]);
  };

  /** Draws the card and brings it up; again, with all that was answered, after a change of place or language. */
  #build(): void {
    if (!this.isConnected || (this.#machine?.phase ?? 'ended') === 'ended') return;
    const before = new SentierEvent('sentier-before-show', this.campaign, true);
    if (!this.#wasShown && !this.dispatchEvent(before)) return this.#end();
    const old = this.#card;
    old?.remove();
    const isTitled = !!this.#content?.title;
    this.#card = new SurveyCard(this.#tree, this.#display, isTitled, this.#act, old?.from);
    this.#draw(this.#card);
    this.#card.bringUp();
    if (this.#wasShown) return;
    this.#wasShown = true;
    this.#on({ type: 'open' });
  }

  /** Goes on with the page that stands there. */
  #takeUp({ card, isBegun }: Ahead): void {
    this.#card = card;
    card.act = this.#act;
    // Moved by the page meanwhile, or in another language.
    if (!isUp(card) || card.root.lang !== interfaceLocale()) this.#build();
    else tellSent(card.root, this.dimensions ?? {});
    this.#on({ type: 'open', isTold: true });
    if (isBegun) this.#on({ type: 'next' });
  }

  /** Draws the page that the machine is at; what is not here yet is fetched first, and the page before stays meanwhile. */
  #draw(card: SurveyCard): void {
    const machine = this.#machine!;
    const dimensions = this.dimensions ?? {};
    if (machine.phase === 'intro') {
      card.draw(introView(this.#context(card, machine)));
      return tellSent(card.root, dimensions);
    }
    const { placeOf, fieldFor, pageView, drawView, refresh } = kit!;
    const { question } = placeOf(machine, this.#survey);
    const draw = fieldFor(machine.phase === 'done' ? 'info' : question.kind);
    if (!draw) return void this.#drawLater(card, question);
    drawView(card, this.#tree, pageView(this.#context(card, machine), draw));
    tellSent(card.root, dimensions);
    refresh(card, machine, this.#survey);
  }

  #context(card: SurveyCard, machine: SurveyState): ViewContext {
    const logic = this.#logic;
    return {
      content: this.#content!,
      survey: this.#survey,
      machine,
      isPupil: this.#isPupil,
      isCard: this.#display !== 'inline',
      resolve: this.#resolve,
      fill: logic && ((text, isMarkdown) => logic.fill(text, machine.answers, isMarkdown)),
      done: this.#done,
      say: (words) => announce(card, words),
    };
  }

  async #drawLater(card: SurveyCard, question: Question): Promise<void> {
    const { pageOf, loadField } = kit!;
    const page = pageOf(this.#machine!);
    try {
      await loadField(question.kind);
    } catch (error) {
      this.#fail(error);
      // A question that cannot be shown keeps nobody.
      Object.assign(question, { kind: 'info', required: false });
    }
    if (this.#card !== card || pageOf(this.#machine!) !== page) return;
    // What has it now goes with the page before.
    const { hasFocus } = card;
    this.#draw(card);
    if (hasFocus) card.focus('#title');
  }

  #on(event: SurveyEvent): void {
    if (kit) (this.#course ??= new kit.Course(this.#parts())).on(event);
    else if (this.#machine) void this.#onLater(event);
  }

  #parts(): CourseParts {
    return {
      host: this,
      card: () => this.#card,
      survey: () => this.#survey,
      state: () => this.#machine,
      move: (state) => (this.#machine = state),
      draw: (card) => this.#draw(card),
      fail: (error) => this.#fail(error),
      fetchDone: async () => (await this.#fetchDone(), this.#done),
    };
  }

  /** The person was faster than the network. */
  async #onLater(event: SurveyEvent): Promise<void> {
    try {
      await fetchKit();
      this.#on(event);
    } catch (error) {
      this.#fail(error);
      this.close();
    }
  }

  readonly #act: Act = (type, forced) => {
    const isDone = this.#machine?.phase === 'done';
    if (type === 'next') return this.#on({ type: isDone ? 'dismiss' : 'next' });
    const before = new SentierEvent('sentier-before-dismiss', this.campaign, true);
    if (forced || isDone || this.dispatchEvent(before)) this.#on({ type });
  };
}
