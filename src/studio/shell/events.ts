import { NativeEvent } from '../../platform/natives.js';
import type { Campaign } from '../../model/schema/campaign.js';

/** An editor changed what it was given: a campaign, an article. The owner of the document puts it there. */
export class StudioChangeEvent<T = Campaign> extends NativeEvent {
  constructor(
    readonly campaign: T,
    /** Where in it: changes of one place within a moment are undone together. */
    readonly path = '',
  ) {
    super('sentier-studio-change', { bubbles: true, composed: false, cancelable: false });
  }
}

export const SCREENS = [
  'campaigns',
  'help',
  'calendar',
  'preview',
  'results',
  'publish',
  'settings',
] as const;
export type Screen = (typeof SCREENS)[number];

/** A part of the studio asks for another: a fault's link to its field, a result's to its campaign. */
export class StudioGoEvent extends NativeEvent {
  constructor(
    readonly screen: Screen,
    /** Name of the campaign or article: its id, where no other has it (store/places.ts). */
    readonly item?: string,
    /** Path of the field in it. */
    readonly field?: string,
    /** What was done, for whoever would not see it from there. */
    readonly said?: string,
  ) {
    super('sentier-studio-go', { bubbles: true, composed: true, cancelable: false });
  }
}

declare global {
  interface HTMLElementEventMap {
    'sentier-studio-change': StudioChangeEvent<unknown>;
    'sentier-studio-go': StudioGoEvent;
  }
}
