import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { CampaignResults } from '../../src/model/contract/results.js';
import { csvOf } from '../../src/server/results/csv.js';

const counts = { shown: 20, started: 0, completed: 0, dismissed: 5, snoozed: 0, acknowledged: 0 };
const RESULTS = {
  id: 'a',
  version: 1,
  outcomes: counts,
  outcomesBy: {
    profile: { groups: [{ value: 'teacher', ...counts }], withheld: 0 },
    degree: { groups: [{ value: '', ...counts }], withheld: 0 },
  },
  steps: [],
  responsesBy: {},
  questions: [
    { id: 'q', kind: 'boolean', title: 'Q', options: [], total: { n: 20, answers: { yes: 20 } }, by: {} },
  ],
} as unknown as CampaignResults;

describe('a table of results', () => {
  const rows = csvOf(RESULTS)
    .trim()
    .split('\r\n')
    .map((row) => row.split(';').map((cell) => cell.replaceAll('"', '')));
  const rowOf = (...cells: string[]) => rows.find((row) => cells.every((cell) => row.includes(cell)))!;

  it('has its codes where programs read them', () => {
    assert.equal(rows[0]!.indexOf('réponse'), 4);
    assert.deepEqual(rowOf('shown', 'teacher').slice(2, 8), [
      'événement',
      '',
      'shown',
      'profil',
      'teacher',
      '20',
    ]);
  });
  it('and says them in the words of its headings, last', () => {
    assert.deepEqual(rows[0]!.slice(-2), ['réponse en clair', 'groupe en clair']);
    assert.deepEqual(rowOf('dismissed', 'teacher').slice(-2), ['fermée', 'enseignants']);
    assert.deepEqual(rowOf('shown', 'degré').slice(-2), ['montrée', 'non précisé']);
    assert.deepEqual(rowOf('réponse', 'yes').slice(-2), ['oui', '']);
  });
});
