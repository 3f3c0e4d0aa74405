import type { Context } from '../core/types.js';
import type { Explanation } from './explain.js';

/** Names that `on` takes: the widgets' events without their prefix. */
export type SentierEventName =
  | 'ready'
  | 'before-show'
  | 'show'
  | 'start'
  | 'step'
  | 'action'
  | 'complete'
  | 'before-dismiss'
  | 'dismiss'
  | 'snooze'
  | 'acknowledge'
  | 'answer'
  | 'target-missing'
  | 'fold'
  | 'unfold'
  | 'error';

/** The event of such a name: elements/events declares them, for the window hears them all. */
export type SentierEventOf<N extends SentierEventName> = WindowEventMap[`sentier-${N}` &
  keyof WindowEventMap];

/** `window.sentier` once the script has run. Nothing here throws: what fails warns once and says `sentier-error`. */
export interface SentierApi {
  readonly version: string;
  /** Replaces what the host said about the user and the page, and decides again. */
  identify(context: Context): void;
  /** Shows a campaign whatever its audience and schedule, taking up an unfinished run; false when there is none such. */
  show(id: string): Promise<boolean>;
  /** Shows a campaign from its start. */
  replay(id: string): Promise<boolean>;
  /** Opens the help panel; at an article with `"help/note"`. */
  open(what?: string): Promise<boolean>;
  /** Says that something happened in the host's page, for campaigns that wait for it (`when.event`). */
  emit(name: string): void;
  /** Why each campaign is shown or not, now. */
  explain(): Promise<Explanation>;
  /** Forgets this person's progress, and decides again. */
  reset(): Promise<void>;
  /** Listens to what the widgets say; the returned function ends it. */
  on<N extends SentierEventName>(name: N, listener: (event: SentierEventOf<N>) => void): () => void;
  /** Takes everything of Sentier off this page, and listens no more. */
  destroy(): void;
  /** The queue's own word, kept so that snippets written for before the script work after it. */
  push(...commands: SentierCommand[]): void;
}

type Method = Exclude<keyof SentierApi, 'version' | 'push' | 'on'>;
/**
 * A compiler does not choose the event by the name beside it in a list, so a listener is given one of all, and may say
 * itself which: hence a method, whose parameter may be narrower. Of `ready` nothing is read.
 */
type QueuedListener = {
  listen(event: SentierEventOf<Exclude<SentierEventName, 'ready'>>): void;
}['listen'];
type OnCommand = readonly ['on', SentierEventName, QueuedListener];

/**
 * What may be asked before the script is there:
 * `(window.sentier = window.sentier || []).push(['identify', { … }])`, or a function that is given the API.
 */
export type SentierCommand =
  | { [M in Method]: readonly [M, ...Parameters<SentierApi[M]>] }[Method]
  | OnCommand
  | ((sentier: SentierApi) => void);

declare global {
  interface Window {
    sentier?: SentierApi | SentierCommand[];
  }
  /** `window.sentier`, from `sentier-ready` on. */
  const sentier: SentierApi;
}
