import { expect } from '@open-wc/testing';
import { placeBubble, placeMark } from '../../../src/core/help/place-hint.js';
import type { Rect } from '../../../src/core/geometry.js';

const VIEW = { width: 320, height: 256 };
const MARK = { width: 24, height: 24 };
const box = (left: number, top: number, width: number, height: number): Rect => ({
  left,
  top,
  right: left + width,
  bottom: top + height,
});

describe('where a mark stands', () => {
  const rows: [what: string, target: Rect, isRtl: boolean, beside: object | undefined, astride: object][] = [
    [
      'after a field, in the middle of its height',
      box(10, 100, 100, 40),
      false,
      { x: 116, y: 108 },
      { x: 78, y: 88 },
    ],
    [
      'at the first line of a tall block',
      box(10, 100, 100, 400),
      false,
      { x: 116, y: 112 },
      { x: 78, y: 88 },
    ],
    ['before it, from right to left', box(100, 100, 100, 40), true, { x: 70, y: 108 }, { x: 108, y: 88 }],
    ['astride where there is no room', box(10, 100, 300, 40), false, undefined, { x: 278, y: 88 }],
    ['astride, from right to left', box(10, 100, 300, 40), true, undefined, { x: 18, y: 88 }],
    ['never off the screen', box(0, 0, 20, 20), false, { x: 26, y: -2 }, { x: 0, y: -12 }],
  ];
  for (const [what, target, isRtl, beside, astride] of rows)
    it(what, () =>
      expect(placeMark(target, MARK, VIEW, isRtl)).to.deep.equal({ ...(beside && { beside }), astride }),
    );
});

describe('where a bubble stands', () => {
  const BUBBLE = { width: 200, height: 80 };
  const rows: [what: string, mark: Rect, isRtl: boolean, at: object][] = [
    ['under its mark', box(20, 20, 24, 24), false, { x: 20, y: 50 }],
    ['over it near the bottom', box(20, 200, 24, 24), false, { x: 20, y: 114 }],
    ['whole on the screen', box(290, 20, 24, 24), false, { x: 112, y: 50 }],
    ['under its mark, from right to left', box(290, 20, 24, 24), true, { x: 112, y: 50 }],
    ['whole on the screen, from right to left', box(20, 20, 24, 24), true, { x: 8, y: 50 }],
    ['in the middle of a low screen it keeps to the edge', box(20, 120, 24, 24), false, { x: 20, y: 150 }],
  ];
  for (const [what, mark, isRtl, at] of rows)
    it(what, () => expect(placeBubble(mark, BUBBLE, VIEW, isRtl)).to.deep.equal(at));
  it('starts at the edge when it is larger than the screen', () =>
    expect(placeBubble(box(20, 20, 24, 24), { width: 400, height: 300 }, VIEW, false)).to.deep.equal({
      x: 8,
      y: 8,
    }));
});
