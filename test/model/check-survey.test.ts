import { expect } from '@open-wc/testing';
import { readPlan } from '../../src/model/read-plan.js';

const issuesOf = (questions: object[], more: object = {}): string[] =>
  readPlan({
    version: 1,
    id: 'p',
    campaigns: [{ id: 'avis', kind: 'survey', title: 'Avis', content: { questions, ...more } }],
  }).issues.map(
    ({ severity, code, path }) => `${severity} ${code} ${path.replace('campaigns[0].content.', '')}`,
  );

const a = { id: 'a', title: 'A', kind: 'choice', options: ['Oui', { id: 'n', label: 'Non' }] };
const b = { id: 'b', title: 'B', kind: 'nps' };
const c = { id: 'c', title: 'C', kind: 'text' };

describe('the logic of a survey', () => {
  const rows: [string, object[], object, string[]][] = [
    [
      'right',
      [{ ...a, next: [{ is: 'n', to: 'c' }] }, { ...b, next: [{ band: 'low', to: 'end' }] }, c],
      {},
      [],
    ],
    [
      'every kind of condition',
      [
        a,
        b,
        {
          ...c,
          showIf: {
            any: [
              { question: 'a', is: ['1', 'n'] },
              { all: [{ question: 'b', atMost: 6 }, { profiles: ['teacher'] }] },
            ],
          },
        },
      ],
      {},
      [],
    ],
    [
      'an unknown question',
      [a, { ...b, showIf: { question: 'z', is: 'n' } }],
      {},
      ['warning reference questions[1].showIf.question'],
    ],
    [
      'a question that comes later',
      [{ ...a, showIf: { question: 'b', atLeast: 3 } }, b],
      {},
      ['warning reference questions[0].showIf.question'],
    ],
    [
      'an option nobody has',
      [a, { ...b, showIf: { question: 'a', is: 'oui' } }],
      {},
      ['warning reference questions[1].showIf.is'],
    ],
    [
      'a condition about nothing',
      [a, { ...b, showIf: { atLeast: 3 } }],
      {},
      ['warning incomplete questions[1].showIf'],
    ],
    [
      'a branch to nowhere',
      [{ ...a, next: [{ is: 'n', to: 'z' }] }, b],
      {},
      ['warning reference questions[0].next[0].to'],
    ],
    ['a branch back', [a, { ...b, next: [{ to: 'a' }] }, c], {}, ['warning loop questions[1].next[0].to']],
    [
      'a branch to itself',
      [a, { ...b, next: [{ band: 'low', to: 'b' }] }],
      {},
      ['warning loop questions[1].next[0].to'],
    ],
    [
      'a question nothing leads to',
      [{ ...a, next: [{ to: 'c' }] }, b, c],
      {},
      ['warning unreachable questions[1]'],
    ],
    ['after the end', [{ ...a, next: [{ to: 'end' }] }, b], {}, ['warning unreachable questions[1]']],
    [
      'reached where the one before is not shown',
      [a, { ...b, showIf: { question: 'a', is: 'n' }, next: [{ to: 'end' }] }, c],
      {},
      [],
    ],
    [
      'a quotation of what comes later',
      [{ ...a, title: 'Et {answer:b}\u202f?' }, b],
      {},
      ['warning reference questions[0].title'],
    ],
    [
      'a quotation in one language',
      [a, { ...b, title: { fr: '{answer:a}', en: '{answer:z}' } }],
      {},
      ['warning reference questions[1].title'],
    ],
    [
      'quoted in the thanks',
      [a],
      { thanks: 'Merci\u00a0: {answer:a}, {answer:z}' },
      ['warning reference thanks'],
    ],
    [
      'a branch without a goal',
      [{ ...a, next: [{ is: 'n' }] }],
      {},
      ['error missing questions[0].next[0].to'],
    ],
    [
      'an unknown profile',
      [{ ...a, showIf: { profiles: ['eleve'] } }],
      {},
      ['error choice questions[0].showIf.profiles[0]'],
    ],
    [
      'a matrix without lines',
      [{ title: 'M', id: 'm', kind: 'matrix' }],
      {},
      ['warning incomplete questions[0]'],
    ],
    [
      'fewer than at least',
      [{ ...a, kind: 'choices', min: 3, max: 2 }],
      {},
      ['warning incomplete questions[0].max'],
    ],
    [
      'an answer with the id of "Autre"',
      [{ ...a, kind: 'choice', other: true, options: ['Oui', { id: 'other', label: 'Ailleurs' }] }],
      {},
      ['warning duplicate-id questions[0].options[1].id'],
    ],
    [
      'answers kept for hours',
      [a],
      { privacy: { controller: 'C', purpose: 'P', retention: 'PT48H' } },
      ['warning type privacy.retention'],
    ],
    ['"soft" is known', [{ ...a, required: 'soft' }], {}, []],
    ['and nothing else', [{ ...a, required: 'doux' }], {}, ['error type questions[0].required']],
  ];
  for (const [name, questions, more, expected] of rows)
    it(name, () => expect(issuesOf(questions, more)).to.eql(expected));

  it('says what to mend, in words', () => {
    const { issues } = readPlan({
      version: 1,
      id: 'p',
      campaigns: [
        {
          id: 'avis',
          kind: 'survey',
          title: 'Avis',
          content: { questions: [a, { ...b, next: [{ to: 'a' }] }, c] },
        },
      ],
    });
    expect(issues[0]!.message).to.equal(
      'campaigns[0].content.questions[1].next[0].to\u00a0: "a" ramène à une question déjà posée, cette règle est ignorée. Une réponse mène à une question qui suit. Choisissez parmi\u00a0: "c", "end".',
    );
  });
});
