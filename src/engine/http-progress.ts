import { openRemote } from '../platform/stores/http-progress.js';
import type { Ledger } from './ledger.js';

/** Adds to what is kept here what the host's server knows of this person. */
export async function pull(ledger: Ledger): Promise<void> {
  const { scene } = ledger;
  const [, prefix] = scene.place;
  ledger.remote ??= openRemote(scene.config.progress!);
  const known = await ledger.remote.pull(() => ledger.progress());
  // Somebody else may sit here by now.
  if (scene.place[1] === prefix) ledger.keep({ ...known, told: ledger.kept().told });
}
