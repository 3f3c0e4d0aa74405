import { expect, fixture, html, oneEvent, waitUntil } from '@open-wc/testing';
import { sendMouse } from '@web/test-runner-commands';
import { messagingPage } from '../../../stories/tour/messaging-page.js';
import * as stories from '../../../stories/tour/tour.stories.js';
import type { SentierSnoozeEvent } from '../../../src/elements/events/sentier-snooze-event.js';
import type { SentierTour } from '../../../src/elements/tour/sentier-tour.js';
import {
  $,
  box,
  buttonOf,
  cardOf,
  cleanUp,
  focused,
  frames,
  isOpen,
  makeTour,
  placed,
  press,
  ringOf,
  shows,
  startTour,
  whole,
  wordsOf,
} from './helpers.js';

const INTRO = { title: 'Découvrir', body: 'Deux minutes.' };
const TWO = [
  { id: 'a', target: '#compose', title: 'Un' },
  { id: 'b', target: '#inbox', title: 'Deux' },
];
const EVENTS = [
  'before-show',
  'show',
  'start',
  'step',
  'target-missing',
  'complete',
  'before-dismiss',
  'dismiss',
  'snooze',
];

/** Names of the events that a tour says, with the step they are about. */
function listen(tour: SentierTour): string[] {
  const heard: string[] = [];
  for (const name of EVENTS) {
    tour.addEventListener(`sentier-${name}`, (event) => {
      const { step } = event as Event & { step?: string };
      heard.push(step ? `${name}:${step}` : name);
    });
  }
  tour.addEventListener('close', () => heard.push('close'));
  return heard;
}

const attributesOf = (el: Element): string => (el.cloneNode() as Element).outerHTML;

const ringIsAround = (tour: SentierTour, el: Element): boolean =>
  Math.abs(box(ringOf(tour)).left + 6 - box(el).left) < 2 &&
  Math.abs(box(ringOf(tour)).top + 6 - box(el).top) < 2;

describe('tour: from start to end', () => {
  afterEach(cleanUp);

  it('asks first, begins, and completes', async () => {
    await fixture(messagingPage());
    const tour = makeTour({ intro: INTRO, steps: TWO });
    const heard = listen(tour);
    tour.start();
    expect(wordsOf(tour)).to.contain('Découvrir');
    expect([...cardOf(tour).querySelectorAll('button')].map((b) => b.innerText)).to.deep.equal([
      'Commencer',
      'Plus tard',
      'Non merci',
    ]);
    await tour.updateComplete;
    buttonOf(tour, 'Commencer').click();
    buttonOf(tour, 'Suivant').click();
    buttonOf(tour, 'Terminer').click();
    expect(heard).to.deep.equal(['before-show', 'show', 'start', 'step:a', 'step:b', 'complete', 'close']);
    expect(isOpen(tour)).to.be.false;
  });

  for (const [words, event] of [
    ['Plus tard', 'snooze'],
    ['Non merci', 'dismiss'],
  ] as const) {
    it(`remembers "${words}" as its own answer`, async () => {
      await fixture(messagingPage());
      const tour = makeTour({ intro: INTRO, steps: TWO });
      const heard = listen(tour);
      tour.start();
      // At once: what is asked before it can be done is done then.
      buttonOf(tour, words).click();
      await tour.updateComplete;
      expect(heard).to.deep.equal(['before-show', 'show', 'before-dismiss', event, 'close']);
    });
  }

  it('begins when it was asked to before what looks for its targets had come', async () => {
    await fixture(messagingPage());
    const tour = makeTour({
      intro: INTRO,
      steps: [{ id: 'a', target: { role: 'button', name: 'Écrire' }, title: 'Un', missing: 'center' }],
    });
    tour.start();
    buttonOf(tour, 'Commencer').click();
    await shows(tour, 'Un');
  });

  it('draws its first step at once, where that is in sight; the rest of it comes after', async () => {
    await fixture(messagingPage());
    const tour = makeTour({ steps: TWO });
    const heard = listen(tour);
    tour.start();
    expect(wordsOf(tour)).to.contain('Un');
    expect(focused(tour)).to.equal('card');
    expect(heard).to.deep.equal(['before-show', 'show']);
    const body = cardOf(tour).querySelector('#title');
    await tour.updateComplete;
    await whole(tour);
    expect(cardOf(tour).querySelector('#title'), 'it is not written twice').to.equal(body);
    expect(heard).to.deep.equal(['before-show', 'show', 'start', 'step:a']);
  });

  it('gets all that it did without, when its target is another by then', async () => {
    await fixture(messagingPage());
    const tour = makeTour({ steps: TWO });
    tour.start();
    const button = $('#compose');
    button.replaceWith(button.cloneNode(true));
    await tour.updateComplete;
    await whole(tour);
    await placed(tour);
    expect(ringIsAround(tour, $('#compose'))).to.be.true;
    expect(focused(tour)).to.equal('card');
  });

  it('takes Escape at once for its end', async () => {
    await fixture(messagingPage());
    const tour = makeTour({ steps: TWO });
    const heard = listen(tour);
    tour.start();
    cardOf(tour).dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
    await tour.updateComplete;
    await waitUntil(() => heard.includes('close'));
    expect(heard.filter((type) => type === 'before-dismiss')).to.have.length(1);
    expect(isOpen(tour)).to.be.false;
  });

  it('takes Escape at the intro for "later", not for "no"', async () => {
    await fixture(messagingPage());
    const tour = makeTour({ intro: INTRO, steps: TWO });
    const snoozed = oneEvent(tour, 'sentier-snooze') as unknown as Promise<SentierSnoozeEvent>;
    tour.start();
    await press('Escape');
    expect((await snoozed).until).to.be.closeTo(Date.now() + 864e5, 5000);
  });

  it('is closed by its cross, which says so', async () => {
    const tour = await startTour(...TWO);
    const heard = listen(tour);
    buttonOf(tour, 'Quitter la visite').click();
    expect(heard).to.deep.equal(['before-dismiss', 'dismiss', 'close']);
  });

  it('lets the host refuse the show, and the leaving', async () => {
    await fixture(messagingPage());
    const tour = makeTour({ steps: TWO });
    const refuse = (event: Event) => event.preventDefault();
    tour.addEventListener('sentier-before-show', refuse);
    expect(tour.start()).to.be.false;
    expect(isOpen(tour)).to.be.false;
    tour.removeEventListener('sentier-before-show', refuse);
    tour.addEventListener('sentier-before-dismiss', refuse);
    tour.start();
    await press('Escape');
    expect(isOpen(tour)).to.be.true;
  });

  for (const [type, target] of [
    ['show', '#compose'],
    ['start', '#compose'],
    ['start', undefined],
    ['step', '#compose'],
    ['target-missing', '#never'],
  ] as const)
    it(`is gone for good when the page closes it as it hears "${type}"${target ? ` (${target})` : ''}`, async () => {
      await fixture(messagingPage());
      const tour = makeTour({ steps: [{ ...TWO[0]!, target, missing: 'center' }, TWO[1]!] });
      const heard = listen(tour);
      tour.addEventListener(`sentier-${type}`, () => tour.close());
      tour.start();
      await waitUntil(() => heard.includes('close'), 'it was not closed', { timeout: 5000 });
      // All that was still to be done would have been done at once.
      await frames();
      expect(isOpen(tour)).to.be.false;
      expect(tour.isOpen).to.be.false;
      expect(heard.at(-1)).to.equal('close');
    });

  it('goes on where the page goes on as it hears that a target is missing', async () => {
    const tour = await startTour(
      TWO[0]!,
      { target: '#never', title: 'Jamais', missing: 'center' },
      { target: '#inbox', title: 'Trois' },
    );
    const heard = listen(tour);
    tour.addEventListener('sentier-target-missing', () => tour.next());
    tour.next();
    await shows(tour, 'Trois');
    expect(ringIsAround(tour, $('#inbox'))).to.be.true;
    expect(heard).to.deep.equal(['target-missing:2', 'step:3']);
  });

  it('goes on where the page asks for it as it hears that the tour shows', async () => {
    await fixture(messagingPage());
    const tour = makeTour({ steps: TWO });
    tour.addEventListener('sentier-show', () => tour.next());
    tour.start();
    await shows(tour, 'Deux');
  });

  it('begins at a step, without intro', async () => {
    await fixture(messagingPage());
    const tour = makeTour({ intro: INTRO, steps: TWO });
    tour.start('b');
    await shows(tour, 'Deux');
    expect(wordsOf(tour)).to.contain('Étape 2 sur 2');
  });

  it('does not end when the page or the card is clicked', async () => {
    const tour = await startTour(...TWO);
    await sendMouse({ type: 'click', position: [5, innerHeight - 5] });
    cardOf(tour).click();
    expect(isOpen(tour)).to.be.true;
  });

  it('leaves the target’s attributes as they are, during and after', async () => {
    await fixture(messagingPage());
    const before = attributesOf($('#compose'));
    const tour = makeTour({ steps: TWO });
    tour.start();
    await placed(tour);
    expect(attributesOf($('#compose'))).to.equal(before);
    tour.next();
    await placed(tour);
    tour.close();
    expect(attributesOf($('#compose'))).to.equal(before);
    expect($('html').getAttributeNames().concat(document.body.getAttributeNames())).not.to.include('style');
  });

  it('leaves nothing after fifty tours', async () => {
    await fixture(messagingPage());
    const tour = makeTour({ steps: TWO });
    tour.start();
    tour.close();
    const count = () => document.querySelectorAll('*').length + tour.shadowRoot!.querySelectorAll('*').length;
    const before = count();
    for (let i = 0; i < 50; i++) {
      tour.start();
      tour.next();
      tour.close();
    }
    expect(count()).to.equal(before);
    expect(document.documentElement.childNodes.length).to.equal(
      [...document.documentElement.children].length,
    );
  });

  it('is one dialog, whatever was started before', async () => {
    const tour = await startTour(...TWO);
    tour.close();
    tour.start();
    tour.start();
    await placed(tour);
    expect(tour.shadowRoot!.querySelectorAll('[role=dialog]')).to.have.length(1);
  });

  it('says what it is: a named, described dialog with its step', async () => {
    const tour = await startTour(
      { target: '#compose', title: 'Écrire', body: 'Un texte.' },
      { title: 'Fin' },
    );
    const card = cardOf(tour);
    const named = (name: string) =>
      (card.getAttribute(name) ?? '')
        .split(' ')
        .map((id) => tour.shadowRoot!.getElementById(id)?.innerText.trim());
    expect(named('aria-labelledby')).to.deep.equal(['Écrire']);
    expect(named('aria-describedby')).to.deep.equal(['Étape 1 sur 2', 'Un texte.']);
    expect(card.hasAttribute('aria-modal')).to.be.false;
    expect(card.querySelector('h2')!.getAttribute('aria-level')).to.equal('2');
  });

  for (const [name, story] of Object.entries({
    intro: stories.WithIntro,
    step: stories.Steps,
    dark: stories.Dark,
    rtl: stories.Arabic,
  })) {
    it(`has no fault that axe can tell: ${name}`, async () => {
      await fixture(
        html`<main>
          <h1>Messagerie</h1>
          <button id="compose">Nouveau message</button><a id="inbox" href="#x">Reçus</a>
        </main>`,
      );
      const tour = makeTour({ ...story.args!.content });
      if (name === 'dark') tour.setAttribute('scheme', 'dark');
      tour.locales = story.args!.locales ?? ['fr'];
      tour.start();
      await waitUntil(() => isOpen(tour));
      await placed(tour);
      await expect(tour).to.be.accessible();
    });
  }

  it('gives an Arabic text its language and direction', async () => {
    await fixture(messagingPage());
    const tour = makeTour(stories.Arabic.args!.content!);
    tour.locales = ['ar'];
    tour.start();
    await placed(tour);
    const title = cardOf(tour).querySelector<HTMLElement>('h2')!;
    expect([title.lang, title.dir]).to.deep.equal(['ar', 'rtl']);
  });
});

describe('tour: a page that changes', () => {
  afterEach(cleanUp);

  it('waits in sight, says so, and attaches when the target comes', async () => {
    const tour = await startTour(TWO[0]!, { id: 'late', target: '#late', title: 'Enfin' });
    tour.next();
    await shows(tour, 'Un instant');
    expect(tour.shadowRoot!.querySelector('[role=status]')!.textContent).to.contain('Un instant');
    $('.ent .bar').insertAdjacentHTML('beforeend', '<button id="late">Tard</button>');
    await waitUntil(() => !wordsOf(tour).includes('Un instant'));
    await placed(tour);
    expect(ringIsAround(tour, $('#late'))).to.be.true;
    expect(focused(tour)).to.equal('card');
  });

  it('notices an attribute that makes a target match, in a shadow root too', async () => {
    const tour = await startTour(TWO[0]!, { target: '#mails >>> [data-new]', title: 'Enfin' });
    tour.next();
    await shows(tour, 'Un instant');
    $('#mails').shadowRoot!.querySelector('#archive-0')!.setAttribute('data-new', '');
    await waitUntil(() => !wordsOf(tour).includes('Un instant'));
  });

  it('goes on from a step that waits', async () => {
    const tour = await startTour(TWO[0]!, { target: '#never', title: 'Jamais' }, { title: 'Trois' });
    tour.next();
    await shows(tour, 'Un instant');
    buttonOf(tour, 'Passer cette étape').click();
    await shows(tour, 'Trois');
  });

  it('leaves out a missing step, forwards and backwards, and its number', async () => {
    const tour = await startTour(
      TWO[0]!,
      { id: 'x', target: '#never', title: 'Jamais', missing: 'skip' },
      TWO[1]!,
    );
    const heard = listen(tour);
    expect(wordsOf(tour)).to.contain('Étape 1 sur 2');
    tour.next();
    await shows(tour, 'Étape 2 sur 2');
    expect(wordsOf(tour)).to.contain('Deux');
    tour.back();
    await shows(tour, 'Étape 1 sur 2');
    expect(heard).to.deep.equal(['target-missing:x', 'step:b', 'target-missing:x', 'step:a']);
  });

  it('centres, or ends, when told to', async () => {
    const tour = await startTour(
      TWO[0]!,
      { target: '#never', title: 'Au milieu', missing: 'center' },
      { target: '#never', title: 'Fini', missing: 'end' },
    );
    tour.next();
    await shows(tour, 'Au milieu');
    expect(cardOf(tour).classList.contains('centred')).to.be.true;
    tour.next();
    await waitUntil(() => !isOpen(tour));
  });

  it('stays with a target that is made anew elsewhere', async () => {
    const tour = await startTour(TWO[0]!);
    const old = $('#compose');
    const anew = old.cloneNode(true) as HTMLElement;
    old.remove();
    $('.ent .bar').append(anew);
    await frames();
    await placed(tour);
    expect(ringIsAround(tour, anew)).to.be.true;
    expect(focused(tour)).to.equal('card');
  });

  it('keeps its words when the target goes for good', async () => {
    const tour = await startTour(TWO[0]!);
    $('#compose').remove();
    await waitUntil(() => cardOf(tour).classList.contains('centred'));
    expect(wordsOf(tour)).to.contain('Un');
  });

  it('notices a target that is hidden', async () => {
    const tour = await startTour(TWO[0]!);
    const missing = oneEvent(tour, 'sentier-target-missing');
    $('#compose').hidden = true;
    $('#compose').style.display = 'none';
    await missing;
    expect(wordsOf(tour)).to.contain('Un');
  });

  it('takes a tour back when its own element is taken away', async () => {
    const tour = await startTour(TWO[0]!);
    const closed = oneEvent(tour, 'close');
    tour.remove();
    await closed;
  });
});
