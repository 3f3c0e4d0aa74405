/**
 * Has a card written anew, which may be in another language, and puts the focus at the control that stands for the one
 * that had it: of the same kind, and at the same place among those. At the dialog where there is none.
 */
export function keepFocus(card: HTMLElement, write: () => void): void {
  const had = (card.getRootNode() as ShadowRoot).activeElement;
  if (!had || had === card || !card.contains(had)) return write();
  const kindOf = (el: Element) => `${el.className} ${(el as Partial<HTMLButtonElement>).value ?? ''}`;
  const kind = kindOf(had);
  const same = () =>
    [...card.querySelectorAll<HTMLElement>(had.localName)].filter((el) => kindOf(el) === kind);
  const at = same().indexOf(had as HTMLElement);
  write();
  (same()[at] ?? card).focus({ preventScroll: true });
}
