import { parseJson } from '../../model/safe-json.js';
import { isRecord } from '../../model/format.js';
import { toIssue, type Fault, type PlanIssue } from '../../model/plan-issue.js';
import { planWords } from '../words/fault-words.js';
import { ALONE } from './studio-store.js';
import type { FileState, Loaded, Me, PlanDocument, Saved, StudioStore } from './studio-store.js';

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

  fileOf(plan: PlanDocument): FileState {
    return { name: this.sink.name, isCurrent: this.isExported(plan) };
  }

  resume({ name, isCurrent }: FileState, plan: PlanDocument): void {
    this.sink = { name };
    this.#exported = isCurrent ? plan : undefined;
  }

  /** The plan is then put in the place of the one that is edited: a change as any other, to be undone. */
  open(plan: PlanDocument, sink: FileSink): void {
    this.#plan = this.#exported = plan;
    this.sink = sink;
  }

  /** The text to be written, and a note that it was. */
  export(plan: PlanDocument): string {
    this.#plan = this.#exported = plan;
    return `${JSON.stringify(plan, null, 2)}\n`;
  }
}

/** Why a file cannot be edited here; without issues, because it is no plan at all. */
export class PlanFileError extends Error {
  constructor(readonly issues: readonly PlanIssue[] = []) {
    super(issues[0]?.message ?? 'plan');
  }
}

/** @throws PlanFileError */
export function readPlanText(text: string): PlanDocument {
  let raw: unknown;
  try {
    raw = parseJson(text.replace(/^\uFEFF/, ''));
  } catch {
    throw new PlanFileError();
  }
  if (!isRecord(raw) || !('campaigns' in raw || 'help' in raw || 'version' in raw)) throw new PlanFileError();
  const faults = shapeFaults(raw);
  if (faults.length) throw new PlanFileError(faults.map((fault) => toIssue(fault, {}, planWords())));
  return { version: 1, ...raw };
}

/**
 * All else that may be wrong is shown at its field, to be mended there; without these lists and objects there is nothing to
 * show.
 */
function shapeFaults(raw: Record<string, unknown>): Fault[] {
  const faults: Fault[] = [];
  const inList = (received: unknown, path: Fault['path']) => {
    if (received === undefined) return;
    if (!Array.isArray(received)) faults.push({ code: 'type', path, received, needed: ['array'] });
    else
      received.forEach((item: unknown, i) => {
        if (!isRecord(item)) faults.push({ code: 'object', path: [...path, i], received: item });
      });
  };
  inList(raw.campaigns, ['campaigns']);
  for (const name of ['settings', 'help'])
    if (raw[name] !== undefined && !isRecord(raw[name]))
      faults.push({ code: 'object', path: [name], received: raw[name] });
  if (isRecord(raw.help))
    for (const name of ['articles', 'hints', 'contacts']) inList(raw.help[name], ['help', name]);
  return faults;
}
