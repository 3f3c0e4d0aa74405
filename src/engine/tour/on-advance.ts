/** How the person goes on besides Next: their own click or input on the target, or something that the host says. */
export interface Advance {
  on: 'click' | 'input' | 'event';
  /** Name of the host event: a DOM event that reaches the window, or one given to `sentier.emit`. */
  event?: string | undefined;
}

/**
 * Calls `advance` once what a step asks for has happened, after the page's own handlers, unless `signal` ended it
 * before; `about` is called before them, since they may leave the page.
 */
export function onAdvance(
  { on, event = '' }: Advance,
  target: Element | undefined,
  advance: () => void,
  about: () => void,
  signal: AbortSignal,
): void {
  // On the window of the target's own document, first: nothing of the page can stop the event before.
  const view = target?.ownerDocument.defaultView ?? window;
  const listen = (type: string, isMeant: (e: Event) => unknown) =>
    view.addEventListener(
      type,
      (e) => {
        if (!isMeant(e)) return;
        about();
        setTimeout(() => signal.aborted || advance());
      },
      { signal, capture: true },
    );
  const isOnTarget = (e: Event) => target && e.composedPath().includes(target);
  if (on === 'event') {
    listen(event, () => true);
    listen('sentier-emit', (e) => (e as Event & { name?: string }).name === event);
  } else if (on === 'click') listen(on, isOnTarget);
  else {
    // Done when the person leaves the field, or makes the choice: not at the first letter.
    let hasInput = false;
    listen(on, (e) => isOnTarget(e) && !(hasInput = true));
    listen('change', isOnTarget);
    listen('focusout', (e) => hasInput && isOnTarget(e));
  }
}
