import { expect, fixture, html } from '@open-wc/testing';
import { emulateMedia, sendMouse, setViewport } from '@web/test-runner-commands';
import { messagingPage } from '../../../../stories/tour/messaging-page.js';
import { deep, expectHit, expectInView, expectRingAround, expectUncovered, hit, middle } from '../boxes.js';
import {
  $,
  box,
  buttonOf,
  cardOf,
  cleanUp,
  frames,
  makeTour,
  placed,
  ringOf,
  shows,
  startTour,
  whole,
} from '../helpers.js';

const FRAME = `<body style='margin: 30px'><button id='in'>Dedans</button>`;

describe('neutral cases: where things are', () => {
  beforeEach(() => setViewport({ width: 1000, height: 700 }));
  afterEach(cleanUp);

  it('case 12: a nested scroller moves by 50 px: card and cut-out move by 50', async () => {
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
    const [card, ring] = [box(cardOf(tour)).top, box(ringOf(tour)).top];
    $('#scroller').scrollTop += 50;
    await frames();
    expect(box(cardOf(tour)).top).to.be.closeTo(card - 50, 2);
    expect(box(ringOf(tour)).top).to.be.closeTo(ring - 50, 2);
  });

  for (const [name, height] of [
    ['above the fold', 40],
    ['2000 px tall', 2000],
  ] as const)
    it(`case 13: with a sticky header of 80 px, a target ${name} begins below it and the card can be used`, async () => {
      await fixture(
        html`<div>
          <div id="bar" style="position: sticky; top: 0; height: 80px; background: #eee; z-index: 5">
            En-tête
          </div>
          <div style="height: 700px"></div>
          <div id="target" style="height: ${height}px; background: #ddd">Cible</div>
          <div style="height: 2400px"></div>
        </div>`,
      );
      scrollTo(0, height > 1000 ? 0 : 1600);
      const tour = makeTour({ steps: [{ target: '#target', title: 'Un' }, { title: 'Deux' }] });
      tour.start();
      await tour.updateComplete;
      await placed(tour);
      expect(box($('#target')).top).to.be.at.least(box($('#bar')).bottom - 1);
      expectInView(cardOf(tour));
      expectHit(buttonOf(tour, 'Suivant'));
    });

  it('case 14: for a target in a dialog shown by showModal, Next is on top and takes a click', async () => {
    await fixture(messagingPage());
    $<HTMLDialogElement>('#new-message').showModal();
    const tour = makeTour({
      steps: [
        { target: '#to', title: 'Un' },
        { target: '#send', title: 'Deux' },
      ],
    });
    tour.start();
    await tour.updateComplete;
    await placed(tour);
    expectHit(buttonOf(tour, 'Suivant'));
    await sendMouse({ type: 'click', position: middle(buttonOf(tour, 'Suivant')) });
    await shows(tour, 'Deux');
  });

  for (const style of ['position: relative; z-index: 1', 'transform: translateX(20px)', 'opacity: 0.9'])
    it(`case 15: a target within "${style}" is what is hit at its middle`, async () => {
      await fixture(
        html`<div .style=${style}>
            <button id="low" style="margin: 200px">Bas</button>
          </div>
          <div style="position: relative; z-index: 2; height: 200px; background: #eef">Après</div>`,
      );
      const tour = makeTour({ steps: [{ target: '#low', title: 'Un' }] });
      tour.start();
      await placed(tour);
      expect(hit(...middle($('#low')))).to.equal($('#low'));
      expectRingAround(ringOf(tour), $('#low'));
    });

  it('case 24: for a target in a frame of the same origin, the card is within 40 px and the cut-out exact', async () => {
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
    const [left, top] = [box(frame).left + frame.clientLeft, box(frame).top + frame.clientTop];
    expect(box(ringOf(tour)).left).to.be.closeTo(left + inner.left - 6, 2);
    expect(box(ringOf(tour)).top).to.be.closeTo(top + inner.top - 6, 2);
    expect(box(ringOf(tour)).width).to.be.closeTo(inner.width + 12, 2);
    expect(box(ringOf(tour)).height).to.be.closeTo(inner.height + 12, 2);
    expect(box(cardOf(tour)).top - top - inner.bottom).to.be.within(0, 40);
  });

  it('case 26: with reduced motion the ring is at once where it belongs, and nothing is animated', async function () {
    // WebKitGTK takes its media features at its start only.
    if (!/Chrome|Firefox/.test(navigator.userAgent)) this.skip();
    await emulateMedia({ reducedMotion: 'reduce' });
    const tour = await startTour({ target: '#compose', title: 'Un' }, { target: '#inbox', title: 'Deux' });
    tour.next();
    await shows(tour, 'Deux');
    const seen = new Set<string>();
    for (let i = 0; i < 5; i++) {
      seen.add(JSON.stringify(box(ringOf(tour))));
      expect(tour.shadowRoot!.getAnimations?.() ?? []).to.have.length(0);
      await frames();
    }
    expect(seen.size).to.equal(1);
    expectRingAround(ringOf(tour), $('#inbox'));
    await emulateMedia({ reducedMotion: 'no-preference' });
  });

  it('case 27: at 320 × 568 all is in view, nothing scrolls sideways, controls are 24 px, the target is uncovered', async () => {
    await setViewport({ width: 320, height: 568 });
    const tour = await startTour(
      { target: '#compose', title: 'Écrire', body: 'Le destinataire se cherche par son nom ou sa classe.' },
      { target: '#mails >>> #archive-5', title: 'Ranger', body: 'Un message archivé quitte la liste.' },
    );
    for (const target of [$('#compose'), deep('#archive-5')]) {
      expectInView(cardOf(tour));
      expectInView(target);
      expectUncovered(cardOf(tour), target);
      for (const control of cardOf(tour).querySelectorAll('button'))
        expect(Math.min(box(control).width, box(control).height)).to.be.at.least(24);
      if (target.id === 'compose') {
        tour.next();
        await shows(tour, 'Ranger');
      }
    }
    expect(document.documentElement.scrollWidth).to.be.at.most(320);
  });

  it('case 28: axe finds no fault in the card', async () => {
    const tour = await startTour(
      {
        target: '#compose',
        title: 'Écrire',
        body: 'Un [lien](/a) et une liste\u00a0:\n\n- un',
        why: 'Pour écrire.',
      },
      { title: 'Deux' },
    );
    await whole(tour);
    cardOf(tour).querySelector<HTMLElement>('.more')!.click();
    await expect(tour).to.be.accessible();
  });
});
