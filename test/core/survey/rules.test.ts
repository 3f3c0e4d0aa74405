import { expect } from '@open-wc/testing';
import { answerTo } from '../../../src/core/survey/answer.js';
import { looksPersonal } from '../../../src/core/survey/personal-data.js';
import { optionsOf } from '../../../src/core/survey/questions.js';
import { usableQuestions } from '../../../src/core/survey/usable.js';
import { audienceOf, responseOf } from '../../../src/core/survey/response.js';
import type { Question, SurveyContent } from '../../../src/model/schema/survey.js';
import type { User } from '../../../src/core/types.js';

describe('what looks personal', () => {
  const rows: [string, ReturnType<typeof looksPersonal>][] = [
    ['', undefined],
    ['Le blog est lent le soir.', undefined],
    ['écrivez à jeanne.dupont@ac-paris.fr', 'email'],
    ['j.d@x.yz', 'email'],
    ['@tous les collègues', undefined],
    ['rendez-vous @ 14 h. Merci', undefined],
    ['06 12 34 56 78', 'phone'],
    ['appelez le 0612345678.', 'phone'],
    ['06.12.34.56.78', 'phone'],
    ['06-12-34-56-78', 'phone'],
    ['06\u00a012\u00a034\u00a056\u00a078', 'phone'],
    ['+33 6 12 34 56 78', 'phone'],
    ['+33 (0)6 12 34 56 78', 'phone'],
    ['0033612345678', 'phone'],
    ['+262 6 92 12 34 56', 'phone'],
    ['0692 12 34 56', 'phone'],
    ['0590-81-12-34', 'phone'],
    ['0262 20 12 34', 'phone'],
    ['+262 692 12 34 56', 'phone'],
    ['+596 (0)696 12 34 56', 'phone'],
    ['06 1234 5678', 'phone'],
    ['le 01.02.2026 à 12:30', undefined],
    ['de 2025 à 2026, 12 34 56', undefined],
    ['code 0123 45 67', undefined],
    ['du 2026-09-01 au 2026-09-12', undefined],
    ['salle 204, à 14 h 30, 25 élèves', undefined],
    ['15 000 000 €', undefined],
    ['1234567', undefined],
    ['mon numéro 12345678', 'number'],
    ['INE 070123456AB', 'number'],
    ['٠٦١٢٣٤٥٦٧٨', 'number'],
  ];
  for (const [text, expected] of rows)
    it(`${expected ?? 'nothing'}: ${text || '(empty)'}`, () =>
      expect(looksPersonal(text)).to.equal(expected));

  it('takes time in proportion to the text, whatever it is made of', () => {
    for (const part of ['a', 'a@', '@', 'a@b.', '0', '06 ', '+33', '1 ', ' ']) {
      const text = part.repeat(200_000 / part.length);
      const start = performance.now();
      looksPersonal(text);
      expect(performance.now() - start, part).to.be.below(1000);
    }
  });
});

describe('usable questions', () => {
  const choice = { id: 'c', kind: 'choice', options: ['Oui'] };
  const text = { id: 't', kind: 'text' };
  const rows: [string, unknown, boolean, string[], string[]][] = [
    ['all known kinds', [{ id: 'n', kind: 'nps' }, choice, text], false, ['n', 'c', 't'], []],
    [
      'an unknown kind is left out',
      [{ id: 's', kind: 'slider' }, text],
      false,
      ['t'],
      ['questions[0] (slider)'],
    ],
    ['no free text for pupils', [choice, text, { id: 'l', kind: 'longtext' }], true, ['c'], []],
    [
      'a choice needs options',
      [
        { id: 'c', kind: 'choice' },
        { ...choice, id: 'd', options: [] },
      ],
      false,
      [],
      ['questions[0] (choice)', 'questions[1] (choice)'],
    ],
    ['an id is needed', [{ kind: 'nps' }], false, [], ['questions[0] (nps)']],
    ['an id counts once', [text, text], false, ['t'], ['questions[1] (text)']],
    [
      'what is no question',
      [null, 3, 'nps'],
      false,
      [],
      ['questions[0] (undefined)', 'questions[1] (undefined)', 'questions[2] (undefined)'],
    ],
    ['what is no list', 'nps', false, [], []],
  ];
  for (const [name, questions, isPupil, ids, skipped] of rows)
    it(name, () => {
      const usable = usableQuestions({ questions } as Partial<SurveyContent>, isPupil);
      expect(usable.questions.map(({ id }) => id)).to.deep.equal(ids);
      expect(usable.skipped).to.deep.equal(skipped);
    });

  it('free text for pupils where the campaign says so', () => {
    const content = { questions: [text], freeTextForPupils: true } as SurveyContent;
    expect(usableQuestions(content, true).questions).to.have.length(1);
  });

  it('an option in short form is known by its place', () => {
    const question = { id: 'c', kind: 'choice', options: ['Oui', { id: 'n', label: 'Non' }] } as Question;
    expect(optionsOf(question)).to.deep.equal([
      { id: '1', label: 'Oui' },
      { id: 'n', label: 'Non' },
    ]);
  });
});

describe('what a response says of who gave it', () => {
  const user: User = {
    key: 'k',
    degrees: ['1d'],
    schools: ['0750001A'],
    levels: ['CM2'],
    groups: ['pilote'],
  };
  const all: SurveyContent['dimensions'] = ['profile', 'degree', 'school'];
  const rows: [string, SurveyContent['dimensions'], string[], User | undefined, object][] = [
    ['nothing unless the campaign names it', undefined, ['teacher'], user, {}],
    ['the dimensions named', ['profile', 'degree'], ['teacher'], user, { profile: 'teacher', degree: '1d' }],
    ['all of them', all, ['teacher'], user, { profile: 'teacher', degree: '1d', school: '0750001A' }],
    ['one profile of several', ['profile'], ['teacher', 'head'], user, { profile: 'head' }],
    ['a pupil is a pupil', ['profile'], ['teacher', 'pupil'], user, { profile: 'pupil' }],
    ['no unknown profile', ['profile'], ['jean.dupont'], user, {}],
    ['neither of two schools', all, [], { schools: ['0750001A', '0750002B'], degrees: ['1d', '2d'] }, {}],
    ['only values of a known form', all, [], { schools: ['École Jean Moulin'], degrees: ['CM2'] }, {}],
    ['nothing of a person unknown', all, [], undefined, {}],
  ];
  for (const [name, dimensions, profiles, who, expected] of rows)
    it(name, () => expect(audienceOf(dimensions, profiles, who)).to.deep.equal(expected));

  it('holds an id, the campaign, the audience and the answers, and nothing else', () => {
    expect(responseOf('id', { id: 'c' }, { profile: 'head' }, { q: 1 })).to.deep.equal({
      id: 'id',
      type: 'response',
      campaign: 'c',
      version: 1,
      audience: { profile: 'head' },
      data: { answers: { q: 1 } },
    });
  });

  it('no answer is found under what objects inherit', () => {
    expect(answerTo({}, 'constructor')).to.equal(undefined);
  });
});
