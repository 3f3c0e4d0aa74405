import { sql, type RawBuilder } from 'kysely';
import type { Db } from '../store/database.js';

/** Whose rows are looked at: everybody's, or those of some schools. */
export type Population = 'everybody' | readonly string[];

export interface Question {
  tenant: string;
  campaigns: readonly { campaign: string; version: number }[];
  population: Population;
  /** Fewest that a group may stand on. */
  threshold: number;
  cuts: readonly ('profile' | 'degree' | 'week' | 'school')[];
  /** Absent: all. */
  metric?: string;
}

export interface Cell {
  campaign: string;
  version: number;
  metric: string;
  cut: string;
  value: string;
  item: string;
  n: number;
}

export interface Withheld {
  campaign: string;
  version: number;
  metric: string;
  cut: string;
  groups: number;
}

/** Outcomes that a person has about once: what a group's size is told by. Steps and clicks are many of one person. */
const PERSONAL = ['shown', 'started', 'completed', 'dismissed', 'snoozed', 'acknowledged'];

const listOf = (values: readonly string[]): RawBuilder<unknown> => sql.join(values.map((value) => sql`${value}`));

const campaignsOf = (campaigns: Question['campaigns']): RawBuilder<unknown> =>
  sql.join(
    campaigns.map(({ campaign, version }) => sql`(campaign = ${campaign} and version = ${version})`),
    sql` or `,
  );

const schoolsOf = (population: Population, each: boolean): RawBuilder<unknown> =>
  population === 'everybody'
    ? each
      ? sql`school <> ''`
      : sql`school = ''`
    : population.length
      ? sql`school in (${listOf(population)})`
      : sql`1 = 0`;

/** Every counter of every group asked for. */
function cells({ tenant, campaigns, population, cuts, metric }: Question): RawBuilder<unknown> {
  const only = metric === undefined ? sql`1 = 1` : sql`metric = ${metric}`;
  const plain = cuts.filter((cut) => cut !== 'school');
  const parts: RawBuilder<unknown>[] = [];
  if (plain.length)
    parts.push(sql`
      select campaign, version, metric, cut, value, item, sum(n) as n from rollup
      where tenant = ${tenant} and (${campaignsOf(campaigns)}) and cut in (${listOf(plain)})
        and ${schoolsOf(population, false)} and ${only}
      group by campaign, version, metric, cut, value, item`);
  if (cuts.includes('school'))
    parts.push(sql`
      select campaign, version, metric, 'school' as cut, school as value, item, sum(n) as n from rollup
      where tenant = ${tenant} and (${campaignsOf(campaigns)}) and cut = ''
        and ${schoolsOf(population, true)} and ${only}
      group by campaign, version, metric, school, item`);
  return sql.join(parts, sql` union all `);
}

/**
 * Groups by size, and which of them may be seen. In each cut of each metric the total is known, so that one group left
 * out could be found by subtraction. Hence: where a group is below the threshold, the smallest groups are left out, in
 * the order of their size, until there are two of them at least and together they are not below it. What can be
 * subtracted from the total is then never less than the threshold.
 */
const judged = (question: Question): RawBuilder<unknown> => {
  const k = question.threshold;
  return sql`
  with cell as (${cells(question)}),
  sized as (
    select campaign, version, metric, cut, value,
      coalesce(max(case when metric <> 'o' or item in (${listOf(PERSONAL)}) then n end), 0) as size
    from cell group by campaign, version, metric, cut, value
  ),
  ranked as (
    select sized.*,
      min(size) over (partition by campaign, version, metric, cut) as least,
      row_number() over (partition by campaign, version, metric, cut order by size, value) as place,
      coalesce(sum(size) over (partition by campaign, version, metric, cut order by size, value
        rows between unbounded preceding and 1 preceding), 0) as smaller
    from sized
  ),
  judged as (
    select campaign, version, metric, cut, value,
      case when size < ${k} or (least < ${k} and (smaller < ${k} or place <= 2)) then 0 else 1 end as seen
    from ranked
  )`;
};

/** The counters of the groups that may be seen, and how many groups may not. */
export async function visibleCells(
  db: Db,
  question: Question,
): Promise<{ cells: Cell[]; withheld: Withheld[] }> {
  if (!question.campaigns.length || !question.cuts.length) return { cells: [], withheld: [] };
  const { rows } = await sql<Cell & { seen: number }>`${judged(question)}
    select cell.campaign, cell.version, cell.metric, cell.cut, cell.value, cell.item, cell.n, 1 as seen
    from cell join judged on judged.campaign = cell.campaign and judged.version = cell.version
      and judged.metric = cell.metric and judged.cut = cell.cut and judged.value = cell.value
    where judged.seen = 1
    union all
    select campaign, version, metric, cut, '' as value, '' as item, count(*) as n, 0 as seen
    from judged where seen = 0 group by campaign, version, metric, cut`.execute(db);
  const found = rows.map((row) => ({ ...row, n: Number(row.n), seen: Number(row.seen) }));
  return {
    cells: found.filter(({ seen }) => seen === 1),
    withheld: found
      .filter(({ seen }) => seen === 0)
      .map(({ campaign, version, metric, cut, n }) => ({ campaign, version, metric, cut, groups: n })),
  };
}

/**
 * Totals of the whole population. Answers below the threshold are left out by the query; so are outcomes, unless
 * `outcomesAtAnySize`: who answers for everything may see that something was shown three times.
 */
export async function totals(
  db: Db,
  { tenant, campaigns, population, threshold, metric }: Omit<Question, 'cuts'>,
  outcomesAtAnySize: boolean,
): Promise<Cell[]> {
  if (!campaigns.length) return [];
  const only = metric === undefined ? sql`1 = 1` : sql`metric = ${metric}`;
  const free = outcomesAtAnySize ? sql`metric in ('o', 's')` : sql`1 = 0`;
  const { rows } = await sql<Cell>`
    with cell as (
      select campaign, version, metric, item, sum(n) as n from rollup
      where tenant = ${tenant} and (${campaignsOf(campaigns)}) and cut = ''
        and ${schoolsOf(population, false)} and ${only}
      group by campaign, version, metric, item
    ),
    sized as (
      select campaign, version, metric,
        coalesce(max(case when metric <> 'o' or item in (${listOf(PERSONAL)}) then n end), 0) as size
      from cell group by campaign, version, metric
    )
    select cell.campaign, cell.version, cell.metric, '' as cut, '' as value, cell.item, cell.n
    from cell join sized on sized.campaign = cell.campaign and sized.version = cell.version
      and sized.metric = cell.metric
    where sized.size >= ${threshold} or ${free}`.execute(db);
  return rows.map((row) => ({ ...row, n: Number(row.n) }));
}
