import type { CampaignResults, QuestionResult, ResultsOverview } from '../../model/contract/results.js';
import { CUTS } from '../../model/contract/results.js';
import { mayUseSpace, type Principal, schoolsOfSpace } from '../access/principal.js';
import { HttpProblem } from '../http/problem.js';
import {
  isUnsigned,
  NO_SCHOOL,
  OUTCOMES,
  questionMetric,
  RESPONSES,
  UNSIGNED,
  wordsIn,
} from '../intake/increments.js';
import { readEditions } from '../plans/editions.js';
import type { CampaignFacts } from '../plans/facts.js';
import type { Settings } from '../settings.js';
import type { Store } from '../store/database.js';
import {
  coverageOf,
  factsIn,
  headOf,
  type Known,
  lineOf,
  newestOf,
  NO_FACTS,
  outcomeCounts,
  Reading,
  searchesOf,
  stepsOf,
  tallyOf,
} from './reading.js';
import { type Asked, totals, visibleCells, type Population } from './visible.js';

/** Free texts shown; more nobody reads on a page. */
const MAX_TEXTS = 500;

type Who = Pick<Principal, 'scope'>;

/** A region has thousands of schools, each with its own counters: they are added up when they are asked for. */
const isFew = (population: Population): boolean =>
  population !== 'everybody' && population.filter((school) => !isUnsigned(school)).length <= 50;

function byCampaign<T extends { campaign: string }>(rows: readonly T[]): Map<string, T[]> {
  const found = new Map<string, T[]>();
  for (const row of rows) {
    const some = found.get(row.campaign);
    if (some) some.push(row);
    else found.set(row.campaign, [row]);
  }
  return found;
}

/** What was counted, for whom may see it. Withholding is done by the queries (visible.ts). */
export class Results {
  readonly #store: Store;
  readonly #settings: Pick<Settings, 'tenant' | 'threshold' | 'districts'>;

  constructor(store: Store, settings: Pick<Settings, 'tenant' | 'threshold' | 'districts'>) {
    this.#store = store;
    this.#settings = settings;
  }

  /** @throws {HttpProblem} 404 */
  async campaign(...asked: Parameters<Results['find']>): Promise<CampaignResults> {
    const found = await this.find(...asked);
    if (!found)
      throw new HttpProblem('not-found', `No campaign ${JSON.stringify(asked[0])} that you may see.`);
    return found;
  }

  /** Undefined where no campaign of this id is there for them. */
  async find(
    id: string,
    who: Who,
    { version, bySchool = false }: { version?: number | undefined; bySchool?: boolean } = {},
  ): Promise<CampaignResults | undefined> {
    const known = (await this.#known([id])).find((one) => this.#maySee(who, one));
    if (!known) return undefined;
    const wanted = version ?? newestOf(known);
    const facts = factsIn(known, wanted);
    const { tenant, threshold } = this.#settings;
    const population = this.#population(who, known);
    const asked = [{ campaigns: [{ campaign: id, version: wanted }], population }];
    const question = { tenant, asked, threshold };
    const [all, groups] = await Promise.all([
      totals(this.#store.db, question, who.scope.kind === 'all'),
      visibleCells(this.#store.db, {
        ...question,
        cuts: CUTS.filter((cut) => cut !== 'school' || bySchool || isFew(population)),
      }),
    ]);
    const reading = new Reading(all, groups);
    const outcomes = reading.outcomes();
    const responses = reading.count(RESPONSES);
    const texts = await this.#texts({ id, facts }, wanted, population, reading);
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
            ...(total !== undefined && {
              total: tallyOf(one.kind, reading.items(questionMetric(one.id)), threshold),
            }),
            by: reading.cut(questionMetric(one.id), (items) => tallyOf(one.kind, items)),
            ...(given && { texts: given }),
          };
        }),
    };
  }

  async overview(who: Who): Promise<ResultsOverview> {
    const { tenant, threshold } = this.#settings;
    const known = (await this.#known()).filter((one) => this.#maySee(who, one));
    const byPopulation = new Map<string, Asked & { campaigns: { campaign: string; version: number }[] }>();
    for (const one of known) {
      const population = this.#population(who, one);
      const key = String(population);
      const asked = byPopulation.get(key) ?? { campaigns: [], population };
      asked.campaigns.push({ campaign: one.id, version: newestOf(one) });
      byPopulation.set(key, asked);
    }
    const question = { tenant, asked: [...byPopulation.values()], threshold };
    const cells = byCampaign(await totals(this.#store.db, question, who.scope.kind === 'all'));
    const groups = byCampaign(
      (await visibleCells(this.#store.db, { ...question, cuts: ['profile'], metric: OUTCOMES })).cells,
    );
    const readings = new Map(
      known.map(({ id }) => [
        id,
        new Reading(cells.get(id) ?? [], { cells: groups.get(id) ?? [], withheld: [] }),
      ]),
    );
    return {
      threshold,
      campaigns: known
        .filter(({ facts }) => facts !== NO_FACTS)
        .map((one) => lineOf(one, readings.get(one.id)!)),
      coverage: coverageOf(known, readings),
      searches: searchesOf(known, readings, threshold),
      missing: known
        .flatMap((one) =>
          stepsOf(factsIn(one, newestOf(one)), readings.get(one.id)!.items(OUTCOMES))
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

  /**
   * Of the ENT's campaign everybody, or one's schools. Of a school's or district's its schools, whoever asks, and who named
   * none: it is shown there alone, so that what comes from elsewhere was given to another campaign of the same id.
   */
  #population({ scope }: Who, { space }: Known): Population {
    const own = schoolsOfSpace(space, this.#settings.districts);
    if (own) return [...own, NO_SCHOOL, UNSIGNED, ...own.map((school) => `${UNSIGNED}${school}`)];
    return scope.kind === 'all' ? 'everybody' : scope.schools;
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
    const [rows, versions, editions] = await Promise.all([
      campaigns.execute(),
      counted.execute(),
      readEditions(this.#store.db, tenant, ids),
    ]);
    const counts = byCampaign(versions);
    const versionsOf = (id: string) => (counts.get(id) ?? []).map(({ version }) => version);
    const known = rows.map(({ id, space, current, facts }): Known => ({
      id,
      space,
      current: current === 1,
      facts: JSON.parse(facts) as CampaignFacts,
      editions: editions.get(id) ?? [],
      versions: versionsOf(id),
    }));
    const names = new Set(known.map(({ id }) => id));
    const others = [...new Set(versions.map(({ campaign }) => campaign))].filter((id) => !names.has(id));
    return [
      ...known,
      ...others.map((id): Known => ({
        id,
        space: 'all',
        current: true,
        facts: NO_FACTS,
        editions: [],
        versions: versionsOf(id),
      })),
    ];
  }

  /** Words without dimension, and only where enough people wrote: what came without a token may be one person's. */
  async #texts(
    { id, facts }: Pick<Known, 'id' | 'facts'>,
    version: number,
    population: Population,
    reading: Reading,
  ): Promise<Map<string, string[]>> {
    const asked = facts.questions.flatMap((question) => {
      const place = wordsIn(question);
      const isSeen = reading.count(questionMetric(question.id)) !== undefined;
      return place !== undefined && isSeen ? [[question.id, place] as const] : [];
    });
    const found = new Map(asked.map(([question]): [string, string[]] => [question, []]));
    if (!asked.length) return found;
    let query = this.#store.db
      .selectFrom('response')
      .select(['answers', 'school'])
      .where('tenant', '=', this.#settings.tenant)
      .where('campaign', '=', id)
      .where('version', '=', version)
      .where('worded', '=', 1)
      .limit(MAX_TEXTS * 2);
    if (population !== 'everybody') {
      const schools = population.map((school) => (school === NO_SCHOOL ? '' : school));
      query = query.where('school', 'in', schools.length ? schools : [NO_SCHOOL]);
    }
    const people = new Map<string, number>();
    for (const { answers, school } of await query.execute()) {
      const given = JSON.parse(answers) as Record<string, unknown>;
      for (const [question, place] of asked) {
        const [texts, text] = [found.get(question)!, given[place]];
        if (typeof text !== 'string' || !text.trim()) continue;
        if (!isUnsigned(school)) people.set(question, (people.get(question) ?? 0) + 1);
        if (texts.length < MAX_TEXTS) texts.push(text);
      }
    }
    const { threshold } = this.#settings;
    for (const [question, texts] of found)
      if ((people.get(question) ?? 0) < threshold) found.delete(question);
      else texts.sort((a, b) => a.localeCompare(b, 'fr'));
    return found;
  }
}
