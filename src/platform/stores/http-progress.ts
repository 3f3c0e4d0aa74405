import { mergeProgress } from '../../core/merge-progress.js';
import { readProgress } from '../../core/progress.js';
import type { RemoteProgress } from '../../core/ports.js';
import type { CampaignProgress, Progress } from '../../core/types.js';
import { parseJson } from '../../model/safe-json.js';

/** What is due waits for the server no longer than this, in ms. */
const TIMEOUT_MS = 3000;

/** `GET`, `PATCH` and `DELETE` of the user's progress at `url`; the host's session says whose it is. */
export function openRemote(url: string): RemoteProgress {
  const unsent = new Set<string>();

  const call = async (init: RequestInit): Promise<Progress> => {
    const response = await fetch(url, { credentials: 'same-origin', referrerPolicy: 'origin', ...init });
    if (!response.ok) throw new Error(`${url}: ${response.status}`);
    const text = await response.text();
    return readProgress(text ? parseJson(text) : {});
  };

  async function push(progress: Progress, changed: readonly string[]): Promise<void> {
    for (const id of changed) unsent.add(id);
    const ids = [...unsent];
    const campaigns: Record<string, CampaignProgress> = {};
    for (const id of ids) {
      const one = progress.campaigns[id];
      if (one) campaigns[id] = one;
    }
    try {
      await call({
        method: 'PATCH',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ campaigns, pace: progress.pace }),
        keepalive: true,
      });
      for (const id of ids) unsent.delete(id);
    } catch {
      // Kept by the browser's own store, and told with the next change or on the next page.
    }
  }

  return {
    push,
    async forget() {
      unsent.clear();
      await call({ method: 'DELETE', keepalive: true });
    },
    async pull(read) {
      try {
        const signal = AbortSignal.timeout?.(TIMEOUT_MS) ?? null;
        const remote = await call({ cache: 'no-store', signal });
        const local = read();
        const missed = Object.keys(local.campaigns).filter(
          (id) => (local.campaigns[id]?.at ?? 0) > (remote.campaigns[id]?.at ?? 0),
        );
        const merged = mergeProgress(local, remote);
        if (missed.length) void push(merged, missed);
        return merged;
      } catch {
        return read();
      }
    },
  };
}
