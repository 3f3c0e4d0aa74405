import type { TourView } from '../../engine/tour/tour-runner.js';
import { Placement } from '../../platform/placement.js';
import { adoptCss, h } from '../primitives/dom.js';
import { shield } from '../primitives/shield.js';
import { hideFromTopLayer, POPOVER, showInTopLayer } from '../primitives/top-layer.js';
import type { CardAction } from './tour-card.js';
import { styles } from './tour.css.js';

/** What stands in a tour's shadow root. */
export interface TourNodes {
  card: HTMLElement;
  ring: HTMLElement;
  /** Live region. */
  status: HTMLElement;
  placement: Placement;
}

/** What was put on screen before the element's class was there, which goes on with it. */
export interface Painted extends TourNodes {
  view: TourView;
  /** What had the focus before. */
  from: Element | null;
  /** What the person asked for meanwhile. */
  asked?: CardAction;
}

const known = new WeakMap<HTMLElement, TourNodes>();

/** Whether a first card can be painted in it: no class of another version of ours, which the page has defined, made it. */
export const canPaint = (host: HTMLElement): boolean => !host.shadowRoot || known.has(host);

/** Card and ring in the shadow root of a tour's element, be it defined or not: the same each time. */
export function nodesIn(host: HTMLElement): TourNodes {
  const there = known.get(host);
  if (there) return there;
  const root = host.attachShadow({ mode: 'open' });
  const ring = h('div', { class: 'ring', part: 'ring', popover: POPOVER });
  const card = h('div', {
    class: 'card enter',
    part: 'card',
    popover: POPOVER,
    role: 'dialog',
    tabindex: '-1',
  });
  const status = h('div', { class: 'sr', role: 'status' });
  adoptCss(root, styles);
  shield(host);
  root.append(h('div', { class: 'root' }, ring, card, status));
  const placement = new Placement(card, ring, { show: showInTopLayer, hide: hideFromTopLayer });
  const nodes = { card, ring, status, placement };
  known.set(host, nodes);
  return nodes;
}
