import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import { messagingPage } from '../../../../stories/tour/messaging-page.js';
import type { SentierTour } from '../../../../src/elements/tour/sentier-tour.js';
import { expectRingAround } from '../boxes.js';
import {
  $,
  box,
  cardOf,
  cleanUp,
  isOpen,
  makeTour,
  placed,
  ringOf,
  shows,
  startTour,
  wordsOf,
} from '../helpers.js';

const STEPS = (missing: 'skip' | 'center' | 'end' | 'wait') => [
  { id: 'a', target: '#compose', title: 'Un' },
  { id: 'x', target: '#never', title: 'Absente', missing },
  { id: 'b', target: '#inbox', title: 'Deux' },
];

describe('neutral cases: pages that change', () => {
  afterEach(cleanUp);

  it('case 09: a missing target is left out, centred, ended or waited for as declared, in both directions', async () => {
    let tour = await startTour(...STEPS('skip'));
    await shows(tour, 'Étape 1 sur 2');
    tour.next();
    await shows(tour, 'Étape 2 sur 2');
    await shows(tour, 'Deux');
    tour.back();
    await shows(tour, 'Étape 1 sur 2');
    tour.remove();
    tour = await startTour(...STEPS('center'));
    tour.next();
    await shows(tour, 'Absente');
    expect(cardOf(tour).classList.contains('centred')).to.be.true;
    tour.next();
    await shows(tour, 'Deux');
    tour.back();
    await shows(tour, 'Absente');
    tour.remove();
    tour = await startTour(...STEPS('wait'));
    tour.next();
    await shows(tour, 'Un instant');
    tour.back();
    await shows(tour, 'Un');
    tour.remove();
    tour = await startTour(...STEPS('end'));
    tour.next();
    await waitUntil(() => !isOpen(tour));
  });

  it('case 10: a target that comes 1.5 s after Next: a waiting state, then the card beside it', async () => {
    const tour = await startTour(
      { target: '#compose', title: 'Un' },
      { target: '#late', title: 'Deux', body: 'Arrivée.' },
    );
    tour.next();
    setTimeout(() => $('.ent .bar').insertAdjacentHTML('beforeend', '<b id="late">Tard</b>'), 1500);
    await shows(tour, 'Un instant');
    await waitUntil(() => wordsOf(tour).includes('Arrivée'), 'never attached', { timeout: 4000 });
    await placed(tour);
    expectRingAround(ringOf(tour), $('#late'));
    expect(box(cardOf(tour)).top - box($('#late')).bottom).to.be.within(0, 40);
  });

  it('case 11: a target that is removed and made anew elsewhere is found again', async () => {
    const tour = await startTour({ target: '#compose', title: 'Un' });
    const old = $('#compose');
    const anew = old.cloneNode(true) as HTMLElement;
    anew.style.marginLeft = '341px';
    old.replaceWith(anew);
    await waitUntil(
      () => Math.abs(box(ringOf(tour)).left + 6 - box(anew).left) < 2,
      'the ring stayed behind',
    );
    await placed(tour);
    expectRingAround(ringOf(tour), anew);
    await shows(tour, 'Un');
  });

  it('case 21: over three routes, with a step put in between on the way', async () => {
    const start = location.href;
    await fixture(messagingPage());
    const route = (path: string) => {
      history.pushState({}, '', path);
      dispatchEvent(new PopStateEvent('popstate'));
    };
    const content = {
      steps: [
        { id: 'a', page: '/un', target: '#compose', title: 'Premier' },
        { id: 'b', page: '/deux', target: '#inbox', title: 'Deuxième' },
        { id: 'c', page: '/trois', target: '#search', title: 'Troisième' },
      ],
    };
    route('/un');
    const tour: SentierTour = makeTour(content);
    try {
      tour.start();
      await shows(tour, 'Premier');
      const asked: string[] = [];
      tour.remember = (step) => asked.push(step);
      // The host routes by itself, before Next is pressed.
      route('/deux');
      await shows(tour, 'sur une autre page');
      tour.close();
      // A new revision of the plan has one more step: taken up where the person was.
      tour.content = { steps: [content.steps[0]!, { id: 'n', title: 'Insérée' }, ...content.steps.slice(1)] };
      tour.start('b');
      await shows(tour, 'Deuxième');
      await shows(tour, 'Étape 3 sur 4');
      tour.back();
      await shows(tour, 'Insérée');
      tour.next();
      await shows(tour, 'Deuxième');
      route('/trois');
      await shows(tour, 'sur une autre page');
      route('/deux');
      await shows(tour, 'Deuxième');
      tour.close();
      route('/trois');
      tour.start('c');
      await shows(tour, 'Troisième');
    } finally {
      tour.close();
      history.pushState({}, '', start);
    }
  });

  it('shows a message of the page while the rest is hidden from assistive technology', async () => {
    await fixture(
      html`${messagingPage()}
        <div id="said" role="status"></div>`,
    );
    const tour = makeTour({ steps: [{ target: '#compose', title: 'Un' }] });
    tour.start();
    await waitUntil(
      () => document.querySelector('.ent header')!.hasAttribute('aria-hidden'),
      'nothing was hidden',
      {
        timeout: 5000,
      },
    );
    expect($('#said').hasAttribute('aria-hidden')).to.be.false;
    for (let el: Element | null = $('#compose'); el; el = el.parentElement)
      expect(el.hasAttribute('aria-hidden'), el.localName).to.be.false;
    $('#search').focus();
    expect(document.querySelector('[aria-hidden]')).to.equal(null);
    tour.close();
    expect(document.querySelector('[aria-hidden]')).to.equal(null);
  });
});
