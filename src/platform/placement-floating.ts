import { autoUpdate, computePosition, flip, offset, shift, size } from '@floating-ui/dom';
import type { Placement, VirtualElement } from '@floating-ui/dom';
import type { Rect } from '../core/geometry.js';
import { GAP, least } from './placement.js';
import type { Side } from './placement.js';

/** Room that a card keeps from the screen's edges, in CSS px. */
const EDGE = 8;

const px = (el: HTMLElement, name: string, value: number): void =>
  el.style.setProperty(name, `${Math.round(value)}px`);

/** Where a target is on the screen, when it is in a frame of the page too. */
function rectOf(target: Element): Rect {
  let { left, top, right, bottom } = target.getBoundingClientRect();
  let view = target.ownerDocument.defaultView;
  for (let frame = view?.frameElement; frame && view !== window; frame = view?.frameElement) {
    const box = frame.getBoundingClientRect();
    const x = box.left + frame.clientLeft;
    const y = box.top + frame.clientTop;
    left += x;
    right += x;
    top += y;
    bottom += y;
    view = frame.ownerDocument.defaultView;
  }
  return { left, top, right, bottom };
}

/** Around all that is still there. */
function unionOf(targets: readonly Element[]): Rect {
  const [first, ...others] = targets.filter((el, i) => !i || el.isConnected).map(rectOf);
  const all = others.filter(({ left, right }) => right > left);
  for (const one of all) {
    first!.left = Math.min(first!.left, one.left);
    first!.top = Math.min(first!.top, one.top);
    first!.right = Math.max(first!.right, one.right);
    first!.bottom = Math.max(first!.bottom, one.bottom);
  }
  return first!;
}

/**
 * For browsers that cannot place by anchors, and for targets in frames: places card and ring by script, and follows
 * scrolling, resizing and layout until `signal` ends it.
 */
export function follow(
  card: HTMLElement,
  ring: HTMLElement,
  targets: readonly Element[],
  side: Side,
  pad: number,
  signal: AbortSignal,
): void {
  const target = targets[0]!;
  const isRtl = getComputedStyle(card).direction === 'rtl';
  const sides: Record<Side, Placement> = {
    top: 'top',
    bottom: 'bottom',
    center: 'bottom',
    start: isRtl ? 'right' : 'left',
    end: isRtl ? 'left' : 'right',
  };
  const first = sides[side];
  /** Beside only where the card is not too wide for it. */
  const others = ({ left, right }: Rect): Placement[] => {
    const width = card.offsetWidth + GAP + EDGE;
    const all: Placement[] = ['bottom', 'top'];
    if (innerWidth - right >= width) all.push('right');
    if (left >= width) all.push('left');
    return all.filter((placement) => placement !== first);
  };
  const frame =
    target.ownerDocument === document ? undefined : target.ownerDocument.defaultView?.frameElement;
  const anchor: VirtualElement = {
    getBoundingClientRect: () => {
      const { left, top, right, bottom } = unionOf(targets);
      return { left, top, right, bottom, x: left, y: top, width: right - left, height: bottom - top };
    },
    contextElement: frame ?? target,
  };
  const update = () => {
    const box = anchor.getBoundingClientRect();
    px(ring, 'left', box.x - pad);
    px(ring, 'top', box.y - pad);
    px(ring, 'width', box.width + 2 * pad);
    px(ring, 'height', box.height + 2 * pad);
    void computePosition(anchor, card, {
      strategy: 'fixed',
      placement: first,
      middleware: [
        offset(GAP),
        flip({ padding: EDGE, fallbackPlacements: others(box) }),
        size({
          padding: EDGE,
          apply: ({ availableHeight, rects }) =>
            px(card, 'max-height', Math.max(availableHeight, least(rects.reference))),
        }),
        shift({ padding: EDGE, crossAxis: true }),
      ],
    }).then(({ x, y }) => {
      if (signal.aborted) return;
      px(card, 'left', x);
      px(card, 'top', y);
    });
  };
  const end = autoUpdate(anchor, card, update);
  signal.addEventListener('abort', end);
  // Fingers that zoom move what is fixed against what is not, in some browsers.
  for (const type of ['resize', 'scroll']) visualViewport?.addEventListener(type, update, { signal });
  target.ownerDocument.defaultView?.addEventListener('scroll', update, {
    signal,
    capture: true,
    passive: true,
  });
}
