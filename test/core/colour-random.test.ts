import fc from 'fast-check';
import { accentFor, contrast, parseHex } from '../../src/core/colour.js';

const rgb = (hex: string): readonly number[] => parseHex(hex)!;
const over = (hex: string, ground: readonly number[]): number[] => {
  const alpha = parseInt(hex.slice(7), 16) / 255;
  return rgb(hex.slice(0, 7)).map((c, i) => c * alpha + ground[i]! * (1 - alpha));
};
/** Surface and hover of the cards (styles/tokens.css.ts). */
const GROUNDS = { light: ['#ffffff', '#f2f4f7'], dark: ['#1b1d22', '#282b33'] } as const;

describe('any colour that an administrator may choose', () => {
  for (const scheme of ['light', 'dark'] as const)
    it(`is readable after its correction, in ${scheme}: 10,000 colours at random`, () => {
      const [surface, hover] = GROUNDS[scheme].map(rgb) as [readonly number[], readonly number[]];
      fc.assert(
        fc.property(fc.integer({ min: 0, max: 0xffffff }), (value) => {
          const hex = `#${value.toString(16).padStart(6, '0')}`;
          const { accent, onAccent, tint, corrected } = accentFor(hex, scheme)!;
          const ink = rgb(accent);
          const failures = Object.entries({
            'text on the surface': [contrast(ink, surface), 4.5],
            'text under the pointer': [contrast(ink, hover), 4.5],
            'text on its soft tint': [contrast(ink, over(tint, surface)), 4.5],
            'text on a button': [contrast(rgb(onAccent), ink), 4.5],
            'an edge on the surface': [contrast(ink, surface), 3],
            'an edge on the tint': [contrast(ink, over(tint, surface)), 3],
            'the ring around a button on hover': [contrast(ink, hover), 3],
          } as const).filter(([, [ratio, least]]) => ratio < least);
          if (failures.length) throw new Error(`${hex} → ${accent}: ${JSON.stringify(failures)}`);
          // What was readable already is left as it is.
          if (!corrected && accent !== hex) throw new Error(`${hex} was changed to ${accent} without a word`);
        }),
        { numRuns: 10_000 },
      );
    });
});
