import type {
  CampaignResults,
  Cut,
  OutcomeCounts,
  ResultsOverview,
  StepResult,
  Tally,
} from '../../model/contract/results.js';
import { CUTS } from '../../model/contract/results.js';
import { LEVERS } from '../../model/schema/campaign.js';
import { PROFILES } from '../../model/profile-ids.js';
import { NO_SCHOOL, OUTCOMES, questionMetric, RESPONSES, SEARCHES } from '../intake/increments.js';
import { RESERVED_IDS } from '../plans/check-space.js';
import { factsOfVersion, type Edition } from '../plans/editions.js';
import type { CampaignFacts } from '../plans/facts.js';
import { datesOf } from './dates.js';
import { scoreOf } from './score.js';
import type { Cell, Withheld } from './visible.js';

const TYPES = ['shown', 'started', 'completed', 'dismissed', 'snoozed', 'acknowledged'] as const;

/** A campaign that was published, now or once. */
export interface Known {
  id: string;
  space: string;
  current: boolean;
  /** As it is published now, or was last. */
  facts: CampaignFacts;
  /** As it was at each change of what is counted. */
  editions: readonly Edition[];
  versions: number[];
}

/** A version has its own questions, steps and words: it is read with those. */
export const factsIn = ({ editions, facts }: Known, version: number): CampaignFacts =>
  factsOfVersion(editions, version) ?? facts;

/** Of help as a whole, which is no campaign. */
export const NO_FACTS: CampaignFacts = {
  kind: 'help',
  version: 1,
  title: 'Aide',
  profiles: [],
  repeats: false,
  acknowledges: false,
  steps: [],
  questions: [],
};

type Items = Readonly<Record<string, number>>;

/** Cells, as the answer groups them. */
export class Reading {
  readonly #totals = new Map<string, Record<string, number>>();
  readonly #groups = new Map<string, Map<string, Record<string, number>>>();
  readonly #withheld: readonly Withheld[];

  constructor(
    all: readonly Cell[],
    { cells, withheld }: { cells: readonly Cell[]; withheld: readonly Withheld[] },
  ) {
    this.#withheld = withheld;
    for (const { metric, item, n } of all) {
      const items = this.#totals.get(metric) ?? {};
      items[item] = n;
      this.#totals.set(metric, items);
    }
    for (const { metric, cut, value, item, n } of cells) {
      const key = `${metric}\n${cut}`;
      const groups = this.#groups.get(key) ?? new Map<string, Record<string, number>>();
      const items = groups.get(value) ?? {};
      items[item] = n;
      groups.set(value, items);
      this.#groups.set(key, groups);
    }
  }

  items(metric: string): Items {
    return this.#totals.get(metric) ?? {};
  }

  count(metric: string): number | undefined {
    return this.#totals.get(metric)?.[''];
  }

  outcomes(): OutcomeCounts | undefined {
    const items = this.#totals.get(OUTCOMES);
    return items && outcomeCounts(items);
  }

  groups(metric: string, cut: Cut): ReadonlyMap<string, Items> {
    return this.#groups.get(`${metric}\n${cut}`) ?? new Map<string, Items>();
  }

  cut<T extends object>(metric: string, read: (items: Items) => T) {
    const cuts: Partial<Record<Cut, { groups: ({ value: string } & T)[]; withheld: number }>> = {};
    for (const cut of CUTS) {
      const withheld = this.#withheld.find((one) => one.metric === metric && one.cut === cut)?.groups ?? 0;
      const groups = [...this.groups(metric, cut)]
        .map(([value, items]) => ({ value: value === NO_SCHOOL ? '' : value, ...read(items) }))
        .sort((a, b) => (a.value < b.value ? -1 : 1));
      if (groups.length || withheld) cuts[cut] = { groups, withheld };
    }
    return cuts;
  }
}

export const outcomeCounts = (items: Items): OutcomeCounts =>
  Object.fromEntries(TYPES.map((type) => [type, items[type] ?? 0])) as OutcomeCounts;

/** @param threshold of the days of a date, which are told by whom all are told of alone */
export function tallyOf(kind: string, items: Items, threshold?: number): Tally {
  let answers: Record<string, number> = {};
  for (const [item, n] of Object.entries(items)) if (item.startsWith('=')) answers[item.slice(1)] = n;
  if (kind === 'date') answers = threshold === undefined ? {} : datesOf(answers, threshold);
  const score = scoreOf(kind, answers);
  return { n: items[''] ?? 0, answers, ...(score && { score }) };
}

/**
 * The version that is read where none is named: the one that is published, else the highest that ever was, as far as
 * something was counted for it. What a row says is no version of ours, however high.
 */
export function newestOf({ id, versions, facts, editions }: Known): number {
  const published = RESERVED_IDS.has(id) ? [NO_FACTS.version] : editions.map(({ version }) => version);
  const isOurs = facts !== NO_FACTS && versions.includes(facts.version);
  return isOurs
    ? facts.version
    : (versions.find((one) => published.includes(one)) ?? versions[0] ?? facts.version);
}

export const headOf = ({ id, space, current, facts, versions }: Known) => ({
  id,
  kind: facts.kind as CampaignResults['kind'],
  title: facts.title,
  ...(facts.lever !== undefined && { lever: facts.lever }),
  space,
  versions,
  current,
});

/** Steps of the plan in their order, then those that only older versions had; of help, its articles. */
export function stepsOf(facts: CampaignFacts, items: Items): StepResult[] {
  const counts = new Map<string, { viewed: number; left: number; missing: number }>();
  const pages = new Map<string, Set<string>>();
  for (const [item, n] of Object.entries(items)) {
    const [type = '', step, page] = item.split('@');
    if (step === undefined) continue;
    if (page !== undefined) {
      if (type === 'missing') pages.set(step, (pages.get(step) ?? new Set()).add(page));
      continue;
    }
    const one = counts.get(step) ?? { viewed: 0, left: 0, missing: 0 };
    if (type === 'step') one.viewed = n;
    else if (type === 'dismissed') one.left = n;
    else if (type === 'missing') one.missing = n;
    else continue;
    counts.set(step, one);
  }
  if (facts.kind !== 'tour' && facts.kind !== 'help')
    for (const [id, one] of counts) if (!one.missing) counts.delete(id);
  const known = facts.steps.map(({ id }) => id);
  return [...known, ...[...counts.keys()].filter((id) => !known.includes(id))].map((id) => {
    const step = facts.steps.find((one) => one.id === id);
    return {
      id,
      title: step?.title ?? '',
      page: [...(pages.get(id) ?? [])].join(' ') || (step?.page ?? ''),
      ...(counts.get(id) ?? { viewed: 0, left: 0, missing: 0 }),
    };
  });
}

export function lineOf(known: Known, reading: Reading): ResultsOverview['campaigns'][number] {
  const outcomes = reading.outcomes();
  const responses = reading.count(RESPONSES);
  const scored = factsIn(known, newestOf(known))
    .questions.filter(({ id }) => reading.count(questionMetric(id)) !== undefined)
    .map(({ id, kind }) => tallyOf(kind, reading.items(questionMetric(id))).score)
    .find((score) => score && score.name !== 'share');
  const share =
    known.facts.acknowledges && outcomes?.shown
      ? Math.min(1, Math.round((outcomes.acknowledged / outcomes.shown) * 1000) / 1000)
      : undefined;
  return {
    ...headOf(known),
    version: newestOf(known),
    ...(outcomes && { outcomes }),
    ...(responses !== undefined && { responses }),
    ...(share !== undefined && { acknowledgedShare: share }),
    ...(scored && { score: scored }),
  };
}

/** Who is spoken to, and how: a hole in this table is people whom the change reaches by no lever. */
export function coverageOf(
  known: readonly Known[],
  readings: ReadonlyMap<string, Reading>,
): ResultsOverview['coverage'] {
  return PROFILES.flatMap((profile) =>
    LEVERS.map((lever) => {
      const some = known.filter(
        ({ current, facts }) =>
          current &&
          facts !== NO_FACTS &&
          (facts.lever ?? 'communication') === lever &&
          (!facts.profiles.length || facts.profiles.includes(profile)),
      );
      const shown = some.flatMap(
        ({ id }) => readings.get(id)?.groups(OUTCOMES, 'profile').get(profile)?.['shown'] ?? [],
      );
      return {
        profile,
        lever,
        campaigns: some.length,
        ...(shown.length > 0 && { shown: shown.reduce((sum, n) => sum + n, 0) }),
      };
    }),
  );
}

/** A rare search may be a name: only what as many people as the threshold looked for is shown in its words. */
export function searchesOf(
  known: readonly Known[],
  readings: ReadonlyMap<string, Reading>,
  threshold: number,
): ResultsOverview['searches'] {
  const counts = new Map<string, number>();
  for (const { id } of known)
    for (const [item, n] of Object.entries(readings.get(id)?.items(SEARCHES) ?? {}))
      counts.set(item.slice(1), (counts.get(item.slice(1)) ?? 0) + n);
  const words = [...counts]
    .filter(([text, n]) => n >= threshold && text && text !== '…')
    .sort((a, b) => b[1] - a[1])
    .slice(0, 100)
    .map(([text, n]) => ({ text, n }));
  const shown = words.reduce((sum, { n }) => sum + n, 0);
  return { words, rare: [...counts.values()].reduce((sum, n) => sum + n, 0) - shown };
}
