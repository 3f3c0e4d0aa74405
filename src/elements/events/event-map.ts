/* eslint-disable @typescript-eslint/no-empty-object-type -- only an interface can be added to another's */
import type { SentierActionEvent } from './sentier-action-event.js';
import type { SentierAnswerEvent } from './sentier-answer-event.js';
import type { SentierErrorEvent } from './sentier-error-event.js';
import type { SentierEvent } from './sentier-event.js';
import type { SentierSnoozeEvent } from './sentier-snooze-event.js';
import type { SentierStepEvent } from './sentier-step-event.js';
import type { SentierTargetMissingEvent } from './sentier-target-missing-event.js';

/** All that the widgets say. It bubbles and leaves shadow roots, so document and window hear it too. */
export interface SentierEventMap {
  'sentier-before-show': SentierEvent;
  'sentier-show': SentierEvent;
  'sentier-start': SentierEvent;
  'sentier-step': SentierStepEvent;
  'sentier-action': SentierActionEvent;
  'sentier-complete': SentierEvent;
  'sentier-before-dismiss': SentierEvent;
  'sentier-dismiss': SentierEvent;
  'sentier-snooze': SentierSnoozeEvent;
  'sentier-acknowledge': SentierEvent;
  'sentier-answer': SentierAnswerEvent;
  'sentier-target-missing': SentierTargetMissingEvent;
  'sentier-fold': SentierEvent;
  'sentier-unfold': SentierEvent;
  'sentier-error': SentierErrorEvent;
}

/** What is said at the document alone: nothing of the page is meant. */
interface DocumentEvents extends SentierEventMap {
  'sentier-ready': Event;
}

declare global {
  interface HTMLElementEventMap extends SentierEventMap {}
  interface DocumentEventMap extends DocumentEvents {}
  interface WindowEventMap extends DocumentEvents {}
}
