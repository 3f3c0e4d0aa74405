import { expect } from '@open-wc/testing';
import { warmUp } from '../../../src/elements/primitives/warm-up.js';

/** A box that is not displayed, in a shadow root, with two parts. */
function boxed() {
  const host = document.createElement('div');
  const root = host.attachShadow({ mode: 'open' });
  root.innerHTML = '<div class="card" hidden><p>Un mot</p><p>Un autre mot</p></div>';
  const box = root.querySelector<HTMLElement>('.card')!;
  return { host, box, parts: [...box.children] as HTMLElement[] };
}

describe('warmUp', () => {
  it('lays out each part by itself', async () => {
    const { host, box, parts } = boxed();
    const heights: number[][] = [];
    // What makes the browser lay it out.
    Object.defineProperty(box, 'offsetHeight', {
      get: () => heights.push(parts.map((part) => part.getBoundingClientRect().height)),
    });
    await warmUp(host, box, parts);
    expect(heights.map((seen) => seen.map((height) => height > 0))).to.deep.equal([
      [true, false],
      [false, true],
    ]);
  });

  it('has nothing in the page when a frame is drawn, nor when it is over', async () => {
    const { host, box, parts } = boxed();
    let frames = 0;
    let isOver = false;
    const look = () => {
      frames += 1;
      expect(host.isConnected, 'in a frame').to.equal(false);
      if (!isOver) requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
    await warmUp(host, box, parts);
    await new Promise(requestAnimationFrame);
    isOver = true;
    expect(frames).to.be.greaterThan(0);
    expect(host.isConnected).to.equal(false);
    expect(box.style.display).to.equal('');
  });
});
