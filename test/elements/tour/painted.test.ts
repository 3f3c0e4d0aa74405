/** A first card that is there before the element's class is: nothing here may define it but the tour itself, and so only the last test lets it. */
import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import { present } from '../../../src/elements/tour/present-tour.js';
import type { SentierTour } from '../../../src/elements/tour/sentier-tour.js';
import { requestFor } from './request-for.js';

const PLAIN = {
  steps: [
    { id: 'a', target: '#compose', title: 'Un', body: 'Ici.' },
    { id: 'b', target: '#search', title: 'Deux' },
  ],
};
const WITH_INTRO = { intro: { title: 'Découvrir' }, ...PLAIN };

const page = () =>
  fixture(html`<div><button id="compose">Écrire</button> <input id="search" aria-label="Chercher" /></div>`);
const $ = <E extends HTMLElement = HTMLElement>(selector: string): E => document.querySelector<E>(selector)!;
const tour = () => $<SentierTour>('sentier-tour');
const inside = (selector: string) => tour().shadowRoot!.querySelector<HTMLElement>(selector)!;
const title = () => inside('#title').textContent;
const isDefined = () => !!customElements.get('sentier-tour');

/** Events of the page, by their types. */
function listen(...types: string[]): string[] {
  const heard: string[] = [];
  for (const type of types) addEventListener(type, () => heard.push(type), { once: true });
  return heard;
}

describe('tour: painted before its class is there', () => {
  beforeEach(async () => {
    await page();
    $('#search').focus();
  });
  afterEach(() => {
    expect(document.querySelector('sentier-tour'), 'nothing is left').to.equal(null);
  });

  it('is on screen, named, and has the focus', async () => {
    const { request, said } = requestFor(PLAIN);
    const { close } = await present(request);
    expect(isDefined()).to.be.false;
    expect(title()).to.equal('Un');
    expect(inside('.card').getClientRects().length).to.equal(1);
    expect(inside('.card').getAttribute('aria-labelledby')).to.equal('title');
    expect(inside('.card').getAttribute('aria-describedby')).to.equal('count body');
    expect(document.activeElement).to.equal(tour());
    expect(said, 'until it is painted').to.eql([]);
    const leaked = listen('keydown', 'click');
    inside('.card').dispatchEvent(new KeyboardEvent('keydown', { key: 'h', bubbles: true, composed: true }));
    inside('#title').click();
    expect(leaked, 'what is done in it is not the page’s').to.eql([]);
    close();
    expect(said).to.eql(['shown', 'closed']);
    expect(document.activeElement?.id).to.equal('search');
    close();
    expect(said, 'once').to.eql(['shown', 'closed']);
  });

  it('takes a no at once, tells the page of it, and gives the focus back', async () => {
    const heard = listen('sentier-before-dismiss', 'sentier-dismiss');
    const { request, said } = requestFor(PLAIN);
    await present(request);
    // Does not bubble: a banner that waits for the floor listens here.
    tour().addEventListener('close', ({ type }) => heard.push(type));
    inside('.close').click();
    expect(said).to.eql(['shown', 'dismissed', 'closed']);
    expect(heard).to.eql(['sentier-before-dismiss', 'sentier-dismiss', 'close']);
    expect(document.activeElement?.id).to.equal('search');
  });

  const later: [how: string, act: () => void][] = [
    ['its button', () => inside('button[value=snooze]').click()],
    // At once: a key that is really pressed may come when the class is there.
    ['Escape', () => inside('.card').dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape' }))],
  ];
  for (const [how, act] of later)
    it(`is put off until tomorrow at its intro by ${how}`, async () => {
      const { request, said, outcomes } = requestFor(WITH_INTRO);
      await present(request);
      expect(inside('.card').getAttribute('aria-modal')).to.equal('true');
      act();
      expect(said).to.eql(['shown', 'snoozed', 'closed']);
      expect(outcomes[1]!.until).to.be.closeTo(Date.now() + 864e5, 5000);
    });

  it('stays where the host keeps it', async () => {
    addEventListener('sentier-before-dismiss', (event) => event.preventDefault(), { once: true });
    const { request, said } = requestFor(PLAIN);
    const { close } = await present(request);
    inside('.close').click();
    expect(said, 'told once').to.eql(['shown']);
    close();
    expect(said).to.eql(['shown', 'closed']);
  });

  it('is not shown where the host forbids it', async () => {
    addEventListener('sentier-before-show', (event) => event.preventDefault(), { once: true });
    const { request, said } = requestFor(PLAIN);
    await present(request);
    expect(said).to.eql(['closed']);
    expect(document.activeElement?.id).to.equal('search');
  });

  it('goes on as it stands once the class has come', async () => {
    const heard = listen('sentier-show', 'sentier-start', 'sentier-step');
    expect(isDefined()).to.be.false;
    const { request, said } = requestFor(PLAIN);
    const { close } = await present(request);
    const [card, heading, box] = [inside('.card'), inside('#title'), inside('.card').getBoundingClientRect()];
    await waitUntil(() => said.includes('step:a'), 'the class comes', { timeout: 8000 });
    expect(said).to.eql(['shown', 'started', 'step:a']);
    expect(heard).to.eql(['sentier-show', 'sentier-start', 'sentier-step']);
    expect(inside('.card')).to.equal(card);
    expect(inside('#title')).to.equal(heading);
    expect(document.activeElement).to.equal(tour());
    expect(tour().shadowRoot!.activeElement).to.equal(card);
    const { left, top } = card.getBoundingClientRect();
    expect([left, top]).to.eql([box.left, box.top]);
    tour().next();
    await waitUntil(() => title() === 'Deux');
    tour().leave();
    expect(said).to.eql(['shown', 'started', 'step:a', 'step:b', 'dismissed', 'closed']);
    expect(document.activeElement?.id).to.equal('search');
    close();
  });
});
