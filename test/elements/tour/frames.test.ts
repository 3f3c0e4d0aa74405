import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import type { SentierTour } from '../../../src/elements/tour/sentier-tour.js';
import type { TourStep } from '../../../src/model/schema/tour.js';
import { $, buttonOf, cleanUp, focused, isOpen, makeTour, press, shows, whole } from './helpers.js';

const INSIDE = `<body>
  <p id="before">Avant</p>
  <div id="zone"><button id="in">Dedans</button><input id="field" value="abc" /></div>
  <button id="out">Autre</button>
</body>`;
const ZONE = { frame: '#frame', target: '#zone' };
const TOOLS = 'Lire, simplifier, imprimer';
const CLOSE = 'Quitter la visite';

const inside = (): Document => $<HTMLIFrameElement>('#frame').contentDocument!;
const within = (selector: string): HTMLElement => inside().querySelector<HTMLElement>(selector)!;

/** The id of what has the focus in the frame; else what `focused` says. */
const at = (tour: SentierTour): string =>
  document.activeElement?.id === 'frame' ? (inside().activeElement?.id ?? '') : focused(tour);

async function start(...steps: Partial<TourStep>[]): Promise<SentierTour> {
  await fixture(
    html`<main>
      <p><iframe id="frame" title="Cadre" srcdoc=${INSIDE} style="width: 500px; height: 200px"></iframe></p>
      <p id="beside"><button id="other">À côté</button></p>
    </main>`,
  );
  await waitUntil(() => inside()?.querySelector('#zone'), 'the frame never came');
  const tour = makeTour({ steps: steps as TourStep[] });
  tour.start();
  await whole(tour);
  await shows(tour, 'Un');
  return tour;
}

describe('tour: a target in a frame', () => {
  afterEach(cleanUp);

  it('is not hidden from assistive technology; what is beside it is, in the frame and around', async () => {
    const tour = await start({ target: ZONE, title: 'Un' });
    const isHidden = (el: Element) => !!el.closest('[aria-hidden=true]');
    const page = [$('#frame'), within('#zone'), within('#in')];
    expect(page.map(isHidden)).to.deep.equal([false, false, false]);
    expect([$('#beside'), within('#before'), within('#out')].map(isHidden)).to.deep.equal([true, true, true]);
    within('#out').focus();
    await waitUntil(
      () => !isHidden(within('#out')) && !isHidden($('#beside')),
      'what has the focus is hidden',
    );
    within('#in').focus();
    await waitUntil(() => isHidden(within('#out')) && isHidden($('#beside')), 'the rest is not hidden again');
    tour.close();
    expect(document.querySelector('[aria-hidden]') ?? inside().querySelector('[aria-hidden]')).to.equal(null);
  });

  it('is reached by Tab, and left by it for the dialog, both ways', async () => {
    const tour = await start({ target: ZONE, title: 'Un' });
    const round = ['Terminer', TOOLS, CLOSE, 'in', 'field'];
    for (const stop of [...round, ...round]) {
      await press('Tab');
      expect(at(tour)).to.equal(stop);
    }
    for (const stop of [...round.slice(0, -1)].reverse()) {
      await press('Shift+Tab');
      expect(at(tour)).to.equal(stop);
    }
  });

  it('hears Escape in it', async () => {
    const tour = await start({ target: ZONE, title: 'Un' });
    within('#in').focus();
    await press('Escape');
    expect(isOpen(tour)).to.be.false;
  });

  it('leaves arrows to a field in it, and goes on by those on a button', async () => {
    const tour = await start({ target: ZONE, title: 'Un' }, { title: 'Deux' });
    within('#field').focus();
    await press('ArrowRight');
    await shows(tour, 'Un');
    within('#in').focus();
    await press('ArrowRight');
    await shows(tour, 'Deux');
  });

  it('leaves it its keys once the step is over', async () => {
    const tour = await start({ target: ZONE, title: 'Un' }, { title: 'Deux' });
    const heard: string[] = [];
    inside().addEventListener('keydown', ({ key, defaultPrevented }) =>
      heard.push(`${key} ${defaultPrevented}`),
    );
    tour.next();
    await shows(tour, 'Deux');
    within('#in').focus();
    await press('Escape');
    await press('Tab');
    expect(heard).to.deep.equal(['Escape false', 'Tab false']);
    expect(isOpen(tour)).to.be.true;
    expect(inside().activeElement!.id).to.equal('field');
    buttonOf(tour, 'Retour').click();
    await shows(tour, 'Un');
    within('#in').focus();
    tour.close();
    await press('Tab');
    expect(inside().activeElement!.id).to.equal('field');
  });

  it('keeps no focus where it is not to be used', async () => {
    const tour = await start({ target: ZONE, title: 'Un', interaction: 'blocked' });
    within('#in').focus();
    await waitUntil(() => at(tour) === 'card', 'the focus stayed in it');
  });
});
