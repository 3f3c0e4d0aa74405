/** A Lucide icon: a list of SVG tags with their attributes. */
export type IconNode = readonly (readonly [
  tag: string,
  attributes: Readonly<Record<string, string | number>>,
])[];

const SVG = 'http://www.w3.org/2000/svg';

/** A decorative icon (`aria-hidden`): the words beside it say the same. Sizes are CSS px. */
export function icon(node: IconNode, size = 20): SVGElement {
  const svg = document.createElementNS(SVG, 'svg');
  const set = (el: Element, attributes: Readonly<Record<string, string | number>>) => {
    for (const name of Object.keys(attributes)) el.setAttribute(name, String(attributes[name]));
  };
  set(svg, {
    width: size,
    height: size,
    viewBox: '0 0 24 24',
    fill: 'none',
    stroke: 'currentColor',
    'stroke-width': 2,
    'stroke-linecap': 'round',
    'stroke-linejoin': 'round',
    'aria-hidden': 'true',
  });
  for (const [tag, attributes] of node) {
    const child = document.createElementNS(SVG, tag);
    set(child, attributes);
    svg.append(child);
  }
  return svg;
}
