/** How far what was changed has come. */
export type Saving =
  /** Nothing to save. */
  | { state: 'saved'; at?: number }
  /** In this browser; the store hears of it in a moment. */
  | { state: 'pending' }
  | { state: 'saving' }
  /** The store cannot be had; tried again by itself. */
  | { state: 'offline'; kept: boolean }
  | { state: 'failed'; kept: boolean; message: string }
  /** The session at the host is over; saved by itself once there is one again. */
  | { state: 'signed-out'; kept: boolean }
  | { state: 'conflict' };
