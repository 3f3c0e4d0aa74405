import { parseJson } from '../../model/safe-json.js';
import { isRecord } from '../../model/format.js';
import { ALONE } from './studio-store.js';
import type { Loaded, Me, PlanDocument, Saved, StudioStore } from './studio-store.js';

/** Where a file's text goes: a handle that the browser lets us write to, else a download. */
export interface FileSink {
  readonly name: string;
  write?(text: string): Promise<void>;
}

/**
 * A plan without a server: a document in the browser, opened from a file and saved to one. Saving to the store only means
 * "in this browser"; `isExported` says whether the file has it too.
 */
export class FileStore implements StudioStore {
  readonly kind = 'file';
  readonly isDurable = false;
  #plan: PlanDocument;
  #exported: PlanDocument | undefined;
  sink: FileSink = { name: 'plan.json' };

  constructor(
    plan: PlanDocument = { version: 1, settings: { locale: 'fr', timeZone: 'Europe/Paris' }, campaigns: [] },
  ) {
    this.#plan = plan;
    this.#exported = plan;
  }

  me(): Promise<Me> {
    return Promise.resolve(ALONE);
  }

  load(): Promise<Loaded> {
    return Promise.resolve({ plan: this.#plan });
  }

  save(plan: PlanDocument): Promise<Saved> {
    this.#plan = plan;
    return Promise.resolve({});
  }

  isExported(plan: PlanDocument): boolean {
    return this.#exported === plan;
  }

  /** @throws Error with a sentence for the person, when it is no plan */
  open(text: string, sink: FileSink): void {
    this.#plan = this.#exported = readPlanText(text);
    this.sink = sink;
  }

  /** The text to be written, and a note that it was. */
  export(plan: PlanDocument): string {
    this.#plan = this.#exported = plan;
    return `${JSON.stringify(plan, null, 2)}\n`;
  }
}

export function readPlanText(text: string): PlanDocument {
  let raw: unknown;
  try {
    raw = parseJson(text.replace(/^\uFEFF/, ''));
  } catch {
    throw new Error('json');
  }
  if (!isRecord(raw) || !(Array.isArray(raw.campaigns) || isRecord(raw.help) || 'version' in raw))
    throw new Error('plan');
  return { version: 1, ...raw };
}
