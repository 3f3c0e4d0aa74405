import { decide } from '../../../src/core/director.js';
import type {
  CampaignProgress,
  Context,
  Decision,
  Page,
  PlanIndex,
  Progress,
  Refusal,
  Slot,
} from '../../../src/core/types.js';
import type { Campaign } from '../../../src/model/schema/campaign.js';

/** Tuesday 15 September 2026, 10:00 in Paris. */
export const NOW = Date.parse('2026-09-15T10:00:00+02:00');
export const HOUR = 36e5;
export const DAY = 24 * HOUR;

/** A teacher of a primary school, on the home page. */
export const TEACHER: Context = {
  user: {
    key: 'b1946ac9',
    profiles: ['National_ENS'],
    schools: ['0750001A', '0750002B'],
    degrees: ['1d'],
    levels: ['CM2'],
    groups: ['pilote'],
    functions: ['DIR'],
    arrived: '2026-09-01',
  },
  service: 'messagerie',
  locale: 'fr-FR',
};

/** A tour that is for everybody, always, unless told otherwise. */
export const campaign = (more: object = {}): Campaign =>
  ({ id: 'c', kind: 'tour', content: { steps: [{ id: 'a' }] }, ...more }) as unknown as Campaign;

export const banner = (more: object = {}): Campaign =>
  campaign({ id: 'b', kind: 'banner', content: { title: 'B' }, ...more });

export const planOf = (campaigns: unknown[], settings: object = {}): PlanIndex =>
  ({ version: 1, campaigns, settings: { timeZone: 'Europe/Paris', ...settings } }) as unknown as PlanIndex;

export const page = (more: Partial<Page> & { on?: string[] } = {}): Page => ({
  path: '/',
  since: NOW,
  isPresent: (target) => (more.on ?? []).includes(target as string),
  events: new Map(),
  showing: new Map<string, Slot>(),
  ...more,
});

export const entry = (more: Partial<CampaignProgress> = {}): CampaignProgress => ({
  version: 1,
  status: 'shown',
  shown: 1,
  lastShown: NOW - DAY,
  at: NOW - DAY,
  ...more,
});

interface Scene {
  settings?: object;
  context?: Context;
  progress?: Progress;
  page?: Page;
  now?: number;
}

export const decideOn = (campaigns: unknown[], scene: Scene = {}): Decision =>
  decide(
    planOf(campaigns, scene.settings),
    scene.context ?? TEACHER,
    scene.progress ?? { campaigns: {} },
    scene.page ?? page(),
    scene.now ?? NOW,
  );

/** Why the first campaign is refused; undefined when it is shown. */
export const refusalOf = (one: Campaign, scene: Scene = {}): Refusal | undefined =>
  decideOn([one], scene).refusals[0];

/** Chance that can be repeated (mulberry32). */
export function seeded(seed: number): () => number {
  return () => {
    seed = (seed + 0x6d2b79f5) | 0;
    let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}
