import type { BannerContent } from '../../model/schema/banner.js';
import type { Target } from '../../model/schema/common.js';
import { canLocate, locate, prepareLocator } from '../../platform/locator.js';

const SPOTS = { before: 'beforebegin', after: 'afterend', start: 'afterbegin', end: 'beforeend' } as const;

/** Puts a banner at the element that the plan names; false where the page has none to be seen. */
export async function putAt(
  banner: HTMLElement,
  target: Target,
  at: BannerContent['at'] = 'after',
): Promise<boolean> {
  if (!canLocate([target])) await prepareLocator();
  const { element } = locate(target);
  // Beside the page's root there is no place.
  if (!element?.parentElement || element.localName === 'body') return false;
  element.insertAdjacentElement(SPOTS[at] ?? 'afterend', banner);
  return true;
}
