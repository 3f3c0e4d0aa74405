import type { Campaign } from '../../model/schema/campaign.js';
import { titleOf } from '../lists/facts.js';
import type { Screen } from '../shell/events.js';
import { nameOfItem } from '../store/places.js';
import type { PlanDocument } from '../store/studio-store.js';

export interface Place {
  screen: Screen;
  /** Name of the campaign or help item (store/places.ts). */
  item?: string;
  /** Name of the field there. */
  field?: string;
  title?: string;
}

/** Where in the studio a fault can be mended: "campaigns[3].content.title" → that campaign's field. */
export function placeOf(path: string, plan: PlanDocument): Place {
  const found = /^(campaigns|help\.(?:articles|hints|contacts))\[(\d+)\](?:\.(.*))?$/.exec(path);
  if (!found) return { screen: 'settings', field: path };
  const [, list = '', index, field] = found;
  const items: readonly unknown[] | undefined =
    list === 'campaigns' ? plan.campaigns : plan.help?.[list.slice(5) as 'articles' | 'hints' | 'contacts'];
  const item = items?.[Number(index)] as Campaign | undefined;
  const screen = list === 'campaigns' ? 'campaigns' : 'help';
  if (typeof item?.id !== 'string') return { screen };
  const title = titleOf({ ...item, content: item.content ?? {} } as Campaign, plan.settings?.locale);
  return {
    screen,
    item: nameOfItem(items as readonly Campaign[], item),
    title,
    ...(field !== undefined && { field }),
  };
}
