/** Whether the Popover API is here (not in Chromium 109 nor on old iPads). */
const hasPopover = 'popover' in HTMLElement.prototype;

/** Value of the `popover` attribute; none where it is not known: Chromium 109 complains of it in the page's console. */
export const POPOVER = hasPopover ? 'manual' : undefined;

/**
 * Shows `element` (which carries `popover=${POPOVER}`) in the top layer. Without the Popover API it becomes a fixed box
 * over everything, by the class `no-popover` that the element's own styles know.
 * `source` becomes its implicit anchor where the browser knows anchor positioning.
 */
export function showInTopLayer(element: HTMLElement, source?: Element): void {
  if (!hasPopover) {
    element.classList.add('no-popover');
    return;
  }
  if (!element.isConnected || element.matches(':popover-open')) return;
  (element as { showPopover(options?: { source?: Element }): void }).showPopover(
    source ? { source } : undefined,
  );
}

export function hideFromTopLayer(element: HTMLElement): void {
  element.classList.remove('no-popover');
  if (hasPopover && element.isConnected && element.matches(':popover-open')) element.hidePopover();
}
