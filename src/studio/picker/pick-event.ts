import { NativeEvent } from '../../platform/natives.js';
import type { ScoredPart } from './build-target.js';

/** An element was chosen on the page, with the ways to find it again. */
export class SentierPickEvent extends NativeEvent {
  constructor(
    readonly element: Element,
    readonly parts: readonly ScoredPart[],
  ) {
    super('sentier-pick');
  }
}
