import type { Db } from '../store/database.js';

/**
 * Ids that a space's campaigns cannot have; who has each, for the whole ENT alone: a school is told of no other space.
 *
 * Counters, answers and what the results show of a campaign are kept by its id, and who has the id reads them all. An id
 * is taken, then, once another space has published it; for a school or a district also where rows were counted under it
 * that no space has published (`unknownCampaigns`: the ENT's plan is a file), or the school would read everybody's.
 *
 * From the whole ENT a school could so keep any id for good, by publishing it once. It takes such an id over where no
 * space has it online any more and nothing was ever counted under it, so that there is nothing to be mixed. Where
 * something was counted the refusal stands, and says whose the id is: its results stay that space's.
 */
export async function takenIds(
  db: Db,
  tenant: string,
  space: string,
): Promise<Map<string, string | undefined>> {
  const others = await db
    .selectFrom('campaign as c')
    .select(['c.id', 'c.space', 'c.current'])
    .where('c.tenant', '=', tenant)
    .where('c.space', '!=', space)
    .execute();
  const counted = await db
    .selectFrom('counted')
    .select('campaign')
    .distinct()
    .where('tenant', '=', tenant)
    .execute();
  if (space === 'all') {
    const withResults = new Set(counted.map(({ campaign }) => campaign));
    return new Map(
      others
        .filter(({ id, current }) => current === 1 || withResults.has(id))
        .map((one) => [one.id, one.space]),
    );
  }
  const own = await db
    .selectFrom('campaign')
    .select('id')
    .where('tenant', '=', tenant)
    .where('space', '=', space)
    .execute();
  const taken = new Set([...others.map(({ id }) => id), ...counted.map(({ campaign }) => campaign)]);
  for (const { id } of own) taken.delete(id);
  return new Map([...taken].map((id) => [id, undefined]));
}

/** What another space's campaigns of these ids were like: the whole ENT has taken the ids over, and nothing else of them. */
export async function forgetFormer(
  db: Db,
  tenant: string,
  space: string,
  ids: readonly string[],
): Promise<void> {
  const former = await db
    .selectFrom('campaign')
    .select('id')
    .where('tenant', '=', tenant)
    .where('space', '!=', space)
    .where('id', 'in', ids.length ? [...ids] : [''])
    .execute();
  if (!former.length) return;
  const names = former.map(({ id }) => id);
  for (const [table, column] of [
    ['campaign_facts', 'campaign'],
    ['campaign', 'id'],
  ] as const)
    await db.deleteFrom(table).where('tenant', '=', tenant).where(column, 'in', names).execute();
}
