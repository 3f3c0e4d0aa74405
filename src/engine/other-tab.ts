import { mergeProgress } from '../core/merge-progress.js';
import { readProgress } from '../core/progress.js';
import { parseJson } from '../model/safe-json.js';
import { openTabs } from '../platform/other-tabs.js';
import type { Engine } from './engine.js';
import { channelOf, OTHER_TAB } from './floor.js';
import { guard } from './guard.js';

/** How long a lease lasts that its holder does not renew, and how often it does, in ms. Hidden tabs are slower: theirs run out. */
const LEASE_MS = 10_000;
const RENEW_MS = 3000;
/** Time for others to write theirs, and for what the other tab told last to arrive, in ms. */
const BEAT_MS = 100;

const pause = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));

/** A lease in `localStorage`, where there are no locks (http pages, old browsers): ours if it still is after a moment. */
export async function lease(name: string, signal: AbortSignal): Promise<boolean> {
  const own = `${Math.random()}`;
  const holder = (): string[] => (localStorage.getItem(name) ?? '').split(' ');
  const isOthers = () => holder()[0] !== own && Number(holder()[1]) > Date.now();
  const renew = () => localStorage.setItem(name, `${own} ${Date.now() + LEASE_MS}`);
  if (isOthers()) return false;
  renew();
  await pause(BEAT_MS);
  if (isOthers()) return false;
  const timer = setInterval(() => isOthers() || renew(), RENEW_MS);
  const leave = () => {
    clearInterval(timer);
    if (!isOthers()) localStorage.removeItem(name);
  };
  if (signal.aborted) leave();
  else signal.addEventListener('abort', leave);
  return true;
}

let tabs: ReturnType<typeof openTabs> | undefined;

/** Until the other tab has left the floor, and then for a moment more. */
async function awaitFloor(name: string, signal: AbortSignal): Promise<void> {
  const { locks } = navigator;
  if (locks) await locks.request(name, { signal }, () => undefined);
  else
    while (!signal.aborted && Number((localStorage.getItem(name) ?? '').split(' ')[1]) > Date.now())
      await pause(RENEW_MS);
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
  signal.addEventListener('abort', free);
  awaitFloor(name, signal).then(free, () => undefined);
}
