import { expect } from '@open-wc/testing';
import type { QuestionOption } from '../../src/model/schema/survey.js';
import { matchLines, withOptions } from '../../src/studio/survey-editor/option-lines.js';

const FR = { lang: 'fr', main: 'fr' };
const EN = { lang: 'en', main: 'fr' };
const IMAGE = { src: '/jamais.png', alt: '' };
const FULL: QuestionOption[] = [
  { id: 'a', label: { fr: 'Jamais', en: 'Never' }, image: IMAGE },
  { id: 'b', label: { fr: 'Parfois', en: 'Sometimes' } },
  { id: 'c', label: { fr: 'Souvent', en: 'Often' } },
];
const [A, B, C] = FULL;
const edited = (lines: string[], options = FULL, writing = FR) =>
  withOptions(options, lines.join('\n'), writing, () => 0);
const MADE = 'o-22222';

describe('answers as lines', () => {
  it('one that is removed takes its id, translation and image along', () =>
    expect(edited(['Parfois', 'Souvent'])).to.deep.equal([B, C]));
  it('one that is put between leaves the others theirs', () =>
    expect(edited(['Jamais', 'Rarement', 'Parfois', 'Souvent'])).to.deep.equal([
      A,
      { id: MADE, label: 'Rarement' },
      B,
      C,
    ]));
  it('one whose words change keeps all else', () =>
    expect(edited(['Jamais', 'De temps en temps', 'Souvent'])[1]).to.deep.equal({
      id: 'b',
      label: { fr: 'De temps en temps', en: 'Sometimes' },
    }));
  it('one that was emptied, and then removed, is gone', () => {
    const emptied = edited(['', 'Parfois', 'Souvent']);
    expect(emptied[0]).to.have.property('id', 'a');
    expect(edited(['Parfois', 'Souvent'], emptied)).to.deep.equal([B, C]);
  });
  it('one that is removed while another comes gives it nothing', () =>
    expect(edited(['Parfois', 'Souvent', 'Toujours'])).to.deep.equal([
      B,
      C,
      { id: MADE, label: 'Toujours' },
    ]));
  it('a line that is cut in two stays the first', () =>
    expect(edited(['Jam', 'ais', 'Parfois', 'Souvent'])).to.deep.equal([
      { ...(A as object), label: { fr: 'Jam', en: 'Never' } },
      { id: MADE, label: 'ais' },
      B,
      C,
    ]));

  it('the short form stays while nothing shifts', () =>
    expect(edited(['Oui', 'Non.'], ['Oui', 'Non'])).to.deep.equal(['Oui', 'Non.']));
  it('the short form takes the id of its place along', () =>
    expect(edited(['Non', 'Peut-être', 'Sais pas'], ['Oui', 'Non', 'Peut-être'])).to.deep.equal([
      { id: '2', label: 'Non' },
      { id: '3', label: 'Peut-être' },
      { id: MADE, label: 'Sais pas' },
    ]));

  it('a translation that is removed leaves the others theirs', () =>
    expect(edited(['Sometimes', 'Often'], FULL, EN)).to.deep.equal([
      { id: 'a', label: 'Jamais', image: IMAGE },
      B,
      C,
    ]));
  it('translations are pasted in a go', () =>
    expect(edited(['Yes', 'No', '', ''], ['Oui', 'Non'], EN)).to.deep.equal([
      { id: '1', label: { fr: 'Oui', en: 'Yes' } },
      { id: '2', label: { fr: 'Non', en: 'No' } },
    ]));
  it('the second may be translated first', () =>
    expect(edited(['', 'No'], ['Oui', 'Non'], EN)).to.deep.equal([
      'Oui',
      { id: '2', label: { fr: 'Non', en: 'No' } },
    ]));

  it('each line before is one line after at most, in order', () => {
    const words = ['a', 'b', 'ab', '', 'c'];
    for (let run = 0; run < 500; run++) {
      const some = () => Array.from({ length: (run % 5) + 1 }, () => words[Math.floor(Math.random() * 5)]!);
      const [before, after] = [some(), some()];
      const met = matchLines(before, after, run % 2 === 0).filter((one) => one !== undefined);
      expect(met, JSON.stringify([before, after])).to.deep.equal([...new Set(met)].sort((a, b) => a - b));
    }
  });
});
