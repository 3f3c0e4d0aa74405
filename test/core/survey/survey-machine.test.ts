import { expect } from '@open-wc/testing';
import { openingState, transition } from '../../../src/core/survey/survey-machine.js';
import type {
  Survey,
  SurveyEffect,
  SurveyEvent,
  SurveyState,
} from '../../../src/core/survey/survey-machine.js';
import type { Question } from '../../../src/model/schema/survey.js';

const q = (id: string, more: Partial<Question> = {}): Question => ({ id, kind: 'text', ...more }) as Question;
const survey: Survey = {
  intro: true,
  questions: [
    q('mark', { kind: 'nps', required: true }),
    q('pick', { kind: 'choice', options: ['Oui', { id: 'n', label: 'Non' }] }),
    q('say', { required: true, maxLength: 5 }),
  ],
};
const asking = (question: string, answers: SurveyState['answers'] = {}): SurveyState => ({
  phase: 'asking',
  question,
  answers,
});
/** Effects in one line each: "report step", "announce required", "keep", "forget", "send {…}", "focus title". */
const brief = (effects: SurveyEffect[]): string =>
  effects
    .map((e) => {
      switch (e.type) {
        case 'keep':
          return e.partial === undefined ? 'forget' : 'keep';
        case 'send':
          return `send ${JSON.stringify(e.answers)}`;
        case 'report':
          return `report ${e.outcome}`;
        case 'announce':
          return `announce ${e.key}`;
        case 'focus':
          return `focus ${e.on}`;
      }
    })
    .join(', ');

const full = { mark: 0, say: 'ça va' };
type Row = [name: string, from: SurveyState, event: SurveyEvent, to: Partial<SurveyState>, effects: string];
const intro: SurveyState = { phase: 'intro', question: '', answers: {} };
const sending: SurveyState = { ...asking('say', full), phase: 'sending' };

const TABLE: Row[] = [
  ['opened on its first page', intro, { type: 'open' }, intro, 'report shown, announce opened'],
  [
    'opened on a first page that was told of',
    intro,
    { type: 'open', isTold: true },
    intro,
    'announce opened',
  ],
  [
    'opened on a question',
    asking('mark'),
    { type: 'open' },
    {},
    'report shown, announce opened, report step',
  ],
  ['begun', intro, { type: 'next' }, { phase: 'asking', question: 'mark' }, 'keep, report step, focus title'],
  ['an answer before the first question', intro, { type: 'answer', id: 'mark', value: 3 }, intro, ''],
  ['answered', asking('mark'), { type: 'answer', id: 'mark', value: 0 }, { answers: { mark: 0 } }, 'keep'],
  [
    'answered with what is typed',
    asking('say'),
    { type: 'answer', id: 'say', value: ' a ' },
    { answers: { say: ' a ' } },
    'keep',
  ],
  ['emptied', asking('say', { say: 'a' }), { type: 'answer', id: 'say', value: '' }, { answers: {} }, 'keep'],
  [
    'a late answer to another question',
    asking('pick'),
    { type: 'answer', id: 'mark', value: 3 },
    { answers: {} },
    '',
  ],
  [
    'next without a required answer',
    asking('mark'),
    { type: 'next' },
    { question: 'mark', fault: 'required' },
    'keep, focus invalid, announce required',
  ],
  [
    'the error goes once it is mended',
    { ...asking('mark'), fault: 'required' },
    { type: 'answer', id: 'mark', value: 3 },
    { fault: undefined },
    'keep',
  ],
  [
    'white space is no text',
    asking('say', { mark: 1, say: ' \n ' }),
    { type: 'next' },
    { question: 'say', fault: 'required' },
    'keep, focus invalid, announce required',
  ],
  [
    'a text too long',
    asking('say', { mark: 1, say: 'trop long' }),
    { type: 'next' },
    { fault: 'too-long' },
    'keep, focus invalid, announce too-long',
  ],
  [
    'an optional question left empty',
    asking('pick', { mark: 1 }),
    { type: 'next' },
    { question: 'say' },
    'keep, report step, focus title',
  ],
  [
    'back',
    asking('pick', { mark: 1 }),
    { type: 'back' },
    { question: 'mark' },
    'keep, report step, focus title',
  ],
  ['back from the first', asking('mark'), { type: 'back' }, { question: 'mark' }, ''],
  [
    'sent, trimmed, with nothing empty',
    asking('say', { mark: 0, say: ' ça va ' }),
    { type: 'next' },
    { phase: 'sending' },
    'send {"mark":0,"say":"ça va"}, announce sending',
  ],
  [
    'sent while an earlier required question has no answer',
    asking('say', { say: 'a' }),
    { type: 'next' },
    { phase: 'asking', question: 'mark', fault: 'required' },
    'keep, report step, focus invalid, announce required',
  ],
  ['nothing moves while it is being sent', sending, { type: 'next' }, { phase: 'sending' }, ''],
  [
    'delivered',
    sending,
    { type: 'delivered', delivery: 'sent' },
    { phase: 'done', delivery: 'sent' },
    'forget, report completed, focus title, announce sent',
  ],
  [
    'delivered later',
    sending,
    { type: 'delivered', delivery: 'waiting' },
    { phase: 'done', delivery: 'waiting' },
    'forget, report completed, focus title, announce waiting',
  ],
  [
    'refused',
    sending,
    { type: 'delivered', delivery: 'refused' },
    { phase: 'done', delivery: 'refused' },
    'forget, report snoozed, focus title, announce refused',
  ],
  ['closed before it is delivered', sending, { type: 'dismiss' }, { phase: 'ended' }, ''],
  [
    'delivered after it is closed',
    { ...sending, phase: 'ended' },
    { type: 'delivered', delivery: 'sent' },
    { phase: 'ended' },
    'forget, report completed',
  ],
  [
    'dismissed',
    asking('pick', { mark: 1 }),
    { type: 'dismiss' },
    { phase: 'ended' },
    'forget, report dismissed',
  ],
  ['put off', intro, { type: 'snooze' }, { phase: 'ended' }, 'report snoozed'],
  ['thanks closed', { ...sending, phase: 'done' }, { type: 'dismiss' }, { phase: 'ended' }, ''],
  ['an event after the end', { ...intro, phase: 'ended' }, { type: 'next' }, { phase: 'ended' }, ''],
  [
    'at a question that is gone',
    asking('gone', { mark: 1 }),
    { type: 'next' },
    { question: 'pick' },
    'keep, report step, focus title',
  ],
];

describe('survey machine', () => {
  for (const [name, from, event, to, effects] of TABLE)
    it(name, () => {
      const before = JSON.stringify(from);
      const result = transition(from, event, survey);
      expect(brief(result.effects)).to.equal(effects);
      expect(result.state).to.deep.include(to);
      expect(JSON.stringify(from), 'the state given is left alone').to.equal(before);
    });
});

describe('opening a survey', () => {
  const opens: [string, string | undefined, Partial<SurveyState>][] = [
    ['afresh', undefined, { phase: 'intro', answers: {} }],
    [
      'at the question kept, with its answers',
      '{"question":"pick","answers":{"mark":7}}',
      { phase: 'asking', question: 'pick', answers: { mark: 7 } },
    ],
    [
      'at the first one without an answer, when the question kept is gone',
      '{"question":"gone","answers":{"mark":7}}',
      { question: 'pick' },
    ],
    [
      'at the last one, when all others are answered',
      '{"question":"gone","answers":{"mark":7,"pick":"n","say":"a"}}',
      { question: 'say' },
    ],
    [
      'without answers that no longer fit',
      '{"question":"pick","answers":{"mark":11,"pick":"3","say":4,"gone":"a"}}',
      { answers: {} },
    ],
    ['without inherited names', '{"question":"pick","answers":{"__proto__":{"mark":7}}}', { answers: {} }],
    ['afresh, when what was kept is no JSON', '{"question":', { phase: 'intro' }],
    ['afresh, when what was kept is nothing', 'null', { phase: 'intro' }],
    ['without answers, when none were kept', '{"question":"say"}', { question: 'say', answers: {} }],
  ];
  for (const [name, partial, to] of opens)
    it(name, () => expect(openingState(survey, partial)).to.deep.include(to));

  it('starts at the first question where there is no first page', () => {
    expect(openingState({ ...survey, intro: false })).to.deep.include({ phase: 'asking', question: 'mark' });
  });

  it('takes up what `keep` kept', () => {
    const { state, effects } = transition(asking('mark'), { type: 'answer', id: 'mark', value: 7 }, survey);
    const kept = effects.find((e) => e.type === 'keep')!.partial;
    expect(openingState(survey, kept)).to.deep.include({ question: state.question, answers: state.answers });
  });
});
