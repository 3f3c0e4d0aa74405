import { isId, isRecord, KINDS, PLAN_VERSION } from './format.js';
import type { Campaign, Kind } from './schema/campaign.js';
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

/** First field of a campaign's envelope that cannot be used. */
function faultOf(campaign: Record<string, unknown>): string | undefined {
  if (!isId(campaign.id)) return 'id';
  if (!KINDS.includes(campaign.kind as Kind)) return 'kind';
  for (const field of ['content', 'audience', 'schedule', 'when', 'frequency'])
    if (!isRecord(campaign[field]) && (field === 'content' || campaign[field] !== undefined)) return field;
  return undefined;
}

/**
 * The cheap look at a plan that every page pays for. What can be used is kept, the rest is named in `problems`.
 * @throws when it is no plan at all
 */
export function indexPlan(raw: unknown): { plan: PlanIndex; problems: Problem[] } {
  if (!isRecord(raw)) throw new Error('plan: an object is needed');
  const { version, settings, help, campaigns } = raw;
  const problems: Problem[] = [];
  const byId = new Map<unknown, Campaign>();
  if ((version as number) > PLAN_VERSION)
    problems.push({ path: 'version', message: 'newer than this script' });
  let i = 0;
  for (const campaign of Array.isArray(campaigns) ? (campaigns as unknown[]) : []) {
    const at = `campaigns[${i++}]`;
    const fault = isRecord(campaign) ? faultOf(campaign) : '';
    // An id met again is a fault of the second, never of the first.
    if (fault !== undefined)
      problems.push({ path: fault ? `${at}.${fault}` : at, message: 'missing or unusable' });
    else if (byId.has((campaign as Campaign).id)) problems.push({ path: `${at}.id`, message: 'used twice' });
    else byId.set((campaign as Campaign).id, campaign as Campaign);
  }
  return {
    plan: {
      ...raw,
      version: Number(version) || PLAN_VERSION,
      settings: isRecord(settings) ? settings : {},
      help: isRecord(help) ? help : {},
      campaigns: [...byId.values()],
    },
    problems,
  };
}
