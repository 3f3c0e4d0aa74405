import type { Delivery, KeyValue, RemoteProgress } from '../core/ports.js';
import { applyOutcome, readProgress } from '../core/progress.js';
import type { Outcome, Progress } from '../core/types.js';
import { localOf } from '../core/zoned-time.js';
import { parseJson } from '../model/safe-json.js';
import { fault } from './faults.js';
import type { Scene } from './scene.js';
import type { EnvelopeDraft } from './widget-module.js';

/** Keeps what came of things shown: in the browser, on the host's server where it has one, and in what is sent. */
export class Ledger {
  readonly #scene: Scene;
  readonly #now: () => number;
  /** What the browser's storage would not take. */
  readonly #memory = new Map<string, string>();
  #remote: RemoteProgress | undefined;
  /** Whose progress was asked of the server. */
  #pulled: string | undefined;

  constructor(scene: Scene, now: () => number) {
    this.#scene = scene;
    this.#now = now;
  }

  /** Progress may be kept for longer, as the host chose; all else (unfinished answers) is the session's. */
  #placeOf(key: string): readonly ['sessionStorage' | 'localStorage', string] {
    const [area, prefix] = this.#scene.place;
    // No area at all: reading it throws, and memory takes over.
    return [(area && (key === 'progress' ? area : 'sessionStorage')) as 'sessionStorage', prefix + key];
  }

  /** Small strings of this person. In a sandboxed frame the very getter of storage throws. */
  readonly strings: KeyValue = {
    get: (key) => {
      const [area, name] = this.#placeOf(key);
      try {
        return window[area].getItem(name) ?? this.#memory.get(name);
      } catch {
        return this.#memory.get(name);
      }
    },
    set: (key, value) => {
      const [area, name] = this.#placeOf(key);
      this.#memory.delete(name);
      try {
        if (value === undefined) window[area].removeItem(name);
        else window[area].setItem(name, value);
      } catch {
        // Blocked, or full.
        if (value !== undefined) this.#memory.set(name, value);
      }
    },
  };

  /** Read each time: other tabs write it too. */
  progress(): Progress {
    try {
      return readProgress(parseJson(this.strings.get('progress') ?? '{}'));
    } catch {
      return { campaigns: {} };
    }
  }

  #keep(progress: Progress): void {
    this.strings.set('progress', JSON.stringify(progress));
  }

  forget(): void {
    this.strings.set('progress', undefined);
  }

  /** Before anything is shown: what the person did elsewhere, and the means to send what comes of it. */
  async prepare(): Promise<void> {
    const { config, load, place } = this.#scene;
    // An answer given while the network is away must still be written down.
    const means = config.collect && load('deliver');
    const prefix = place[1];
    if (config.progress && this.#pulled !== prefix) {
      this.#pulled = prefix;
      this.#remote ??= (await import('../platform/stores/http-progress.js')).openRemote(config.progress);
      const known = await this.#remote.pull(this.progress());
      if (this.#scene.place[1] === prefix) this.#keep(known);
    }
    await means;
  }

  report(outcome: Outcome, manual: boolean, interrupting: boolean): void {
    try {
      const now = this.#now();
      const { day } = localOf(now, this.#scene.plan?.settings?.timeZone);
      const before = this.progress();
      const progress = applyOutcome(before, outcome, { now, day, interrupting, manual });
      if (progress !== before) {
        this.#keep(progress);
        void this.#remote?.push(progress, [outcome.campaign]);
      }
      const { type, campaign, version, step } = outcome;
      void this.send({ type: 'outcome', campaign, version, data: { type, step } });
    } catch (error) {
      fault(error, outcome.campaign);
    }
  }

  async send(draft: EnvelopeDraft): Promise<Delivery> {
    const { plan, config, context, load, ending } = this.#scene;
    if (!config.collect || !plan) return 'none';
    try {
      const deliver = await load('deliver');
      return await deliver.send(config.collect, draft, plan, context, this.#now(), ending.signal);
    } catch (error) {
      fault(error, draft.campaign);
      return 'refused';
    }
  }
}
