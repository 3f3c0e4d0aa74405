import type { Delivery } from '../../core/ports.js';
import type { Answers } from '../../core/survey/answer.js';
import { usableQuestions } from '../../core/survey/questions.js';
import { openingState, placeOf, transition } from '../../core/survey/survey-machine.js';
import type { Survey, SurveyEffect, SurveyEvent, SurveyState } from '../../core/survey/survey-machine.js';
import { onInterfaceLocale } from '../../locales/msg.js';
import type { Text } from '../../model/schema/common.js';
import type { SurveyContent } from '../../model/schema/survey.js';
import { resolveText } from '../../model/text.js';
import type { ResolvedText } from '../../model/text.js';
import { NativeEvent } from '../../platform/natives.js';
import { SentierAnswerEvent } from '../events/sentier-answer-event.js';
import { SentierErrorEvent } from '../events/sentier-error-event.js';
import { SentierEvent } from '../events/sentier-event.js';
import { adoptCss } from '../primitives/dom.js';
import { localesOf } from '../primitives/locales-of.js';
import { applyTheme } from '../primitives/mount.js';
import { shield } from '../primitives/shield.js';
import { styles } from './survey.css.js';
import { copyOf } from './copy-answers.js';
import { outcomeEvent } from './outcome-event.js';
import { SurveyCard } from './survey-card.js';
import { viewOf } from './views.js';
import { announcedWords } from './words.js';

/** Where unfinished answers are kept, so that a reload or another page takes them up again. */
export interface PartialStore {
  get(): string | undefined;
  set(partial: string | undefined): void;
}

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
  /** Sends the answers, and says what became of them; without it, `sentier-answer` is all. */
  declare send: ((answers: Answers) => Delivery | Promise<Delivery>) | undefined;

  readonly #tree = this.attachShadow({ mode: 'open' });
  #content: Partial<SurveyContent> | undefined;
  #survey: Survey = { questions: [], intro: false };
  #machine: SurveyState | undefined;
  #card: SurveyCard | undefined;
  #wasShown = false;
  #turn = 0;
  #unlisten: (() => void) | undefined;

  constructor() {
    super();
    adoptCss(this.#tree, styles);
    shield(this);
    const on = (type: string, act: (event: Event) => void): void => this.#tree.addEventListener(type, act);
    on('click', (event) => this.#onClick(event));
    on('input', () => this.#onInput());
    on('submit', (event) => this.#onSubmit(event));
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
    this.#unlisten = onInterfaceLocale(() => this.#build());
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

  /** Takes it off without an outcome: unfinished answers stay kept. Idempotent. */
  close(): void {
    const card = this.#card;
    if (!card) return;
    this.#card = undefined;
    card.remove(true);
    this.#end();
  }

  #end(): void {
    // Not forgotten: answers may still be on their way.
    this.#machine = { ...this.#machine!, phase: 'ended' };
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
      try {
        this.#open();
      } catch (error) {
        this.#fail(error);
        this.#end();
      }
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

  #open(): void {
    const content = (this.#content ??= this.#written());
    if (!content) return;
    const { questions, skipped } = usableQuestions(content, this.#isPupil);
    if (!questions.length) skipped.push('questions: at least one that can be shown');
    for (const fault of skipped) this.#fail(new Error(`content.${fault}`));
    if (!questions.length) return;
    this.#survey = { questions, intro: !!content.intro || questions.length > 1 };
    this.#machine = openingState(this.#survey, this.store?.get());
    this.#wasShown = false;
    this.#build();
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
    const leave = (forced?: boolean): void =>
      forced ? this.#on({ type: 'dismiss' }) : this.#leave('dismiss');
    this.#card = new SurveyCard(this.#tree, this.#display, leave, old?.from);
    this.#draw(this.#card);
    this.#card.bringUp();
    if (this.#wasShown) return;
    this.#wasShown = true;
    this.#on({ type: 'open' });
  }

  /** Draws the page that the machine is at. */
  #draw(card: SurveyCard): void {
    const machine = this.#machine!;
    card.draw(
      viewOf({
        content: this.#content!,
        survey: this.#survey,
        machine,
        place: placeOf(machine, this.#survey),
        isPupil: this.#isPupil,
        isCard: this.#display !== 'inline',
        dimensions: this.dimensions ?? {},
        resolve: this.#resolve,
      }),
    );
    card.refresh(machine.fault, machine.phase === 'sending');
  }

  #on(event: SurveyEvent): void {
    const before = this.#machine;
    if (!before) return;
    const card = this.#card;
    // Focus is ours to move when the person acts in the card, not when an answer of the network comes in.
    const mayFocus = event.type !== 'delivered' || card?.hasFocus;
    const { state, effects } = transition(before, event, this.#survey);
    this.#machine = state;
    try {
      if (card && state.phase !== 'ended') {
        if (pageOf(state) === pageOf(before)) card.refresh(state.fault, state.phase === 'sending');
        else this.#draw(card);
      }
      for (const effect of effects) if (effect.type !== 'focus' || mayFocus) this.#run(effect, state);
      if (state.phase === 'ended') this.close();
    } catch (error) {
      this.#fail(error);
      this.close();
    }
  }

  #run(effect: SurveyEffect, state: SurveyState): void {
    const card = this.#card;
    switch (effect.type) {
      case 'keep':
        return this.store?.set(effect.partial);
      case 'send':
        return void this.#deliver(effect.answers);
      case 'report':
        return void this.dispatchEvent(outcomeEvent(effect, this.campaign, state, this.#survey));
      case 'focus':
        return card?.focus(effect.on === 'title' ? '#title' : 'fieldset input, .text');
      case 'announce':
        if (effect.key === 'opened' && this.#display !== 'corner') return;
        card?.announce(
          announcedWords(effect.key, card.find('#name')?.textContent ?? '') ||
            card.find('#error')?.textContent,
        );
    }
  }

  async #deliver(answers: Answers): Promise<void> {
    this.dispatchEvent(new SentierAnswerEvent(this.campaign, answers));
    let delivery: Delivery = 'refused';
    try {
      delivery = (await this.send?.(answers)) ?? 'none';
    } catch (error) {
      this.#fail(error);
    }
    this.#on({ type: 'delivered', delivery });
    const card = this.#card;
    if (delivery !== 'refused' || !card) return;
    const { questions } = this.#survey;
    card.find('.page')!.append(...copyOf(questions, answers, this.#resolve, (words) => card.announce(words)));
  }

  #leave(type: 'dismiss' | 'snooze'): void {
    if (
      this.#machine?.phase === 'done' ||
      this.dispatchEvent(new SentierEvent('sentier-before-dismiss', this.campaign, true))
    )
      this.#on({ type });
  }

  #onClick(event: Event): void {
    const value = (event.target as Element).closest('button')?.value;
    if (value === 'close') this.#leave('dismiss');
    else if (value === 'later') this.#leave('snooze');
    else if (value === 'back') this.#on({ type: 'back' });
  }

  #onInput(): void {
    const field = this.#card?.field;
    if (!field) return;
    this.#on({ type: 'answer', id: field.question.id, value: field.read() });
    this.#card?.speakUp();
  }

  #onSubmit(event: Event): void {
    event.preventDefault();
    this.#on({ type: this.#machine?.phase === 'done' ? 'dismiss' : 'next' });
  }
}

/** What the form is drawn for: while it is being sent, the last question stays. */
const pageOf = ({ phase, question }: SurveyState): string =>
  (phase === 'sending' ? 'asking' : phase) + question;
