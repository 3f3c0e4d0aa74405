/** Counted people, or the reason why they are not told. */
export interface Withheld {
  /** `threshold`: fewer answers than may be told; `complement`: telling it would give a smaller group away. */
  withheld: 'threshold' | 'complement';
  /** The threshold. */
  k: number;
}
export type Count = number | Withheld;
export const isWithheld = (value: unknown): value is Withheld =>
  typeof value === 'object' && value !== null && 'withheld' in value;

export interface Score {
  /** Id of the question. */
  question: string;
  title: string;
  kind: string;
  count: Count;
  /** Mean or net score, with its 95 % interval; absent where withheld. */
  value?: number;
  low?: number;
  high?: number;
  /** Answers by option. */
  counts?: readonly { label: string; count: Count }[];
}

export interface Point {
  /** Local day or month. */
  day: string;
  count: Count;
  value?: number;
  low?: number;
  high?: number;
}

export interface CampaignResults {
  campaign: string;
  kind: string;
  shown: Count;
  completed: Count;
  dismissed: Count;
  snoozed?: Count;
  acknowledged?: Count;
  /** Tour: people who came to each step. */
  steps?: readonly { step: string; count: Count }[];
  /** Targets that were not found: page and last day. */
  missing?: readonly { step: string; page?: string; day: string; count: Count }[];
  responses?: Count;
  scores?: readonly Score[];
  overTime?: readonly Point[];
  byAudience?: readonly { group: string; label: string; shown: Count; completed: Count }[];
}

export interface Overall {
  campaigns: readonly Pick<CampaignResults, 'campaign' | 'kind' | 'shown' | 'completed' | 'dismissed'>[];
  /** What was looked for in the help and not found. */
  searches?: readonly { words: string; count: Count }[];
  k?: number;
}
