import { deepActiveElement } from '../platform/focus.js';

type Styled = Element & ElementCSSInlineStyle;

/** What a box of ours is like while it lets one see what is under it. */
const ASIDE = { opacity: '0.15', 'pointer-events': 'none' };
/** Of a box over nearly all of the window, which would be read through what is under it; it can still be gone back to. */
const AWAY = { ...ASIDE, opacity: '0' };

/** Ours, and not a tour, which sees to what it goes around itself, nor the studio, where the page is written. */
const isOurs = (el: Element): boolean => /^sentier-(?!tour$|studio)/.test(el.localName);

/** The box of ours that is what one sees at a point: the outermost in its element that is fixed, or sticks. Undefined where that is the page's, or in `own`. */
function boxAt(x: number, y: number, own: Element | undefined): Styled | undefined {
  const host = document.elementFromPoint(x, y);
  if (!host || !isOurs(host) || host === own) return undefined;
  let el = host;
  for (;;) {
    const inner = el.shadowRoot?.elementFromPoint(x, y);
    // Some browsers answer with what is around the root.
    if (!inner || inner.getRootNode() !== el.shadowRoot) break;
    el = inner;
  }
  let found: Styled | undefined;
  for (let node: Element | undefined = el; node;) {
    if (/fixed|sticky/.test(getComputedStyle(node).position)) found = node as Styled;
    if (node === host) break;
    node = node.parentElement ?? (node.getRootNode() as Partial<ShadowRoot>).host;
  }
  return found;
}

/** The element of ours in the page that an element is of; undefined for the page's own. */
function ownerOf(el: Element): Element | undefined {
  const { host } = el.getRootNode() as Partial<ShadowRoot>;
  return (host && ownerOf(host)) ?? (isOurs(el) ? el : undefined);
}

/** Boxes of ours, of other elements than its own, over an element of which nothing can be seen. */
function boxesOver(el: Element): Styled[] {
  const box = el.getBoundingClientRect();
  const left = Math.max(box.left, 0) + 1;
  const right = Math.min(box.right, innerWidth) - 1;
  const top = Math.max(box.top, 0) + 1;
  const bottom = Math.min(box.bottom, innerHeight) - 1;
  if (left > right || top > bottom) return [];
  const own = ownerOf(el);
  const points = [left, (left + right) / 2, right].flatMap((x) =>
    [top, (top + bottom) / 2, bottom].map((y) => boxAt(x, y, own)),
  );
  return points.every((one) => one !== undefined) ? [...new Set(points)] : [];
}

/**
 * Lets who goes by keyboard see where they are: what has the focus is never all under a box of ours (WCAG 2.2, 2.4.11
 * Focus Not Obscured, AA). It is scrolled clear; where that cannot be, in a header or foot that stays, the box is seen
 * through until the focus goes on. Until `signal` ends.
 */
export function makeWay(signal: AbortSignal): void {
  const aside = new Set<Styled>();
  const back = () => {
    for (const box of aside) for (const name of Object.keys(ASIDE)) box.style.removeProperty(name);
    aside.clear();
  };
  const look = () => {
    const el = signal.aborted ? null : deepActiveElement();
    back();
    if (!el || !boxesOver(el)[0]) return;
    el.scrollIntoView({ block: 'center', inline: 'nearest', behavior: 'instant' });
    for (const box of boxesOver(el)) {
      aside.add(box);
      const { width, height } = box.getBoundingClientRect();
      const isAll = width * height > 0.8 * innerWidth * innerHeight;
      for (const [name, value] of Object.entries(isAll ? AWAY : ASIDE)) box.style.setProperty(name, value);
    }
  };
  // The browser scrolls what gets the focus, too: after that.
  const soon = () => void requestAnimationFrame(look);
  addEventListener('focusin', soon, { signal, capture: true });
  signal.addEventListener('abort', back);
  soon();
}
