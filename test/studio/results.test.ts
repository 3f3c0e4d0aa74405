import { expect } from '@open-wc/testing';
import type { QuestionResult, Score } from '../../src/model/contract/index.js';
import { saidScore, scoreChart } from '../../src/studio/results/tables.js';

const score = (name: Score['name'], value: number, low: number, high: number): Score => ({
  name,
  value,
  low,
  high,
  n: 20,
});

describe('scores, as the studio says them', () => {
  for (const [name, given, said] of [
    ['csat', [0.4, 0.25, 0.6], [40, 25, 60]],
    ['share', [1, 0.75, 1], [100, 75, 100]],
    ['nps', [-36, -59.8, -4.5], [-36, -59.8, -4.5]],
    ['ces', [5.2, 4.1, 6], [5.2, 4.1, 6]],
    ['sus', [72.5, 60, 85], [72.5, 60, 85]],
  ] as const)
    it(`${name}: ${given.join(', ')} → ${said.join(', ')}`, () => {
      const { value, low, high } = saidScore(score(name, given[0], given[1], given[2]));
      expect([value, low, high]).to.deep.equal(said);
    });

  it('draws a share of satisfied people on a scale of 100', () => {
    const question = {
      id: 'q',
      title: 'Content ?',
      kind: 'stars',
      by: {
        profile: { groups: [{ value: 'teacher', score: score('csat', 0.5, 0.25, 0.75) }] },
      },
    } as unknown as QuestionResult;
    const chart = scoreChart(question, 'profile');
    expect(chart).to.include({ min: 0, max: 100 });
    expect(chart!.series[0]).to.deep.include({ values: [50], low: [25], high: [75] });
  });
});
