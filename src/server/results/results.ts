import type {
  CampaignResults,
  Cut,
  OutcomeCounts,
  QuestionResult,
  ResultsOverview,
  StepResult,
  Tally,
} from '../../model/contract/results.js';
import { CUTS } from '../../model/contract/results.js';
import { LEVERS } from '../../model/schema/campaign.js';
import { PROFILES } from '../../model/profiles.js';
import { mayUseSpace, type Principal } from '../access/principal.js';
import { HttpProblem } from '../http/problem.js';
import { NO_SCHOOL, OUTCOMES, questionMetric, RESPONSES, SEARCHES } from '../intake/increments.js';
import type { CampaignFacts } from '../plans/facts.js';
import type { Settings } from '../settings.js';
import type { Store } from '../store/database.js';
import { scoreOf } from './score.js';
import { totals, visibleCells, type Cell, type Population, type Withheld } from './visible.js';

/** Free texts shown; more nobody reads on a page. */
const MAX_TEXTS = 500;
const TYPES = ['shown', 'started', 'completed', 'dismissed', 'snoozed', 'acknowledged'] as const;

interface Known {
  id: string;
  space: string;
  current: boolean;
  facts: CampaignFacts;
  versions: number[];
}

type Who = Pick<Principal, 'scope'>;

const NO_FACTS: CampaignFacts = {
  kind: 'help',
  version: 1,
  title: 'Aide',
  profiles: [],
  repeats: false,
  acknowledges: false,
  steps: [],
  questions: [],
};

/** What was counted, for whom may see it. Withholding is done by the queries (visible.ts). */
export class Results {
  readonly #store: Store;
  readonly #settings: Pick<Settings, 'tenant' | 'threshold'>;

  constructor(store: Store, settings: Pick<Settings, 'tenant' | 'threshold'>) {
    this.#store = store;
    this.#settings = settings;
  }

  async campaign(id: string, who: Who, version?: number): Promise<CampaignResults> {
    const known = (await this.#known([id])).find((one) => this.#maySee(who, one));
    if (!known) throw new HttpProblem('not-found', `No campaign ${JSON.stringify(id)} that you may see.`);
    const { facts } = known;
    const wanted = version ?? known.versions[0] ?? facts.version;
    const { tenant, threshold } = this.#settings;
    const population = this.#population(who, known);
    const question = { tenant, campaigns: [{ campaign: id, version: wanted }], population, threshold };
    const [all, groups] = await Promise.all([
      totals(this.#store.db, question, who.scope.kind === 'all'),
      visibleCells(this.#store.db, { ...question, cuts: CUTS }),
    ]);
    const reading = new Reading(all, groups);
    const outcomes = reading.outcomes();
    const responses = reading.count(RESPONSES);
    const texts = await this.#texts(known, wanted, population, reading);
    return {
      ...headOf(known),
      version: wanted,
      threshold,
      ...(outcomes && { outcomes }),
      outcomesBy: reading.cut(OUTCOMES, (items) => outcomeCounts(items)),
      steps: stepsOf(facts, reading.items(OUTCOMES)),
      ...(responses !== undefined && { responses }),
      responsesBy: reading.cut(RESPONSES, (items) => ({ n: items[''] ?? 0 })),
      questions: facts.questions
        .filter(({ kind }) => kind !== 'info')
        .map((one): QuestionResult => {
          const total = reading.count(questionMetric(one.id));
          const given = texts.get(one.id);
          return {
            id: one.id,
            kind: one.kind,
            title: one.title,
            options: one.options,
            ...(total !== undefined && { total: tallyOf(one.kind, reading.items(questionMetric(one.id))) }),
            by: reading.cut(questionMetric(one.id), (items) => tallyOf(one.kind, items)),
            ...(given && { texts: given }),
          };
        }),
    };
  }

  async overview(who: Who): Promise<ResultsOverview> {
    const { tenant, threshold } = this.#settings;
    const known = (await this.#known()).filter((one) => this.#maySee(who, one));
    const byPopulation = [
      known.filter((one) => this.#population(who, one) === 'everybody'),
      known.filter((one) => this.#population(who, one) !== 'everybody'),
    ];
    const cells: Cell[] = [];
    const groups: Cell[] = [];
    for (const some of byPopulation) {
      if (!some[0]) continue;
      const population = this.#population(who, some[0]);
      const campaigns = some.map((one) => ({ campaign: one.id, version: newestOf(one) }));
      const question = { tenant, campaigns, population, threshold };
      cells.push(...(await totals(this.#store.db, question, who.scope.kind === 'all')));
      groups.push(
        ...(await visibleCells(this.#store.db, { ...question, cuts: ['profile'], metric: OUTCOMES })).cells,
      );
    }
    const readings = new Map(
      known.map((one) => [
        one.id,
        new Reading(
          cells.filter(({ campaign }) => campaign === one.id),
          { cells: groups.filter(({ campaign }) => campaign === one.id), withheld: [] },
        ),
      ]),
    );
    return {
      threshold,
      campaigns: known.filter(({ facts }) => facts !== NO_FACTS).map((one) => lineOf(one, readings.get(one.id)!)),
      coverage: coverageOf(known, readings),
      searches: searchesOf(known, readings, threshold),
      missing: known
        .flatMap((one) =>
          stepsOf(one.facts, readings.get(one.id)!.items(OUTCOMES))
            .filter(({ missing }) => missing > 0)
            .map(({ id, page, missing }) => ({ page, campaign: one.id, step: id, n: missing })),
        )
        .sort((a, b) => b.n - a.n),
    };
  }

  /** A school sees what is shown to everybody, and what is its own. */
  #maySee({ scope }: Who, { space, id }: Known): boolean {
    return space === 'all' || id === 'help' || id === 'news' || mayUseSpace(scope, space);
  }

  /** Everybody where the campaign is one's own, or all is; else one's schools. */
  #population({ scope }: Who, { space }: Known): Population {
    if (scope.kind === 'all') return 'everybody';
    return space !== 'all' && mayUseSpace(scope, space) ? 'everybody' : scope.schools;
  }

  async #known(ids?: readonly string[]): Promise<Known[]> {
    const { tenant } = this.#settings;
    let campaigns = this.#store.db
      .selectFrom('campaign')
      .select(['id', 'space', 'current', 'facts'])
      .where('tenant', '=', tenant)
      .orderBy('id');
    let counted = this.#store.db
      .selectFrom('counted')
      .select(['campaign', 'version'])
      .where('tenant', '=', tenant)
      .orderBy('version', 'desc');
    if (ids) {
      campaigns = campaigns.where('id', 'in', ids);
      counted = counted.where('campaign', 'in', ids);
    }
    const [rows, versions] = await Promise.all([campaigns.execute(), counted.execute()]);
    const versionsOf = (id: string) =>
      versions.filter(({ campaign }) => campaign === id).map(({ version }) => version);
    const known = rows.map(
      ({ id, space, current, facts }): Known => ({
        id,
        space,
        current: current === 1,
        facts: JSON.parse(facts) as CampaignFacts,
        versions: versionsOf(id),
      }),
    );
    const names = new Set(known.map(({ id }) => id));
    const others = [...new Set(versions.map(({ campaign }) => campaign))].filter((id) => !names.has(id));
    return [
      ...known,
      ...others.map((id): Known => ({ id, space: 'all', current: true, facts: NO_FACTS, versions: versionsOf(id) })),
    ];
  }

  /** Words without dimension, and only where enough people wrote. */
  async #texts(
    { id, facts }: Known,
    version: number,
    population: Population,
    reading: Reading,
  ): Promise<Map<string, string[]>> {
    const asked = facts.questions
      .filter(({ kind }) => /text$/.test(kind))
      .map(({ id: question }) => question)
      .filter((question) => reading.count(questionMetric(question)) !== undefined);
    const found = new Map(asked.map((question): [string, string[]] => [question, []]));
    if (!asked.length) return found;
    let query = this.#store.db
      .selectFrom('response')
      .select('answers')
      .where('tenant', '=', this.#settings.tenant)
      .where('campaign', '=', id)
      .where('version', '=', version)
      .limit(5000);
    if (population !== 'everybody') query = query.where('school', 'in', population.length ? [...population] : ['']);
    for (const { answers } of await query.execute()) {
      const given = JSON.parse(answers) as Record<string, unknown>;
      for (const [question, texts] of found) {
        const text = given[question];
        if (typeof text === 'string' && text.trim() && texts.length < MAX_TEXTS) texts.push(text);
      }
    }
    const { threshold } = this.#settings;
    for (const [question, texts] of found)
      if (texts.length < threshold) found.delete(question);
      else texts.sort((a, b) => a.localeCompare(b, 'fr'));
    return found;
  }
}

type Items = Readonly<Record<string, number>>;

/** Cells, as the answer groups them. */
class Reading {
  readonly #totals = new Map<string, Record<string, number>>();
  readonly #groups = new Map<string, Map<string, Record<string, number>>>();
  readonly #withheld: readonly Withheld[];

  constructor(all: readonly Cell[], { cells, withheld }: { cells: readonly Cell[]; withheld: readonly Withheld[] }) {
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

const outcomeCounts = (items: Items): OutcomeCounts =>
  Object.fromEntries(TYPES.map((type) => [type, items[type] ?? 0])) as OutcomeCounts;

function tallyOf(kind: string, items: Items): Tally {
  const answers: Record<string, number> = {};
  for (const [item, n] of Object.entries(items)) if (item.startsWith('=')) answers[item.slice(1)] = n;
  const score = scoreOf(kind, answers);
  return { n: items[''] ?? 0, answers, ...(score && { score }) };
}

const newestOf = ({ versions, facts }: Known): number => versions[0] ?? facts.version;

const headOf = ({ id, space, current, facts, versions }: Known) => ({
  id,
  kind: facts.kind as CampaignResults['kind'],
  title: facts.title,
  ...(facts.lever !== undefined && { lever: facts.lever }),
  space,
  versions,
  current,
});

/** Steps of the plan in their order, then those that only older versions had. */
function stepsOf(facts: CampaignFacts, items: Items): StepResult[] {
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
  if (facts.kind !== 'tour') for (const [id, one] of counts) if (!one.missing) counts.delete(id);
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

function lineOf(known: Known, reading: Reading): ResultsOverview['campaigns'][number] {
  const outcomes = reading.outcomes();
  const responses = reading.count(RESPONSES);
  const scored = known.facts.questions
    .filter(({ id }) => reading.count(questionMetric(id)) !== undefined)
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
function coverageOf(known: readonly Known[], readings: ReadonlyMap<string, Reading>): ResultsOverview['coverage'] {
  return PROFILES.flatMap((profile) =>
    LEVERS.map((lever) => {
      const some = known.filter(
        ({ current, facts }) =>
          current &&
          facts !== NO_FACTS &&
          (facts.lever ?? 'communication') === lever &&
          (!facts.profiles.length || facts.profiles.includes(profile)),
      );
      const shown = some.flatMap(({ id }) => readings.get(id)?.groups(OUTCOMES, 'profile').get(profile)?.['shown'] ?? []);
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
function searchesOf(
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
