import { expect } from '@open-wc/testing';
import type { Answers } from '../../../src/core/survey/answer.js';
import { readDay } from '../../../src/core/survey/day.js';
import { inOrder } from '../../../src/core/survey/order.js';
import { withAnswers } from '../../../src/core/survey/pipe.js';
import { faultOf, fits } from '../../../src/core/survey/questions.js';
import { bandOf, routeThrough } from '../../../src/core/survey/route.js';
import { transition } from '../../../src/core/survey/survey-machine.js';
import type { Survey, SurveyState } from '../../../src/core/survey/survey-machine.js';
import type { Question } from '../../../src/model/schema/survey.js';
import { BRANCHES } from '../../../stories/survey/survey-fixtures.js';

const q = (id: string, more: Partial<Question> = {}): Question => ({ id, kind: 'text', ...more }) as Question;
const ids = (questions: readonly Question[]): string => questions.map(({ id }) => id).join(' ');

describe('the way through a survey', () => {
  const rows: [string, Answers, string[], string][] = [
    ['before any answer', {}, ['teacher'], 'usage note pourquoi fin'],
    ['by an answer', { usage: 'non' }, ['teacher'], 'usage frein fin'],
    ['shown if', { usage: 'non', frein: ['temps', 'materiel'] }, ['teacher'], 'usage frein detail fin'],
    ['by a band of a score', { usage: 'oui', note: 9 }, ['teacher'], 'usage note fin'],
    ['by the lower one', { usage: 'oui', note: 8 }, ['teacher'], 'usage note pourquoi fin'],
    ['by profile', { usage: 'oui', note: 9 }, ['guardian'], 'usage note'],
    [
      'an answer of a branch since left decides nothing',
      { usage: 'oui', note: 9, frein: ['materiel'] },
      ['teacher'],
      'usage note fin',
    ],
  ];
  for (const [name, answers, profiles, expected] of rows)
    it(name, () => expect(ids(routeThrough(BRANCHES.questions, answers, profiles))).to.equal(expected));

  const conditions: [string, Question['showIf'], Answers, boolean][] = [
    ['is', { question: 'a', is: 'x' }, { a: 'x' }, true],
    ['is one of', { question: 'a', is: ['x', 'y'] }, { a: 'y' }, true],
    ['a number written as a word', { question: 'a', is: '3' }, { a: 3 }, true],
    ['one of several choices', { question: 'a', is: 'x' }, { a: ['y', 'x'] }, true],
    ['not', { question: 'a', not: 'x' }, { a: 'y' }, true],
    ['not, and nothing answered', { question: 'a', not: 'x' }, {}, true],
    ['at least', { question: 'a', atLeast: 3 }, { a: 3 }, true],
    ['at least, of what is no number', { question: 'a', atLeast: 0 }, { a: 'x' }, false],
    ['at most', { question: 'a', atMost: 3 }, { a: 4 }, false],
    ['answered', { question: 'a', answered: true }, { a: ' ' }, false],
    ['not answered', { question: 'a', answered: false }, {}, true],
    [
      'all',
      {
        all: [
          { question: 'a', is: 'x' },
          { question: 'a', answered: true },
        ],
      },
      { a: 'x' },
      true,
    ],
    ['any', { any: [{ question: 'a', is: 'x' }, { profiles: ['head'] }] }, { a: 'z' }, false],
    ['an inherited name is no answer', { question: 'constructor', answered: true }, {}, false],
    ['nothing said is always true', {}, {}, true],
  ];
  for (const [name, showIf, answers, isShown] of conditions)
    it(`condition: ${name}`, () =>
      expect(ids(routeThrough([q('a'), q('b', { showIf })], answers, []))).to.equal(isShown ? 'a b' : 'a'));

  it('"end" ends it, and a branch to what is not there, or back, leads on', () => {
    const to = (id: string) => [q('a'), q('b', { next: [{ to: id }] }), q('c')];
    expect(ids(routeThrough(to('end'), {}, []))).to.equal('a b');
    expect(ids(routeThrough(to('gone'), {}, []))).to.equal('a b c');
    expect(ids(routeThrough(to('a'), {}, []))).to.equal('a b c');
    expect(ids(routeThrough(to('b'), {}, []))).to.equal('a b c');
  });

  for (const [kind, bands] of [
    ['nps', 'low low low low low low low middle middle high high'],
    ['effort', ' low low low middle high high high'],
    ['rating', ' low low middle high high'],
  ] as const)
    it(`bands of ${kind}`, () =>
      expect(
        bands
          .split(' ')
          .map((band, i) => (band ? (bandOf(kind, i) ?? '') : ''))
          .join(' '),
      ).to.equal(bands));
});

describe('going back', () => {
  const survey: Survey = {
    intro: false,
    questions: BRANCHES.questions,
    route: (answers) => routeThrough(BRANCHES.questions, answers, ['teacher']),
  };
  const at = (question: string, answers: Answers): SurveyState => ({ phase: 'asking', question, answers });

  it('leads where one came from', () => {
    const { state } = transition(at('fin', { usage: 'oui', note: 10 }), { type: 'back' }, survey);
    expect(state.question).to.equal('note');
  });

  it('sends no answer of a branch since left', () => {
    const answers = {
      usage: 'oui',
      note: 10,
      pourquoi: 'lente',
      frein: ['materiel'],
      detail: 'yes',
      fin: 'no',
    };
    const { effects } = transition(at('fin', answers), { type: 'next' }, survey);
    expect(effects[0]).to.eql({ type: 'send', answers: { usage: 'oui', note: 10, fin: 'no' } });
  });
});

describe('soft required', () => {
  const survey: Survey = { intro: false, questions: [q('a', { required: 'soft' }), q('b')] };
  const start: SurveyState = { phase: 'asking', question: 'a', answers: {} };

  it('asks once, then lets pass', () => {
    const asked = transition(start, { type: 'next' }, survey);
    expect(asked.state).to.deep.include({ question: 'a', fault: 'soft' });
    expect(transition(asked.state, { type: 'next' }, survey).state.question).to.equal('b');
  });

  it('says nothing to who answers', () =>
    expect(transition({ ...start, answers: { a: 'x' } }, { type: 'next' }, survey).state.question).to.equal(
      'b',
    ));

  it('is not asked about again at the end', () => {
    const { effects } = transition({ ...start, question: 'b' }, { type: 'next' }, survey);
    expect(effects[0]).to.eql({ type: 'send', answers: {} });
  });
});

describe('closing before the end', () => {
  const closed = (survey: Partial<Survey>, answers: Answers) =>
    transition(
      { phase: 'asking', question: 'b', answers },
      { type: 'dismiss' },
      { intro: false, questions: [q('a'), q('b')], ...survey },
    ).effects;

  it('sends nothing', () =>
    expect(closed({}, { a: 'x' }).map(({ type }) => type)).to.eql(['keep', 'report']));
  it('sends what was answered where the campaign says so', () =>
    expect(closed({ sendUnfinished: true }, { a: 'x' })[0]).to.eql({
      type: 'send',
      answers: { a: 'x' },
      isUnfinished: true,
    }));
  it('and nothing where nothing was', () =>
    expect(closed({ sendUnfinished: true }, {}).map(({ type }) => type)).to.eql(['keep', 'report']));
});

describe('a random order', () => {
  const list = ['a', 'b', 'c', 'd', 'e'].map((id) => q(id));

  it('is the same for the same seed, and another for another', () => {
    expect(ids(inOrder(list, 'random', 7))).to.equal(ids(inOrder(list, 'random', 7)));
    const orders = new Set(Array.from({ length: 50 }, (_, seed) => ids(inOrder(list, 'random', seed))));
    expect(orders.size).to.be.above(30);
  });

  it('leaves the degrees of a scale in theirs, whatever words they have', () => {
    const faces = {
      ...q('f', { kind: 'faces' }),
      order: 'random' as const,
      options: ['nul', 'bof', 'moyen', 'bien', 'super'],
    };
    for (let seed = 0; seed < 20; seed++) expect(inOrder([faces], undefined, seed)).to.deep.equal([faces]);
  });

  it('puts every question everywhere, evenly', () => {
    const first: Record<string, number> = {};
    for (let seed = 0; seed < 5000; seed++) {
      const { id } = inOrder(list, 'random', seed * 2654435761)[0]!;
      first[id] = (first[id] ?? 0) + 1;
    }
    for (const { id } of list) expect(first[id], id).to.be.within(900, 1100);
  });

  for (const [what, more] of [
    ['its title', { title: 'Pourquoi «\u00a0{answer:a}\u00a0»\u202f?' }],
    ['one language of its help', { help: { fr: 'x', en: 'You said {answer:a}' } }],
  ] as const)
    it(`asks what ${what} quotes before it`, () => {
      const quoting = [q('a'), q('b'), q('c', more), q('d')];
      for (let seed = 0; seed < 50; seed++) {
        const order = ids(inOrder(quoting, 'random', seed));
        expect(order.indexOf('a'), order).to.be.below(order.indexOf('c'));
      }
    });

  it('moves nothing that conditions and branches speak of, nor a page of information', () => {
    const fixed = [
      q('a'),
      q('b'),
      q('i', { kind: 'info' }),
      q('n', { next: [{ to: 't' }] }),
      q('c'),
      q('t'),
      q('d'),
      q('e'),
    ];
    for (let seed = 0; seed < 20; seed++) {
      const order = inOrder(fixed, 'random', seed).map(({ id }) => id);
      expect([order[2], order[3], order[4], order[5]]).to.eql(['i', 'n', 'c', 't']);
      expect(order.slice(0, 2).sort()).to.eql(['a', 'b']);
    }
  });

  it('of options keeps the ids that their places gave', () => {
    const options = ['un', 'deux', 'trois', 'quatre'];
    const [question] = inOrder([q('a', { kind: 'choice', options, order: 'random' })], 'fixed', 3);
    const found = question!.options as { id: string; label: string }[];
    expect(found.map(({ id }) => id).join('')).not.to.equal('1234');
    for (const { id, label } of found) expect(options[Number(id) - 1]).to.equal(label);
  });
});

describe('an answer quoted in a text', () => {
  const words = (id: string): string | undefined =>
    ({ a: 'La messagerie', b: '**gras** [lien](https://x.example) {answer:a}', c: '1. un\n\n- deux' })[id];
  for (const [name, text, isMarkdown, expected] of [
    ['stands for its place', 'Vous avez choisi {answer:a}.', false, 'Vous avez choisi La messagerie.'],
    ['what was not answered', 'Et {answer:z}\u202f?', false, 'Et …\u202f?'],
    ['is not read again', '{answer:b}', false, '**gras** [lien](https://x.example) {answer:a}'],
    ['lines become one', '{answer:c}', false, '1. un - deux'],
    ['what is no quotation', '{answer: a} {réponse:a} {a}', false, '{answer: a} {réponse:a} {a}'],
  ] as const)
    it(name, () => expect(withAnswers(text, words, isMarkdown)).to.equal(expected));

  it('is no Markdown', async () => {
    const { parseMarkdown } = await import('../../../src/core/markdown.js');
    for (const id of ['b', 'c']) {
      const blocks = parseMarkdown(withAnswers(`{answer:${id}}`, words, true));
      expect(blocks).to.have.length(1);
      const [block] = blocks;
      expect(block!.tag).to.equal('p');
      expect(block!.children.every((node) => typeof node === 'string')).to.equal(true);
      expect(block!.children.map(String).join('')).to.equal(words(id)!.replace(/\s+/g, ' '));
    }
  });
});

describe('what can be an answer, and what is wrong with it', () => {
  const options = ['Un', { id: 'd', label: 'Deux' }];
  const fitting: [Partial<Question>, unknown, boolean][] = [
    [{ kind: 'rating' }, 5, true],
    [{ kind: 'rating' }, 0, false],
    [{ kind: 'stars' }, 3.5, false],
    [{ kind: 'effort' }, 7, true],
    [{ kind: 'choice', options }, 'd', true],
    [{ kind: 'choice', options }, 'other', false],
    [{ kind: 'choice', options, other: true }, 'other', true],
    [{ kind: 'choices', options }, ['1', 'd'], true],
    [{ kind: 'choices', options }, ['1', '1'], false],
    [{ kind: 'ranking', options }, ['d', 'gone'], false],
    [{ kind: 'date' }, '2026-09-15', true],
    [{ kind: 'date' }, '?', false],
    [{ kind: 'matrix', rows: ['A'], options }, { 1: 'd' }, true],
    [{ kind: 'matrix', rows: ['A'] }, { 1: '5' }, true],
    [{ kind: 'matrix', rows: ['A'] }, { 2: '5' }, false],
    [{ kind: 'usability' }, { u10: 5 }, true],
    [{ kind: 'usability' }, { u11: 5 }, false],
    [{ kind: 'usability' }, { u1: 6 }, false],
  ];
  for (const [more, value, expected] of fitting)
    it(`${JSON.stringify(value)} ${expected ? 'fits' : 'does not fit'} ${more.kind}`, () =>
      expect(fits(q('a', more), value as string)).to.equal(expected));

  const faults: [string, Partial<Question>, Answers, string | undefined][] = [
    ['nothing', { kind: 'choices', options, required: true }, { a: [] }, 'required'],
    ['too few', { kind: 'choices', options, min: 2 }, { a: ['1'] }, 'too-few'],
    ['too many', { kind: 'choices', options, max: 1 }, { a: ['1', 'd'] }, 'too-many'],
    ['nothing, where nothing is needed', { kind: 'choices', options, min: 2 }, {}, undefined],
    ['a ranking half done', { kind: 'ranking', options, required: true }, { a: ['1'] }, 'too-few'],
    [
      'a line left out',
      { kind: 'matrix', rows: ['A', 'B'], required: true },
      { a: { 1: '2' } },
      'incomplete',
    ],
    [
      'a line left out, where one is asked but once',
      { kind: 'matrix', rows: ['A', 'B'], required: 'soft' },
      { a: { 1: '2' } },
      'soft',
    ],
    ['a ranking half done, the same', { kind: 'ranking', options, required: 'soft' }, { a: ['1'] }, 'soft'],
    ['a line left out, and allowed', { kind: 'matrix', rows: ['A', 'B'] }, { a: { 1: '2' } }, undefined],
    [
      'all that there is, in a ranking of more',
      { kind: 'ranking', options: ['A', 'B'], max: 5, required: true },
      { a: ['2', '1'] },
      undefined,
    ],
    ['no day', { kind: 'date' }, { a: '?' }, 'no-date'],
    [
      'too many words beside "other" that is no longer chosen',
      { kind: 'choice', options, other: true },
      { a: '1', 'a:other': 'x'.repeat(201) },
      undefined,
    ],
    [
      'too many words beside "other"',
      { kind: 'choice', options, other: true },
      { a: 'other', 'a:other': 'x'.repeat(201) },
      'too-long',
    ],
  ];
  for (const [name, more, answers, fault] of faults)
    it(name, () => expect(faultOf(q('a', more), answers)).to.equal(fault));
});

describe('a day written by hand', () => {
  for (const [text, day] of [
    ['2026-09-15', '2026-09-15'],
    ['15/09/2026', '2026-09-15'],
    [' 5.9.26 ', '2026-09-05'],
    ['15 09 2026', '2026-09-15'],
    ['12/05/98', '1998-05-12'],
    ['12/05/68', '2068-05-12'],
    ['29/02/2027', undefined],
    ['29/02/2028', '2028-02-29'],
    ['31/09/2026', undefined],
    ['09/15/2026', undefined],
    ['hier', undefined],
    ['', undefined],
  ] as const)
    it(`${text || '(empty)'}: ${day ?? 'no day'}`, () => expect(readDay(text)).to.equal(day));
});
