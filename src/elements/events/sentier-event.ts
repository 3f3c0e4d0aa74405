import { NativeEvent } from '../../platform/natives.js';

/** Root of all that the widgets say: bubbles, and leaves shadow roots. `campaign` is empty for an element written by hand without an id. */
export class SentierEvent extends NativeEvent {
  // Not a parameter property, which would be written out twice.
  declare readonly campaign: string;

  constructor(type: string, campaign = '', cancelable = false) {
    super(type, { bubbles: true, composed: true, cancelable });
    this.campaign = campaign;
  }
}
