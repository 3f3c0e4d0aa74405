import { expect, waitUntil } from '@open-wc/testing';
import '../../../src/elements/banner/define-banner.js';
import '../../../src/elements/help/define-help.js';

describe('<sentier-help> beside a banner at the foot of the screen', () => {
  it('lifts its button above the banner, and puts it back when the banner is closed', async () => {
    const help = document.createElement('sentier-help');
    help.content = { articles: [{ id: 'a', title: 'Un article', body: 'Texte' }] };
    const banner = document.createElement('sentier-banner');
    banner.place = 'bottom';
    banner.content = { title: 'Vacances', body: 'Reprise lundi.', place: 'bottom' };
    // On a page longer than the screen it sticks to the foot.
    document.body.style.minHeight = '200vh';
    document.documentElement.append(help, banner);
    await help.updateComplete;
    const boxOf = () => help.shadowRoot!.querySelector('.launch')!.getBoundingClientRect();
    const top = () => banner.shadowRoot!.querySelector('[part=box]')?.getBoundingClientRect().top ?? 0;
    await waitUntil(() => top() && boxOf().bottom <= top(), 'clear of the banner', { timeout: 8000 });
    banner.dismiss('close');
    await waitUntil(() => innerHeight - boxOf().bottom < 20, 'back at its place', { timeout: 8000 });
    document.body.style.minHeight = '';
    banner.remove();
    help.remove();
    expect(document.querySelectorAll('sentier-help, sentier-banner').length).to.equal(0);
  });
});
