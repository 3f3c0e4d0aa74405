import { expect, fixture, html } from '@open-wc/testing';
import { contrast } from '../../../src/core/colour.js';
import { adoptCss } from '../../../src/elements/primitives/dom.js';
import { tokens } from '../../../src/elements/styles/tokens.css.js';

/** The tokens of a scheme, as the browser computes them. */
async function tokensOf(scheme: string): Promise<(name: string) => number[]> {
  const host = await fixture<HTMLElement>(html`<div scheme=${scheme}></div>`);
  adoptCss(host.attachShadow({ mode: 'open' }), tokens);
  return (name) => {
    host.style.color = `var(--_${name})`;
    return (getComputedStyle(host).color.match(/[\d.]+/g) ?? []).slice(0, 3).map(Number);
  };
}

/** Every pair that our rules put together: text 4.5:1 (RGAA 3.2), edges of controls 3:1 (RGAA 3.3). */
const PAIRS: readonly (readonly [front: string, ground: string, ratio: number])[] = [
  ['ink', 'surface', 7],
  ['ink', 'hover', 7],
  ['ink', 'tint', 7],
  ['soft', 'surface', 4.5],
  ['soft', 'hover', 4.5],
  ['soft', 'tint', 4.5],
  ['accent', 'surface', 4.5],
  ['accent', 'hover', 4.5],
  ['accent', 'tint', 4.5],
  ['on-accent', 'accent', 4.5],
  ['danger', 'surface', 4.5],
  ['edge', 'surface', 3],
];

describe('design tokens', () => {
  for (const scheme of ['light', 'dark'])
    for (const [front, ground, ratio] of PAIRS)
      it(`${front} on ${ground} has at least ${ratio}:1 in ${scheme}`, async () => {
        const colour = await tokensOf(scheme);
        expect(colour(front)).to.have.length(3);
        expect(contrast(colour(front), colour(ground))).to.be.at.least(ratio);
      });
});
