import type { Placement } from './placement.js';

/** What a placement does only once its first card stands. */

/** At the lower edge of the screen, which stays free: something is being waited for. */
export function dock(placement: Placement): void {
  placement.begin();
  placement.show('inside', 'bottom');
  placement.layer.hide(placement.ring);
}

/** The target is gone for now: the card stays where it was, without a ring. */
export function hold(placement: Placement): void {
  const { card, layer, ring, last } = placement;
  placement.begin();
  layer.hide(ring);
  placement.mode('floating');
  for (const side of ['left', 'top'] as const) card.style.setProperty(side, `${last[side]}px`);
}

/** Takes card and ring away. */
export function hide(placement: Placement): void {
  placement.begin();
  placement.layer.hide(placement.card);
  placement.layer.hide(placement.ring);
}

/** Looks for room again whenever the window or the card changes its size, from now on. */
export function watchSizes(placement: Placement): void {
  const { card } = placement;
  placement.watch = (signal) => {
    const refit = () => placement.refit?.();
    addEventListener('resize', refit, { signal });
    // A picture that came, a font, a part that was opened.
    let height = card.offsetHeight;
    // In the next frame: a change of layout in this one would be told to the page as an error ("ResizeObserver loop").
    const sizes = new ResizeObserver(() =>
      requestAnimationFrame(() => signal.aborted || (height !== (height = card.offsetHeight) && refit())),
    );
    sizes.observe(card);
    signal.addEventListener('abort', () => sizes.disconnect());
  };
  // What stands there already.
  if (placement.refit) placement.watch(placement.signal);
}
