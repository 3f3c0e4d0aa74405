/**
 * An item of a list is about to move. Call it before; what it gives, once the list is drawn anew, puts the focus on the
 * same button of the item where it is then, and where that is off now, at an end, on `otherwise`.
 * @param items selector of the items, whose buttons are within `.tools`
 */
export function followItem(root: ShadowRoot, items: string, from: number, otherwise: string) {
  const itemAt = (index: number) => root.querySelectorAll(items)[index];
  const toolsOf = (index: number) => [
    ...(itemAt(index)?.querySelectorAll<HTMLButtonElement>('.tools button') ?? []),
  ];
  const nth = toolsOf(from).findIndex((button) => button === root.activeElement);
  return (to: number): void => {
    const same = toolsOf(to)[nth];
    (same && !same.disabled ? same : itemAt(to)?.querySelector<HTMLElement>(otherwise))?.focus();
  };
}
