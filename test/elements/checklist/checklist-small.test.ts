import { expect, fixture, html } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import '../../../src/elements/checklist/define-checklist.js';
import type { SentierChecklist } from '../../../src/elements/checklist/sentier-checklist.js';

const CONTENT = {
  title: 'Bien démarrer',
  tasks: [1, 2, 3, 4, 5, 6].map((i) => ({ id: `t${i}`, title: 'Lire' })),
};

// A page of its own: for new shadow roots WebKitGTK keeps what the media queries of a style sheet gave when another root
// had it, at another size of the window.
describe('<sentier-checklist> on a small screen', () => {
  it('folded, its count is whole and nothing lies over it', async () => {
    await setViewport({ width: 320, height: 640 });
    const list = await fixture<SentierChecklist>(
      html`<sentier-checklist place="corner" .content=${CONTENT}></sentier-checklist>`,
    );
    list.shadowRoot!.querySelector<HTMLElement>('.fold')!.click();
    await list.updateComplete;
    const box = (selector: string) => list.shadowRoot!.querySelector(selector)!.getBoundingClientRect();
    expect(list.shadowRoot!.querySelector('.list')!.classList.contains('folded')).to.be.true;
    expect(box('.waymarks').width).to.equal(0);
    expect(box('.count').height).to.be.below(30);
    expect(box('.name').height).to.be.below(30);
  });
});
