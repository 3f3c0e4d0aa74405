import type { PlanDocument } from '../store/studio-store.js';

/** A survey with answers whose questions change is another version: the old answers keep their own words. */
export const withNextVersion = (plan: PlanDocument, id: string): PlanDocument => ({
  ...plan,
  ...(plan.campaigns && {
    campaigns: plan.campaigns.map((one) =>
      one.id === id ? { ...one, version: (one.version ?? 1) + 1 } : one,
    ),
  }),
});
