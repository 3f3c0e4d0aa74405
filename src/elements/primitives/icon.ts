import { fill } from './dom.js';

/** A Lucide icon: a list of SVG tags with their attributes. */
export type IconNode = readonly (readonly [
  tag: string,
  attributes: Readonly<Record<string, string | number>>,
])[];

const svg = (tag: string): SVGElement => document.createElementNS('http://www.w3.org/2000/svg', tag);

/** A decorative icon (`aria-hidden`): the words beside it say the same. Sizes are CSS px. */
export const icon = (node: IconNode, size = 20): SVGElement =>
  fill(
    svg('svg'),
    {
      width: size,
      height: size,
      viewBox: '0 0 24 24',
      fill: 'none',
      stroke: 'currentColor',
      'stroke-width': 2,
      'stroke-linecap': 'round',
      'stroke-linejoin': 'round',
      'aria-hidden': 'true',
    },
    node.map(([tag, attributes]) => fill(svg(tag), attributes, [])),
  );
