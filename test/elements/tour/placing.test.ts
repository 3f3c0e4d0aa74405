import { expect, fixture, html } from '@open-wc/testing';
import { emulateMedia, sendMouse, setViewport } from '@web/test-runner-commands';
import { messagingPage } from '../../../stories/tour/messaging-page.js';
import { deep, expectHit, expectInView, expectRingAround, expectUncovered, middle } from './boxes.js';
import {
  $,
  box,
  buttonOf,
  cardOf,
  cleanUp,
  frames,
  isOpen,
  makeTour,
  placed,
  ringOf,
  shows,
  startTour,
  whole,
} from './helpers.js';

const FRAME = `<body style='margin: 30px'><button id='in'>Dedans</button>`;

describe('tour: placing', () => {
  beforeEach(() => setViewport({ width: 1000, height: 700 }));
  afterEach(cleanUp);

  it('puts the ring around the target and the card beside it', async () => {
    const tour = await startTour({ target: '#compose', title: 'Un', body: 'Texte' });
    expectRingAround(ringOf(tour), $('#compose'));
    expectUncovered(cardOf(tour), $('#compose'));
    expect(box(cardOf(tour)).top - box($('#compose')).bottom).to.be.within(8, 40);
  });

  for (const side of ['top', 'bottom', 'start', 'end'] as const) {
    it(`stands at the ${side} when asked`, async () => {
      await fixture(
        html`<div style="height: 320px"></div>
          <button id="mid" style="margin: 0 440px">Au milieu</button>`,
      );
      const tour = makeTour({ steps: [{ target: '#mid', title: 'Un', placement: side }] });
      tour.start();
      await placed(tour);
      const [card, target] = [box(cardOf(tour)), box($('#mid'))];
      const where = {
        top: card.bottom <= target.top,
        bottom: card.top >= target.bottom,
        start: card.right <= target.left,
        end: card.left >= target.right,
      };
      expect(where[side], JSON.stringify(card)).to.be.true;
    });
  }

  it('follows a box that scrolls, in the frame after', async () => {
    await fixture(
      html`<div id="scroller" style="height: 300px; overflow: auto; margin-top: 150px">
        <div style="height: 120px"></div>
        <button id="in">Dedans</button>
        <div style="height: 900px"></div>
      </div>`,
    );
    const tour = makeTour({ steps: [{ target: '#in', title: 'Un' }] });
    tour.start();
    await placed(tour);
    const card = box(cardOf(tour)).top;
    $('#scroller').scrollTop += 50;
    await frames();
    expect(box(cardOf(tour)).top).to.be.closeTo(card - 50, 2);
    expectRingAround(ringOf(tour), $('#in'));
  });

  it('follows a box that scrolls in a shadow root', async () => {
    const tour = await startTour({ target: '#mails >>> #archive-1', title: 'Un' });
    const list = deep('ul');
    list.scrollTop = 20;
    await frames();
    expectRingAround(ringOf(tour), deep('#archive-1'));
  });

  it('scrolls every box around the target, and the page', async () => {
    const tour = await startTour({ target: '#mails >>> #archive-7', title: 'Un' });
    expectInView(deep('#archive-7'));
    expectHit(deep('#archive-7'));
    expectInView(cardOf(tour));
    expectRingAround(ringOf(tour), deep('#archive-7'));
  });

  it('keeps the target clear of a sticky header, from above', async () => {
    await fixture(messagingPage());
    const header = $('.ent header');
    header.style.minHeight = '80px';
    scrollTo(0, 1400);
    const tour = makeTour({ steps: [{ target: '#compose', title: 'Un' }] });
    tour.start();
    await placed(tour);
    expect(box($('#compose')).top).to.be.at.least(box(header).bottom);
    expectHit($('#compose'));
    expectInView(cardOf(tour));
  });

  it('shows the start of a target that is taller than the screen, and a card that can be used', async () => {
    await fixture(
      html`<div>
        <div style="position: sticky; top: 0; height: 80px; background: #eee">En-tête</div>
        <div style="height: 900px"></div>
        <div id="tall" style="height: 2000px; background: #ddd">Très haut</div>
      </div>`,
    );
    const tour = makeTour({ steps: [{ target: '#tall', title: 'Un' }, { title: 'Deux' }] });
    tour.start();
    await whole(tour);
    await placed(tour);
    expect(box($('#tall')).top).to.be.within(80, 120);
    expectInView(cardOf(tour));
    expectHit(buttonOf(tour, 'Suivant'));
  });

  it('stands over z-index 2147483647 and within transformed parents', async () => {
    await fixture(
      html`<div
        style="position: relative; z-index: 2147483647; transform: translateX(30px); overflow: hidden"
      >
        <button id="low" style="margin: 200px">Bas</button>
        <div style="height: 400px; background: #eef; position: relative; z-index: 2147483647"></div>
      </div>`,
    );
    const tour = makeTour({ steps: [{ target: '#low', title: 'Un' }] });
    tour.start();
    await placed(tour);
    expectRingAround(ringOf(tour), $('#low'));
    expectHit($('#low'));
    expectHit(buttonOf(tour, 'Terminer'));
  });

  it('lets the page’s own dialog be used, and is used in it by a real click', async () => {
    await fixture(messagingPage());
    $<HTMLDialogElement>('#new-message').showModal();
    const tour = makeTour({
      steps: [
        { target: '#to', title: 'Un' },
        { target: '#send', title: 'Deux' },
      ],
    });
    tour.start();
    await shows(tour, 'Un');
    expectRingAround(ringOf(tour), $('#to'));
    expectHit(buttonOf(tour, 'Suivant'));
    expectHit($('#to'));
    await sendMouse({ type: 'click', position: middle(buttonOf(tour, 'Suivant')) });
    await shows(tour, 'Deux');
    tour.close();
    expect($('#new-message').contains(tour)).to.be.false;
    expect(tour.parentElement).to.equal(document.documentElement);
  });

  it('goes into a dialog that opens for its next step, and out again', async () => {
    const tour = await startTour(
      { target: '#compose', title: 'Un' },
      { target: '#to', title: 'Deux' },
      { target: '#compose', title: 'Trois' },
    );
    const dialog = $<HTMLDialogElement>('#new-message');
    dialog.showModal();
    tour.next();
    await shows(tour, 'Deux');
    expect(dialog.contains(tour)).to.be.true;
    expectHit(buttonOf(tour, 'Suivant'));
    dialog.close();
    tour.next();
    await shows(tour, 'Trois');
    expect(dialog.contains(tour)).to.be.false;
    expectHit(buttonOf(tour, 'Terminer'));
  });

  it('gives the focus to the page’s open dialog when it ends over it', async () => {
    const tour = await startTour({ target: '#compose', title: 'Un' }, { target: '#to', title: 'Deux' });
    const dialog = $<HTMLDialogElement>('#new-message');
    dialog.showModal();
    tour.next();
    await shows(tour, 'Deux');
    cardOf(tour).focus();
    tour.leave();
    expect(dialog.contains(document.activeElement), 'behind it nothing can have it').to.be.true;
  });

  it('outlives a dialog that the page takes away with it inside', async () => {
    await fixture(messagingPage());
    const dialog = $<HTMLDialogElement>('#new-message');
    dialog.showModal();
    const tour = makeTour({ steps: [{ target: '#to', title: 'Un', missing: 'center' }] });
    tour.start();
    await shows(tour, 'Un');
    dialog.remove();
    await shows(tour, 'Un');
    expect(tour.parentElement).to.equal(document.documentElement);
    expectHit(buttonOf(tour, 'Terminer'));
  });

  for (const [how, take] of [
    ['by itself', (tour: Element) => tour.remove()],
    ['by its parent', (tour: Element) => tour.parentNode!.removeChild(tour)],
  ] as const)
    it(`is gone for good when it is taken out of a dialog ${how}`, async () => {
      await fixture(messagingPage());
      const { length } = document.documentElement.childNodes;
      const dialog = $<HTMLDialogElement>('#new-message');
      const inside = dialog.innerHTML;
      dialog.showModal();
      const tour = makeTour({ steps: [{ target: '#to', title: 'Un' }] });
      let closed = 0;
      tour.addEventListener('close', () => closed++);
      tour.start();
      await shows(tour, 'Un');
      expect(dialog.contains(tour)).to.be.true;
      take(tour);
      dialog.close();
      await frames();
      expect([tour.isConnected, tour.isOpen, closed]).to.deep.equal([false, false, 1]);
      expect(document.documentElement.childNodes).to.have.length(length);
      expect(dialog.innerHTML).to.equal(inside);
    });

  it('outlives a dialog that the page puts elsewhere', async () => {
    await fixture(messagingPage());
    const dialog = $<HTMLDialogElement>('#new-message');
    dialog.showModal();
    const tour = makeTour({ steps: [{ target: '#to', title: 'Un', missing: 'center' }] });
    tour.start();
    await shows(tour, 'Un');
    $('main').append(dialog);
    await shows(tour, 'Un');
    expect(tour.isOpen).to.be.true;
    expectHit(buttonOf(tour, 'Terminer'));
    tour.close();
    expect(tour.parentElement).to.equal(document.documentElement);
  });

  it('outlives all that is in a dialog', async () => {
    await fixture(messagingPage());
    const dialog = $<HTMLDialogElement>('#new-message');
    dialog.showModal();
    const tour = makeTour({ steps: [{ target: '#to', title: 'Un', missing: 'center' }] });
    tour.start();
    await shows(tour, 'Un');
    dialog.innerHTML = '<input id="to" /><button>Autre</button>';
    await shows(tour, 'Un');
    await placed(tour);
    expect(dialog.contains(tour)).to.be.true;
    expectRingAround(ringOf(tour), $('#to'));
    tour.close();
    expect(dialog.childNodes).to.have.length(2);
  });

  it('that starts by itself does so once, though it comes home from a dialog', async () => {
    await fixture(messagingPage());
    $<HTMLDialogElement>('#new-message').showModal();
    const tour = document.createElement('sentier-tour');
    tour.content = { steps: [{ target: '#to', title: 'Un' }] };
    tour.setAttribute('autostart', '');
    document.documentElement.append(tour);
    await shows(tour, 'Un');
    tour.close();
    await frames();
    expect(tour.isConnected).to.be.true;
    expect(tour.isOpen).to.be.false;
  });

  it('is in the modal dialog, where another that is open and not modal stands after it', async () => {
    await fixture(
      html`<dialog id="modal"><button>Fermer</button></dialog>
        <dialog open>Avis</dialog>`,
    );
    $<HTMLDialogElement>('#modal').showModal();
    const tour = makeTour({ steps: [{ title: 'Un' }] });
    tour.start();
    await shows(tour, 'Un');
    expectHit(buttonOf(tour, 'Terminer'));
    expect($('#modal').contains(tour)).to.be.true;
  });

  it('points into a frame of the same origin', async () => {
    await fixture(
      html`<iframe
        id="frame"
        title="Cadre"
        style="margin: 120px; width: 400px; height: 200px"
        srcdoc=${FRAME}
      ></iframe>`,
    );
    const frame = $<HTMLIFrameElement>('#frame');
    const tour = makeTour({ steps: [{ target: { frame: '#frame', target: '#in' }, title: 'Un' }] });
    tour.start();
    await shows(tour, 'Un');
    const inner = box(frame.contentDocument!.querySelector('#in')!);
    const outer = box(frame);
    expect(box(ringOf(tour)).left).to.be.closeTo(outer.left + frame.clientLeft + inner.left - 6, 2);
    expect(box(ringOf(tour)).top).to.be.closeTo(outer.top + frame.clientTop + inner.top - 6, 2);
    expect(box(cardOf(tour)).top - outer.top - inner.bottom).to.be.within(0, 40);
  });

  for (const [width, height] of [
    [320, 568],
    [320, 256],
  ] as const) {
    it(`uncovers the target and fits ${width} × ${height}`, async () => {
      await setViewport({ width, height });
      const tour = await startTour(
        {
          target: '#compose',
          title: 'Écrire un message',
          body: 'Cliquez sur **Nouveau message**\u00a0: le destinataire se cherche par son nom.',
        },
        { target: '#mails >>> #archive-5', title: 'Ranger', body: 'Un message archivé quitte la liste.' },
      );
      for (const target of [$('#compose'), deep('#archive-5')]) {
        expectInView(cardOf(tour));
        expectInView(target);
        expectUncovered(cardOf(tour), target);
        expectHit(target);
        for (const control of cardOf(tour).querySelectorAll('button')) {
          expect(box(control).width).to.be.at.least(24);
          expect(box(control).height).to.be.at.least(24);
        }
        const next = cardOf(tour).querySelector('.primary')!;
        expectHit(next);
        tour.next();
        if (target.id === 'compose') await shows(tour, 'Ranger');
      }
      expect(document.documentElement.scrollWidth).to.be.at.most(width);
    });
  }

  it('keeps two lines of its words in sight beside a target that leaves little room', async () => {
    await setViewport({ width: 320, height: 568 });
    await fixture(html`<div id="tall" style="position: fixed; inset: 90px 0 auto; height: 330px"></div>`);
    const tour = makeTour({
      steps: [
        {
          target: '#tall',
          title: 'Votre journée',
          body: 'Les cours, les devoirs et les absences. '.repeat(4),
        },
        { title: 'Deux' },
      ],
    });
    tour.start();
    await shows(tour, 'Votre journée');
    await whole(tour);
    await placed(tour);
    const words = box(cardOf(tour).querySelector('#body')!);
    const actions = box(cardOf(tour).querySelector('.actions')!);
    expect(Math.min(words.bottom, actions.top) - words.top).to.be.at.least(48);
    expectInView(cardOf(tour));
  });

  it('moves nothing of itself for those who want no motion', async function () {
    // WebKitGTK takes its media features at its start only.
    if (!/Chrome|Firefox/.test(navigator.userAgent)) this.skip();
    await emulateMedia({ reducedMotion: 'reduce' });
    const tour = await startTour({ target: '#compose', title: 'Un' }, { target: '#inbox', title: 'Deux' });
    tour.next();
    expect(ringOf(tour).getAnimations().concat(cardOf(tour).getAnimations())).to.have.length(0);
    expectRingAround(ringOf(tour), $('#inbox'));
    await emulateMedia({ reducedMotion: 'no-preference' });
  });

  it('follows the window when its size changes', async () => {
    const tour = await startTour({ target: '#search', title: 'Un', body: 'Texte' });
    await setViewport({ width: 400, height: 600 });
    await frames();
    expectRingAround(ringOf(tour), $('#search'));
    expectInView(cardOf(tour));
    expectUncovered(cardOf(tour), $('#search'));
  });

  it('does not scroll a page whose target stands clear', async () => {
    await startTour({ target: '#compose', title: 'Un' });
    expect(scrollY).to.equal(0);
  });

  it('closes with nothing on screen', async () => {
    const tour = await startTour({ target: '#compose', title: 'Un' });
    tour.close();
    expect(isOpen(tour)).to.be.false;
    expect(box(ringOf(tour)).width).to.equal(0);
  });
});
