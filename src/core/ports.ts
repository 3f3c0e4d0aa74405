import type { Progress } from './types.js';

/** Small strings, kept where the browser allows it, else in memory: neither call ever throws. */
export interface KeyValue {
  get(key: string): string | undefined;
  set(key: string, value: string | undefined): void;
}

/** A person's progress on the host's server. The browser's own copy serves while it cannot be reached. */
export interface RemoteProgress {
  /**
   * What the server and the browser know together, `local` being read when the server has answered; that alone when it
   * does not in time.
   */
  pull(local: () => Progress): Promise<Progress>;
  /** Tells the server of the campaigns that changed. */
  push(progress: Progress, changed: readonly string[]): Promise<void>;
  /** Empties it. Rejects where the server could not be reached, or will not. */
  forget(): Promise<void>;
}

/** One row of `POST /collect`. Nothing in it names a person (design: privacy). */
export interface Envelope {
  /** Idempotency key, made once and kept on every try. */
  id: string;
  type: 'outcome' | 'response' | 'support';
  campaign: string;
  version: number;
  /** Local day, "2026-11-23". */
  day: string;
  /** Coarse dimensions. */
  audience: Readonly<Record<string, string>>;
  /** Outcome type and step, or answers. */
  data: Readonly<Record<string, unknown>>;
}

/**
 * `sent`: acknowledged by name. `waiting`: kept, will be tried again. `held`: tried again while the page is open, for nothing
 * could be written down. `refused`: never will be. `none`: no address to send to.
 */
export type Delivery = 'sent' | 'waiting' | 'held' | 'refused' | 'none';

/** Envelopes that were not acknowledged yet. */
export interface Outbox {
  /**
   * Resolves once the row is written: before that, nothing may be promised to the person. False where it will not
   * outlive the page, for storage is blocked or full.
   */
  put(row: OutboxRow): Promise<boolean>;
  all(): Promise<OutboxRow[]>;
  remove(ids: readonly string[]): Promise<void>;
}

export interface OutboxRow {
  id: string;
  envelope: Envelope;
  /** Address it goes to: several plans may share an origin. */
  url: string;
  /** Epoch ms at which it was queued; stays on this machine. */
  at: number;
  /** `ownerMark` of the person it is of; absent for nobody, and in rows of before there was one. Stays on this machine. */
  who?: number;
  /** The server did not take it without a session: it waits for its person's. */
  needsSession?: true;
}
