import type { Campaign } from '../model/schema/campaign.js';
import type { Theme } from '../model/schema/plan.js';
import type { Delivery, Envelope, KeyValue } from '../core/ports.js';
import type { CampaignProgress, Context, Outcome, PlanIndex } from '../core/types.js';
import type { Engine } from './engine.js';

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
  /** Help: its panel is to open at once, at this article, or at its start when empty. A tour: begins at this step. */
  open?: string;
  /** Present when an unfinished run is to be taken up again. */
  progress: CampaignProgress | undefined;
  /** Small strings kept for the session where storage is allowed, else in memory: partial answers. */
  session: KeyValue;
  /** Undefined while this is drawn before it has come (begin.ts). */
  engine?(): Engine | undefined;
  /** Epoch ms by the clock that the page goes by: a demonstration's may show another day. */
  now?(): number;
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
  /** One console warning and a `sentier-error` event. Where nothing more is told before `closed`, it will not be shown again. */
  fail(error: unknown): void;
}

/** What is known before something is due. */
export type PrepareRequest = Pick<PresentRequest, 'content' | 'context' | 'locales' | 'plan' | 'theme'>;

/** A thing on screen. */
export interface Presented {
  /** Takes it away without an outcome: the page was left, the API said so. Idempotent. */
  close(): void;
  /** What stands in the page's own content, which a page that draws itself anew takes away with it. */
  element?: Element | undefined;
  /** Help only, already on screen: opens its panel, at this article when not empty. */
  open?(article: string): void;
}

/** The contract of a widget's chunk. */
export interface WidgetModule {
  present(request: PresentRequest): Presented | Promise<Presented>;
  /** Brings what comes after its first paint too: for what may become due any moment. */
  prepare?(request: PrepareRequest): Promise<unknown>;
}

export type EnvelopeDraft = Omit<Envelope, 'id' | 'day' | 'audience'> & Partial<Envelope>;

export type { Delivery, Envelope, KeyValue };
