/** Under the 3 px a frame from which a browser counts a layout shift, and an eye sees a jump; whole, as pixels are. */
const STEP_PX = 2;

/** What comes into the page's flow would jump before somebody who wants no motion. */
export const wouldJump = (): boolean => matchMedia('(prefers-reduced-motion: reduce)').matches;

/**
 * Lets a box that was just put into the flow of the page come in at a walk, so that what is read or aimed at below it
 * never jumps: no layout shift (CLS 0). From its title on, which stands where it will stay and can be read at once. Not for those who want no motion, nor where nobody sees it. Before the first paint
 * too: browsers tell of it some frames late, and a page taken for unpainted jumps.
 */
export function unfold(region: HTMLElement): void {
  const { top, height } = region.getBoundingClientRect();
  if (top >= innerHeight || top + height <= 0 || wouldJump()) return;
  const { style } = region;
  // The first step and the second may fall into one frame: together they are less than 3 px.
  let shown = 0.9 - STEP_PX;
  const grow = (): void => {
    shown += STEP_PX;
    // What comes into the banner meanwhile makes it longer; what takes it away ends this. `scrollHeight` has the margin,
    // too, that the page may have given it.
    const isThere = shown >= region.scrollHeight || !region.isConnected;
    style.setProperty('height', isThere ? '' : `${shown}px`);
    style.setProperty('overflow', isThere ? '' : 'hidden');
    if (!isThere) requestAnimationFrame(grow);
  };
  grow();
}
