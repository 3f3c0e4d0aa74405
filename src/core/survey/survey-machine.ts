import type { Question } from '../../model/schema/survey.js';
import { answerTo, isOther, otherOf } from './answer.js';
import type { Delivery } from '../ports.js';
import type { Answer, Answers } from './answer.js';
import { faultOf, fits } from './questions.js';
import type { Fault } from './questions.js';

/** What the machine knows of a survey. */
export interface Survey {
  questions: readonly Question[];
  /** A page before the first question. */
  intro: boolean;
  /**
   * The questions that these answers lead through, where there are conditions or branches (`routeThrough`): a survey
   * without them does not load their rules.
   */
  route?(answers: Answers): readonly Question[];
  /** Where answers given are sent though the person closes before the end. */
  sendUnfinished?: boolean;
}

export interface SurveyState {
  phase: 'intro' | 'asking' | 'sending' | 'done' | 'ended';
  /** Id of the question on screen; empty before the first. */
  question: string;
  answers: Answers;
  /** What keeps the person on this question. */
  fault?: Fault | undefined;
  /** The question that was asked for once, and is let pass ("soft" required). */
  pressed?: string;
  /** What a random order follows from. */
  seed?: number;
  delivery?: Delivery;
}

export type SurveyEvent =
  /** `next` leaves the first page, goes on, and at the end sends. */
  | { type: 'next' | 'back' | 'dismiss' | 'snooze' }
  /** `isTold`: that it is shown has been reported. */
  | { type: 'open'; isTold?: boolean }
  /** `undefined` takes the answer back. Ignored unless `id` is on screen: an input event may come late. */
  | { type: 'answer'; id: string; value: Answer | undefined }
  | { type: 'delivered'; delivery: Delivery };

export type SurveyEffect =
  /** To keep for the session; `undefined` forgets. */
  | { type: 'keep'; partial: string | undefined }
  /** `isUnfinished`: the person closed before the end, and nobody waits for what becomes of it. */
  | { type: 'send'; answers: Answers; isUnfinished?: true }
  | { type: 'report'; outcome: 'shown' | 'step' | 'completed' | 'dismissed' | 'snoozed' }
  | { type: 'announce'; key: Fault | Delivery | 'opened' | 'sending' }
  | { type: 'focus'; on: 'title' | 'invalid' };

export interface Transition {
  state: SurveyState;
  effects: SurveyEffect[];
}

const stay = (state: SurveyState): Transition => ({ state, effects: [] });

const routeOf = (survey: Survey, answers: Answers): readonly Question[] =>
  survey.route?.(answers) ?? survey.questions;

/** Where `state` stands on its route; `index` is never outside of it. */
export function placeOf(
  state: SurveyState,
  survey: Survey,
): { route: readonly Question[]; index: number; question: Question } {
  const route = routeOf(survey, state.answers);
  const index = Math.max(
    0,
    route.findIndex(({ id }) => id === state.question),
  );
  return { route, index, question: route[index]! };
}

/** What an earlier page of this session kept. */
function readPartial(
  partial: string | undefined,
): Partial<Pick<SurveyState, 'question' | 'answers' | 'seed'>> {
  try {
    const kept = JSON.parse(partial ?? '{}') as ReturnType<typeof readPartial> | null;
    return kept ?? {};
  } catch {
    return {};
  }
}

/** What the random order of an unfinished survey follows from. */
export const seedOf = (partial: string | undefined): number | undefined => readPartial(partial).seed;

/**
 * The state to open with, taking up what was kept: what no longer fits the plan is dropped, and a question that is gone
 * leaves the person at the first one not yet answered.
 */
export function openingState(survey: Survey, partial?: string, seed = 0): SurveyState {
  const answers: Record<string, Answer> = {};
  const kept = readPartial(partial);
  for (const question of survey.questions)
    for (const id of [question.id, otherOf(question.id)]) {
      const value = answerTo(kept.answers ?? {}, id);
      const isFit = id === question.id ? fits : () => typeof value === 'string';
      if (value !== undefined && isFit(question, value)) answers[id] = value;
    }
  const route = routeOf(survey, answers);
  const isResumed = kept.question !== undefined || kept.answers;
  if (!isResumed && survey.intro) return { phase: 'intro', question: '', answers, seed };
  const at =
    route.find(({ id }) => id === kept.question || !isResumed) ??
    route.find(({ id }) => answerTo(answers, id) === undefined) ??
    route[route.length - 1];
  return { phase: 'asking', question: at?.id ?? '', answers, seed };
}

const keep = ({ question, answers, seed }: SurveyState): SurveyEffect => ({
  type: 'keep',
  partial: JSON.stringify({ question, answers, seed }),
});

function ask(from: SurveyState, question: Question, fault?: Fault): Transition {
  const state: SurveyState = { ...from, phase: 'asking', question: question.id, fault };
  return {
    state,
    effects: [
      keep(state),
      ...(from.question === question.id ? [] : [{ type: 'report', outcome: 'step' } as const]),
      ...(fault
        ? ([
            { type: 'focus', on: 'invalid' },
            { type: 'announce', key: fault },
          ] as const)
        : ([{ type: 'focus', on: 'title' }] as const)),
    ],
  };
}

function next(state: SurveyState, route: readonly Question[], index: number): Transition {
  const following = route[index + 1];
  const here = route[index]!;
  // On the way, this question alone is checked; at the end all of them: the plan may have grown under kept answers.
  for (const question of following ? [here] : route) {
    const fault = faultOf(question, state.answers);
    if (fault === 'soft' && (question !== here || state.pressed === question.id)) continue;
    if (fault) return ask({ ...state, pressed: question.id }, question, fault);
  }
  if (following) return ask(state, following);
  return {
    state: { ...state, phase: 'sending', fault: undefined },
    effects: [
      { type: 'send', answers: answersOf(route, state.answers) },
      { type: 'announce', key: 'sending' },
    ],
  };
}

/** What is sent: the answers of the route followed, trimmed, nothing empty. */
function answersOf(route: readonly Question[], answers: Answers): Answers {
  const sent: Record<string, Answer> = {};
  const add = (id: string): void => {
    const value = answerTo(answers, id);
    const given = typeof value === 'string' ? value.trim() : value;
    if (given !== undefined && given !== '') sent[id] = given;
  };
  for (const { id } of route) {
    add(id);
    // Words beside "other" that is no longer chosen are not sent.
    if (isOther(sent[id])) add(otherOf(id));
  }
  return sent;
}

/** A date that was begun cannot be shown again: kept, it would be found fault with in an empty field. */
function withoutHalfADate(state: SurveyState, question: Question): SurveyState {
  if (faultOf(question, state.answers) !== 'no-date') return state;
  const answers: Record<string, Answer> = { ...state.answers };
  delete answers[question.id];
  return { ...state, answers };
}

function answer(
  state: SurveyState,
  question: Question,
  { id, value }: SurveyEvent & { type: 'answer' },
): Transition {
  if (id !== question.id && id !== otherOf(question.id)) return stay(state);
  const answers: Record<string, Answer> = { ...state.answers };
  if (value === undefined || value === '' || (typeof value === 'object' && !Object.keys(value).length))
    delete answers[id];
  else answers[id] = value;
  // An error goes once it is mended; a new one waits for Next.
  const fault = state.fault && faultOf(question, answers);
  const changed: SurveyState = { ...state, answers, fault };
  return { state: changed, effects: [keep(changed)] };
}

function leave(state: SurveyState, outcome: 'dismissed' | 'snoozed', survey: Survey): Transition {
  const ended: SurveyState = { ...state, phase: 'ended' };
  // Once sent, closing says nothing about the survey.
  if (state.phase === 'sending' || state.phase === 'done') return stay(ended);
  if (outcome === 'snoozed') return { state: ended, effects: [{ type: 'report', outcome }] };
  const answers = answersOf(routeOf(survey, state.answers), state.answers);
  const isSent = survey.sendUnfinished && Object.keys(answers).length > 0;
  return {
    state: ended,
    effects: [
      ...(isSent ? [{ type: 'send', answers, isUnfinished: true } as const] : []),
      { type: 'keep', partial: undefined },
      { type: 'report', outcome },
    ],
  };
}

function delivered(state: SurveyState, delivery: Delivery): Transition {
  const effects: SurveyEffect[] = [
    { type: 'keep', partial: undefined },
    // Refused, it comes back tomorrow, when the fault may be mended; not on the very next page.
    { type: 'report', outcome: delivery === 'refused' ? 'snoozed' : 'completed' },
  ];
  if (state.phase !== 'sending') return { state, effects };
  effects.push({ type: 'focus', on: 'title' }, { type: 'announce', key: delivery });
  return { state: { ...state, phase: 'done', delivery }, effects };
}

function open(state: SurveyState, isTold?: boolean): Transition {
  const effects: SurveyEffect[] = [{ type: 'announce', key: 'opened' }];
  if (!isTold) effects.unshift({ type: 'report', outcome: 'shown' });
  if (state.phase === 'asking') effects.push({ type: 'report', outcome: 'step' });
  return { state, effects };
}

/** One step of a survey. Pure: what it wants done comes back as effects. An event out of its phase changes nothing. */
export function transition(state: SurveyState, event: SurveyEvent, survey: Survey): Transition {
  if (event.type === 'delivered') return delivered(state, event.delivery);
  if (state.phase === 'ended') return stay(state);
  const { route, index } = placeOf(state, survey);
  switch (event.type) {
    case 'open':
      return open(state, event.isTold);
    case 'dismiss':
      return leave(state, 'dismissed', survey);
    case 'snooze':
      return leave(state, 'snoozed', survey);
  }
  if (state.phase === 'intro') return event.type === 'next' ? ask(state, route[0]!) : stay(state);
  if (state.phase !== 'asking') return stay(state);
  if (event.type === 'next') return next(state, route, index);
  if (event.type === 'answer') return answer(state, route[index]!, event);
  const before = route[index - 1];
  return before ? ask(withoutHalfADate(state, route[index]!), before) : stay(state);
}
