import { NativeEvent } from '../../platform/natives.js';

/** The editor needs the page to itself for a while (`away`), or is back. Whoever holds it hides, and cancels the event. */
export class StudioAwayEvent extends NativeEvent {
  constructor(readonly away: boolean) {
    super('sentier-studio-away', { bubbles: true, composed: true, cancelable: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    'sentier-studio-away': StudioAwayEvent;
  }
}
