import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import { messagingPage } from '../../../stories/tour/messaging-page.js';
import { handoutNodes, printHandout } from '../../../src/elements/tour/more/handout.js';
import { hasSimplified, simplified } from '../../../src/elements/tour/more/simplified.js';
import { overlaps } from '../../../src/core/geometry.js';
import { setInterfaceLocale } from '../../../src/locales/msg.js';
import { prepareLocator } from '../../../src/platform/locator.js';
import type { SentierTour } from '../../../src/elements/tour/sentier-tour.js';
import type { TourParts } from '../../../src/elements/tour/more/more.js';
import type { TourContent, TourStep } from '../../../src/model/schema/tour.js';
import { expectRingAround } from './boxes.js';
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
} from './helpers.js';

const SIMPLE = { fr: 'Écrire un message', 'fr-x-simple': 'J’écris' };

describe('tour: parts of a step', () => {
  afterEach(cleanUp);

  it('says what it is for, how, and shows media with their words', async () => {
    const tour = await startTour({
      target: '#compose',
      title: 'Un',
      why: 'Prévenir.',
      how: '1. cliquer',
      media: [{ kind: 'image', src: '/favicon.ico', alt: 'Le bouton', title: 'Le bouton bleu' }],
    });
    await shows(tour, 'À quoi ça sert Prévenir. Comment faire');
    await waitUntil(() => cardOf(tour).querySelector('.media figcaption'), 'no picture', { timeout: 5000 });
    await frames();
    const { bottom } = box(cardOf(tour));
    expect(bottom).to.be.at.most(innerHeight);
  });

  it('goes around several targets at once, and follows them', async () => {
    const tour = await startTour({
      target: '#compose',
      also: ['#search'],
      title: 'Un',
      spotlight: { padding: 12 },
    });
    const around = () => {
      const [ring, a, b] = [box(ringOf(tour)), box($('#compose')), box($('#search'))];
      expect(ring.left).to.be.closeTo(Math.min(a.left, b.left) - 12, 2);
      expect(ring.right).to.be.closeTo(Math.max(a.right, b.right) + 12, 2);
      expect(ring.top).to.be.closeTo(Math.min(a.top, b.top) - 12, 2);
      expect(ring.bottom).to.be.closeTo(Math.max(a.bottom, b.bottom) + 12, 2);
    };
    around();
    scrollBy(0, 20);
    await frames();
    around();
  });

  it('leaves as much room around a target as the step wants', async () => {
    const tour = await startTour({ target: '#compose', title: 'Un', spotlight: { padding: 20, radius: 30 } });
    expect(box(ringOf(tour)).left).to.be.closeTo(box($('#compose')).left - 20, 2);
    expect(getComputedStyle(ringOf(tour)).borderRadius).to.equal('30px');
  });

  it('as a hint takes no focus, veils nothing, and keeps Tab to the page', async () => {
    await fixture(messagingPage());
    $('#search').focus();
    const tour = makeTour({ steps: [{ target: '#inbox', display: 'hint', title: 'Ici' }] });
    tour.start();
    await shows(tour, 'Ici');
    await whole(tour);
    expect(focused(tour)).to.equal('search');
    expect(getComputedStyle(ringOf(tour)).boxShadow).not.to.contain('9999px');
    expect(document.querySelector('[aria-hidden]')).to.equal(null);
    await press('Shift+Tab');
    expect(focused(tour)).to.equal('compose');
    expectRingAround(ringOf(tour), $('#inbox'));
  });

  it('hides the rest of the page from assistive technology, through shadow roots, and gives it back as it was', async () => {
    await fixture(messagingPage());
    $('.ent nav').setAttribute('aria-hidden', 'false');
    // Where the focus goes back to: else `main` is lent a `tabindex` for it.
    $('#search').focus();
    const before = document.body.outerHTML;
    const tour = makeTour({ steps: [{ target: '#mails >>> #archive-2', title: 'Un' }, { title: 'Deux' }] });
    tour.start();
    await placed(tour);
    await whole(tour);
    const list = $('#mails').shadowRoot!;
    expect($('.ent header').getAttribute('aria-hidden')).to.equal('true');
    expect($('.ent nav').getAttribute('aria-hidden')).to.equal('true');
    expect(list.querySelector('#mail-1')!.getAttribute('aria-hidden')).to.equal('true');
    expect(list.querySelector('#mail-2')!.hasAttribute('aria-hidden')).to.be.false;
    expect($('#mails').hasAttribute('aria-hidden')).to.be.false;
    tour.close();
    expect(document.body.outerHTML).to.equal(before);
    expect(list.querySelector('[aria-hidden]')).to.equal(null);
  });

  it('leaves to be heard what names a field that it shows, describes it and offers for it', async () => {
    await fixture(
      html`<p id="says">Un ou plusieurs noms.</p>
        <label id="label" for="field">À</label>
        <p id="field-around">
          <input id="field" list="names" aria-describedby="says" aria-controls="popup" />
        </p>
        <datalist id="names"><option>Claire</option></datalist>
        <div id="popup" role="listbox" aria-label="Noms"><b role="option">Nadia</b></div>
        <p id="other">Autre</p>`,
    );
    const isHidden = (selector: string) => !!$(selector).closest('[aria-hidden=true]');
    for (const target of ['#field', '#field-around']) {
      const tour = makeTour({ steps: [{ id: 'un', target, title: 'Un' }] });
      tour.start();
      await whole(tour);
      await waitUntil(() => isHidden('#other'), 'the rest was not hidden');
      for (const kept of ['#says', '#label', '#names', '#popup', '#popup b', '#field'])
        expect(isHidden(kept), `${kept} around ${target}`).to.be.false;
      tour.close();
    }
  });

  it('hides a page behind its middle by what is in the body, which browsers do not hide', async () => {
    await fixture(
      html`${messagingPage()}
        <div id="said" role="status"></div>`,
    );
    const tour = makeTour({ steps: [{ id: 'un', title: 'Un' }] });
    tour.start();
    await whole(tour);
    await waitUntil(() => $('.ent').closest('[aria-hidden=true]'), 'the page is still to be read');
    expect(document.body.hasAttribute('aria-hidden')).to.be.false;
    tour.close();
    expect(document.querySelector('[aria-hidden]')).to.equal(null);
  });
});

describe('tour: titles that run the other way than the card', () => {
  afterEach(async () => {
    cleanUp();
    await setInterfaceLocale(['fr']);
  });

  const rows: [card: string, title: TourStep['title'], content: string, isIntro: boolean][] = [
    ['ar', 'La nouvelle messagerie', 'an intro', true],
    ['ar', 'La nouvelle messagerie', 'an only step', false],
    ['fr', { ar: 'الرسائل الجديدة' }, 'an intro', true],
    ['fr', { ar: 'الرسائل الجديدة' }, 'an only step', false],
  ];
  for (const [locale, title, what, isIntro] of rows)
    it(`leave their room to tools and way out: ${what}, the card in "${locale}"`, async () => {
      await setInterfaceLocale([locale]);
      const tour = makeTour(isIntro ? { intro: { title }, steps: [{ title }] } : { steps: [{ title }] });
      tour.start();
      await tour.updateComplete;
      const card = cardOf(tour);
      const text = document.createRange();
      text.selectNodeContents(card.querySelector('#title')!);
      const words = text.getBoundingClientRect();
      const corner = [...card.querySelectorAll('.more, .close')].map(box);
      expect(corner).to.have.length(isIntro ? 1 : 2);
      for (const one of [words, ...corner])
        for (const other of corner) if (one !== other) expect(overlaps(one, other)).to.equal(false);
    });
});

describe('tour: simpler words', () => {
  afterEach(cleanUp);

  it('are offered where there are some, and kept', async () => {
    const tour = await startTour({ target: '#compose', title: SIMPLE }, { title: 'Deux' });
    const kept: boolean[] = [];
    tour.keepSimplified = (is) => kept.push(is);
    cardOf(tour).querySelector<HTMLElement>('.more')!.click();
    buttonOf(tour, 'Langage simplifié').click();
    await shows(tour, 'J’écris');
    expect(focused(tour)).to.equal('Langage simplifié');
    buttonOf(tour, 'Langage simplifié').click();
    await shows(tour, 'Écrire un message');
    expect(kept).to.deep.equal([true, false]);
  });

  it('are not offered where there are none', async () => {
    const tour = await startTour({ target: '#compose', title: 'Un' });
    cardOf(tour).querySelector<HTMLElement>('.more')!.click();
    expect(() => buttonOf(tour, 'Langage simplifié')).to.throw();
    expect(buttonOf(tour, 'Imprimer')).to.be.ok;
  });

  for (const [locales, is] of [
    [['fr', 'en'], true],
    [['fr-x-simple', 'fr'], true],
    [['en', 'fr'], false],
  ] as const)
    it(`are known of the language read: ${locales.join()}`, () => {
      expect(hasSimplified({ steps: [{ title: 'Un', how: SIMPLE }] }, locales)).to.equal(is);
    });

  it('come first, once', () => {
    expect(simplified(['fr', 'en'], true)).to.deep.equal(['fr-x-simple', 'fr', 'en']);
    expect(simplified(['fr-x-simple', 'fr'], false)).to.deep.equal(['fr']);
  });
});

describe('tour: on paper', () => {
  afterEach(cleanUp);
  const content: TourContent = {
    intro: { title: { fr: 'La messagerie', en: 'Messages' }, body: 'Deux minutes.' },
    steps: [
      { id: 'a', target: '#compose', title: 'Écrire', body: 'Cliquez **ici**.', why: 'Prévenir.' },
      { id: 'b', target: { role: 'link', name: 'Notes' }, page: '/notes/', title: 'Lire une note' },
    ],
  };
  const partsOf = ({ steps } = content): TourParts => {
    const tour = makeTour(content);
    return {
      host: tour,
      card: cardOf(tour),
      ring: ringOf(tour),
      steps: steps.map((one, i) => ({ ...one, id: one.id ?? `${i}` })),
      locales: () => ['fr'],
      send: () => undefined,
      refill: () => undefined,
      replace: () => undefined,
    };
  };

  it('has each step’s title, text and place, in order', async () => {
    await fixture(messagingPage());
    const main = handoutNodes(partsOf());
    expect(main.querySelector('h1')!.textContent).to.equal('La messagerie');
    const [first, second] = [...main.querySelectorAll('ol > li')].map((li) => li.textContent);
    expect(first)
      .to.contain('Écrire')
      .and.contain('Où\u00a0: bouton «\u00a0Nouveau message\u00a0»')
      .and.contain('Prévenir.');
    expect(second).to.contain('Lire une note').and.contain('«\u00a0Notes\u00a0», page /notes/');
    expect(main.querySelector('strong')!.textContent).to.equal('ici');
  });

  for (const [where, page, target, wanted] of [
    ['this page', undefined, '#compose', 'Où\u00a0: bouton «\u00a0Nouveau message\u00a0»'],
    ['this page, by a pattern', '/**', '#compose', 'Où\u00a0: bouton «\u00a0Nouveau message\u00a0»'],
    ['another page', '/ailleurs/', '#compose', 'Où\u00a0: page /ailleurs/'],
    ['another page, by a pattern', '/ailleurs/*', '#compose', undefined],
    [
      'another page, in words',
      '/ailleurs/',
      { role: 'button', name: 'Nouveau' },
      'Où\u00a0: «\u00a0Nouveau\u00a0», page /ailleurs/',
    ],
    [
      'another page, in words that stand there',
      '/ailleurs/',
      { text: 'Nouveau' },
      'Où\u00a0: «\u00a0Nouveau\u00a0», page /ailleurs/',
    ],
  ] as const)
    it(`says where a step of ${where} is, by what is known of it`, async () => {
      await fixture(messagingPage());
      await prepareLocator();
      const steps = [{ id: 'a', title: 'Un', target, ...(page && { page }) }];
      const main = handoutNodes(partsOf({ steps }));
      expect(main.querySelector('.where')?.textContent).to.equal(wanted);
    });

  it('is in the page’s language, where its steps are written there', async () => {
    await fixture(
      html`<sentier-tour
        ><sentier-step heading="رسالة"><p>نص</p></sentier-step></sentier-tour
      >`,
    );
    const host = $<SentierTour>('sentier-tour');
    const [element] = host.children;
    const steps = [{ id: '1', title: 'رسالة', element: element! }];
    const main = handoutNodes({ ...partsOf(), host, steps, locales: () => ['ar', 'fr'] });
    const said = [...main.querySelectorAll<HTMLElement>('li > *')].map(({ lang, dir }) => [lang, dir]);
    expect(said).to.deep.equal([
      ['ar', 'rtl'],
      ['ar', 'rtl'],
    ]);
  });

  it('is printed from a frame of its own, which goes afterwards', async () => {
    await fixture(messagingPage());
    const printed: Window[] = [];
    const frame = printHandout(partsOf(), (view) => printed.push(view));
    await waitUntil(() => printed.length);
    expect(printed[0]!.document.querySelector('h1')!.textContent).to.equal('La messagerie');
    expect(printed[0]!.document.documentElement.lang).to.equal('fr');
    printed[0]!.dispatchEvent(new Event('afterprint'));
    await waitUntil(() => !frame.isConnected);
  });
});

describe('tour: before a room', () => {
  afterEach(cleanUp);

  it('is large, and follows a remote control wherever the focus is', async () => {
    await fixture(messagingPage());
    const tour = makeTour({ steps: ['Un', 'Deux', 'Trois'].map((title) => ({ title })) });
    tour.setAttribute('presenter', '');
    tour.start();
    await shows(tour, 'Un');
    expect(parseFloat(getComputedStyle(cardOf(tour)).fontSize)).to.be.at.least(22);
    await press('PageDown');
    await shows(tour, 'Deux');
    $('#search').focus();
    await press('PageDown');
    await shows(tour, 'Trois');
    await press('PageUp');
    await shows(tour, 'Deux');
    await press('Home');
    await shows(tour, 'Un');
    await press('Escape');
    expect(isOpen(tour)).to.be.false;
  });
});
