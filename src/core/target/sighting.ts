import type { Target } from '../../model/schema/common.js';

/** How a target stands on a page, as `sentier check` sees it. */
export interface Sighting {
  state: 'found' | 'hidden' | 'ambiguous' | 'absent';
  /** In the window as it is scrolled now, in CSS px. */
  box?: [x: number, y: number, width: number, height: number];
  /** What lies over its middle, where it is not the target or something in it. */
  coveredBy?: string;
  /** Which of its ways found it, counted from 1. */
  way?: number;
}

/** What `sentier check` asks of a page. */
export interface PageCheck {
  look(target: Target): Promise<Sighting>;
  click(target: Target): Promise<boolean>;
}
