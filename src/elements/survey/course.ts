import type { Delivery } from '../../core/ports.js';
import { type Answers, otherOf } from '../../core/survey/answer.js';
import type { Fault } from '../../core/survey/questions.js';
import { placeOf, transition } from '../../core/survey/survey-machine.js';
import type { Survey, SurveyEffect, SurveyEvent, SurveyState } from '../../core/survey/survey-machine.js';
import { msg } from '../../locales/msg.js';
import { SentierAnswerEvent } from '../events/sentier-answer-event.js';
import { announce } from './announce.js';
import type * as done from './done-view.js';
import { outcomeEvent } from './outcome-event.js';
import { onWords, progressNodes } from './question-view.js';
import type { SentierSurvey } from './sentier-survey.js';
import type { SurveyCard } from './survey-card.js';
import { openedWords, sendingWords } from './words.js';

/** What the element lends to what goes on with it. */
export interface CourseParts {
  host: SentierSurvey;
  card(): SurveyCard | undefined;
  survey(): Survey;
  state(): SurveyState | undefined;
  /** Another state. */
  move(state: SurveyState): void;
  draw(card: SurveyCard): void;
  fail(error: unknown): void;
  /** What the last page is made with; undefined where that cannot be had. */
  fetchDone(): Promise<typeof done | undefined>;
}

/** What was spoken stands in the live region no longer: who reads the card later would take it for the page's. */
const SPOKEN_MS = 8000;

/** What a field has no words of its own for. */
const faultWords = (fault: Fault): string =>
  fault === 'soft'
    ? msg('Cette réponse compte beaucoup. Sans réponse, le même bouton passe à la suite.', { id: 'sv-soft' })
    : msg('Il faut choisir une réponse pour continuer.', { id: 'sv-choice-needed' });

/** What the form is drawn for: while it is being sent, the last question stays. */
export const pageOf = ({ phase, question }: SurveyState): string =>
  (phase === 'sending' ? 'asking' : phase) + question;

/**
 * Writes what changes on a page that stays: the error, the notes of the field, that it is being sent; and what the answer
 * makes of the path, for nobody is to send by a button that says "next".
 */
export function refresh(card: SurveyCard, state: SurveyState, survey: Survey): void {
  const { fault, phase } = state;
  const { field } = card;
  if (!field) return;
  const notes: Record<string, string> = {
    error: fault ? (field.faults?.[fault] ?? faultWords(fault)) : '',
    ...field.notes?.(),
  };
  for (const id of Object.keys(notes)) {
    const note = card.find(`#${id}`);
    if (note) note.textContent = notes[id]!;
  }
  for (const control of card.root.querySelectorAll<HTMLElement>('[aria-required]')) {
    const isMeant = !!fault && (field.isMeant?.(control) ?? true);
    control.setAttribute('aria-invalid', String(isMeant && fault !== 'soft'));
    if (field.isMeant) control.setAttribute('aria-describedby', isMeant ? 'error' : '');
  }
  const isSending = phase === 'sending';
  const { route, index } = placeOf(state, survey);
  const onward = card.find('.primary')!;
  onward.textContent = isSending ? sendingWords() : onWords(route, index);
  if (isSending) onward.setAttribute('aria-disabled', 'true');
  else card.find('#progress')?.replaceChildren(...progressNodes(route, index));
}

/** To what has to be mended. Its error is spoken as well: not every screen reader reads the description of what the focus comes into. */
function focusWrong(card: SurveyCard): void {
  const first = '.page :is(input, textarea):not([hidden] *), .page button';
  (card.field?.wrong?.() ?? card.find(first))?.focus();
}

/** A survey under way: takes what the person does to the machine, and does what that decides. */
export class Course {
  readonly #parts: CourseParts;
  #done: typeof done | undefined;
  /** What ends what is spoken: it would else hold the card for as long, closed or not. */
  #silence: ReturnType<typeof setTimeout> | undefined;

  constructor(parts: CourseParts) {
    this.#parts = parts;
  }

  on(event: SurveyEvent): void {
    const { host, card: cardOf, survey, state: stateOf, move, draw, fail } = this.#parts;
    const before = stateOf();
    if (!before) return;
    const card = cardOf();
    // Focus is ours to move when the person acts in the card, not when an answer of the network comes in.
    const mayFocus = event.type !== 'delivered' || card?.hasFocus;
    const { state, effects } = transition(before, event, survey());
    move(state);
    try {
      if (card && state.phase !== 'ended') {
        if (pageOf(state) === pageOf(before)) refresh(card, state, survey());
        else {
          draw(card);
          this.#speak(card);
        }
      }
      for (const effect of effects) if (effect.type !== 'focus' || mayFocus) this.#run(effect, state);
      if (state.phase === 'ended') {
        clearTimeout(this.#silence);
        host.close();
      }
    } catch (error) {
      fail(error);
      host.close();
    }
  }

  /** The person wrote or chose something. */
  input(): void {
    const card = this.#parts.card();
    const field = card?.field;
    if (!field) return;
    const { id } = field.question;
    if (field.readOther) this.on({ type: 'answer', id: otherOf(id), value: field.readOther() });
    this.on({ type: 'answer', id, value: field.read() });
    // A note of the field that has come up while the person typed.
    const said = field.notes?.()['said'];
    if (said !== card.said) this.#speak(card, (card.said = said));
  }

  #run(effect: SurveyEffect, state: SurveyState): void {
    const { host, card: cardOf, survey } = this.#parts;
    const card = cardOf();
    switch (effect.type) {
      case 'keep':
        return host.store?.set(effect.partial);
      case 'send':
        return effect.isUnfinished
          ? void this.#sendUnfinished(effect.answers)
          : void this.#deliver(effect.answers);
      case 'report':
        return void host.dispatchEvent(outcomeEvent(effect, host.campaign, state, survey()));
      case 'focus':
        return effect.on === 'title' ? card?.focus('#title') : card && focusWrong(card);
      case 'announce':
        if (card && (effect.key !== 'opened' || card.display === 'corner'))
          this.#speak(card, this.#words(effect.key, card));
    }
  }

  /** In the live region, for a while; without words it falls silent. */
  #speak(card: SurveyCard, words?: string): void {
    announce(card, words);
    clearTimeout(this.#silence);
    // Unless something else has been said since.
    const fall = (): unknown => card.find('.sr')?.textContent === words && announce(card);
    if (words) this.#silence = setTimeout(fall, SPOKEN_MS);
  }

  /** For the live region; a fault's words are on the page already. */
  #words(key: (SurveyEffect & { type: 'announce' })['key'], card: SurveyCard): string {
    const written = (selector: string): string => card.find(selector)?.textContent ?? '';
    if (key === 'opened') return openedWords(written('#name'));
    if (key === 'sending') return sendingWords();
    return this.#done?.deliveryWords(key as Delivery) || written('#error');
  }

  /** The person has closed it: nobody waits for what becomes of it. */
  async #sendUnfinished(answers: Answers): Promise<void> {
    try {
      await this.#parts.host.send?.(answers, true);
    } catch (error) {
      this.#parts.fail(error);
    }
  }

  async #deliver(answers: Answers): Promise<void> {
    const { host, fail, fetchDone } = this.#parts;
    host.dispatchEvent(new SentierAnswerEvent(host.campaign, answers));
    let delivery: Delivery = 'refused';
    try {
      delivery = (await host.send?.(answers)) ?? 'none';
    } catch (error) {
      fail(error);
    }
    // Here since the first question, but for a network that went away before.
    this.#done = await fetchDone();
    this.on({ type: 'delivered', delivery });
  }
}
