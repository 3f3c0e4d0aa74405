import { query } from '../../platform/natives.js';
import { root } from '../../platform/root.js';
import type { SentierBanner } from './sentier-banner.js';

/** From a strip at the top to a card in the corner, where the page cannot be pushed down. */
export function makeWay(banner: SentierBanner): void {
  if (banner.place === 'top' && !banner.hidden && isSteppedOver(banner)) banner.place = 'corner';
}

/**
 * Whether the page cannot be pushed down: an application shell that is laid over all the viewport covers the banner, one
 * that does not scroll would lose its lower end.
 */
function isSteppedOver(banner: HTMLElement): boolean {
  const region = banner.shadowRoot?.querySelector<HTMLElement>('.at');
  if (scrollY || !region) return false;
  const locked = [root(), query('body')].some(
    (el) => el && /hidden|clip/.test(getComputedStyle(el).overflowY),
  );
  // Not the veil of a tour of ours; nor the root, which stands still.
  const first =
    document
      .elementsFromPoint(innerWidth / 2, 8)
      .find((el) => el !== root() && !el.localName.startsWith('sentier-')) ?? query('body');
  if (locked || !first) return true;
  // Before it is all there: whether a longer banner pushes the page, which only the layout is asked.
  const { top } = first.getBoundingClientRect();
  const { height } = region.style;
  region.style.height = `${region.offsetHeight + 9}px`;
  const isPushed = first.getBoundingClientRect().top > top;
  region.style.height = height;
  return !isPushed;
}
