import { aTimeout, expect, fixture, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { messagingPage } from '../../../../stories/tour/messaging-page.js';
import {
  $,
  buttonOf,
  cardOf,
  cleanUp,
  focused,
  isOpen,
  makeTour,
  placed,
  press,
  shows,
  startTour,
  whole,
} from '../helpers.js';

const TOOLS = 'Lire, simplifier, imprimer';
const CLOSE = 'Quitter la visite';
const attributesOf = (el: Element): string => (el.cloneNode() as Element).outerHTML;

describe('neutral cases: keyboard and focus', () => {
  afterEach(cleanUp);

  it('case 01: Tab goes from the dialog’s controls to the target and its focusable content, and round; Shift+Tab back', async () => {
    const tour = await startTour({ target: '#signature', title: 'Un' }, { title: 'Deux' });
    const round = ['Suivant', TOOLS, CLOSE, 'reply', 'editor', 'Aide sur les signatures'];
    for (const stop of [...round, ...round]) {
      await press('Tab');
      expect(focused(tour)).to.equal(stop);
    }
    for (const stop of round.slice(0, -1).reverse()) {
      await press('Shift+Tab');
      expect(focused(tour)).to.equal(stop);
    }
  });

  it('case 02: ten Tabs never leave dialog and target', async () => {
    const tour = await startTour({ target: '#compose', title: 'Un' }, { title: 'Deux' });
    for (let i = 0; i < 10; i++) {
      await press('Tab');
      expect(['Suivant', TOOLS, CLOSE, 'compose']).to.include(focused(tour));
    }
  });

  it('case 03: the focus is in a named, described dialog within 1.3 s of the start and of each step', async () => {
    await fixture(messagingPage());
    const tour = makeTour({
      steps: ['#compose', '#inbox', '#mails >>> #archive-5'].map((target, i) => ({
        target,
        title: `Étape ${i}`,
        body: 'Un texte.',
      })),
    });
    tour.start();
    await tour.updateComplete;
    for (let i = 0; i < 3; i++) {
      if (i) tour.next();
      const start = performance.now();
      while (focused(tour) !== 'card' && performance.now() - start < 1300) await aTimeout(10);
      expect(focused(tour)).to.equal('card');
      const card = cardOf(tour);
      expect(card.getAttribute('role')).to.equal('dialog');
      for (const [attribute, words] of [
        ['aria-labelledby', `Étape ${i}`],
        ['aria-describedby', 'Un texte.'],
      ] as const) {
        const ids = card.getAttribute(attribute)!.split(' ');
        const named = ids.map((id) => tour.shadowRoot!.getElementById(id)!.textContent).join(' ');
        expect(named, attribute).to.contain(words);
      }
    }
  });

  it('case 04: started from a button, three steps by Enter: the focus is back on the button', async () => {
    await fixture(html`<button id="launch">Visite</button>${messagingPage()}`);
    const tour = makeTour({
      steps: [{ target: '#compose', title: 'Un' }, { title: 'Deux' }, { title: 'Trois' }],
    });
    $('#launch').addEventListener('click', () => tour.start());
    $('#launch').focus();
    await press('Enter');
    for (const title of ['Un', 'Deux', 'Trois']) {
      await shows(tour, title);
      await press('Tab');
      while (!/Suivant|Terminer/.test(focused(tour))) await press('Tab');
      await press('Enter');
    }
    expect(isOpen(tour)).to.be.false;
    expect(document.activeElement).to.equal($('#launch'));
  });

  it('case 05: the target’s attributes are the same at each step and at the end', async () => {
    await fixture(messagingPage());
    const target = $('#compose');
    target.setAttribute('tabindex', '-1');
    target.setAttribute('aria-controls', 'new-message');
    const before = attributesOf(target);
    const tour = makeTour({
      steps: [
        { target: '#compose', title: 'Un' },
        { target: '#inbox', title: 'Deux' },
      ],
    });
    tour.start();
    await placed(tour);
    await whole(tour);
    expect(attributesOf(target)).to.equal(before);
    tour.next();
    await shows(tour, 'Deux');
    expect(attributesOf(target).replace(' aria-hidden="true"', '')).to.equal(before);
    tour.next();
    expect(attributesOf(target)).to.equal(before);
    expect(document.querySelector('[aria-hidden]')).to.equal(null);
  });

  it('case 06: Escape ends the tour, and nothing of it is left', async () => {
    await fixture(messagingPage());
    const before = document.documentElement.outerHTML;
    const tour = makeTour({ steps: [{ target: '#compose', title: 'Un' }, { title: 'Deux' }] });
    tour.addEventListener('close', () => tour.remove(), { once: true });
    tour.start();
    await placed(tour);
    await whole(tour);
    await press('Escape');
    expect(document.documentElement.outerHTML).to.equal(before);
  });

  it('case 07: ArrowRight in a text field of the target does not navigate', async () => {
    const tour = await startTour({ target: '#signature', title: 'Un' }, { title: 'Deux' });
    for (const field of ['#reply', '#editor']) {
      $(field).focus();
      await sendKeys({ type: 'ab' });
      await press('ArrowLeft');
      await press('ArrowRight');
      await shows(tour, 'Un');
    }
  });

  it('case 08: on the first step ArrowLeft does nothing, and there is no way back', async () => {
    const tour = await startTour({ target: '#compose', title: 'Un' }, { title: 'Deux' });
    await press('ArrowLeft');
    tour.back();
    await shows(tour, 'Étape 1 sur 2');
    expect(() => buttonOf(tour, 'Retour')).to.throw('no button');
  });

  it('case 16: a target that is not to be used hears no pointer and no key', async () => {
    const tour = await startTour(
      { target: '#compose', title: 'Un', interaction: 'blocked' },
      { title: 'Deux' },
    );
    const heard: string[] = [];
    for (const type of ['pointerdown', 'mousedown', 'click', 'keydown', 'focus'])
      $('#compose').addEventListener(type, () => heard.push(type));
    const { left, top } = $('#compose').getBoundingClientRect();
    const { sendMouse } = await import('@web/test-runner-commands');
    await sendMouse({ type: 'click', position: [Math.round(left + 9), Math.round(top + 9)] });
    $('#compose').click();
    for (let i = 0; i < 8; i++) {
      await press('Tab');
      expect(focused(tour)).not.to.equal('compose');
    }
    $('#compose').focus();
    expect(focused(tour)).to.equal('card');
    expect(heard.filter((type) => type !== 'focus')).to.deep.equal([]);
    tour.next();
    await shows(tour, 'Deux');
    tour.close();
    $('#compose').click();
    expect(heard).to.include('click');
  });

  it('case 17: a click elsewhere on the page, or on the card’s text, does not end it', async () => {
    const tour = await startTour({ target: '#compose', title: 'Un', body: 'Texte' }, { title: 'Deux' });
    document.body.click();
    cardOf(tour).querySelector<HTMLElement>('#body')!.click();
    expect(isOpen(tour)).to.be.true;
    await shows(tour, 'Un');
  });

  it('case 18: started and ended three times without error; two tours in a row leave one dialog', async () => {
    await fixture(messagingPage());
    const errors: unknown[] = [];
    const note = (event: ErrorEvent) => errors.push(event.message);
    addEventListener('error', note);
    const [first, second] = ['Un', 'Deux'].map((title) =>
      makeTour({ steps: [{ target: '#compose', title }] }),
    );
    for (let i = 0; i < 3; i++) {
      first!.start();
      await shows(first!, 'Un');
      first!.close();
    }
    second!.start();
    await shows(second!, 'Deux');
    removeEventListener('error', note);
    expect(errors).to.deep.equal([]);
    expect([first!, second!].filter(isOpen)).to.deep.equal([second]);
  });

  it('case 23: a target in a shadow root is found by its path; Tab goes there and back', async () => {
    const tour = await startTour({ target: '#mails >>> #archive-0', title: 'Un' });
    for (const stop of ['Terminer', TOOLS, CLOSE, 'archive-0', 'Terminer']) {
      await press('Tab');
      expect(focused(tour)).to.equal(stop);
    }
  });
});
