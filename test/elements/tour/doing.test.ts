import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import { sendKeys, sendMouse } from '@web/test-runner-commands';
import { nothing } from 'lit';
import { messagingPage } from '../../../stories/tour/messaging-page.js';
import * as stories from '../../../stories/tour/tour.stories.js';
import type { SentierTour } from '../../../src/elements/tour/sentier-tour.js';
import {
  $,
  box,
  cardOf,
  cleanUp,
  frames,
  isOpen,
  makeTour,
  press,
  shows,
  startTour,
  whole,
  wordsOf,
} from './helpers.js';

describe('tour: by doing', () => {
  afterEach(cleanUp);

  it('goes on when the person clicks the target, after the page’s own handler', async () => {
    const tour = await startTour(
      { target: '#compose', title: 'Un', advance: { on: 'click' } },
      { target: '#made', title: 'Deux', missing: 'end' },
    );
    expect(wordsOf(tour)).to.contain('À vous');
    const said = cardOf(tour)
      .getAttribute('aria-describedby')!
      .split(' ')
      .map((id) => cardOf(tour).querySelector<HTMLElement>(`#${id}`)!.innerText);
    expect(said.join(' '), 'heard, and by the name of what is outlined').to.contain(
      '«\u00a0Nouveau message\u00a0»',
    );
    $('#compose').addEventListener('click', () =>
      $('.ent .bar').insertAdjacentHTML('beforeend', '<b id="made">Fait</b>'),
    );
    const { left, top } = box($('#compose'));
    await sendMouse({ type: 'click', position: [Math.round(left + 9), Math.round(top + 9)] });
    await shows(tour, 'Deux');
  });

  for (const [what, act] of [
    ['takes away', (el: HTMLElement) => el.remove()],
    ['draws anew', (el: HTMLElement) => el.replaceWith(el.cloneNode(true))],
  ] as const)
    for (const check of [undefined, { present: '#made' }])
      it(`goes on when the click ${what} its target${check ? ', and brings what the step asks for later' : ''}`, async () => {
        const tour = await startTour(
          { target: '#compose', title: 'Un', advance: { on: 'click', ...(check && { check }) } },
          { title: 'Deux' },
        );
        const compose = $('#compose');
        compose.addEventListener('click', () => {
          act(compose);
          setTimeout(() => $('.ent .bar').insertAdjacentHTML('beforeend', '<b id="made">Fait</b>'), 150);
        });
        const { left, top } = box(compose);
        await sendMouse({ type: 'click', position: [Math.round(left + 9), Math.round(top + 9)] });
        await shows(tour, 'Deux');
        expect(wordsOf(tour)).not.to.contain('Un');
      });

  it('goes on when the person has filled the target, not at the first letter', async () => {
    const tour = await startTour(
      { target: '#search', title: 'Un', advance: { on: 'input' } },
      { title: 'Deux' },
    );
    await frames();
    $('#search').focus();
    await sendKeys({ type: 'Lefèvre' });
    expect(wordsOf(tour)).to.contain('Un');
    await press('Tab');
    await shows(tour, 'Deux');
  });

  it('goes on when the host says so', async () => {
    const tour = await startTour(
      { target: '#search', title: 'Un', advance: { on: 'event', event: 'mail:sent' } },
      { title: 'Deux' },
    );
    await frames();
    await waitUntil(() => {
      document.dispatchEvent(new CustomEvent('mail:sent', { bubbles: true }));
      return wordsOf(tour).includes('Deux');
    });
  });

  it('keeps the place before a click leaves for the next step’s page', async () => {
    await fixture(messagingPage());
    const tour = makeTour({
      steps: [
        { target: '#inbox', title: 'Un', advance: { on: 'click' } },
        { id: 'there', page: '/notes/', title: 'Deux' },
      ],
    });
    const kept: string[] = [];
    tour.remember = (step) => kept.push(step);
    tour.start();
    await shows(tour, 'Un');
    await waitUntil(() => {
      $('#inbox').click();
      return kept.length;
    });
    expect(kept[0]).to.equal('there');
  });
});

describe('tour: by hand', () => {
  afterEach(cleanUp);

  it('reads the steps written in it, and shows what they hold in the page’s own styles', async () => {
    await fixture(stories.ByHand.render!({} as never, {} as never) as ReturnType<typeof html>);
    const tour = $<SentierTour>('sentier-tour');
    await waitUntil(() => isOpen(tour));
    expect(wordsOf(tour)).to.contain('Écrire un message');
    const [first, second] = [...tour.querySelectorAll('sentier-step')];
    expect(box(first!.querySelector('p')!).height).to.be.above(0);
    expect(box(second!.querySelector('p')!).height).to.equal(0);
    tour.next();
    await shows(tour, 'Lire');
    expect(box(second!.querySelector('p')!).height).to.be.above(0);
    tour.close();
    expect(tour.querySelector('[slot]')).to.equal(null);
    expect(tour.parentElement).to.equal($('.ent'));
  });

  for (const [lang, dir, own, said] of [
    ['ar', 'rtl', undefined, ['ar', 'rtl', 'rtl']],
    ['fr', 'ltr', 'ar', ['ar', 'rtl', 'rtl']],
    ['ar', 'rtl', 'fr', ['fr', 'ltr', 'ltr']],
  ] as const)
    it(`says the language of its texts: ${lang}, of its own ${own ?? 'none'}`, async () => {
      const { documentElement: page } = document;
      const was = page.lang;
      page.lang = lang;
      page.dir = dir;
      await fixture(
        html`<sentier-tour plan-locale=${own ?? nothing}>
          <sentier-step heading="رسالة"><p id="said">نص</p></sentier-step>
        </sentier-tour>`,
      );
      const tour = $<SentierTour>('sentier-tour');
      tour.start();
      await whole(tour);
      const { lang: its, dir: way } = cardOf(tour).querySelector<HTMLElement>('#title')!;
      const body = getComputedStyle($('#said')).direction;
      tour.close();
      page.lang = was;
      page.removeAttribute('dir');
      expect([its, way, body]).to.deep.equal(said);
    });
});
