import { createContext } from '@lit/context';
import type { Article, Contact, Hint } from '../../model/schema/help.js';
import type { Campaign } from '../../model/schema/campaign.js';
import type { Context, Outcome, PlanIndex } from '../../core/types.js';

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
  /** Help that is for this person on this page, best first. */
  help(): Promise<{
    articles: readonly Article[];
    hints: readonly Hint[];
    contacts: readonly Contact[];
    tours: readonly Campaign[];
  }>;
}

/** Known by symbol, so that bundles of different versions on one page find each other. */
export const engineContext = createContext<EngineService | undefined>(Symbol.for('sentier.engine'));
