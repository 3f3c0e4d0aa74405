import type { Campaign } from '../model/schema/campaign.js';
import type { Theme } from '../model/schema/plan.js';
import type { CampaignProgress, Context, Outcome, PlanIndex } from '../core/types.js';

/** What a widget's chunk is given to show one campaign. */
export interface PresentRequest {
  campaign: Campaign;
  /** The content for this person: the variant chosen, `src` fetched. Not validated: check what you need. */
  content: unknown;
  plan: PlanIndex;
  context: Context;
  /** Languages in order of preference. */
  locales: readonly string[];
  theme: Theme;
  /** Asked for by the person (replay, help, API): never counted against pace. */
  manual: boolean;
  /** Help only: its panel is to open at once, at this article, or at its start when empty. */
  open?: string;
  /** Present when an unfinished run is to be taken up again. */
  progress: CampaignProgress | undefined;
  /** Small strings kept for the session where storage is allowed, else in memory: partial answers. */
  session: KeyValue;
  report(outcome: Outcome): void;
  /**
   * Queues an answer for delivery; resolves with what became of it. What the engine knows better may be left empty:
   * `id`, `day` and `audience` are filled where they are missing.
   */
  send(envelope: EnvelopeDraft): Promise<Delivery>;
  /** Shows another campaign, or `help` (with an article's id after a slash: "help/note"). */
  show(id: string): Promise<boolean>;
  /** To be called once, when nothing of it is on screen any more. */
  closed(): void;
  /** One console warning and a `sentier-error` event. */
  fail(error: unknown): void;
}

/** A thing on screen. */
export interface Presented {
  /** Takes it away without an outcome: the page was left, the API said so. Idempotent. */
  close(): void;
  /** Help only, already on screen: opens its panel, at this article when not empty. */
  open?(article: string): void;
}

/** The contract of a widget's chunk. */
export interface WidgetModule {
  present(request: PresentRequest): Presented | Promise<Presented>;
}

export interface KeyValue {
  get(key: string): string | undefined;
  set(key: string, value: string | undefined): void;
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

export type EnvelopeDraft = Omit<Envelope, 'id' | 'day' | 'audience'> & Partial<Envelope>;

/** `sent`: acknowledged by name. `waiting`: kept, will be tried again. `refused`: never will be. `none`: no address to send to. */
export type Delivery = 'sent' | 'waiting' | 'refused' | 'none';
