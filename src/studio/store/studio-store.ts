import type { PlanIssue } from '../../model/plan-issue.js';
import type { Campaign } from '../../model/schema/campaign.js';
import type { Help } from '../../model/schema/help.js';
import type { Settings } from '../../model/schema/plan.js';

/** The plan as it is edited: unlike a published one it may be wrong in any place, and keeps what nobody knows. */
export interface PlanDocument {
  readonly version: number;
  readonly id?: string;
  readonly revision?: number;
  readonly settings?: Settings;
  readonly campaigns?: readonly Campaign[];
  readonly help?: Help;
  readonly [field: string]: unknown;
}

export const ROLES = ['reader', 'editor', 'publisher', 'administrator'] as const;
export type Role = (typeof ROLES)[number];

/** Who is at the keyboard, as the server knows them. */
export interface Me {
  name?: string;
  role: Role;
  /** Schools that this person may write for; absent: all. */
  schools?: readonly string[];
  /** A second person must approve what this one publishes. */
  fourEyes?: boolean;
}

export interface Loaded {
  plan: PlanDocument;
  /** What `If-Match` must name to replace it; absent where nobody else can write. */
  tag?: string;
  /** Who wrote it last. */
  by?: string;
  /** What users see now, where that is known. */
  published?: PlanDocument;
}

export type Saved = { tag?: string } | { conflict: Loaded };

export type Published =
  { state: 'published'; revision: number } | { state: 'waiting' } | { state: 'refused'; issues: PlanIssue[] };

export interface Revision {
  revision: number;
  /** ISO instant. */
  at: string;
  by?: string;
  note?: string;
  state?: 'published' | 'waiting' | 'restored';
}

export interface Entry {
  at: string;
  by: string;
  action: string;
  detail?: string;
}

/** What went wrong with a store, so far as it changes what to do about it. */
export class StoreError extends Error {
  constructor(
    readonly reason: 'offline' | 'signed-out' | 'forbidden' | 'failed',
    message: string = reason,
  ) {
    super(message);
  }
}

/** Where drafts are kept. Narrow on purpose: all of the studio runs on it, over a server or over a file. */
export interface StudioStore {
  readonly kind: 'server' | 'file';
  /** Whether what it saved is still there on the next visit; else the browser's copy is the document. */
  readonly isDurable: boolean;
  me(): Promise<Me>;
  load(): Promise<Loaded>;
  /** @throws StoreError */
  save(plan: PlanDocument, tag: string | undefined): Promise<Saved>;
  readonly history?: RevisionStore;
  readonly results?: ResultsStore;
}

export interface RevisionStore {
  publish(note: string): Promise<Published>;
  /** Of what waits for a second person. */
  approve(): Promise<Published>;
  list(): Promise<Revision[]>;
  read(revision: number): Promise<PlanDocument>;
  /** Makes it the published plan again, as a revision of its own. */
  restore(revision: number): Promise<void>;
  audit(): Promise<Entry[]>;
}

export interface ResultsStore {
  overall(): Promise<import('../results/results.js').Overall>;
  of(campaign: string): Promise<import('../results/results.js').CampaignResults>;
  csv(campaign: string): Promise<Blob>;
}
