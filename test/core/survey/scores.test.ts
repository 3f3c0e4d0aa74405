import { expect } from '@open-wc/testing';
import { helpfulByArticle, helpfulResponse, readHelpful } from '../../../src/core/survey/helpful.js';
import { meanInterval, npsInterval, student, wilson } from '../../../src/core/survey/intervals.js';
import {
  cesOf,
  csatOf,
  distributionOf,
  meanOf,
  npsOf,
  ranksOf,
  shareOf,
} from '../../../src/core/survey/scores.js';
import { susOf, usabilityScore } from '../../../src/core/survey/usability.js';

const near = (found: number | undefined, expected: number, within = 0.0005): unknown =>
  expect(found).to.be.closeTo(expected, within);

describe('intervals', () => {
  // Published: Newcombe (1998), Statistics in Medicine 17, table I: 81/263, 15/148, 0/20, 1/29.
  for (const [count, n, low, high] of [
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
    [20, 20, 0.8389, 1],
  ] as const)
    it(`Wilson's for ${count} of ${n}`, () => {
      const interval = wilson(count, n);
      near(interval.low, low, 0.0001);
      near(interval.high, high, 0.0001);
    });

  it('nobody asked: everything is possible', () => expect(wilson(0, 0)).to.eql({ low: 0, high: 1 }));

  // Tables of Student's law, 97.5th percentile.
  for (const [degrees, t] of [
    [1, 12.706],
    [2, 4.303],
    [3, 3.182],
    [4, 2.776],
    [5, 2.571],
    [10, 2.228],
    [30, 2.042],
    [120, 1.98],
  ] as const)
    it(`Student's law, ${degrees} degrees of freedom`, () => near(student(degrees), t, 0.005));

  it('of a mean: 4 ± 2.776 × √(0.5/5), cut at the end of the scale', () => {
    // 3, 4, 4, 4, 5: mean 4, variance 2/4 = 0.5.
    const { low, high } = meanInterval([3, 4, 4, 4, 5], { low: 1, high: 5 });
    near(low, 4 - 2.776 * Math.sqrt(0.1), 0.002);
    near(high, 4 + 2.776 * Math.sqrt(0.1), 0.002);
    expect(meanInterval([1, 5], { low: 1, high: 5 })).to.eql({ low: 1, high: 5 });
  });

  it('one answer says nothing of the others', () =>
    expect(meanInterval([5], { low: 1, high: 5 })).to.eql({ low: 1, high: 5 }));

  it('of a Net Promoter Score: adjusted by three answers', () => {
    // 7 promoters, 1 detractor of 10: p = 7.75/13, d = 1.75/13; 46.15 ± 196 × √((0.7308 − 0.2130)/13).
    const { low, high } = npsInterval(7, 1, 10);
    near(low, 46.154 - 39.115, 0.05);
    near(high, 46.154 + 39.115, 0.05);
  });

  it('a unanimous score is not a certain one', () => {
    const { low, high } = npsInterval(5, 0, 5);
    expect(high).to.equal(100);
    expect(low).to.be.below(90);
  });

  it('the interval of a Net Promoter Score holds the score, however few the answers', () => {
    expect(npsInterval(1, 0, 1).high).to.equal(100);
    expect(npsInterval(0, 1, 1).low).to.equal(-100);
    expect(npsInterval(0, 0, 0).low).to.equal(-npsInterval(0, 0, 0).high);
  });
});

describe('scores', () => {
  it('NPS: promoters less detractors', () => {
    const nps = npsOf([10, 9, 9, 8, 7, 6, 0, 3, 10, 10]);
    expect(nps).to.deep.include({ value: 20, n: 10, promoters: 5, passives: 2, detractors: 3 });
  });
  it('NPS: what is no mark from 0 to 10 counts nowhere', () =>
    expect(npsOf([11, -1, 9.5, '9', null, undefined, NaN, 9])).to.deep.include({ n: 1, promoters: 1 }));
  it('NPS of nobody is no figure', () =>
    expect(npsOf([])).to.deep.include({ value: undefined, interval: undefined, n: 0 }));

  it('CSAT: the share of 4 and 5', () => {
    const { value, n, count, interval } = csatOf([5, 4, 3, 2, 1, 5, 4, 4]);
    expect([value, n, count]).to.eql([0.625, 8, 5]);
    expect(interval).to.eql(wilson(5, 8));
  });

  it('CES: the mean, and the share of 5 to 7', () => {
    const ces = cesOf([7, 6, 5, 4, 1]);
    expect([ces.value, ces.n, ces.easy.count, ces.easy.value]).to.eql([4.6, 5, 3, 0.6]);
  });

  it('mean of a scale', () => expect(meanOf([1, 2, 3, 9], 1, 5)).to.deep.include({ value: 2, n: 3 }));

  it('distribution: shares of who answered; of several choices they add up to more than one', () => {
    const found = distributionOf([['a', 'b'], ['a'], 'c', undefined, 'gone'], ['a', 'b', 'c', 'd']);
    expect([...found].map(([id, { count, n }]) => [id, count, n])).to.eql([
      ['a', 2, 3],
      ['b', 1, 3],
      ['c', 1, 3],
      ['d', 0, 3],
    ]);
  });

  it('ranks: the mean place in whole rankings', () => {
    const found = ranksOf([['a', 'b', 'c'], ['b', 'a', 'c'], ['c'], ['a', 'a', 'a']], ['a', 'b', 'c']);
    expect([...found].map(([id, { value, n }]) => [id, value, n])).to.eql([
      ['a', 1.5, 2],
      ['b', 1.5, 2],
      ['c', 3, 2],
    ]);
  });

  it('a share of nobody is no share', () =>
    expect(shareOf(0, 0)).to.eql({ value: undefined, interval: undefined, n: 0, count: 0 }));
});

describe('the usability scale', () => {
  const of = (...values: number[]): Record<string, number> =>
    Object.fromEntries(values.map((value, i) => [`u${i + 1}`, value]));
  for (const [name, answer, score] of [
    ['the best of all', of(5, 1, 5, 1, 5, 1, 5, 1, 5, 1), 100],
    ['the worst of all', of(1, 5, 1, 5, 1, 5, 1, 5, 1, 5), 0],
    ['the middle throughout', of(3, 3, 3, 3, 3, 3, 3, 3, 3, 3), 50],
    // (4−1)+(5−2)+(4−1)+(5−1)+(5−1)+(5−2)+(4−1)+(5−2)+(4−1)+(5−3) = 31 × 2.5
    ['a usual one', of(4, 2, 4, 1, 5, 2, 4, 2, 4, 3), 77.5],
    ['one item left out', of(5, 1, 5, 1, 5, 1, 5, 1, 5), undefined],
    ['a value off the scale', of(5, 1, 5, 1, 5, 1, 5, 1, 5, 6), undefined],
  ] as const)
    it(`${name}: ${score ?? 'no score'}`, () => expect(usabilityScore(answer)).to.equal(score));

  it('the mean of whole answers, and how many were not', () => {
    const sus = susOf([of(5, 1, 5, 1, 5, 1, 5, 1, 5, 1), of(3, 3, 3, 3, 3, 3, 3, 3, 3, 3), of(1), undefined]);
    expect(sus).to.deep.include({ value: 75, n: 2, incomplete: 2 });
    expect(sus.interval).to.eql({ low: 0, high: 100 });
  });
});

describe('"was this help useful?"', () => {
  it('is a response of one tap, without a word of who gave it', () =>
    expect(helpfulResponse('note', 'yes')).to.eql({
      type: 'response',
      campaign: 'help',
      version: 1,
      data: { article: 'note', answers: { helpful: 'yes' } },
    }));

  it('is read back, and nothing else is', () => {
    expect(readHelpful(helpfulResponse('note', 'no'))).to.eql({ article: 'note', helpful: 'no' });
    for (const data of [{}, { article: 'a' }, { article: 1, answers: {} }, { article: 'a', answers: null }])
      expect(readHelpful({ type: 'response', campaign: 'help', data })).to.equal(undefined);
    expect(readHelpful({ ...helpfulResponse('a', 'yes'), campaign: 'avis' })).to.equal(undefined);
  });

  it('is counted by article', () => {
    const found = helpfulByArticle([
      helpfulResponse('a', 'yes'),
      helpfulResponse('a', 'no'),
      helpfulResponse('b', 'yes'),
    ]);
    expect([...found].map(([id, { count, n }]) => [id, count, n])).to.eql([
      ['a', 1, 2],
      ['b', 1, 1],
    ]);
  });
});
