import { SentierEvent } from './sentier-event.js';

/** What a banner's action or a checklist's task asks for. */
export type Action = 'link' | 'tour' | 'article' | 'survey' | 'calendar' | 'visit';

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
