import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import { Placement } from '../../src/platform/placement.js';
import { hide, hold } from '../../src/platform/placement-later.js';
import { reveal } from '../../src/platform/scroller.js';

const layer = {
  show: (el: HTMLElement) => (el.hidden = false),
  hide: (el: HTMLElement) => (el.hidden = true),
};

const box = (el: Element): DOMRect => el.getBoundingClientRect();

/** Card and ring of no popover and without anchors: what an old browser has. */
async function old() {
  await fixture(
    html`<div>
      <style>
        #card,
        #ring {
          position: fixed;
          box-sizing: border-box;
        }
        #card {
          width: 200px;
          padding: 10px;
        }
        #card.centred {
          inset: 0;
          margin: auto;
          height: fit-content;
        }
      </style>
      <div style="height: 260px"></div>
      <button id="target" style="margin-inline-start: 250px">Cible</button>
      <div style="height: 2000px"></div>
      <div id="ring"></div>
      <div id="card">Une carte<br />de deux lignes</div>
    </div>`,
  );
  const [target, ring, card] = ['target', 'ring', 'card'].map((id) => document.getElementById(id)!);
  return { target: target!, ring: ring!, card: card!, placement: new Placement(card!, ring!, layer) };
}

describe('placement by script', () => {
  afterEach(() => scrollTo(0, 0));

  it('puts ring and card where the browser does not', async () => {
    const { target, ring, card, placement } = await old();
    placement.at(target, 'bottom');
    await waitUntil(() => ring.style.width && card.style.top);
    expect(box(ring).left).to.be.closeTo(box(target).left - 6, 1);
    expect(box(ring).bottom).to.be.closeTo(box(target).bottom + 6, 1);
    expect(box(card).top).to.be.closeTo(box(target).bottom + 14, 2);
    hide(placement);
  });

  it('follows scrolling, and stops when told to', async () => {
    const { target, ring, card, placement } = await old();
    placement.at(target, 'bottom');
    await waitUntil(() => card.style.top);
    scrollTo(0, 60);
    await waitUntil(() => Math.abs(box(ring).top - (box(target).top - 6)) < 2, 'the ring stayed behind');
    hide(placement);
    const last = ring.style.top;
    scrollTo(0, 0);
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    expect(ring.style.top).to.equal(last);
  });

  it('takes the side where there is room', async () => {
    const { target, card, placement } = await old();
    placement.at(target, 'top');
    await waitUntil(() => card.style.top);
    expect(box(card).bottom).to.be.at.most(box(target).top);
    scrollTo(0, 200);
    await waitUntil(() => box(card).top >= box(target).bottom, 'the card never went below');
    hide(placement);
  });

  it('holds the card where it was when the target goes', async () => {
    const { target, ring, card, placement } = await old();
    placement.at(target, 'bottom');
    await waitUntil(() => card.style.top);
    target.remove();
    hold(placement);
    expect(ring.hidden).to.be.true;
    expect(card.hidden).to.be.false;
    hide(placement);
  });

  it('centres, and hides, as often as asked', async () => {
    const { ring, card, placement } = await old();
    placement.centre();
    expect(card.classList.contains('centred')).to.be.true;
    hide(placement);
    hide(placement);
    expect([ring.hidden, card.hidden]).to.deep.equal([true, true]);
  });
});

describe('reveal', () => {
  afterEach(() => scrollTo(0, 0));

  it('scrolls at once in a page that asks for smoothness', async () => {
    document.documentElement.style.scrollBehavior = 'smooth';
    await fixture(
      html`<div style="height: 3000px"></div>
        <button id="far">Loin</button>`,
    );
    const far = document.querySelector('#far')!;
    reveal(far);
    expect(box(far).bottom).to.be.at.most(innerHeight);
    document.documentElement.style.removeProperty('scroll-behavior');
  });

  it('keeps clear of bars above and below', async () => {
    await fixture(
      html`<div>
        <div style="position: fixed; inset: 0 0 auto; height: 70px; background: #eee"></div>
        <div style="height: 1500px"></div>
        <button id="far">Loin</button>
        <div style="height: 1500px"></div>
        <div id="foot" style="position: fixed; inset: auto 0 0; height: 90px; background: #eee"></div>
      </div>`,
    );
    const far = document.querySelector('#far')!;
    reveal(far);
    expect(box(far).top).to.be.at.least(70);
    expect(box(far).bottom).to.be.at.most(innerHeight - 90);
  });

  it('keeps clear of the sticky head of an inner box', async () => {
    await fixture(
      html`<div id="box" style="height: 260px; overflow: auto">
        <table>
          <thead>
            <tr>
              <th style="position: sticky; top: 0; height: 50px; background: #eee">Élève</th>
            </tr>
          </thead>
          <tbody>
            <tr>
              <td style="height: 800px"></td>
            </tr>
            <tr>
              <td><button id="far">Loin</button></td>
            </tr>
            <tr>
              <td style="height: 800px"></td>
            </tr>
          </tbody>
        </table>
      </div>`,
    );
    const inner = document.querySelector('#box')!;
    inner.scrollTop = 1500;
    const far = document.querySelector('#far')!;
    reveal(far);
    expect(box(far).top).to.be.at.least(box(inner).top + 50);
    expect(box(far).bottom).to.be.at.most(box(inner).bottom);
  });

  it('leaves a target that stands clear where it is', async () => {
    await fixture(
      html`<div style="height: 100px"></div>
        <button id="near">Près</button>
        <div style="height: 3000px"></div>`,
    );
    reveal(document.querySelector('#near')!);
    expect(scrollY).to.equal(0);
  });
});
