import type { Campaign } from '../../model/schema/campaign.js';
import { msg } from '../../locales/msg.js';
import { newId, wishOf, type Chance } from '../store/new-id.js';
import { indexOfName, withItemAt } from '../store/places.js';
import type { PlanDocument } from '../store/studio-store.js';
import { withFreshIds, type Draft } from './fresh-ids.js';

const idsOf = (campaigns: readonly Campaign[] = []): string[] => campaigns.map(({ id }) => id);

/** Who makes something new. */
export interface Maker {
  /** Schools that they may write for. */
  schools?: readonly string[] | undefined;
  /** What others show the same people. */
  around?: readonly Campaign[];
  chance?: Chance;
}

/** A new campaign stands first: that is where one looks for it. */
export function added(
  plan: PlanDocument,
  draft: Draft,
  wish: string,
  { schools, around, chance }: Maker = {},
): { plan: PlanDocument; id: string } {
  const taken = [...idsOf(plan.campaigns), ...idsOf(around)];
  const campaign = withFreshIds([{ ...draft, id: wish } as Campaign], taken, chance)[0]!;
  const scoped = schools && { audience: { ...campaign.audience, schools: [...schools] } };
  return {
    plan: { ...plan, campaigns: [{ ...campaign, ...scoped }, ...(plan.campaigns ?? [])] },
    id: campaign.id,
  };
}

export function duplicate(
  plan: PlanDocument,
  campaign: Campaign,
  { around, chance }: Maker = {},
): { plan: PlanDocument; id: string } {
  const wish = `${wishOf(campaign.id).replace(/-copie$/, '')}-copie`;
  const id = newId(wish, [...idsOf(plan.campaigns), ...idsOf(around)], chance);
  const { title } = campaign;
  const copied = msg('copie', { id: 'studio-copy' });
  const copy: Campaign = {
    ...campaign,
    id,
    ...(typeof title === 'string' && { title: `${title} (${copied})` }),
    version: 1,
  };
  const campaigns = [...(plan.campaigns ?? [])];
  campaigns.splice(campaigns.indexOf(campaign) + 1, 0, copy);
  return { plan: { ...plan, campaigns }, id };
}

const withCampaign = (plan: PlanDocument, name: string, campaign?: Campaign): PlanDocument => {
  const { campaigns = [] } = plan;
  return { ...plan, campaigns: withItemAt(campaigns, indexOfName(campaigns, name), campaign) };
};

export const removed = (plan: PlanDocument, name: string): PlanDocument => withCampaign(plan, name);

/** By its old name: an editor may change the id itself. */
export const replaced = (plan: PlanDocument, name: string, campaign: Campaign): PlanDocument =>
  withCampaign(plan, name, campaign);

/** Whether an editor of some schools may touch it: it must name schools, and only theirs. */
export function isWithin(
  item: { audience?: Campaign['audience']; schools?: readonly string[] | undefined },
  schools: readonly string[] | undefined,
): boolean {
  if (!schools) return true;
  const own = item.audience?.schools ?? item.schools ?? [];
  return own.length > 0 && own.every((school) => schools.includes(school));
}
