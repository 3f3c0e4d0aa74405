import { NativeEvent } from '../../platform/natives.js';

/** Root of all that the widgets say: bubbles, and leaves shadow roots. `campaign` is empty for an element written by hand without an id. */
export class SentierEvent extends NativeEvent {
  constructor(
    type: string,
    readonly campaign = '',
    cancelable = false,
  ) {
    super(type, { bubbles: true, composed: true, cancelable });
  }
}
