import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { mergeProgress } from '../../../src/core/merge-progress.js';
import { readProgress } from '../../../src/core/progress.js';
import type { Progress } from '../../../src/core/types.js';

/** Keys kept: a demo, not a service. The oldest go first. */
const MAX_KEYS = 2000;

/** Each person's progress under an opaque key, in one JSON file, merged by campaign, newest wins. */
export class ProgressFile {
  #file: string;
  #byKey = new Map<string, Progress>();
  #queue: Promise<unknown> = Promise.resolve();

  constructor(file: string) {
    this.#file = file;
    mkdirSync(dirname(file), { recursive: true });
    if (!existsSync(file)) return;
    try {
      const kept = JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>;
      for (const [key, raw] of Object.entries(kept)) this.#byKey.set(key, readProgress(raw));
    } catch {
      console.warn(`${file} ne se lit pas : la progression repart de zéro.`);
    }
  }

  get(key: string): Progress {
    return this.#byKey.get(key) ?? { campaigns: {} };
  }

  /** What is known after the change. */
  async merge(key: string, change: unknown): Promise<Progress> {
    const merged = mergeProgress(this.get(key), readProgress(change));
    this.#byKey.delete(key);
    this.#byKey.set(key, merged);
    for (const oldest of this.#byKey.keys()) {
      if (this.#byKey.size <= MAX_KEYS) break;
      this.#byKey.delete(oldest);
    }
    await this.#save();
    return merged;
  }

  async forget(keys: readonly string[]): Promise<void> {
    for (const key of keys) this.#byKey.delete(key);
    await this.#save();
  }

  /** Written beside and renamed: a reader never finds half a file. */
  #save(): Promise<void> {
    const done = this.#queue.then(async () => {
      await writeFile(`${this.#file}.new`, JSON.stringify(Object.fromEntries(this.#byKey)));
      await rename(`${this.#file}.new`, this.#file);
    });
    this.#queue = done.catch(() => undefined);
    return done;
  }
}
