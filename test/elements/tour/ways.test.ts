import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { messagingPage } from '../../../stories/tour/messaging-page.js';
import type { TourContent } from '../../../src/model/schema/tour.js';
import {
  $,
  buttonOf,
  cleanUp,
  focused,
  frames,
  isOpen,
  makeTour,
  press,
  shows,
  startTour,
  wordsOf,
} from './helpers.js';

const step = (id: string, more: object = {}) => ({ id, title: `Titre ${id}`, ...more });

/** A menu that opens and closes by its button. */
const withMenu = async (): Promise<void> => {
  await fixture(
    html`<button id="open" aria-expanded="false">Menu</button>
      <div id="menu" hidden><a id="item" href="#a">Notes</a></div>
      <button id="other">Autre</button>`,
  );
  $('#open').addEventListener('click', () => ($('#menu').hidden = !$('#menu').hidden));
};
const OPENING = { before: [{ click: '#open', until: '#item' }] };

async function start(...steps: object[]) {
  const tour = makeTour({ steps: steps as TourContent['steps'] });
  tour.start();
  await waitUntil(() => isOpen(tour), 'the tour never showed', { timeout: 8000 });
  return tour;
}

describe('tour: ways that part', () => {
  afterEach(cleanUp);

  it('leads to another step than the one below, and back over it', async () => {
    const tour = await startTour(step('a', { next: 'c' }), step('b'), step('c'));
    await shows(tour, 'Étape 1 sur 2');
    tour.next();
    await shows(tour, 'Titre c');
    await shows(tour, 'Étape 2 sur 2');
    tour.back();
    await shows(tour, 'Titre a');
  });

  it('asks by buttons, each a way of its own', async () => {
    const answers = [
      { label: 'Un', to: 'b' },
      { label: 'Deux', to: 'c' },
    ];
    const tour = await startTour(step('a', { answers }), step('b', { next: 'end' }), step('c'));
    expect(() => buttonOf(tour, 'Suivant')).to.throw();
    buttonOf(tour, 'Deux').click();
    await shows(tour, 'Titre c');
    tour.back();
    await shows(tour, 'Titre a');
    buttonOf(tour, 'Un').click();
    await shows(tour, 'Titre b');
    buttonOf(tour, 'Terminer').click();
    expect(isOpen(tour)).to.be.false;
  });

  it('asks, and no key answers for the person', async () => {
    const answers = [{ label: 'Un', to: 'b' }];
    const tour = await startTour(step('a', { answers }), step('b'));
    expect(focused(tour)).to.equal('card');
    for (const key of ['Enter', 'ArrowRight']) {
      await press(key);
      await frames();
      expect(wordsOf(tour)).to.contain('Titre a');
    }
  });

  it('parts by words on the page', async () => {
    const next = [{ to: 'c', present: { text: 'Nouveau message' } }, { to: 'b' }];
    const tour = await startTour(step('a', { next }), step('b'), step('c'));
    tour.next();
    await shows(tour, 'Titre c');
  });

  it('is taken up again on the way that was chosen, and goes back by it', async () => {
    await fixture(messagingPage());
    const answers = [
      { label: 'Un', to: 'b' },
      { label: 'Deux', to: 'c' },
    ];
    const tour = makeTour({ steps: [step('a', { answers }), step('b', { next: 'end' }), step('c')] });
    tour.start('c');
    await shows(tour, 'Étape 2 sur 2 Titre c');
    tour.back();
    await shows(tour, 'Titre a');
  });

  it('says how many steps there are once that is known, whatever is answered, and not before', async () => {
    const answers = [
      { label: 'Un', to: 'd' },
      { label: 'Deux', to: 'c' },
    ];
    const tour = await startTour(
      step('a', { target: '#compose' }),
      step('b', { answers }),
      step('c'),
      step('d'),
    );
    await shows(tour, 'Étape 1 Titre a');
    expect(tour.shadowRoot!.querySelector('.waymarks')).to.equal(null);
    tour.next();
    await shows(tour, 'Étape 2 Titre b');
    buttonOf(tour, 'Deux').click();
    await shows(tour, 'Étape 3 sur 4 Titre c');
    tour.back();
    await shows(tour, 'Étape 2 Titre b');
    buttonOf(tour, 'Un').click();
    await shows(tour, 'Étape 3 sur 3 Titre d');
    expect(buttonOf(tour, 'Terminer')).to.be.ok;
  });

  it('says so from the start where all answers lead as far', async () => {
    const answers = [
      { label: 'Un', to: 'b' },
      { label: 'Deux', to: 'c' },
    ];
    const tour = await startTour(step('a', { answers }), step('b', { next: 'end' }), step('c'));
    await shows(tour, 'Étape 1 sur 2');
    buttonOf(tour, 'Deux').click();
    await shows(tour, 'Étape 2 sur 2');
  });

  it('counts the ways that are for the person alone', async () => {
    const next = [{ to: 'b', audience: { profiles: ['teacher'] } }, { to: 'c' }];
    for (const [isTeacher, words] of [
      [true, 'Étape 1 sur 3'],
      [false, 'Étape 1 sur 2'],
    ] as const) {
      await fixture(messagingPage());
      const tour = makeTour({ steps: [step('a', { next }), step('b'), step('c')] });
      tour.isFor = () => isTeacher;
      tour.start();
      await shows(tour, words);
      tour.remove();
    }
  });

  it('does not say that it ends where it may go on', async () => {
    const next = [{ to: 'end', present: '#nowhere' }, { to: 'b' }];
    const tour = await startTour(step('a', { next }), step('b'));
    buttonOf(tour, 'Suivant').click();
    await shows(tour, 'Étape 2 sur 2 Titre b');
  });

  it('parts by profile, and by what is on the page', async () => {
    const next = [
      { to: 'b', audience: { profiles: ['teacher'] } },
      { to: 'c', present: '#nowhere' },
      { to: 'd', present: '#compose' },
    ];
    for (const [isTeacher, title] of [
      [true, 'Titre b'],
      [false, 'Titre d'],
    ] as const) {
      await fixture(messagingPage());
      const tour = makeTour({
        steps: ['a', 'b', 'c', 'd'].map((id) => step(id, id === 'a' ? { next } : {})),
      });
      tour.isFor = ({ profiles }) => isTeacher && !!profiles?.includes('teacher');
      tour.start();
      await shows(tour, 'Titre a');
      tour.next();
      await shows(tour, title);
      tour.remove();
    }
  });
});

describe('tour: clicks before a step', () => {
  beforeEach(withMenu);
  afterEach(cleanUp);

  it('open what a step is in, and close it on the way back', async () => {
    const tour = await start(step('a', { target: '#other' }), step('b', { target: '#item', ...OPENING }));
    tour.next();
    await shows(tour, 'Titre b');
    expect($('#menu').hidden).to.be.false;
    tour.back();
    await shows(tour, 'Titre a');
    expect($('#menu').hidden).to.be.true;
  });

  it('find what they click by its role and name, though the step’s target is a selector', async () => {
    const tour = await start(
      step('a', { target: '#item', before: [{ click: { role: 'button', name: 'Menu' }, until: '#item' }] }),
    );
    await shows(tour, 'Titre a');
    expect($('#menu').hidden).to.be.false;
  });

  it('are not done again for a second step in the same menu', async () => {
    const tour = await start(
      step('a', { target: '#item', ...OPENING }),
      step('b', { target: '#menu', ...OPENING }),
    );
    tour.next();
    await shows(tour, 'Titre b');
    expect($('#menu').hidden).to.be.false;
    tour.back();
    await shows(tour, 'Titre a');
    expect($('#menu').hidden).to.be.false;
  });

  it('are undone when the tour is left', async () => {
    const tour = await start(step('a', { target: '#item', ...OPENING }));
    await press('Escape');
    expect(isOpen(tour)).to.be.false;
    expect($('#menu').hidden).to.be.true;
  });

  it('leave open what the person had opened', async () => {
    $('#open').click();
    const tour = await start(step('a', { target: '#item', ...OPENING }));
    await press('Escape');
    expect(isOpen(tour)).to.be.false;
    expect($('#menu').hidden).to.be.false;
  });

  it('that find nothing to click leave the step to its policy', async () => {
    const tour = await start(
      step('a', { target: '#other' }),
      step('b', { target: '#item', missing: 'center', before: [{ click: '#nowhere', until: '#item' }] }),
    );
    tour.next();
    await shows(tour, 'Titre b');
    expect($('#menu').hidden).to.be.true;
  });
});

describe('tour: what the person does is checked', () => {
  afterEach(cleanUp);

  it('by the value of a field', async () => {
    const tour = await startTour(
      step('a', { target: '#search', advance: { on: 'input', check: { value: '*fèvre' } } }),
      step('b'),
    );
    $('#search').focus();
    await sendKeys({ type: 'Mme' });
    await press('Tab');
    await waitUntil(() => tour.shadowRoot!.querySelector('.not-yet'), 'nothing was said');
    expect(tour.shadowRoot!.querySelector('[role=status]')!.textContent).to.contain('Pas encore');
    await shows(tour, 'Titre a');
    $('#search').focus();
    await sendKeys({ type: ' Lefèvre' });
    await press('Tab');
    await shows(tour, 'Titre b');
  });

  it('by an attribute that the page sets', async () => {
    const tour = await startTour(
      step('a', {
        target: '#compose',
        advance: { on: 'click', check: { attribute: 'aria-expanded', is: 'true' } },
      }),
      step('b'),
    );
    $('#compose').click();
    await waitUntil(() => tour.shadowRoot!.querySelector('.not-yet'));
    $('#compose').addEventListener('click', () => $('#compose').setAttribute('aria-expanded', 'true'));
    $('#compose').click();
    await shows(tour, 'Titre b');
  });

  it('by what comes on the page, with time to come', async () => {
    const tour = await startTour(
      step('a', { target: '#compose', advance: { on: 'click', check: { present: '#to' } } }),
      step('b', { target: '#to' }),
    );
    $('#compose').addEventListener('click', () =>
      setTimeout(() => $<HTMLDialogElement>('#new-message').showModal(), 150),
    );
    $('#compose').click();
    await shows(tour, 'Titre b');
  });

  it('by words that come on the page', async () => {
    const tour = await startTour(
      step('a', { target: '#compose', advance: { on: 'click', check: { present: { text: 'Envoyé' } } } }),
      step('b'),
    );
    $('#compose').addEventListener('click', () => $('.ent .bar').append('Envoyé'));
    $('#compose').click();
    await shows(tour, 'Titre b');
  });

  it('and may be done for them by Next, where the plan allows it', async () => {
    const tour = await startTour(
      step('a', { target: '#compose', advance: { on: 'click', byNext: true } }),
      step('b', { target: '#to' }),
    );
    $('#compose').addEventListener('click', () => $<HTMLDialogElement>('#new-message').showModal());
    buttonOf(tour, 'Le faire pour moi').click();
    await shows(tour, 'Titre b');
    expect($<HTMLDialogElement>('#new-message').contains(tour)).to.be.true;
  });

  it('and is asked for again, where the next step waits for it', async () => {
    const tour = await startTour(
      step('a', { target: '#compose', advance: { on: 'click' } }),
      step('b', { target: '#to' }),
    );
    tour.next();
    await shows(tour, 'quand l’étape précédente est faite');
    buttonOf(tour, 'Retour').click();
    await shows(tour, 'À vous');
    expect(wordsOf(tour)).to.contain('Titre a');
  });
});
