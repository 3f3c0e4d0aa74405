import type { Question } from '../../model/schema/survey.js';
import { answerTo } from './answer.js';
import type { Delivery } from '../ports.js';
import type { Answer, Answers } from './answer.js';
import { faultOf, fits, routeOf } from './questions.js';
import type { Fault } from './questions.js';

/** What the machine knows of a survey. */
export interface Survey {
  questions: readonly Question[];
  /** A page before the first question. */
  intro: boolean;
}

export interface SurveyState {
  phase: 'intro' | 'asking' | 'sending' | 'done' | 'ended';
  /** Id of the question on screen; empty before the first. */
  question: string;
  answers: Answers;
  /** What keeps the person on this question. */
  fault?: Fault | undefined;
  delivery?: Delivery;
}

export type SurveyEvent =
  /** `next` leaves the first page, goes on, and at the end sends. */
  | { type: 'open' | 'next' | 'back' | 'dismiss' | 'snooze' }
  /** `undefined` takes the answer back. Ignored unless `id` is on screen: an input event may come late. */
  | { type: 'answer'; id: string; value: Answer | undefined }
  | { type: 'delivered'; delivery: Delivery };

export type SurveyEffect =
  /** To keep for the session; `undefined` forgets. */
  | { type: 'keep'; partial: string | undefined }
  | { type: 'send'; answers: Answers }
  | { type: 'report'; outcome: 'shown' | 'step' | 'completed' | 'dismissed' | 'snoozed' }
  | { type: 'announce'; key: Fault | Delivery | 'opened' | 'sending' }
  | { type: 'focus'; on: 'title' | 'invalid' };

export interface Transition {
  state: SurveyState;
  effects: SurveyEffect[];
}

const stay = (state: SurveyState): Transition => ({ state, effects: [] });

/** Where `state` stands on its route; `index` is never outside of it. */
export function placeOf(
  state: SurveyState,
  survey: Survey,
): { route: readonly Question[]; index: number; question: Question } {
  const route = routeOf(survey.questions);
  const index = Math.max(
    0,
    route.findIndex(({ id }) => id === state.question),
  );
  return { route, index, question: route[index]! };
}

/**
 * The state to open with. `partial` is what an earlier page of this session kept: what no longer fits the plan is
 * dropped, and a question that is gone leaves the person at the first one not yet answered.
 */
export function openingState(survey: Survey, partial?: string): SurveyState {
  const fresh: SurveyState = { phase: survey.intro ? 'intro' : 'asking', question: '', answers: {} };
  if (!survey.intro) fresh.question = survey.questions[0]!.id;
  if (!partial) return fresh;
  try {
    const kept = JSON.parse(partial) as { question?: unknown; answers?: Answers };
    const answers: Record<string, Answer> = {};
    for (const question of survey.questions) {
      const value = answerTo(kept.answers ?? {}, question.id);
      if (value !== undefined && fits(question, value)) answers[question.id] = value;
    }
    const route = routeOf(survey.questions);
    const at =
      route.find(({ id }) => id === kept.question) ??
      route.find(({ id }) => answerTo(answers, id) === undefined) ??
      route[route.length - 1]!;
    return { phase: 'asking', question: at.id, answers };
  } catch {
    return fresh;
  }
}

const keep = ({ question, answers }: SurveyState): SurveyEffect => ({
  type: 'keep',
  partial: JSON.stringify({ question, answers }),
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
  // On the way, this question alone is checked; at the end all of them: the plan may have grown under kept answers.
  for (const question of following ? route.slice(index, index + 1) : route) {
    const fault = faultOf(question, answerTo(state.answers, question.id));
    if (fault) return ask(state, question, fault);
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
  for (const { id } of route) {
    const value = answerTo(answers, id);
    const given = typeof value === 'string' ? value.trim() : value;
    if (given !== undefined && given !== '') sent[id] = given;
  }
  return sent;
}

function answer(
  state: SurveyState,
  question: Question,
  { id, value }: SurveyEvent & { type: 'answer' },
): Transition {
  if (question.id !== id) return stay(state);
  const answers: Record<string, Answer> = { ...state.answers };
  if (value === undefined || value === '') delete answers[id];
  else answers[id] = value;
  // An error goes once it is mended; a new one waits for Next.
  const fault = state.fault && faultOf(question, answerTo(answers, id));
  const changed: SurveyState = { ...state, answers, fault };
  return { state: changed, effects: [keep(changed)] };
}

function leave(state: SurveyState, outcome: 'dismissed' | 'snoozed'): Transition {
  const ended: SurveyState = { ...state, phase: 'ended' };
  // Once sent, closing says nothing about the survey.
  if (state.phase === 'sending' || state.phase === 'done') return stay(ended);
  const forget: SurveyEffect[] = outcome === 'dismissed' ? [{ type: 'keep', partial: undefined }] : [];
  return { state: ended, effects: [...forget, { type: 'report', outcome }] };
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

function open(state: SurveyState): Transition {
  const effects: SurveyEffect[] = [
    { type: 'report', outcome: 'shown' },
    { type: 'announce', key: 'opened' },
  ];
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
      return open(state);
    case 'dismiss':
      return leave(state, 'dismissed');
    case 'snooze':
      return leave(state, 'snoozed');
  }
  if (state.phase === 'intro') return event.type === 'next' ? ask(state, route[0]!) : stay(state);
  if (state.phase !== 'asking') return stay(state);
  if (event.type === 'next') return next(state, route, index);
  if (event.type === 'answer') return answer(state, route[index]!, event);
  const before = route[index - 1];
  return before ? ask(state, before) : stay(state);
}
