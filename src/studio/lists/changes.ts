import type { Campaign } from '../../model/schema/campaign.js';
import { msg } from '../../locales/msg.js';
import { freeId } from '../store/paths.js';
import type { PlanDocument } from '../store/studio-store.js';

type Draft = Omit<Campaign, 'id'>;
const idsOf = (plan: PlanDocument): string[] => (plan.campaigns ?? []).map(({ id }) => id);

/** A new campaign stands first: that is where one looks for it. `schools`: those that its writer may write for. */
export function added(
  plan: PlanDocument,
  draft: Draft,
  wish: string,
  schools?: readonly string[],
): { plan: PlanDocument; id: string } {
  const id = freeId(wish, idsOf(plan));
  const scoped = schools ? { audience: { ...(draft as Campaign).audience, schools: [...schools] } } : {};
  const campaign = { id, ...draft, ...scoped } as unknown as Campaign;
  return { plan: { ...plan, campaigns: [campaign, ...(plan.campaigns ?? [])] }, id };
}

export function duplicate(plan: PlanDocument, campaign: Campaign): { plan: PlanDocument; id: string } {
  const id = freeId(`${campaign.id}-copie`, idsOf(plan));
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

export const removed = (plan: PlanDocument, id: string): PlanDocument => ({
  ...plan,
  campaigns: (plan.campaigns ?? []).filter((campaign) => campaign.id !== id),
});

/** By its old id: an editor may change the id itself. */
export const replaced = (plan: PlanDocument, id: string, campaign: Campaign): PlanDocument => ({
  ...plan,
  campaigns: (plan.campaigns ?? []).map((one) => (one.id === id ? campaign : one)),
});

/** Whether an editor of some schools may touch it: it must name schools, and only theirs. */
export function isWithin(
  item: { audience?: Campaign['audience']; schools?: readonly string[] | undefined },
  schools: readonly string[] | undefined,
): boolean {
  if (!schools) return true;
  const own = item.audience?.schools ?? item.schools ?? [];
  return own.length > 0 && own.every((school) => schools.includes(school));
}
