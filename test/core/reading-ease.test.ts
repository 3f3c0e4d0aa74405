import { expect } from '@open-wc/testing';
import { readingEase, syllablesOf } from '../../src/core/reading-ease.js';

describe('syllables of a French word, as it is said', () => {
  const rows: [string, number][] = [
    ['porte', 1],
    ['portes', 1],
    ['vie', 1],
    ['eau', 1],
    ['les', 1],
    ['août', 1],
    ['guerre', 1],
    ['école', 2],
    ['élève', 2],
    ['parents', 2],
    ['question', 2],
    ['nouveau', 2],
    ['maison', 2],
    ['voyage', 2],
    ['naïf', 2],
    ['théâtre', 2],
    ['créer', 2],
    ['client', 2],
    ['enseignant', 3],
    ['réunion', 3],
    ['ouvrier', 3],
    ['oublier', 3],
    ['aujourd’hui', 3],
    ['messagerie', 4],
    ['anniversaire', 4],
    ['information', 4],
    ['', 0],
    ['2026', 0],
  ];
  for (const [word, count] of rows) it(`${word}: ${count}`, () => expect(syllablesOf(word)).to.equal(count));
});

describe('reading ease (Kandel and Moles)', () => {
  it('is the formula, on counted words, sentences and syllables', () => {
    const { words, sentences, syllables, score } = readingEase(
      'Le chat dort. Le chien court vite dans le grand parc vert.',
    );
    expect([words, sentences]).to.deep.equal([12, 2]);
    expect(score).to.be.closeTo(207 - 1.015 * 6 - 73.6 * (syllables / 12), 1e-9);
  });
  it('of short words is high, of an administration’s low', () => {
    const easy = readingEase(
      'Clique ici. On ouvre ton cahier. Tu y vois les devoirs de demain et ceux de la semaine.',
    );
    const hard = readingEase(
      'La mutualisation interdépartementale des infrastructures numériques éducatives nécessite une contractualisation pluriannuelle préalable.',
    );
    expect(easy.score).to.be.above(90);
    expect(hard.score).to.be.below(20);
  });
  it('does not judge a few words', () => expect(readingEase('Bonjour à tous').score).to.equal(undefined));
  it('takes lines of a list for sentences, and Markdown’s signs for none', () => {
    const { sentences, words } = readingEase('- **un** mot\n- [deux](/a/) mots');
    expect([sentences, words]).to.deep.equal([2, 4]);
  });
  it('gives the longest sentence', () => expect(readingEase('Un deux trois. Un deux.').longest).to.equal(3));
});
