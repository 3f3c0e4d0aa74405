import type { Engine } from './engine.js';
import { floorOf, tryLock } from './lock.js';
import type { Scene } from './scene.js';

/** Stands in the slot of interruptions while another tab has one on screen. */
export const OTHER_TAB = 'un autre onglet';

/** Where this person's tabs tell each other what was done. */
export const channelOf = ({ place }: Scene): string => `${place[1]}told`;

/**
 * One tab of a person interrupts at a time: true when this one may, until its `stage.floor` is aborted or the page is
 * left. False: the slot is taken, until the other tab gives way (other-tab.ts). By a Web Lock, which goes with its tab
 * whatever becomes of that; a lease stands in where there is none. In a sandboxed frame each page is alone.
 * False too when it is no longer due by then: something was asked for by hand meanwhile.
 */
export async function takeFloor(engine: Engine, isDue = () => true): Promise<boolean> {
  const { stage, scene } = engine;
  stage.floor.abort();
  const floor = (stage.floor = new AbortController());
  const { signal } = floor;
  const name = floorOf(scene);
  let isOurs = true;
  try {
    isOurs = await (tryLock(name, floor) ??
      import('./other-tab.js').then(({ lease }) => lease(name, signal)));
  } catch {
    // Locks and storage are blocked.
  }
  if (isOurs) {
    if (isDue()) return true;
    floor.abort();
  } else if (!signal.aborted) {
    stage.showing.set(OTHER_TAB, 'interruption');
    void import('./other-tab.js').then(
      ({ attendTo }) => attendTo(engine, name, signal),
      () => undefined,
    );
  }
  return false;
}
