import { expect } from '@open-wc/testing';
import { setInterfaceLocale } from '../../src/locales/msg.js';
import type { Audience } from '../../src/model/schema/audience.js';
import type { Campaign, Schedule } from '../../src/model/schema/campaign.js';
import { adviceFor } from '../../src/studio/advice/advice.js';
import { firstMonday, shifted, tooMuch, yearOf } from '../../src/studio/calendar/year.js';
import { textsIn, withText } from '../../src/studio/fields/authored.js';
import { turned } from '../../src/studio/fields/question-fields.js';
import { factsOf, knownOf } from '../../src/studio/lists/facts.js';
import { placeOf } from '../../src/studio/publish/place-of.js';
import { setIn } from '../../src/studio/store/paths.js';
import type { PlanDocument } from '../../src/studio/store/studio-store.js';
import { arrowsOf, privacyPoints } from '../../src/studio/survey-editor/logic.js';
import { BLANK, TEMPLATES } from '../../src/studio/templates/templates.js';
import { readPlan } from '../../src/model/read-plan.js';
import { TOOLS } from '../../src/studio/help-editor/toolbar.js';
import { audienceWords } from '../../src/studio/words/audience-words.js';
import { describeChanges } from '../../src/studio/words/diff-words.js';
import { faultWords } from '../../src/studio/words/fault-words.js';
import { scheduleWords } from '../../src/studio/words/schedule-words.js';
import { NOW, PLAN } from '../../stories/studio/studio-fixtures.js';

before(() => setInterfaceLocale(['fr']));

describe('an audience in words', () => {
  const rows: [Audience | undefined, string][] = [
    [undefined, 'tout le monde'],
    [{}, 'tout le monde'],
    [{ profiles: ['pupil', 'guardian'] }, 'élèves et parents'],
    [
      { profiles: ['teacher'], degrees: ['1d'], schools: ['0750001A', '0750002B'] },
      'enseignants, au premier degré, à l’établissement 0750001A ou 0750002B',
    ],
    [{ levels: ['CM2'], arrivedWithin: 'P30D' }, 'en CM2, arrivés depuis moins de 30 jours'],
    [{ share: 25 }, '25\u00a0% des personnes parmi\u00a0: tout le monde'],
    [
      { profiles: ['head'], not: { schools: ['0750001A'] } },
      'direction\u202f; sauf\u00a0: à l’établissement 0750001A',
    ],
    [
      { not: { arrivedWithin: 'P14D', groups: ['pilotes'] } },
      'tout le monde\u202f; sauf\u00a0: du groupe pilotes, arrivés depuis moins de 14 jours',
    ],
    [{ profiles: ['ATSEM'] }, 'ATSEM'],
  ];
  for (const [audience, words] of rows) it(words, () => expect(audienceWords(audience)).to.equal(words));
});

describe('a schedule in words', () => {
  const rows: [Schedule, string][] = [
    [{}, 'tout le temps'],
    [{ start: '2026-09-01', end: '2026-10-15' }, 'du 1er sept. 2026 au 15 oct. 2026'],
    [{ start: '2026-09-07T08:00' }, 'à partir du 7 sept. 2026, 08:00'],
    [{ end: '2026-10-15' }, 'jusqu’au 15 oct. 2026'],
    [
      { start: '-P7D', end: 'P0D', relativeTo: 'goLive' },
      'début\u00a0: 7 jours avant l’ouverture – fin\u00a0: le jour de l’ouverture (non compris)',
    ],
    [{ end: 'P1D', relativeTo: 'goLive' }, 'fin\u00a0: 1 jour après l’ouverture (non compris)'],
    [
      { start: 'P0D', end: '2026-10-15', relativeTo: 'arrived' },
      'début\u00a0: le jour de son arrivée – fin\u00a0: 15 oct. 2026',
    ],
  ];
  for (const [schedule, words] of rows) it(words, () => expect(scheduleWords(schedule)).to.equal(words));
});

describe('a fault in the words of the form', () => {
  it('has no path, and calls fields what stands over them', () => {
    const { issues } = readPlan({
      version: 1,
      campaigns: [{ id: 'vide', kind: 'banner', title: 'Vide', content: { title: '', body: '' } }],
    });
    expect(issues.map(faultWords)).to.deep.equal([
      'Cette bannière n’a ni titre ni texte. Ajoutez «\u00a0Titre\u00a0» ou «\u00a0Texte\u00a0».',
    ]);
  });
});

describe('the state of a campaign', () => {
  const known = knownOf(PLAN);
  const stateOf = (change: object, published: Campaign | null | undefined = null) =>
    factsOf({ ...PLAN.campaigns![3]!, ...change } as Campaign, PLAN, known, NOW, published).state;
  const rows: [string, object, Campaign | null | undefined][] = [
    ['scheduled', {}, null],
    ['live', { schedule: { start: '2026-09-01' } }, null],
    ['ended', { schedule: { end: '2026-09-01' } }, null],
    ['manual', { when: { start: 'manual' } }, null],
    ['fault', { content: { title: '' } }, null],
    ['draft', {}, undefined],
    ['live', { schedule: { start: 'P0D', relativeTo: 'arrived' } }, null],
    ['live', { schedule: { start: '-P7D', end: 'P21D', relativeTo: 'goLive' } }, null],
  ];
  for (const [state, change, published] of rows)
    it(`${state}: ${JSON.stringify(change)}`, () => {
      const facts =
        published === undefined
          ? factsOf({ ...PLAN.campaigns![3]!, ...change } as Campaign, PLAN, known, NOW, undefined).state
          : stateOf(change, published);
      expect(facts).to.equal(state);
    });
});

describe('changes in words', () => {
  it('say what was and what is, in the words of the form', () => {
    const after = setIn<PlanDocument>(PLAN, ['campaigns', 0, 'content', 'title', 'fr'], 'Ouvert');
    const [change, ...rest] = describeChanges(PLAN, after);
    expect(rest).to.deep.equal([]);
    expect(change).to.deep.include({ sort: 'Campagne', title: 'Ouverture de l’ENT', how: 'changed' });
    expect(change!.details).to.deep.equal([
      { label: 'Titre (français)', from: 'L’ENT ouvre ses portes', to: 'Ouvert' },
    ]);
  });
  it('name an audience and a schedule as a whole', () => {
    const after = setIn<PlanDocument>(
      setIn<PlanDocument>(PLAN, ['campaigns', 1, 'audience', 'profiles'], ['head']),
      ['campaigns', 1, 'schedule', 'end'],
      '2026-12-01',
    );
    expect(describeChanges(PLAN, after)[0]!.details).to.deep.equal([
      {
        label: 'Pour qui',
        from: 'enseignants et personnels, au premier degré',
        to: 'direction, au premier degré',
      },
      { label: 'Quand', from: 'du 7 sept. 2026 au 20 nov. 2026', to: 'du 7 sept. 2026 au 1er déc. 2026' },
    ]);
  });
  it('tell what is new, what goes, and another order', () => {
    const [first, second, ...others] = PLAN.campaigns!;
    const after = { ...PLAN, campaigns: [second!, first!, ...others.slice(1), { ...first!, id: 'neuve' }] };
    expect(describeChanges(PLAN, after).map(({ how, key }) => [how, key])).to.deep.equal([
      ['added', 'campaigns/neuve'],
      ['removed', 'campaigns/barometre'],
      ['moved', 'campaigns'],
    ]);
  });
  it('of nothing are none', () => expect(describeChanges(PLAN, { ...PLAN })).to.deep.equal([]));
});

describe('advice for a banner', () => {
  const codes = (content: object, more: object = {}) => {
    const campaign = {
      ...PLAN.campaigns![3]!,
      schedule: { end: '2026-10-01' },
      audience: { profiles: ['teacher'] },
      ...more,
      content,
    } as Campaign;
    return adviceFor(campaign, { ...PLAN, campaigns: [] }, content, ['content']).map(
      ({ code, path }) => `${code} ${path}`,
    );
  };
  const rows: [string, object, object, string[]][] = [
    ['a short one is fine', { title: 'La cantine ouvre lundi' }, {}, []],
    ['a long title', { title: 'x'.repeat(90) }, {}, ['length content.title']],
    ['capitals', { title: 'IMPORTANT POUR TOUS' }, {}, ['capitals content.title']],
    [
      'a link that says nothing',
      { title: 'A', actions: [{ label: 'Cliquez ici', do: 'link', to: '/a/' }] },
      {},
      ['link content.actions[0].label'],
    ],
    [
      'a button that leads nowhere',
      { title: 'A', actions: [{ label: 'Voir', do: 'tour' }] },
      {},
      ['link content.actions[0].to'],
    ],
    [
      'an image that is not described',
      { title: 'A', image: { src: '/a.svg', alt: '' } },
      {},
      ['alt content.image.alt'],
    ],
    ['over the page', { title: 'A', place: 'modal' }, {}, ['interrupts content.place']],
    ['without an end', { title: 'A' }, { schedule: {} }, ['no-end schedule.end']],
    [
      'a long sentence for pupils',
      { title: { fr: 'A', 'fr-x-simple': 'A' }, body: `${'mot '.repeat(30)}.` },
      { audience: { profiles: ['pupil'] } },
      ['reading content.body'],
    ],
    [
      'pupils without plain words',
      { title: 'A' },
      { audience: { profiles: ['pupil'] } },
      ['simplified content.title'],
    ],
  ];
  for (const [name, content, more, expected] of rows)
    it(name, () => expect(codes(content, more)).to.deep.equal(expected));

  it('names the languages that are missing', () => {
    const content = { title: { fr: 'A', en: 'A' }, body: 'B' };
    const campaign = {
      ...PLAN.campaigns![3]!,
      schedule: { end: '2026-10-01' },
      audience: { profiles: ['teacher'] },
      content,
    } as Campaign;
    const plan = { ...PLAN, campaigns: [campaign] };
    expect(adviceFor(campaign, plan, content, ['content']).map(({ text }) => text)).to.deep.equal([
      'Pas encore en anglais\u00a0: 1 sur 2 textes.',
    ]);
  });
});

describe('advice for the pages of a tour', () => {
  const a = { title: 'A', target: '#a', page: '/a/' };
  const b = { title: 'B', target: '#b', page: '/b/' };
  const none = { title: 'C', target: '#c' };
  const rows: [string, object[], object, string[]][] = [
    ['all of two pages', [a, b], { pages: ['/a/'] }, []],
    ['one of none, among two pages', [a, none, b], { pages: ['/a/'] }, ['content.steps[1].page']],
    ['one of none, all else where it begins', [a, none], { pages: ['/a/**'] }, []],
    ['one of none, and it begins anywhere', [none, b], {}, ['content.steps[0].page']],
    ['none has any', [none, none], { pages: ['/a/'] }, []],
    ['a card in the middle is of any page', [a, { title: 'D' }, b], {}, []],
    ['it begins where its first step is not', [b], { pages: ['/a/'] }, ['when.pages']],
    ['the same, by hand alone', [b], { pages: ['/a/'], start: 'manual' }, []],
  ];
  for (const [name, steps, when, expected] of rows)
    it(name, () => {
      const campaign = { kind: 'tour', audience: { profiles: ['teacher'] }, when, content: { steps } };
      const advice = adviceFor(campaign as unknown as Campaign, { version: 1 }, campaign.content, [
        'content',
      ]);
      expect(advice.map(({ path }) => path)).to.deep.equal(expected);
    });
});

describe('advice for a survey', () => {
  const advised = (question: object) => {
    const content = { title: { fr: 'A', en: 'A' }, questions: [{ id: 'q', ...question }] };
    const campaign = { ...PLAN.campaigns![2]!, audience: { profiles: ['teacher'] }, content } as Campaign;
    return adviceFor(campaign, { ...PLAN, campaigns: [campaign] }, content, ['content']);
  };
  const title = { fr: 'B', en: 'B' };
  it('asks for no translation of what its kind does not have', () => {
    const options = [{ id: 'a', label: 'Oui' }, 'Non'];
    expect(advised({ kind: 'boolean', title, options })).to.deep.equal([]);
    expect(advised({ kind: 'choice', title, options })[0]).to.deep.include({
      path: 'content.questions[0].options[0].label',
      lang: 'en',
      text: 'Pas encore en anglais\u00a0: 2 sur 4 textes.',
    });
  });
  it('asks for no translation of what is not written', () =>
    expect(advised({ kind: 'text', title, help: '' })).to.deep.equal([]));
  it('finds answers of one name', () => {
    const options = [
      { id: 'a', label: { fr: 'Midi', en: 'Noon' } },
      { id: 'b', label: { fr: 'midi ', en: 'Noon' } },
    ];
    expect(advised({ kind: 'choice', title, options }).map(({ code, path }) => [code, path])).to.deep.equal([
      ['twice', 'content.questions[0].options'],
    ]);
  });
});

describe('a question that is turned into another kind', () => {
  const question = {
    id: 'q',
    kind: 'choices',
    title: 'A',
    options: ['Oui'],
    max: 1,
    required: true,
  } as const;
  it('leaves what that kind has no use for, and has it again when it is turned back', () => {
    const other = turned(question as never, 'longtext');
    expect(other.question).to.deep.equal({ id: 'q', kind: 'longtext', title: 'A', required: true });
    const renamed = { ...other.question, title: 'B' };
    expect(turned(renamed, 'choices', other.aside).question).to.deep.equal({ ...question, title: 'B' });
  });
  it('keeps through a third kind what is put aside', () => {
    const first = turned(question as never, 'boolean');
    const second = turned(first.question, 'nps', first.aside);
    expect(turned(second.question, 'choices', second.aside).question).to.deep.equal(question);
  });
});

describe('authored texts', () => {
  const main = { lang: 'fr', main: 'fr' };
  it('stay a bare string in the plan’s language alone', () => {
    expect(withText('a', 'b', main)).to.equal('b');
    expect(withText('a', 'c', { lang: 'en', main: 'fr' })).to.deep.equal({ fr: 'a', en: 'c' });
    expect(withText({ fr: 'a', en: 'c' }, '', { lang: 'en', main: 'fr' })).to.equal('a');
    expect(withText('a', '', main)).to.equal(undefined);
  });
  it('are found wherever they stand', () => {
    const { content } = PLAN.campaigns![0]!;
    expect(textsIn(content).map(({ path }) => path)).to.deep.equal([
      'title',
      'body',
      'actions[0].label',
      'signature',
    ]);
  });
});

describe('the year', () => {
  const first = firstMonday(NOW);
  it('begins in the week of 1 September', () => {
    expect(first).to.equal('2026-08-31');
    expect(firstMonday(Date.parse('2027-03-01')), 'of the school year').to.equal('2026-08-31');
  });
  it('puts each campaign in its weeks', () => {
    const { bars, undated, goLive, holidays } = yearOf(PLAN, first);
    expect(bars.find(({ id }) => id === 'maintenance')).to.deep.include({ from: 3, to: 3 });
    expect(bars.find(({ id }) => id === 'messagerie')).to.deep.include({ from: 1, to: 11 });
    expect(undated.map(({ id }) => id)).to.deep.equal(['demarrer']);
    expect(goLive).to.equal(0);
    expect(holidays[0]).to.deep.equal({ zone: 'B', from: 6, to: 8 });
  });
  it('finds those that want the same place of the same people', () => {
    const { bars } = yearOf(PLAN, first);
    expect(bars.find(({ id }) => id === 'ouverture')!.overlaps).to.deep.equal(['maintenance']);
    expect(bars.find(({ id }) => id === 'charte')!.overlaps).to.include('barometre');
    expect(
      bars.find(({ id }) => id === 'messagerie')!.overlaps,
      'pupils’ and teachers’ do not meet',
    ).to.not.include('charte');
  });
  it('says in which weeks somebody gets too much', () => {
    const busy = [1, 2, 3, 4].map((n) => ({
      ...PLAN.campaigns![3]!,
      id: `n${n}`,
      audience: { profiles: ['guardian'] },
    }));
    expect(tooMuch(yearOf({ ...PLAN, campaigns: busy as Campaign[] }, first))).to.deep.equal([
      { profile: 'guardian', week: 3, count: 4 },
    ]);
  });
  const shifts: [Schedule, number, Schedule][] = [
    [{ start: '2026-09-28', end: '2026-10-02T18:00' }, 7, { start: '2026-10-05', end: '2026-10-09T18:00' }],
    [
      { start: '-P3D', end: 'P10D', relativeTo: 'goLive' },
      7,
      { start: 'P4D', end: 'P17D', relativeTo: 'goLive' },
    ],
  ];
  for (const [from, days, to] of shifts)
    it(`moves ${JSON.stringify(from)} by ${days} days`, () =>
      expect(shifted({ ...PLAN.campaigns![3]!, schedule: from } as Campaign, days).schedule).to.deep.equal(
        to,
      ));
});

describe('a survey', () => {
  const { content } = PLAN.campaigns![2]! as unknown as { content: never };
  it('is a way with branches', () => {
    expect(arrowsOf(content).map(({ from, to, when }) => [from, to, when])).to.deep.equal([
      ['recommander', 'end', 'la réponse est haute'],
      ['recommander', 'usage', ''],
      ['usage', 'manque', ''],
      ['manque', 'end', ''],
    ]);
  });
  it('knows arrows that lead nowhere', () => {
    const broken = { questions: [{ id: 'a', kind: 'boolean', next: [{ is: 'yes', to: 'b' }] }] };
    expect(arrowsOf(broken as never)[0]!.isBroken).to.equal(true);
  });
  it('says what it does not say of itself', () => {
    const faults = privacyPoints({ questions: [] }, false, 10).filter(({ isFine }) => !isFine);
    expect(faults).to.have.length(3);
    expect(privacyPoints(content, false, 10).every(({ isFine }) => isFine)).to.equal(true);
  });
});

describe('whom a survey’s contact lets one reach', () => {
  const rows: [contact: unknown, isFine: boolean][] = [
    [undefined, false],
    ['Votre délégué à la protection des données', false],
    ['M. Martin, bureau 12', false],
    ['dpd@ac-exemple.fr', true],
    ['Le délégué\u00a0: 01 23 45 67 89', true],
    ['https://ent.example/rgpd', true],
    ['[nous écrire](/contact)', true],
    [{ fr: 'dpd@ac-exemple.fr', en: 'The data protection officer' }, false],
  ];
  for (const [contact, isFine] of rows)
    it(JSON.stringify(contact) ?? 'nobody', () => {
      const privacy = { controller: 'A', purpose: 'B', retention: 'P90D', contact } as never;
      const points = privacyPoints({ questions: [], privacy }, false, 10);
      expect(points[2]!.isFine).to.equal(isFine);
    });
});

describe('templates', () => {
  for (const { id, campaign } of TEMPLATES)
    it(`${id} is a good campaign`, () => {
      const plan = { ...PLAN, campaigns: [{ id, ...campaign }], help: {} };
      expect(readPlan(plan).issues.map(({ message }) => message)).to.deep.equal([]);
    });
  for (const kind of ['tour', 'survey', 'checklist'] as const)
    it(`a blank ${kind} is a good campaign`, () => {
      const plan = { ...PLAN, campaigns: [{ id: kind, ...BLANK[kind]() }], help: {} };
      expect(readPlan(plan).issues.filter(({ severity }) => severity === 'error')).to.deep.equal([]);
    });
});

describe('a fault’s place', () => {
  const rows: [string, object][] = [
    ['campaigns[0].content.title', { screen: 'campaigns', item: 'ouverture', field: 'content.title' }],
    ['help.articles[1].body', { screen: 'help', item: 'absence', field: 'body' }],
    ['settings.goLive', { screen: 'settings', field: 'settings.goLive' }],
  ];
  for (const [path, place] of rows) it(path, () => expect(placeOf(path, PLAN)).to.deep.include(place));
});

describe('the toolbar', () => {
  const rows: [tool: string, text: string, start: number, end: number, to: string][] = [
    ['bold', 'un mot', 3, 6, 'un **mot**'],
    ['bold', 'un **mot**', 5, 8, 'un mot'],
    ['italic', 'a b', 0, 1, '*a* b'],
    ['list', 'a\nb', 0, 3, '- a\n- b'],
    ['steps', '- a\n- b', 0, 7, '1. a\n2. b'],
    ['list', 'intro\na', 6, 7, 'intro\n\n- a'],
    ['link', 'ici', 0, 3, '[ici](/)'],
    ['key', '', 0, 0, '[[Ctrl]]'],
  ];
  for (const [id, text, start, end, to] of rows)
    it(`${id}: ${JSON.stringify(text)} → ${JSON.stringify(to)}`, () => {
      const edited = TOOLS.find((tool) => tool.id === id)!.apply(text, start, end);
      expect(edited.text).to.equal(to);
    });
});
