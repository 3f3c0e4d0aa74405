import { placeMark } from '../../core/help/place-hint.js';

/** Controls that a mark must not stand on. */
const CONTROL = 'a,button,input,select,textarea,label,[role=button],[role=tab],[tabindex]';
/** Over the page's content, under its fixed bars. */
const LEVEL = 1000;

export const viewOf = (): { width: number; height: number } => {
  const { clientWidth, clientHeight } = document.documentElement;
  return { width: clientWidth, height: Math.min(clientHeight, innerHeight) || innerHeight };
};

const parentOf = (el: Element): Element | null => {
  const root = el.getRootNode();
  return el.assignedSlot ?? el.parentElement ?? (root instanceof ShadowRoot ? root.host : null);
};

/** Higher than anything that the target stands on: a page's own modal box, a drawer. */
function levelOver(target: Element): number {
  let level = LEVEL;
  for (let el: Element | null = target; el; el = parentOf(el)) {
    const z = Number(getComputedStyle(el).zIndex);
    if (z >= level) level = z + 1;
  }
  return level;
}

/** What of the page is at a point, `own` left out. */
const at = (x: number, y: number, own: Element): Element | undefined =>
  document.elementsFromPoint(x, y).find((el) => el !== own && !own.contains(el));

/** Whether a bar that stays while the page scrolls lies at a point, over the target. */
function isUnderBar(x: number, y: number, own: Element, target: Element): boolean {
  for (let el: Element | null = at(x, y, own) ?? null; el; el = parentOf(el)) {
    if (el === target || el.contains(target)) return false;
    if (/fixed|sticky/.test(getComputedStyle(el).position)) return true;
  }
  return false;
}

/**
 * Keeps `mark` beside `target`, in the page's own coordinates: while the page itself scrolls there is nothing to move.
 * Hidden while the target is out of an inner scroller's sight, or under a bar of the page.
 */
export function followTarget(
  target: Element,
  mark: HTMLElement,
  own: Element,
  isRtl: boolean,
  signal: AbortSignal,
): void {
  let isInSight = true;
  const place = (): void => {
    const box = target.getBoundingClientRect();
    const now = mark.getBoundingClientRect();
    const view = viewOf();
    const { beside, astride } = placeMark(box, now, view, isRtl);
    const half = now.width / 2;
    const isFree = (point: { x: number; y: number }) => {
      const under = document
        .elementsFromPoint(point.x + half, point.y + half)
        .find((el) => el !== own && !own.contains(el) && !el.contains(target));
      return !under?.closest(CONTROL);
    };
    const { x, y } = beside && isFree(beside) ? beside : astride;
    // By how far it is off: whatever box it is positioned in.
    const style = getComputedStyle(mark);
    mark.style.setProperty('left', `${parseFloat(style.left) + x - now.left}px`);
    mark.style.setProperty('top', `${parseFloat(style.top) + y - now.top}px`);
    const isOnScreen = y + half >= 0 && y + half <= view.height;
    const isCovered = isOnScreen && isUnderBar(x + half, y + half, own, target);
    const isHidden = !isInSight || isCovered;
    // What has the focus and is covered would be lost to the eye; what is hidden would lose the focus.
    mark.toggleAttribute('hidden', isHidden && !mark.matches(':focus'));
  };
  let frame = 0;
  const soon = (): void => {
    frame ||= requestAnimationFrame(() => {
      frame = 0;
      if (!signal.aborted) place();
    });
  };
  mark.style.setProperty('--_z', String(levelOver(target)));
  const sizes = new ResizeObserver(soon);
  for (const element of [target, document.documentElement]) sizes.observe(element);
  // Out of an inner scroller's sight, not merely out of the screen's.
  const sight = new IntersectionObserver(
    ([entry]) => {
      isInSight = entry?.isIntersecting !== false;
      soon();
    },
    { rootMargin: '100000px' },
  );
  sight.observe(target);
  signal.addEventListener('abort', () => {
    sizes.disconnect();
    sight.disconnect();
    cancelAnimationFrame(frame);
  });
  addEventListener('scroll', soon, { capture: true, passive: true, signal });
  addEventListener('resize', soon, { signal });
  // To ask what is under a point has the browser take down where everything is: not seen until it is at its place.
  mark.hidden = true;
  place();
}
