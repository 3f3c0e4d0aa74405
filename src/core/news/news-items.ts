import { isRecord } from '../../model/format.js';
import type { BannerContent } from '../../model/schema/banner.js';
import type { Campaign, Kind, Lever } from '../../model/schema/campaign.js';
import type { Image, Text } from '../../model/schema/common.js';
import { audienceRefusal } from '../audience.js';
import { edgesOf } from '../schedule.js';
import type { Context, PlanIndex } from '../types.js';
import { contentFor } from '../variant.js';
import { isNews } from './is-news.js';

/** One entry of the what's-new feed. */
export interface NewsItem {
  /** The campaign's. */
  id: string;
  kind: Kind;
  version: number;
  lever: Lever | undefined;
  service: string | undefined;
  title: Text;
  body: Text | undefined;
  signature: Text | undefined;
  image: Image | undefined;
  event: BannerContent['event'];
  /** Epoch ms since which it is published; 0 where the plan gives no date. */
  at: number;
  /** Its time is over: it is kept to be read again. */
  isOver: boolean;
  /** It has something to do beside being read. */
  asks: boolean;
}

/** What the feed reads of any kind's content. */
interface Told {
  title?: Text;
  body?: Text;
  /** A survey's words, or a tour's first card. */
  intro?: unknown;
  signature?: Text;
  image?: Image;
  event?: BannerContent['event'];
  actions?: unknown[];
}

const openingOf = (intro: unknown): Pick<Told, 'title' | 'body'> =>
  isRecord(intro) && ('title' in intro || 'body' in intro) ? intro : { body: intro as Text };

function itemOf(campaign: Campaign, content: unknown, plan: PlanIndex, context: Context, now: number) {
  const { id, kind, version = 1, lever, service, schedule = {} } = campaign;
  const { title, body, intro, signature, image, event, actions } = content as Told;
  const opening = openingOf(intro);
  const [start, end] = edgesOf(schedule, plan, context);
  const heading = title ?? campaign.title ?? opening.title;
  // Not yet, or not for somebody whose date is not known: `!(…)`, for both may be NaN.
  if (!heading || !(now >= start)) return undefined;
  return {
    id,
    kind,
    version,
    lever,
    service,
    title: heading,
    body: body ?? opening.body,
    signature,
    image,
    event,
    at: start,
    isOver: !(now < end),
    asks: !!actions?.length,
  } satisfies NewsItem;
}

/** Newest first; what has no date stands last, in the plan's order. */
const sorted = (items: NewsItem[]): NewsItem[] => items.sort((a, b) => b.at - a.at);

/** One bad campaign is missing from the feed, and never the feed. */
function attempt(make: () => NewsItem | undefined): NewsItem | [] {
  try {
    return make() ?? [];
  } catch {
    return [];
  }
}

/**
 * All that was published for this person up to now, in the words meant for them: what they closed, and what is over,
 * can be read again here.
 * @param now epoch ms
 */
export function newsItems(plan: PlanIndex, context: Context, now: number): NewsItem[] {
  return sorted(
    plan.campaigns.flatMap((campaign) =>
      attempt(() =>
        isNews(campaign) && !audienceRefusal(campaign, plan, context, now)
          ? itemOf(campaign, contentFor(campaign, plan, context, now), plan, context, now)
          : undefined,
      ),
    ),
  );
}

/**
 * What the plan marks as public, for a reader of whom nothing is known: in the campaign's own words, whatever its
 * audience. What counts from a person's arrival has no date for the public and is left out.
 * @param now epoch ms
 */
export function publicItems(plan: PlanIndex, now: number): NewsItem[] {
  return sorted(
    plan.campaigns.flatMap((campaign) =>
      attempt(() => {
        const { content } = campaign;
        const isPublic = campaign.public ?? (content as { public?: unknown }).public;
        return isPublic === true && campaign.schedule?.relativeTo !== 'arrived'
          ? itemOf(campaign, content, plan, {}, now)
          : undefined;
      }),
    ),
  );
}
