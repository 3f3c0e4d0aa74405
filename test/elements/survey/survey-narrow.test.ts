import { expect } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import * as stories from '../../../stories/survey/survey.stories.js';
import { find, has, next, pick, shown, still } from './helpers.js';

// A file of its own: WebKit keeps what a shared style sheet gave at another width while no element used it.
describe('sentier-survey on 320 px', () => {
  before(() => setViewport({ width: 320, height: 568 }));
  after(() => setViewport({ width: 800, height: 600 }));

  it('has its scale in two rows of targets large enough', async () => {
    const survey = await shown(stories.Corner);
    next(survey);
    const boxes = [...survey.shadowRoot!.querySelectorAll('.pick')].map((el) => el.getBoundingClientRect());
    expect(new Set(boxes.map(({ top }) => Math.round(top))).size).to.equal(2);
    for (const { width, height } of boxes) expect(Math.min(width, height)).to.be.at.least(24);
  });

  for (const name of ['Corner', 'Modal', 'Inline', 'PupilsWithText'] as const)
    it(`loses nothing at its sides: ${name}`, async () => {
      const survey = await shown(stories[name] as (typeof stories)['Corner']);
      const card = find(survey, '.card');
      for (let i = 0; i < 3; i++) {
        const { left, right } = card.getBoundingClientRect();
        expect(left).to.be.at.least(0);
        expect(right).to.be.at.most(320);
        expect(card.scrollWidth).to.be.at.most(card.clientWidth);
        next(survey);
        if (has(survey, 'input[type=radio]')) pick(survey, 0);
      }
      await still(survey);
      await expect(survey).to.be.accessible();
    });
});
