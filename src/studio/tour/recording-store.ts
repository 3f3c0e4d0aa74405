import { isRecord } from '../../model/format.js';
import { parseJson } from '../../model/safe-json.js';
import type { Step } from './step-fields.js';

const KEY = 'sentier-studio-recording';

/** A recording goes on over a change of page: which campaign, and what was recorded so far. Targets only; nothing typed. */
export interface KeptRecording {
  campaign: string;
  steps: Step[];
}

export function keepRecording(recording: KeptRecording | undefined): void {
  try {
    if (recording) sessionStorage.setItem(KEY, JSON.stringify(recording));
    else sessionStorage.removeItem(KEY);
  } catch {
    // Sandboxed frames have no storage: the recording then ends with the page.
  }
}

export function keptRecording(campaign: string): Step[] | undefined {
  try {
    const kept = parseJson(sessionStorage.getItem(KEY) ?? 'null');
    return isRecord(kept) && kept['campaign'] === campaign && Array.isArray(kept['steps'])
      ? (kept['steps'] as Step[])
      : undefined;
  } catch {
    return undefined;
  }
}
