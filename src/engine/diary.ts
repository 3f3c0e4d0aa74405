import type { KeyValue } from '../core/ports.js';
import type { Outcome } from '../core/types.js';
import { parseJson } from '../model/safe-json.js';
import type { Scene } from './scene.js';

/** What came of a thing shown, and when, until it is written into the progress. */
export interface Told {
  outcome: Outcome;
  /** Epoch ms, as it really was. */
  at: number;
  manual: boolean;
  interrupting: boolean;
}

/**
 * This person's small strings, and what was told of things shown before what writes it into the progress was there
 * (upkeep.ts): kept as it is, in the same place, so that not even a page left at once loses it.
 */
export class Diary {
  /** What the browser's storage would not take. */
  readonly #memory = new Map<string, string>();

  readonly #scene: Scene;

  constructor(scene: Scene) {
    this.#scene = scene;
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
      let kept: string | null | undefined;
      try {
        kept = window[area].getItem(name);
      } catch {
        // Blocked.
      }
      // What it would not take is newer than what it has.
      return this.#memory.get(name) ?? kept ?? undefined;
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

  keep(progress: object): void {
    this.strings.set('progress', JSON.stringify(progress));
  }

  note(outcome: Outcome, manual: boolean, interrupting: boolean): void {
    const { told, ...kept } = this.kept();
    const one: Told = { outcome, at: Date.now(), manual, interrupting };
    // No array: Prototype.js would write a string for it.
    this.keep({ ...kept, told: { ...told, [Object.keys(told ?? {}).length]: one } });
  }
}
