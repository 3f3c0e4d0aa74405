import type { Delivery, KeyValue, RemoteProgress } from '../core/ports.js';
import { readProgress } from '../core/progress.js';
import type { Outcome, Progress } from '../core/types.js';
import { parseJson } from '../model/safe-json.js';
import { fault } from './faults.js';
import type { Scene } from './scene.js';
import type * as Upkeep from './upkeep.js';
import type { EnvelopeDraft } from './widget-module.js';

/** What came of a thing shown, and when, until it is written into the progress. */
export interface Told {
  outcome: Outcome;
  /** Epoch ms. */
  now: number;
  manual: boolean;
  interrupting: boolean;
}

/**
 * Keeps what came of things shown: in the browser, on the host's server where it has one, and in what is sent. What
 * writes it comes after the first paint (upkeep.ts); until then what was told is kept as it is, in the same place, so
 * that not even a page left at once loses it.
 */
export class Ledger {
  readonly scene: Scene;
  readonly now: () => number;
  remote: RemoteProgress | undefined;
  /** What the browser's storage would not take. */
  readonly #memory = new Map<string, string>();
  #upkeep: typeof Upkeep | undefined;
  /** Whose progress was asked of the server, and until when. */
  #pulled: string | undefined;
  #pulling: Promise<void> | undefined;

  constructor(scene: Scene, now: () => number) {
    this.scene = scene;
    this.now = now;
  }

  /** Progress may be kept for longer, as the host chose; all else (unfinished answers) is the session's. */
  #placeOf(key: string): readonly ['sessionStorage' | 'localStorage', string] {
    const [area, prefix] = this.scene.place;
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

  /** As it was kept; `told` is what is not written into it yet. */
  kept(): { told?: Readonly<Record<string, Told>> } {
    try {
      return Object(parseJson(this.strings.get('progress') ?? '{}')) as object;
    } catch {
      return {};
    }
  }

  /** Read each time: other tabs write it too. */
  progress(): Progress {
    return readProgress(this.kept());
  }

  keep(progress: object): void {
    this.strings.set('progress', JSON.stringify(progress));
  }

  /** Before anything is shown: what the person did elsewhere, and the means to send what comes of it. */
  async prepare(): Promise<void> {
    const { config, load, place } = this.scene;
    // An answer given while the network is away must still be written down.
    const means = config.collect && load('deliver');
    const prefix = place[1];
    if (config.progress && this.#pulled !== prefix) {
      this.#pulled = prefix;
      this.#pulling = import('./http-progress.js').then(({ pull }) => pull(this), fault);
    }
    // All that come meanwhile wait: what was closed on another machine is not shown beside the question.
    await this.#pulling;
    await means;
  }

  /** What does all that can wait until something is on screen; what was told until then is written first. */
  async upkeep(): Promise<typeof Upkeep> {
    const upkeep = (this.#upkeep ??= await import('./upkeep.js'));
    this.#write(upkeep);
    return upkeep;
  }

  /** `later`: it is just coming on screen, and what writes is loaded after that. */
  report(outcome: Outcome, manual: boolean, interrupting: boolean, later?: boolean): void {
    const told = { outcome, now: this.now(), manual, interrupting };
    const kept = this.kept();
    // No array: Prototype.js would write a string for it.
    this.keep({ ...kept, told: { ...kept.told, [Object.keys(kept.told ?? {}).length]: told } });
    if (this.#upkeep) this.#write(this.#upkeep);
    else if (!later) this.upkeep().catch(fault);
  }

  /** In the order in which it was told, whatever was loaded when. */
  #write({ write }: typeof Upkeep): void {
    const { told } = this.kept();
    if (!told) return;
    this.keep(this.progress());
    for (const one of Object.values(told)) write(this, one);
  }

  /** Undefined when all that was told is written; else resolves when it is. */
  settle(): Promise<unknown> | undefined {
    return this.kept().told && this.upkeep();
  }

  async send(draft: EnvelopeDraft): Promise<Delivery> {
    const { plan, config, context, load, ending } = this.scene;
    if (!config.collect || !plan) return 'none';
    try {
      const deliver = await load('deliver');
      return await deliver.send(config.collect, draft, plan, context, this.now(), ending.signal);
    } catch (error) {
      fault(error, draft.campaign);
      return 'refused';
    }
  }
}
