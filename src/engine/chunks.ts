import type * as first from './begin.js';
import type * as deliver from './deliver.js';
import type * as engine from './engine.js';
import type * as rescue from './rescue.js';
import type { WidgetModule } from './widget-module.js';

/** Files that the idle script loads when they are needed, and what they export. What only the engine needs it imports. */
export interface Chunks {
  tour: WidgetModule;
  banner: WidgetModule;
  survey: WidgetModule;
  checklist: WidgetModule;
  news: WidgetModule;
  help: WidgetModule;
  /** Draws what is surely due, and brings the engine; comes with the first thing that may be due. */
  first: typeof first;
  /** Decides, shows things and keeps what came of it. */
  engine: typeof engine;
  /** Defines every element, for pages that have them by hand. */
  define: object;
  /** Sends outcomes and answers; only where the host gave an address. */
  deliver: typeof deliver;
  /** Keeps the last plan that worked, and finds it again. */
  rescue: typeof rescue;
}

export type Load = <N extends keyof Chunks>(name: N) => Promise<Chunks[N]>;
