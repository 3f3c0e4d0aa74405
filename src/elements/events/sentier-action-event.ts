import { SentierEvent } from './sentier-event.js';

/** What a banner's action asks for. */
export type Action = 'link' | 'tour' | 'article' | 'survey' | 'calendar';

/** A person chose an action. Cancelable: a page that does it its own way says so by `preventDefault()`. */
export class SentierActionEvent extends SentierEvent {
  readonly do: Action;

  constructor(
    campaign: string,
    action: Action,
    /** A campaign's id, "help/<article>", or an address. */
    readonly to: string,
  ) {
    super('sentier-action', campaign, true);
    this.do = action;
  }
}

declare global {
  interface HTMLElementEventMap {
    'sentier-action': SentierActionEvent;
  }
}
