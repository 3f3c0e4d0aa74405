import type * as watch from '../platform/presence.js';
import type * as progress from '../platform/stores/http-progress.js';
import type * as deliver from './deliver.js';
import type * as diagnose from './diagnose.js';
import type * as explain from './explain.js';
import type * as engine from './engine.js';
import type { WidgetModule } from './widget-module.js';

/** Files that the idle script loads when they are needed, and what they export. */
export interface Chunks {
  tour: WidgetModule;
  banner: WidgetModule;
  survey: WidgetModule;
  checklist: WidgetModule;
  help: WidgetModule;
  /** Decides, shows things and keeps what came of it; comes with the first thing that may be due. */
  engine: typeof engine;
  /** Defines every element, for pages that have them by hand. */
  define: object;
  /** Sends outcomes and answers; only where the host gave an address. */
  deliver: typeof deliver;
  /** The user's progress on the host's server. */
  progress: typeof progress;
  /** Finds elements that campaigns wait for. */
  watch: typeof watch;
  explain: typeof explain;
  diagnose: typeof diagnose;
}

export type Load = <N extends keyof Chunks>(name: N) => Promise<Chunks[N]>;
