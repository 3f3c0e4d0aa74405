import { expect, fixture, html } from '@open-wc/testing';
import { viewAhead } from '../../../src/elements/tour/ahead.js';
import type { TourStep } from '../../../src/model/schema/tour.js';

const page = () =>
  fixture(html`
    <div>
      <button id="open" style="margin: 40px">Ouvrir</button>
      <div style="position: relative">
        <button id="under">Sous une barre</button>
        <div style="position: absolute; inset: 0; z-index: 2; background: #fff">Barre</div>
      </div>
      <button id="unseen" style="visibility: hidden">Caché</button>
      <button class="twice">Un</button><button class="twice">Deux</button>
      <div style="height: 3000px"></div>
      <button id="below">Plus bas</button>
    </div>
  `);

describe('tour: what it shows first, told ahead', () => {
  const rows: [
    what: string,
    told: 'intro' | 'active' | undefined,
    steps: Partial<TourStep>[],
    hasIntro?: boolean,
  ][] = [
    ['an intro', 'intro', [{ target: '#below' }], true],
    ['an intro before steps that count only where they are', undefined, [{}, { missing: 'skip' }], true],
    ['an intro before ways that part', undefined, [{ next: [{ to: 'b' }] }], true],
    ['a step in the middle', 'active', [{}]],
    ['a target in sight', 'active', [{ target: '#open' }]],
    ['a target that is there twice: the first', 'active', [{ target: '.twice' }]],
    ['a target further down', undefined, [{ target: '#below' }]],
    ['a target that is covered', undefined, [{ target: '#under' }]],
    ['a target that is not to be seen', undefined, [{ target: '#unseen' }]],
    ['a target that is not there', undefined, [{ target: '#nowhere' }]],
    ['a target by what CSS does not know', undefined, [{ target: '#a:r5:' }]],
    ['a target in a shadow root', undefined, [{ target: '#open >>> button' }]],
    ['a target by its name', undefined, [{ target: { role: 'button', name: 'Ouvrir' } }]],
    ['a target with another one to fall back on', undefined, [{ target: ['#open', '#below'] }]],
    ['two targets', undefined, [{ target: '#open', also: ['#unseen'] }]],
    ['a step that is done by oneself', undefined, [{ target: '#open', advance: { on: 'click' } }]],
    ['a step with a film', undefined, [{ media: [] }]],
    ['a hint', undefined, [{ target: '#open', display: 'hint' }]],
    ['a step of another page', undefined, [{ target: '#open', page: '/ailleurs/' }]],
    ['a step of this page', 'active', [{ target: '#open', page: '/**' }]],
  ];
  for (const [what, told, steps, hasIntro = false] of rows)
    it(`is ${told ? '' : 'not '}${what}`, async () => {
      await page();
      scrollTo(0, 0);
      const view = viewAhead({
        steps: steps.map((step, i) => ({ id: `${i}`, ...step }) as TourStep),
        ...(hasIntro && { intro: {} }),
      });
      expect(view?.at).to.equal(told);
      if (told === 'active' && steps[0]!.target)
        expect(view!.target).to.equal(document.querySelector(steps[0]!.target as string));
      if (told) expect([view!.step, view!.index, view!.count]).to.eql([0, 0, steps.length]);
    });
});
