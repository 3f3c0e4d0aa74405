import type { TourParts } from './more.js';

/** Arrows lead on from these alone: fields, editors, sliders, tabs, menus and the like keep theirs. */
const PLAIN = 'html,body,[role=dialog],a:not([role]),button:not([role]),[role=button],[role=link]';
const KEEPING =
  '[role^=menu],[role^=tree],[role=tablist],[role=toolbar],[role=grid],[role=listbox],[role=radiogroup],[contenteditable]';

/** Where the person is asked which way to take, no key takes one for them. */
export const goOn = (host: TourParts['host'], card: Element): void =>
  card.querySelector('.answers') ? undefined : host.next();

/** On and back by the arrows, which way the words run. Whether the key meant something to the tour. */
export function pressArrow(
  { host, card }: TourParts,
  { key, shiftKey }: KeyboardEvent,
  node: Element | undefined,
): boolean {
  if (
    !/^Arrow(Left|Right)$/.test(key) ||
    shiftKey ||
    (node && (!node.matches(PLAIN) || node.closest(KEEPING)))
  )
    return false;
  if ((key === 'ArrowRight') === (getComputedStyle(card).direction === 'ltr')) goOn(host, card);
  else host.back();
  return true;
}
