import type {
  AuditList,
  CampaignResults,
  Issue,
  Me,
  Pending,
  Published,
  ResultsOverview,
  RevisionList,
  Waiting,
} from '../../model/contract/index.js';
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

export type { AuditList, Me, Revision, Role } from '../../model/contract/index.js';

/** Schools that a person may write for, in a space; undefined: all. */
export const schoolsOf = ({ scope }: Me, space?: string): readonly string[] | undefined =>
  space?.startsWith('school:')
    ? [space.slice('school:'.length)]
    : scope.kind === 'all'
      ? undefined
      : scope.schools;

/** Whoever works on a file of their own. */
export const ALONE: Me = {
  actor: '',
  role: 'admin',
  scope: { kind: 'all' },
  spaces: ['all'],
  fourEyes: false,
  threshold: 10,
};

export interface Loaded {
  plan: PlanDocument;
  /** What `If-Match` must name to replace it; absent where nobody else can write. */
  tag?: string;
  /** Who wrote it last. */
  by?: string;
  /** What users see now, where that is known. */
  published?: PlanDocument;
  /** What others show the same people: a school's editor writes beside the district's and the whole ENT's campaigns. */
  around?: readonly Campaign[];
}

export type Saved = { tag?: string } | { conflict: Loaded };

/** What became of asking for something to be published. */
export type PublishOutcome = Published | Waiting | { status: 'refused'; issues: readonly Issue[] };

/** What went wrong with a store, so far as it changes what to do about it. */
export class StoreError extends Error {
  constructor(
    readonly reason: 'offline' | 'signed-out' | 'forbidden' | 'missing' | 'stale' | 'failed',
    message: string = reason,
  ) {
    super(message);
  }
}

/** A plan's file, as far as a browser that cannot see it knows. */
export interface FileState {
  name: string;
  /** It was opened, or given out, as the plan stands. */
  isCurrent: boolean;
}

/** Where drafts are kept. Narrow on purpose: all of the studio runs on it, over a server or over a file. */
export interface StudioStore {
  readonly kind: 'server' | 'file';
  /** Whether what it saved is still there on the next visit; else the browser's copy is the document. */
  readonly isDurable: boolean;
  /** Whose plan it is where a server keeps several: "all", "school:0750001A". Known once it has been read. */
  readonly space?: string | undefined;
  me(): Promise<Me>;
  load(): Promise<Loaded>;
  /** @throws StoreError */
  save(plan: PlanDocument, tag: string | undefined): Promise<Saved>;
  /** Where the plan is a file: which, and whether that has this plan as it is. */
  fileOf?(plan: PlanDocument): FileState;
  /** As `fileOf` said on an earlier visit. */
  resume?(file: FileState, plan: PlanDocument): void;
  readonly history?: RevisionStore;
  readonly results?: ResultsStore;
}

/** What waits for a second person: the request, and what it would put online. */
export interface Request {
  pending: Pending;
  plan: PlanDocument;
}

/** What is named by its tag is what somebody has looked at: another by now is a `StoreError` "stale", and nothing is done. */
export interface RevisionStore {
  /** @param tag of the draft */
  publish(note: string, tag: string | undefined): Promise<PublishOutcome>;
  /** @param tag of the request: `Pending.etag` */
  approve(tag: string): Promise<PublishOutcome>;
  /** @param tag of the request */
  withdraw(tag: string): Promise<void>;
  /** For who is to approve it. */
  waiting(): Promise<Request>;
  list(): Promise<RevisionList>;
  read(n: number): Promise<PlanDocument>;
  /** Makes it the published plan again, as a revision of its own; once it is, the draft becomes it too. */
  restore(n: number, tag: string | undefined): Promise<PublishOutcome>;
  /** Makes it the draft, and publishes nothing. */
  takeUp(n: number, tag: string | undefined): Promise<void>;
  audit(before?: number): Promise<AuditList>;
}

export interface ResultsOptions {
  version?: number | undefined;
  /** With a cut by school, which can be long. */
  bySchool?: boolean | undefined;
}

export interface ResultsStore {
  overview(): Promise<ResultsOverview>;
  of(campaign: string, options?: ResultsOptions): Promise<CampaignResults>;
  csv(campaign: string, options?: ResultsOptions): Promise<Blob>;
}
