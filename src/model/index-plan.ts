import { envelopeFault } from './envelope.js';
import { isRecord, PLAN_VERSION } from './format.js';
import type { Campaign } from './schema/campaign.js';
import type { Plan } from './schema/plan.js';

/** A plan as the idle script holds it: parsed, safe from prototype keys, its campaigns known by their envelope only. */
export type PlanIndex = Pick<Plan, 'settings' | 'help' | 'id' | 'revision'> & {
  version: number;
  campaigns: Campaign[];
};

/** A fault in one line; `diagnose` (engine) says more, in French, when somebody looks. */
export interface Problem {
  /** As written in the plan: "campaigns[3].audience". */
  path: string;
  message: string;
}

/**
 * The cheap look at a plan that every page pays for: at campaigns' envelopes, and not into them. What can be used is
 * kept, the rest is named in `problems`. Of two campaigns with one id the first stays. A null audience is a fault, since
 * null is no way to say "everybody".
 * @throws when it is no plan at all
 */
export function indexPlan(raw: unknown): { plan: PlanIndex; problems: Problem[] } {
  if (!isRecord(raw)) throw new Error('plan: not an object');
  const problems: Problem[] = [];
  const byId = new Map<unknown, unknown>();
  const version = (raw.version as number) || PLAN_VERSION;
  if (version > PLAN_VERSION) problems.push({ path: 'version', message: 'newer' });
  let i = 0;
  for (const campaign of Array.isArray(raw.campaigns) ? (raw.campaigns as unknown[]) : []) {
    const fault = byId.has((campaign as Campaign | null)?.id) ? '.id' : envelopeFault(campaign);
    if (fault === undefined) byId.set((campaign as Campaign).id, campaign);
    else problems.push({ path: `campaigns[${i}]${fault}`, message: 'unusable' });
    i++;
  }
  return { plan: { ...raw, version, campaigns: [...byId.values()] as Campaign[] }, problems };
}
