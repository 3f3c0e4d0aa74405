/** Under the 3 px a frame from which a browser counts a layout shift, and an eye sees a jump. */
const STEP_PX = 2.5;

/** Before the first paint nothing moves that anybody saw. Where a browser cannot tell, it was painted. */
const isPainted = (): boolean => {
  const { supportedEntryTypes = [] } = PerformanceObserver;
  return !supportedEntryTypes.includes('paint') || performance.getEntriesByType('paint').length > 0;
};

const isStill = (): boolean => matchMedia('(prefers-reduced-motion: reduce)').matches;

/** Would the page jump, or have to move before somebody who wants no motion, if something came into its flow? */
export const wouldJump = (): boolean => isPainted() && isStill();

/**
 * Lets a box that was just put into the flow of the page come in at a walk, so that what is read or aimed at below it
 * never jumps: no layout shift (CLS 0). Not for those who want no motion, nor where nobody sees it.
 */
export function unfold(region: HTMLElement): void {
  const { top, height } = region.getBoundingClientRect();
  if (top >= innerHeight || top + height <= 0 || !isPainted() || isStill()) return;
  const { style } = region;
  let shown = 0;
  const grow = (): void => {
    shown += STEP_PX;
    // What comes into the banner meanwhile makes it longer; what takes it away ends this.
    const isThere = shown >= region.scrollHeight || !region.isConnected;
    style.setProperty('height', isThere ? '' : `${shown}px`);
    style.setProperty('overflow', isThere ? '' : 'hidden');
    if (!isThere) requestAnimationFrame(grow);
  };
  grow();
}
