import type { CampaignProgress, Outcome, Slot } from '../core/types.js';
import type { Campaign } from '../model/schema/campaign.js';
import { Diary } from './diary.js';
import { fault } from './faults.js';
import type { Scene } from './scene.js';
import type { Presented, WidgetModule } from './widget-module.js';

/** What people come for by themselves is shown as a campaign is. */
const serviceOf = (id: string): Campaign => ({ id, kind: id, content: {} }) as unknown as Campaign;
export const HELP = serviceOf('help');
export const NEWS = serviceOf('news');
export const isService = (campaign: Campaign): boolean => campaign === HELP || campaign === NEWS;

/** How a thing is asked for; by the director when not `manual`. */
export interface Wish {
  manual?: boolean;
  /** From its start, whatever was done before. */
  fresh?: boolean;
  /** Help: open its panel at this article, or at its start when empty. News: at this item. A tour: at this step. */
  open?: string | undefined;
}

/** What is on screen. */
export interface Shown extends Presented {
  campaign: Campaign;
  slot: Slot;
  manual: boolean;
  /** Whom it is for: another person has nothing to do with it. */
  key: string | undefined;
  isOver: boolean;
  /** The last that was heard of it; nothing, where the host forbade it. */
  last: 'failed' | 'told' | undefined;
}

/** Who hears what becomes of a thing shown: the stage, or who stands in for it until the engine is there. */
export interface Listener {
  /** `isComing`: it is not on screen yet. */
  report(outcome: Outcome, shown: Shown, isComing: boolean): void;
  closed(shown: Shown): void;
}

/** Languages in order of preference, the plan's own last. */
export function localesOf({ context, plan }: Scene): readonly string[] {
  const ours = plan?.settings?.locale ?? 'fr';
  const own = context.locale || ours;
  return [context.simplified ? `${own}-x-simple` : own, ours];
}

export const diaryOf = (scene: Scene): Diary => (scene.diary ??= new Diary(scene));

/**
 * Puts a thing on screen. What it asks for goes to the engine, which may still have to come.
 * @param began where it is to be noted that it is on screen, or coming
 * @param past of an unfinished run that is to be taken up again
 * @returns false when it went at once, or cannot be
 */
export async function put(
  scene: Scene,
  { present }: WidgetModule,
  { campaign, slot, content }: { campaign: Campaign; slot: Slot; content: unknown },
  { manual = false, open }: Wish,
  began: (shown: Shown) => void,
  listener: Listener,
  past?: CampaignProgress,
): Promise<boolean> {
  const { context } = scene;
  let presented: Presented | undefined;
  const closed = () => {
    if (shown.isOver) return;
    shown.isOver = true;
    listener.closed(shown);
  };
  const fail = (error: unknown) => {
    shown.last = 'failed';
    fault(error, campaign.id);
  };
  const shown: Shown = {
    campaign,
    slot,
    manual,
    key: context.user?.key,
    isOver: false,
    last: undefined,
    // Asked before it is there: closed as soon as it is.
    close() {
      shown.last = 'told';
      if (presented) presented.close();
      else closed();
    },
    open: (article) => presented?.open?.(article),
  };
  began(shown);
  try {
    presented = await present({
      campaign,
      content,
      plan: scene.plan!,
      context,
      locales: localesOf(scene),
      theme: scene.plan!.settings?.theme ?? {},
      manual,
      progress: past,
      session: diaryOf(scene).strings,
      engine: () => scene.engine,
      now: () => (scene.engine ?? scene).now(),
      send: async (draft) => (await scene.wake()).ledger.send(draft, context),
      show: async (id) => (await scene.wake()).show(id),
      ...(open !== undefined && { open }),
      report(outcome) {
        shown.last = 'told';
        // What one person did is not written down for the next.
        if (shown.key === scene.context.user?.key) listener.report(outcome, shown, !presented);
      },
      closed,
      fail,
    });
    shown.element = presented.element;
    if (shown.isOver) presented.close();
  } catch (error) {
    fail(error);
    closed();
  }
  return !shown.isOver;
}
