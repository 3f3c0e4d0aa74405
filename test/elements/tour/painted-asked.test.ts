/** In a page of its own: the class of the element is not to be there. */
import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import { present } from '../../../src/elements/tour/present-tour.js';
import type { SentierTour } from '../../../src/elements/tour/sentier-tour.js';
import { requestFor } from './request-for.js';

describe('tour: asked to go on before its class is there', () => {
  it('goes on once it is', async () => {
    await fixture(html`<button id="compose">Écrire</button>`);
    const content = { intro: { title: 'Découvrir' }, steps: [{ id: 'a', target: '#compose', title: 'Un' }] };
    const { request, said } = requestFor(content);
    await present(request);
    const tour = document.querySelector<SentierTour>('sentier-tour')!;
    tour.shadowRoot!.querySelector<HTMLElement>('button[value=next]')!.click();
    expect(said).to.eql(['shown']);
    await waitUntil(() => said.includes('step:a'), 'the class comes', { timeout: 8000 });
    expect(tour.shadowRoot!.querySelector('#title')!.textContent).to.equal('Un');
    tour.leave();
    expect(said).to.eql(['shown', 'started', 'step:a', 'dismissed', 'closed']);
  });
});
