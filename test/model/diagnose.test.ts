import { expect } from '@open-wc/testing';
import { diagnose } from '../../src/engine/diagnose.js';
import { designPlan } from './design-plan.js';

const PLAN = {
  version: 1,
  campaigns: [
    { id: 'a', kind: 'tour', content: { steps: [] } },
    { id: 'b', kind: 'banner', content: { title: 'x' }, priorty: 4 },
  ],
};

describe('diagnose', () => {
  it('gives one line a fault: how bad, where, what to do, what is left out', () => {
    expect(diagnose(PLAN)).to.deep.equal([
      'Erreur – campaigns[0].content.steps\u00a0: cette liste est vide. Ajoutez au moins un élément. (laissé de côté\u00a0: campaigns[0])',
      'Attention – campaigns[1].priorty\u00a0: ce champ est inconnu. Vouliez-vous écrire "priority"\u202f?',
    ]);
  });

  it('tells of one campaign when asked for one', () => {
    expect(diagnose(PLAN, 'b').map((line) => line.split('\u00a0: ')[0])).to.deep.equal([
      'Attention – campaigns[1].priorty',
    ]);
  });

  it('has nothing to say about a right plan', () => {
    expect(diagnose(designPlan())).to.deep.equal([]);
  });

  it('explains what is no plan at all', () => {
    expect(diagnose('<html>')).to.deep.equal([
      'Erreur – le plan doit être un objet, et non "<html>". Écrivez par exemple { "version": 1, "campaigns": [] }.',
    ]);
  });
});
