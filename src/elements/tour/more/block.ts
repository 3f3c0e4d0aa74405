import { activeAmong } from '../../../platform/frames.js';
import type { TourParts } from './more.js';

/** What a pointer or a key does to an element. Wheel and touch moves are left: the page still scrolls. */
const BLOCKED =
  'pointerdown pointerup mousedown mouseup click dblclick auxclick contextmenu touchstart touchend keydown keyup keypress beforeinput dragstart';

/**
 * Keeps `targets` from being used until `signal` ends: what is under the ring hears no pointer and no key, wherever it
 * comes from (a label elsewhere, an access key, a click that a script sends), and keeps no focus.
 */
export function block({ host, card }: TourParts, targets: readonly Element[], signal: AbortSignal): void {
  const isIn = (event: Event) => {
    const path = event.composedPath();
    return targets.some((one) => path.includes(one));
  };
  const back = () => {
    const active = activeAmong(targets);
    if (active && targets.some((one) => one === active || one.contains(active)))
      card.focus({ preventScroll: true });
  };
  const stop = (event: Event) => {
    if (!isIn(event) || event.composedPath().includes(host)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  const views = new Set(targets.map((one) => one.ownerDocument.defaultView ?? window));
  for (const view of views) {
    for (const type of BLOCKED.split(' '))
      view.addEventListener(type, stop, { signal, capture: true, passive: false });
    view.addEventListener('focusin', (event) => isIn(event) && back(), { signal, capture: true });
  }
  back();
}
