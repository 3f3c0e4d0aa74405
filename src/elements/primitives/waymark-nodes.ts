import { h } from './dom.js';

/** As `waymarks`, without Lit. */
export function waymarkNodes(current: number, count: number): HTMLElement {
  const line = h('span', { class: 'waymarks', 'aria-hidden': 'true' });
  for (let i = 0; i < count; i++)
    line.append(h('i', { class: i < current ? 'done' : i === current ? 'current' : undefined }));
  return line;
}
