import { expect } from '@open-wc/testing';
import { createSearch } from '../../../src/core/help/search.js';

const ARTICLES = [
  {
    id: 'ecrire',
    title: 'Écrire un message',
    keywords: ['courriel', 'minimail', 'mail'],
    body: 'Cliquez sur **Nouveau message**, puis choisissez l’élève ou le parent.',
  },
  {
    id: 'joindre',
    title: 'Joindre un fichier',
    keywords: ['pièce jointe'],
    body: 'Dans un message, cliquez sur le [trombone](https://exemple.fr/secret). Les tableaux et les photos passent.',
  },
  {
    id: 'notes',
    title: 'Lire les notes de la classe',
    keywords: ['évaluation'],
    body: 'Les moyennes sont à droite.',
  },
  { id: 'coeur', title: 'Un cœur de métier', keywords: [], body: 'Prévenir d’un retard.' },
  { id: 'ar', title: 'قراءة الرسائل', keywords: [], body: 'اضغط على الرسالة.' },
  { id: 'zh', title: '查看学生成绩', keywords: [], body: '点击。' },
];
const search = createSearch(ARTICLES);

describe('help search', () => {
  const rows: [what: string, query: string, found: string[]][] = [
    ['a word of the title', 'écrire', ['ecrire']],
    ['no accents', 'ecrire', ['ecrire']],
    ['capitals', 'ÉCRIRE', ['ecrire']],
    ['the title before the body', 'message', ['ecrire', 'joindre']],
    ['a keyword before the body', 'courriel', ['ecrire']],
    ['the beginning of a word', 'mess', ['ecrire', 'joindre']],
    ['the plural of a singular', 'messages', ['ecrire', 'joindre']],
    ['the singular of a plural in x', 'tableau', ['joindre']],
    ['elision with a straight apostrophe', "l'eleve", ['ecrire']],
    ['elision with a curly apostrophe', 'd’évaluation', ['notes']],
    ['a word that was elided in the text', 'retard', ['coeur']],
    ['a ligature', 'coeur', ['coeur']],
    ['every word must be found', 'message trombone', ['joindre']],
    ['words found in different fields', 'classe evaluation moyenne', ['notes']],
    ['one word that is nowhere', 'message licorne', []],
    ['words that say nothing left out', 'comment je fais pour écrire un message', ['ecrire']],
    ['stop words are left out', 'comment faire pour écrire un message à un parent', ['ecrire']],
    ['only stop words: they count', 'les', ['notes', 'joindre']],
    ['the address of a link is no word', 'secret', []],
    ['Arabic, with or without the article', 'رسائل', ['ar']],
    ['Chinese, inside a phrase', '成绩', ['zh']],
    ['nothing asked', '', []],
    ['only punctuation', ' ?! ', []],
    ['marks of a pattern do no harm', '(xx+)+$ [', []],
  ];
  for (const [what, query, found] of rows)
    it(`finds by ${what}: « ${query} »`, () => expect(search(query)).to.deep.equal(found));

  it('keeps the order given among equals', () => {
    const same = ['b', 'a', 'c'].map((id) => ({ id, title: 'Agenda', keywords: [], body: '' }));
    expect(createSearch(same)('agenda')).to.deep.equal(['b', 'a', 'c']);
  });

  it('answers 300 articles in less than a frame', () => {
    const many = Array.from({ length: 300 }, (_, i) => ({
      ...ARTICLES[i % 3]!,
      id: `a${i}`,
      body: `${ARTICLES[i % 3]!.body} `.repeat(20),
    }));
    const find = createSearch(many);
    const start = performance.now();
    for (let i = 0; i < 10; i++) find('comment écrire un message à un parent');
    expect((performance.now() - start) / 10).to.be.below(16);
  });
});
