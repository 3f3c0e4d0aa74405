import { expect } from '@open-wc/testing';
import { articleFor } from '../../../src/core/help/article-for.js';
import { liftFor } from '../../../src/core/help/clear-place.js';
import { excerpt, highlight, plainText } from '../../../src/core/help/highlight.js';
import { quickSearch } from '../../../src/core/help/quick-search.js';
import { browserFamily, factsOf, mailOf, receiptOf } from '../../../src/core/help/report.js';
import { go, move, readKept, spotOf, START, without } from '../../../src/core/help/trail.js';
import { unansweredWords } from '../../../src/core/help/unanswered.js';
import { isPressed, isShortcut, parseShortcut } from '../../../src/model/shortcut.js';
import { applyOutcome } from '../../../src/core/apply-outcome.js';

describe('the key that opens help', () => {
  const rows: [text: string, may: boolean][] = [
    ['Shift+F1', true],
    ['ctrl + alt + a', true],
    ['F2', true],
    ['none', true],
    ['F1', false],
    ['?', false],
    ['Shift+?', false],
    ['h', false],
    ['Ctrl', false],
    ['Ctrl+Ctrl+A', false],
    ['Hyper+A', false],
    ['', false],
  ];
  for (const [text, may] of rows)
    it(`«\u00a0${text}\u00a0» ${may ? 'may' : 'may not'} be it`, () =>
      expect(isShortcut(text)).to.equal(may));

  it('is pressed with these modifiers and no other', () => {
    const event = { ctrlKey: false, altKey: false, shiftKey: true, metaKey: false, key: 'F1' };
    expect(isPressed(parseShortcut('Shift+F1')!, event)).to.equal(true);
    expect(isPressed(parseShortcut('Shift+F1')!, { ...event, ctrlKey: true })).to.equal(false);
    expect(isPressed(parseShortcut('Shift+F1')!, { ...event, shiftKey: false })).to.equal(false);
  });
});

describe('the way through help', () => {
  it('goes back and forward; a new turn forgets what was ahead', () => {
    const there = go(go(START, { article: 'a' }), { article: 'b' });
    const back = move(there, -1);
    expect(spotOf(back)).to.deep.equal({ article: 'a' });
    expect(spotOf(move(back, 1))).to.deep.equal({ article: 'b' });
    expect(go(back, { report: true }).spots).to.deep.equal([{}, { article: 'a' }, { report: true }]);
    expect(go(there, { article: 'b' })).to.equal(there);
    expect(spotOf(move(START, -5))).to.deep.equal({});
  });
  it('leaves out what is gone', () => {
    const there = go(go(START, { article: 'a' }), { article: 'b' });
    expect(without(there, ({ article }) => article === 'b')).to.deep.equal({
      spots: [{}, { article: 'a' }],
      at: 1,
    });
    expect(without({ spots: [{ article: 'b' }], at: 0 }, () => true)).to.deep.equal(START);
  });
  it('reads what was kept, and nothing else', () => {
    expect(readKept('{"spots":[{},{"article":"a","x":1}],"at":1,"path":"/","query":"q"}')).to.deep.equal({
      spots: [{}, { article: 'a' }],
      at: 1,
      path: '/',
      query: 'q',
    });
    for (const bad of [
      undefined,
      '',
      '{',
      '[]',
      '{"spots":[],"at":0,"path":"/"}',
      '{"spots":[{}],"at":7,"path":"/"}',
    ])
      expect(readKept(bad), String(bad)).to.equal(undefined);
  });
});

describe('a search that found nothing', () => {
  const rows: [query: string, told: string | undefined][] = [
    ['Comment réserver la salle informatique', 'reserver salle informatique'],
    ['écrire à jean.dupont@ecole.fr 0612345678', 'ecrire'],
    ['le mot de Martin Durand', 'mot'],
    ['qui que quoi', undefined],
    ['un deux trois quatre cinq six sept huit neuf dix', 'deux trois quatre cinq six sept'],
  ];
  for (const [query, told] of rows)
    it(`«\u00a0${query}\u00a0» → ${told}`, () => expect(unansweredWords(query)).to.equal(told));

  it('is no progress', () => {
    const progress = { campaigns: {} };
    const setting = { now: 0, day: '2026-09-01', interrupting: false, manual: true };
    const outcome = { type: 'unanswered', campaign: 'help', kind: 'help', version: 1, step: 'x' } as const;
    expect(applyOutcome(progress, outcome, setting)).to.equal(progress);
  });
});

describe('a report', () => {
  it('says the family of a browser and no more', () => {
    const rows: [agent: string, family: string][] = [
      [
        'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Safari/537.36 Edg/126.0.2592.87',
        'Edge 126, Windows',
      ],
      ['Mozilla/5.0 (X11; Linux x86_64; rv:115.0) Gecko/20100101 Firefox/115.0', 'Firefox 115, Linux'],
      [
        'Mozilla/5.0 (iPad; CPU OS 15_4 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/15.4 Mobile/15E148 Safari/604.1',
        'Safari 15, iOS',
      ],
      ['curl', ''],
    ];
    for (const [agent, family] of rows) expect(browserFamily(agent)).to.equal(family);
  });
  it('names the page without its query, and leaves out what is not known', () => {
    const seen = {
      page: '/a/?eleve=3#x',
      service: undefined,
      profiles: [],
      schools: ['0750001A', '0750002B'],
      width: 9,
      height: 8,
      userAgent: '',
      article: undefined,
    };
    expect(factsOf(seen)).to.deep.equal([
      { key: 'page', value: '/a/#x' },
      { key: 'screen', value: '9 × 8' },
    ]);
    // Of one school: it finds who looks after that school.
    expect(factsOf({ ...seen, schools: ['0750001A'] })).to.deep.include({ key: 'school', value: '0750001A' });
  });
  it('has a number that can be read out, and an e-mail that no program cuts', () => {
    expect(receiptOf('0a1b2c3d4e5f')).to.equal('0A1B-2C3D');
    const mail = mailOf('a@b.fr', 'Sujet & co', ['é'.repeat(3000)]);
    expect(mail.length).to.be.below(1850);
    expect(mail.startsWith('mailto:a@b.fr?subject=Sujet%20%26%20co&body=')).to.equal(true);
  });
  it('has an e-mail of whole signs, wherever an emoji is cut', () => {
    for (let i = 0; i < 50; i++) {
      const mail = mailOf('a@b.fr', 'Sujet 😀', ['x'.repeat(i) + '😀'.repeat(200), 'x\ud83d']);
      expect(decodeURIComponent(mail)).to.match(/^mailto:a@b\.fr\?subject=Sujet 😀&body=x*(😀)+…$/u);
    }
  });
});

describe('the place of the button', () => {
  const box = { left: 900, right: 1000, top: 650, bottom: 694 };
  const bar = { left: 0, right: 1000, top: 640, bottom: 700 };
  const chat = { left: 880, right: 990, top: 560, bottom: 630 };
  const rows: [what: string, obstacles: (typeof bar)[], lift: number][] = [
    ['free', [], 0],
    ['over a bar', [bar], 62],
    ['over a bar and a chat above it', [bar, chat], 142],
    ['no room: its own place', [{ ...bar, top: 0 }], 0],
  ];
  for (const [what, obstacles, lift] of rows)
    it(what, () => expect(liftFor(box, 700, false, () => obstacles)).to.equal(lift));
  it('from the upper edge, down', () =>
    expect(
      liftFor({ ...box, top: 16, bottom: 60 }, 700, true, () => [{ ...bar, top: 0, bottom: 50 }]),
    ).to.equal(42));
});

describe('words found', () => {
  it('are marked whole, as written', () => {
    expect(highlight('Les élèves écrivent.', ['eleve'])).to.deep.equal([
      { text: 'Les ', hit: false },
      { text: 'élèves', hit: true },
      { text: ' écrivent.', hit: false },
    ]);
  });
  it('are shown where they stand, without Markdown', () => {
    const text = plainText('1. Un **grand** texte [ici](/x), puis [[Ctrl]] et `code`');
    expect(text).to.equal('Un grand texte ici, puis Ctrl et code');
    expect(plainText('_Écrire_ à **_tous_**, à jean_dupont@ac.invalid')).to.equal(
      'Écrire à tous, à jean_dupont@ac.invalid',
    );
    expect(excerpt(`${'mot '.repeat(60)}trombone ${'fin '.repeat(60)}`, ['trombon'])).to.match(
      /^… .*trombone.*…$/,
    );
    expect(excerpt(text, ['absent'])).to.equal(undefined);
  });
  it('of a title do until the index is there, as long as time allows', () => {
    const titles = ['Écrire un message', 'Lire un message', 'Autre'].map((title, i) => ({
      id: `${i}`,
      title,
    }));
    expect(quickSearch(titles, 'mess', () => true)).to.deep.equal(['0', '1']);
    expect(quickSearch(titles, 'mess ecr', () => true)).to.deep.equal(['0']);
    // Word processors write "fi" as one sign.
    expect(quickSearch([{ id: 'f', title: 'Joindre un \ufb01chier' }], 'fichier', () => true)).to.deep.equal([
      'f',
    ]);
    let looks = 0;
    expect(quickSearch(titles, 'mess', () => looks++ < 0)).to.deep.equal(['0']);
  });
});

describe('an article’s variant', () => {
  const article = {
    id: 'a',
    title: 'T',
    body: 'tous',
    variants: [{ audience: { profiles: ['pupil'] }, body: 'toi' }],
  };
  it('takes the place of what it says, and leaves the rest', () => {
    expect(articleFor(article, () => true)).to.include({ title: 'T', body: 'toi', id: 'a' });
    expect(articleFor(article, () => false)).to.equal(article);
  });
});
