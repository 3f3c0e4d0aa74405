import { expect } from '@open-wc/testing';
import { accentFor, contrast, parseHex } from '../../src/core/colour.js';

const rgb = (hex: string): readonly number[] => parseHex(hex) ?? expect.fail(`${hex} is no colour`);
/** A colour with two hex digits of opacity, over another. */
const over = (hex: string, ground: readonly number[]): number[] => {
  const alpha = parseInt(hex.slice(7), 16) / 255;
  return rgb(hex.slice(0, 7)).map((c, i) => c * alpha + ground[i]! * (1 - alpha));
};

describe('contrast', () => {
  for (const [a, b, ratio] of [
    ['#000', '#fff', 21],
    ['#fff', '#fff', 1],
    ['#767676', '#ffffff', 4.54],
    ['#ffffff', '#0b6b5f', 6.4],
    ['#f00', '#fff', 4],
  ] as const)
    it(`of ${a} and ${b} is ${ratio}:1`, () => {
      expect(contrast(rgb(a), rgb(b))).to.be.closeTo(ratio, 0.01);
    });
});

describe('parseHex', () => {
  for (const [hex, channels] of [
    ['#0a5c8c', [10, 92, 140]],
    ['#05C', [0, 85, 204]],
    ['red', undefined],
    ['#12345678', undefined],
    ['#12', undefined],
    ['url(#0a5c8c)', undefined],
    ['', undefined],
  ] as const)
    it(`reads ${JSON.stringify(hex)} as ${channels?.join(' ') ?? 'nothing'}`, () => {
      expect(parseHex(hex)).to.deep.equal(channels);
    });
});

describe('accentFor', () => {
  const GROUNDS = { light: ['#ffffff', '#f2f4f7'], dark: ['#1b1d22', '#282b33'] } as const;
  const COLOURS = [
    '#0a5c8c',
    '#ffff00',
    '#ffffff',
    '#000000',
    '#0b6b5f',
    '#6fd0c0',
    '#e1000f',
    '#808080',
    '#0000ff',
    '#00ff00',
  ];
  for (const scheme of ['light', 'dark'] as const)
    for (const colour of COLOURS)
      it(`makes ${colour} readable in ${scheme}`, () => {
        const { accent, onAccent, tint } = accentFor(colour, scheme)!;
        const [surface, hover] = GROUNDS[scheme];
        expect(contrast(rgb(accent), rgb(surface)), 'surface').to.be.at.least(4.5);
        expect(contrast(rgb(accent), rgb(hover)), 'hover').to.be.at.least(4.5);
        expect(contrast(rgb(accent), over(tint, rgb(surface))), 'tint').to.be.at.least(4.5);
        expect(contrast(rgb(onAccent), rgb(accent)), 'on accent').to.be.at.least(4.5);
      });

  it('leaves alone what is readable, and says so', () => {
    expect(accentFor('#0a5c8c', 'light')).to.include({ accent: '#0a5c8c', corrected: false });
    expect(accentFor('#6fd0c0', 'dark')).to.include({ accent: '#6fd0c0', corrected: false });
  });
  it('says what it corrected, and corrects no more than needed', () => {
    const { accent, corrected } = accentFor('#6fd0c0', 'light')!;
    expect(corrected).to.be.true;
    expect(contrast(rgb(accent), rgb('#ffffff'))).to.be.within(4.9, 5.7);
  });
  it('knows nothing of what is no hex colour', () => {
    expect(accentFor('url(x)', 'light')).to.be.undefined;
  });
});
