import { createContext } from '@lit/context';
import type { Audience } from '../../model/schema/audience.js';
import type { Context, Outcome, PlanIndex, Progress } from '../../core/types.js';

/**
 * What the engine offers to every element, wherever it stands in the page. Narrow and identity-stable: values that
 * change are read through functions. An element written by hand on a page without the script works without it.
 */
export interface EngineService {
  plan(): PlanIndex | undefined;
  context(): Context;
  /** Languages in order of preference, the plan's own last. */
  locales(): readonly string[];
  /** Shows a campaign that the person asked for; false when there is none of that id. */
  show(id: string): Promise<boolean>;
  /** Counts an outcome and keeps progress. */
  report(outcome: Outcome): void;
  /** Is this for this person, now? The page has that code once, in the script; no widget's chunk carries it again. */
  isFor(item: { id: string; audience?: Audience | undefined }): boolean;
  /** Does one of these globs match this page's path? */
  isOn(pages: readonly string[]): boolean;
  /** Epoch ms by the clock that the page goes by: a demonstration's may show another day. */
  now?(): number;
  /** What this person has done up to now, as it is written down. */
  progress?(): Progress;
}

/** Known by symbol, so that bundles of different versions on one page find each other. */
export const engineContext = createContext<EngineService | undefined>(Symbol.for('sentier.engine'));
