import { sql, type RawBuilder } from 'kysely';
import { isUnsigned, UNSIGNED } from '../intake/increments.js';
import type { Db } from '../store/database.js';

/**
 * Whose rows are looked at: everybody's, or those of some schools; NO_SCHOOL, and schools that are UNSIGNED, among them
 * where they are meant.
 */
export type Population = 'everybody' | readonly string[];

/** Campaigns that are read for the same schools. */
export interface Asked {
  campaigns: readonly { campaign: string; version: number }[];
  population: Population;
}

export interface Question {
  tenant: string;
  asked: readonly Asked[];
  /** Fewest that a group may stand on. */
  threshold: number;
  /** With `school`, `degree` too: which schools may be seen depends on it. */
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

const listOf = (values: readonly string[]): RawBuilder<unknown> =>
  sql.join(values.map((value) => sql`${value}`));

/** Campaigns, and names of schools, in one statement: SQLite builds a tree of `or`, and none deeper than 1000. */
const PORTION = 300;

/** All that is asked for, in statements of a bearable length. */
function* portions(asked: Question['asked']): Generator<Asked[]> {
  let some: Asked[] = [];
  let size = 0;
  for (const { campaigns, population } of asked)
    for (let i = 0; i < campaigns.length; i += PORTION) {
      const part = { campaigns: campaigns.slice(i, i + PORTION), population };
      const own = part.campaigns.length + (population === 'everybody' ? 0 : population.length);
      if (some.length && size + own > PORTION) {
        yield some;
        [some, size] = [[], 0];
      }
      some.push(part);
      size += own;
    }
  if (some.length) yield some;
}

/** @param each school by itself */
const schoolsOf = (population: Population, each: boolean): RawBuilder<unknown> => {
  if (population === 'everybody')
    return each ? sql`school <> '' and substr(school, 1, 1) <> ${UNSIGNED}` : sql`school = ''`;
  return population.length ? sql`school in (${listOf(population)})` : sql`1 = 0`;
};

/** What came without a token is in no group. */
const signed = (asked: Question['asked']): Asked[] =>
  asked.map(({ campaigns, population }) => ({
    campaigns,
    population: population === 'everybody' ? population : population.filter((school) => !isUnsigned(school)),
  }));

/** What is asked for, among the counters of a tenant. */
const within = (
  { tenant, asked, metric }: Pick<Question, 'tenant' | 'asked' | 'metric'>,
  each: boolean,
): RawBuilder<unknown> => {
  const parts = asked.map(({ campaigns, population }) => {
    const any = sql.join(
      campaigns.map(({ campaign, version }) => sql`(campaign = ${campaign} and version = ${version})`),
      sql` or `,
    );
    return sql`((${any}) and ${schoolsOf(population, each)})`;
  });
  const only = metric === undefined ? sql`1 = 1` : sql`metric = ${metric}`;
  return sql`tenant = ${tenant} and (${sql.join(parts, sql` or `)}) and ${only}`;
};

/** What a group's size is told by. */
const SIZE = sql`coalesce(max(case when metric <> 'o' or item in (${listOf(PERSONAL)}) then n end), 0)`;

/** Every counter of every group asked for. */
function cells(question: Question): RawBuilder<unknown> {
  const plain = question.cuts.filter((cut) => cut !== 'school');
  const parts: RawBuilder<unknown>[] = [];
  if (plain.length)
    parts.push(sql`
      select campaign, version, metric, cut, value, item, sum(n) as n from rollup
      where ${within(question, false)} and cut in (${listOf(plain)})
      group by campaign, version, metric, cut, value, item`);
  if (question.cuts.includes('school'))
    parts.push(sql`
      select campaign, version, metric, 'school' as cut, school as value, item, sum(n) as n from rollup
      where ${within(question, true)} and cut = ''
      group by campaign, version, metric, school, item`);
  return sql.join(parts, sql` union all `);
}

/**
 * Groups by size, and which of them may be seen. In each cut of each metric the total is known, so that one group left
 * out could be found by subtraction. Hence: where a group is below the threshold, the smallest groups are left out, in
 * the order of their size, until there are two of them at least and together they are not below it. What can be
 * subtracted from the total is then never less than the threshold.
 *
 * Two cuts join where one's groups are known to lie in the other's:
 *
 * - Schools lie in a degree. Degrees less schools is closed by judging schools within each degree that is seen (all that
 *   are not seen are one): what is left of it by the schools seen is nothing, or not below the threshold. A school of
 *   several degrees lies in none, and is left out wherever something is small; its people count as left over. Where a
 *   school's degrees were not counted yet (by an older server), no school is seen beside a degree. Nothing of this depends
 *   on which cuts one request asks for, since two requests join.
 * - Profiles and weeks lie in no school and in no degree: any may have any. Who knows from elsewhere that a profile is
 *   that of one school alone may subtract it; nothing here knows.
 * - Versions are counted apart, and no sum of several is ever given.
 * - A school's viewer is given sums of their own schools alone, never the ENT's, to subtract them from. Two viewers who
 *   put theirs together, and two readings with an answer between them, are not kept from it (guide of the server).
 */
const judged = (question: Question): RawBuilder<unknown> => {
  const k = question.threshold;
  const key = sql`campaign, version, metric`;
  const plain = sql`
  with cell as (${cells(question)}),
  sized as (select ${key}, cut, value, ${SIZE} as size from cell group by ${key}, cut, value),
  ranked as (
    select sized.*,
      min(size) over (partition by ${key}, cut) as least,
      row_number() over (partition by ${key}, cut order by size, value) as place,
      coalesce(sum(size) over (partition by ${key}, cut order by size, value
        rows between unbounded preceding and 1 preceding), 0) as smaller
    from sized where cut <> 'school'
  ),
  plain as (
    select ${key}, cut, value,
      case when size < ${k} or (least < ${k} and (smaller < ${k} or place <= 2)) then 0 else 1 end as seen
    from ranked
  )`;
  if (!question.cuts.includes('school')) return sql`${plain}, judged as (select * from plain)`;
  return sql`${plain},
  part as (
    select ${key}, school, value as degree, ${SIZE} as size from rollup
    where ${within(question, true)} and cut = 'degree' group by ${key}, school, value
  ),
  piece as (
    select part.campaign, part.version, part.metric, part.school,
      case when plain.seen = 1 then 'd' || part.degree else '' end as class, sum(part.size) as size
    from part join plain on plain.campaign = part.campaign and plain.version = part.version
      and plain.metric = part.metric and plain.cut = 'degree' and plain.value = part.degree
    where part.size > 0
    group by part.campaign, part.version, part.metric, part.school,
      case when plain.seen = 1 then 'd' || part.degree else '' end
  ),
  placed as (
    select ${key}, school, class, size,
      count(*) over (partition by ${key}, school) as classes, sum(size) over (partition by ${key}, school) as counted,
      min(size) over (partition by ${key}, school) as least
    from piece
  ),
  beside as (
    select ${key}, class, sum(size) as size from placed where classes > 1 group by ${key}, class
  ),
  school as (
    select ${key}, value, max(size) as size, max(classes) as classes, max(class) as class,
      case when max(least) < max(size) and max(least) > 0 then max(least) else max(size) end as least,
      case when max(counted) < max(size) then 1 else 0 end as torn
    from (
      select ${key}, value, size, 1 as classes, '' as class, 0 as counted, 0 as least from sized where cut = 'school'
      union all
      select ${key}, school as value, 0 as size, classes, class, counted, least from placed
    ) known
    group by ${key}, value
  ),
  among as (
    select school.*, coalesce(beside.size, 0) as beside,
      min(least) over (partition by school.campaign, school.version, school.metric) as smallest,
      max(torn) over (partition by school.campaign, school.version, school.metric) as any_torn,
      min(school.size) over (partition by school.campaign, school.version, school.metric, classes, school.class)
        as least_of_class,
      row_number() over (partition by school.campaign, school.version, school.metric, classes, school.class
        order by school.size, value) as place,
      coalesce(sum(school.size) over (partition by school.campaign, school.version, school.metric, classes,
        school.class order by school.size, value rows between unbounded preceding and 1 preceding), 0) as smaller
    from school left join beside on beside.campaign = school.campaign and beside.version = school.version
      and beside.metric = school.metric and beside.class = school.class
  ),
  judged as (
    select * from plain
    union all
    select ${key}, 'school' as cut, value,
      case
        when any_torn = 1 and exists (select 1 from plain where plain.campaign = among.campaign
          and plain.version = among.version and plain.metric = among.metric and cut = 'degree' and seen = 1) then 0
        when smallest >= ${k} then 1
        when size < ${k} or classes > 1 then 0
        when (beside > 0 or least_of_class < ${k}) and beside + smaller < ${k} then 0
        when least_of_class < ${k} and place <= 2 then 0
        else 1
      end as seen
    from among
  )`;
};

/** The counters of the groups that may be seen, and how many groups may not. */
export async function visibleCells(
  db: Db,
  question: Question,
): Promise<{ cells: Cell[]; withheld: Withheld[] }> {
  const all: { cells: Cell[]; withheld: Withheld[] } = { cells: [], withheld: [] };
  if (!question.cuts.length) return all;
  for (const asked of portions(question.asked)) {
    const { cells, withheld } = await visiblePortion(db, { ...question, asked: signed(asked) });
    all.cells.push(...cells);
    all.withheld.push(...withheld);
  }
  return all;
}

async function visiblePortion(db: Db, question: Question): Promise<{ cells: Cell[]; withheld: Withheld[] }> {
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
  { threshold, ...question }: Omit<Question, 'cuts'>,
  outcomesAtAnySize: boolean,
): Promise<Cell[]> {
  const free = outcomesAtAnySize ? sql`cell.metric in ('o', 's')` : sql`1 = 0`;
  const found: Cell[] = [];
  for (const asked of portions(question.asked)) {
    const { rows } = await sql<Cell>`
    with cell as (
      select campaign, version, metric, item, sum(n) as n from rollup
      where ${within({ ...question, asked }, false)} and cut = ''
      group by campaign, version, metric, item
    ),
    sized as (select campaign, version, metric, ${SIZE} as size from cell group by campaign, version, metric)
    select cell.campaign, cell.version, cell.metric, '' as cut, '' as value, cell.item, cell.n
    from cell join sized on sized.campaign = cell.campaign and sized.version = cell.version
      and sized.metric = cell.metric
    where sized.size >= ${threshold} or ${free}`.execute(db);
    for (const row of rows) found.push({ ...row, n: Number(row.n) });
  }
  return found;
}
