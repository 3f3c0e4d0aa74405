import { expect } from '@open-wc/testing';
import { buildIndex, loadIndex, searchWith, serialise } from '../../../src/core/help/search-index.js';

/** As a network brings it: cut anywhere, within a line and within a word. */
async function* inPieces(text: string): AsyncGenerator<string> {
  for (let i = 0; i < text.length; i += 7) yield Promise.resolve(text.slice(i, i + 7));
}

const ARTICLES = [
  {
    id: 'ecrire',
    title: 'Écrire un message',
    summary: '',
    services: '',
    keywords: 'courriel, minimail, mail',
    body: 'Cliquez sur **Nouveau message**, puis choisissez l’élève ou le parent.',
  },
  {
    id: 'joindre',
    title: 'Joindre un fichier',
    summary: '',
    services: '',
    keywords: 'pièce jointe',
    body: 'Dans un message, cliquez sur le [trombone](https://exemple.fr/secret). Les tableaux et les photos passent.',
  },
  {
    id: 'notes',
    title: 'Lire les notes de la classe',
    summary: '',
    services: '',
    keywords: 'évaluation',
    body: 'Les moyennes sont à droite.',
  },
  {
    id: 'coeur',
    title: 'Un cœur de métier',
    summary: '',
    services: '',
    keywords: '',
    body: 'Prévenir d’un retard.',
  },
  { id: 'ar', title: 'قراءة الرسائل', summary: '', services: '', keywords: '', body: 'اضغط على الرسالة.' },
  { id: 'zh', title: '查看学生成绩', summary: '', services: '', keywords: '', body: '点击。' },
];
const find = searchWith(buildIndex(ARTICLES), [['bulletin', 'notes']]);
const search = (query: string) => find(query).map(({ id }) => id);

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
    ['more of what was asked first', 'message trombone', ['joindre', 'ecrire']],
    ['words found in different fields', 'classe evaluation moyenne', ['notes']],
    ['one word that is nowhere', 'message licorne', ['ecrire', 'joindre']],
    ['nothing of it anywhere', 'licorne', []],
    ['a letter too few', 'mesage', ['ecrire', 'joindre']],
    ['a slip towards the end of a word', 'evaluaton', ['notes']],
    ['a word of another form', 'écrivez', ['ecrire']],
    ['a synonym of the plan', 'bulletin', ['notes']],
    ['a synonym of every school', 'PJ', ['joindre']],
    ['what children write', 'jarrive pas a ecrire', ['ecrire']],
    ['words that say nothing left out', 'comment je fais pour écrire un message', ['ecrire']],
    ['stop words are left out', 'comment faire pour écrire un message à un parent', ['ecrire']],
    ['only words that say nothing', 'les', []],
    ['the address of a link is no word', 'secret', []],
    ['Arabic, with or without the article', 'رسائل', ['ar']],
    ['Chinese, inside a phrase', '成绩', ['zh']],
    ['nothing asked', '', []],
    ['only punctuation', '\u202f?! ', []],
    ['marks of a pattern do no harm', '(xx+)+$ [', []],
  ];
  for (const [what, query, found] of rows)
    it(`finds by ${what}: «\u00a0${query}\u00a0»`, () => expect(search(query)).to.deep.equal(found));

  it('finds only what is for this person, and what is for this page first among equals', () => {
    const same = ['b', 'a', 'c'].map((id) => ({ ...ARTICLES[0]!, id }));
    const among = searchWith(buildIndex(same));
    expect(among('écrire', (id) => id !== 'b').map(({ id }) => id)).to.deep.equal(['a', 'c']);
    expect(among('écrire', undefined, (id) => id === 'c')[0]!.id).to.equal('c');
  });

  it('keeps an index as text, and finds the same with it; rests when it is told to', async () => {
    const text = serialise(buildIndex(ARTICLES));
    let rests = 0;
    const index = await loadIndex(inPieces(text), () => (rests++ % 5 ? undefined : Promise.resolve()));
    expect(rests).to.be.above(20);
    const again = searchWith(index, [['bulletin', 'notes']]);
    for (const [, query] of rows)
      expect(
        again(query).map(({ id }) => id),
        query,
      ).to.deep.equal(search(query));
    let refused: unknown;
    await loadIndex(inPieces('{"sentier":2}'), () => undefined).catch((error: unknown) => (refused = error));
    expect(String(refused)).to.include('not a help index');
    refused = undefined;
    await loadIndex(inPieces(''), () => undefined).catch((error: unknown) => (refused = error));
    expect(String(refused)).to.include('not a help index');
  });
});
