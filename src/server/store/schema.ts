import type { Generated } from 'kysely';

/** 0 or 1: SQLite has no booleans. */
export type Bit = 0 | 1;

/** Rows of `POST /collect` that were taken, so that they are taken once. */
interface ReceiptTable {
  tenant: string;
  id: string;
  digest: string;
  day: string;
}

/** An answer, with nothing that leads to who gave it: `key` is drawn here, and is not the id that the page sent. */
interface ResponseTable {
  tenant: string;
  key: string;
  campaign: string;
  version: number;
  day: string;
  profile: string;
  degree: string;
  school: string;
  answers: string;
  /** Is there free text among the answers? */
  worded: Bit;
  /** Facts that it was counted with (CampaignFactsTable); 0 where none were known. */
  edition: number;
  /** Until the next mixing (store/mix.ts). */
  fresh: Bit;
}

/** That somebody has answered, by a keyed hash of who, which campaign and version. Joins nothing. */
interface MarkerTable {
  tenant: string;
  marker: string;
  /** Month after which it goes, "2028-12". */
  until: string;
  fresh: Bit;
}

/**
 * Counters. `school` is '' for all schools, '-' for rows that name none, and begins with '~' (as in `response`) for answers
 * without a token; `cut` and `value` one group of them ('' and ''
 * for all; 'seen' and a week, of words searched for); `metric` and `item` what was counted. See intake/increments.ts.
 */
interface RollupTable {
  tenant: string;
  campaign: string;
  version: number;
  school: string;
  cut: string;
  value: string;
  metric: string;
  item: string;
  n: number;
}

/** Versions of campaigns that have counters: found at once, however many counters there are. */
interface CountedTable {
  tenant: string;
  campaign: string;
  version: number;
}

interface ProgressTable {
  tenant: string;
  /** Keyed hash of the user's key. */
  user: string;
  document: string;
  day: string;
}

interface DraftTable {
  tenant: string;
  space: string;
  version: number;
  document: string;
  /** Name → hash of each content file, as JSON. */
  contents: string;
}

interface ContentTable {
  tenant: string;
  hash: string;
  body: string;
}

interface RevisionTable {
  tenant: string;
  space: string;
  n: number;
  document: string;
  contents: string;
  at: string;
  actor: string;
  approved_by: string | null;
  note: string | null;
  restored_from: number | null;
  /** A draft whose place another took: listed, and never what is published. */
  put_aside: Bit;
}

/** What waits for a second pair of eyes. */
interface PendingTable {
  tenant: string;
  space: string;
  document: string;
  contents: string;
  at: string;
  actor: string;
  note: string | null;
  restored_from: number | null;
}

interface PublishedTable {
  tenant: string;
  revision: number;
  etag: string;
  body: string;
  contents: string;
}

/** What results say of a campaign: kept after it has left the plan. */
interface CampaignTable {
  tenant: string;
  id: string;
  space: string;
  current: Bit;
  /** CampaignFacts as JSON. */
  facts: string;
}

/** What a campaign was like when answers were counted, each version and each change of what is counted (plans/editions.ts). */
interface CampaignFactsTable {
  tenant: string;
  campaign: string;
  edition: number;
  /** CampaignFacts as JSON. */
  facts: string;
}

interface AuditTable {
  id: Generated<number>;
  tenant: string;
  at: string;
  actor: string;
  role: string;
  space: string;
  action: string;
  target: string | null;
  detail: string | null;
}

/**
 * A problem that somebody reported. `key` is drawn here; the number is what the person was given. Who sent it is nowhere:
 * the school and the coarse group are all that is known beside their own words.
 */
interface SupportTable {
  tenant: string;
  key: string;
  number: string;
  day: string;
  school: string;
  profile: string;
  degree: string;
  category: string;
  text: string;
  /** As JSON. */
  facts: string;
  /** A JPEG in base64; in a table of its own, for lists are read without. */
  pictured: Bit;
}

interface SupportPictureTable {
  tenant: string;
  key: string;
  jpeg: string;
}

/** When a job last ran. */
interface JobTable {
  tenant: string;
  name: string;
  day: string;
}

/** By which secret's keys everything of a tenant was written (store/same-secret.ts). */
interface SecretTable {
  tenant: string;
  fingerprint: string;
}

export interface Tables {
  secret: SecretTable;
  receipt: ReceiptTable;
  response: ResponseTable;
  marker: MarkerTable;
  rollup: RollupTable;
  counted: CountedTable;
  progress: ProgressTable;
  draft: DraftTable;
  content: ContentTable;
  revision: RevisionTable;
  pending: PendingTable;
  published: PublishedTable;
  campaign: CampaignTable;
  campaign_facts: CampaignFactsTable;
  audit: AuditTable;
  job: JobTable;
  support: SupportTable;
  support_picture: SupportPictureTable;
}
