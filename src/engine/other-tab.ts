import { mergeProgress } from '../core/merge-progress.js';
import { readProgress } from '../core/progress.js';
import { parseJson } from '../model/safe-json.js';
import { isLeased, pause, takeLease } from '../platform/lease.js';
import { openTabs } from '../platform/other-tabs.js';
import type { Engine } from './engine.js';
import { channelOf, OTHER_TAB } from './floor.js';
import { guard } from './guard.js';

/** How often one looks whether a lease has run out, in ms. */
const LOOK_MS = 3000;
/** Time for what the other tab told last to arrive, in ms. */
const BEAT_MS = 100;

/** The floor by a lease, where there are no locks, until `signal`. */
export async function lease(name: string, signal: AbortSignal): Promise<boolean> {
  const leave = await takeLease(name);
  if (leave && signal.aborted) leave();
  else if (leave) signal.addEventListener('abort', leave);
  return !!leave;
}

let tabs: ReturnType<typeof openTabs> | undefined;

/** Until the other tab has left the floor, and then for a moment more. */
async function awaitFloor(name: string, signal: AbortSignal): Promise<void> {
  const { locks } = navigator;
  if (locks) await locks.request(name, { signal }, () => undefined);
  else while (!signal.aborted && isLeased(name)) await pause(LOOK_MS);
  await pause(BEAT_MS);
}

/**
 * While another tab has the floor: what the person does there is had here too, though each tab keeps its own progress;
 * and once it gives way it is decided again. Nothing waits while the page is in the back-forward cache.
 */
export function attendTo(engine: Engine, name: string, signal: AbortSignal): void {
  const { stage, ledger, scene } = engine;
  tabs?.stop();
  tabs = openTabs(
    channelOf(scene),
    guard((message) => {
      const { told } = ledger.kept();
      ledger.keep({ ...mergeProgress(ledger.progress(), readProgress(parseJson(message))), told });
    }),
  );
  scene.ending.signal.addEventListener('abort', () => tabs?.stop());
  const free = () => {
    stage.showing.delete(OTHER_TAB);
    return signal.aborted || engine.update();
  };
  // What asked for the floor went before this had come; it was decided then as if the floor were taken.
  if (signal.aborted) {
    stage.showing.delete(OTHER_TAB);
    return engine.update();
  }
  signal.addEventListener('abort', free);
  awaitFloor(name, signal).then(free, () => undefined);
}
