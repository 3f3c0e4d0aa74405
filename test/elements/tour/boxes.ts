import { expect } from '@open-wc/testing';
import { $, box } from './helpers.js';

export const deep = (selector: string): HTMLElement =>
  $('#mails').shadowRoot!.querySelector<HTMLElement>(selector)!;

/** The ring's box is the target's, 6 px wider on every side. */
export function expectRingAround(ring: Element, target: Element): void {
  const [r, t] = [box(ring), box(target)];
  for (const [side, by] of [
    ['left', -6],
    ['top', -6],
    ['right', 6],
    ['bottom', 6],
  ] as const)
    expect(r[side], side).to.be.closeTo(t[side] + by, 2);
}

/** Less than this no engine lays out, in px (Chromium's and WebKit's unit; Firefox has a 60th): what is over it is rounding. */
const UNIT = 1 / 64;

export const expectInView = (el: Element): void => {
  const { left, top, right, bottom } = box(el);
  expect(left, 'left').to.be.at.least(-UNIT);
  expect(top, 'top').to.be.at.least(-UNIT);
  expect(right, 'right').to.be.at.most(innerWidth + UNIT);
  expect(bottom, 'bottom').to.be.at.most(innerHeight + UNIT);
};

export const expectUncovered = (card: Element, target: Element): void => {
  const [a, b] = [box(card), box(target)];
  const apart = a.right <= b.left || a.left >= b.right || a.bottom <= b.top || a.top >= b.bottom;
  expect(apart, `card ${JSON.stringify(a)} over target ${JSON.stringify(b)}`).to.be.true;
};

/** The topmost element at a point, through shadow roots. */
export function hit(x: number, y: number): Element | null {
  let el = document.elementFromPoint(x, y);
  for (let inner; (inner = el?.shadowRoot?.elementFromPoint(x, y)) && inner !== el;) el = inner;
  return el;
}

export const middle = (el: Element): [number, number] => {
  const { left, top, width, height } = box(el);
  return [Math.round(left + width / 2), Math.round(top + height / 2)];
};

export const expectHit = (el: Element): void => {
  expect(el.contains(hit(...middle(el))), `${hit(...middle(el))?.outerHTML.slice(0, 80)}`).to.be.true;
};
