import type { Db } from '../store/database.js';
import type { CampaignFacts } from './facts.js';

/**
 * Facts of a campaign as they were at one time. What was counted with them is read and taken back with them: a version
 * keeps its own words, and within one version what is counted may still have changed, which is another edition.
 */
export interface Edition extends CampaignFacts {
  /** From 1, within the campaign; an answer says with which it was counted. */
  edition: number;
}

/** What counting, marking and keeping depend on; words alone make no other edition. */
const shapeOf = ({ retention, repeats, questions }: CampaignFacts): string =>
  JSON.stringify([
    retention ?? '',
    repeats,
    questions.map(({ id, kind, options, other }) => [id, kind, options.map((one) => one.id), other ?? false]),
  ]);

function union<T extends { id: string }>(newer: readonly T[], older: readonly T[]): T[] {
  const known = new Set(newer.map(({ id }) => id));
  return [...newer, ...older.filter(({ id }) => !known.has(id))];
}

/** The newer words, and what only the older had: it was counted too. */
export function mergeFacts(newer: CampaignFacts, older: CampaignFacts): CampaignFacts {
  return {
    ...newer,
    steps: union(newer.steps, older.steps),
    questions: union(
      newer.questions.map((question) => {
        const before = older.questions.find(({ id }) => id === question.id);
        return before ? { ...question, options: union(question.options, before.options) } : question;
      }),
      older.questions,
    ),
  };
}

/** All editions of some campaigns (of all, without any), by campaign, the oldest first. */
export async function readEditions(
  db: Db,
  tenant: string,
  ids?: readonly string[],
): Promise<Map<string, Edition[]>> {
  let query = db
    .selectFrom('campaign_facts')
    .select(['campaign', 'edition', 'facts'])
    .where('tenant', '=', tenant)
    .orderBy('campaign')
    .orderBy('edition');
  if (ids) query = query.where('campaign', 'in', ids.length ? [...ids] : ['']);
  const found = new Map<string, Edition[]>();
  for (const { campaign, edition, facts } of await query.execute()) {
    const list = found.get(campaign) ?? [];
    list.push({ ...(JSON.parse(facts) as CampaignFacts), edition });
    found.set(campaign, list);
  }
  return found;
}

/** A version as its results are read: all that was ever counted under it, in its newest words. */
export function factsOfVersion(editions: readonly Edition[], version: number): CampaignFacts | undefined {
  return editions
    .filter((one) => one.version === version)
    .reduce<CampaignFacts | undefined>((older, one) => (older ? mergeFacts(one, older) : one), undefined);
}

/** Notes the facts that are counted with from now on. Within the transaction that publishes. */
export async function noteFacts(
  db: Db,
  tenant: string,
  campaign: string,
  facts: CampaignFacts,
  editions: readonly Edition[],
): Promise<void> {
  const last = editions.filter(({ version }) => version === facts.version).at(-1);
  const text = JSON.stringify(facts);
  if (last && shapeOf(last) === shapeOf(facts)) {
    await db
      .updateTable('campaign_facts')
      .set({ facts: text })
      .where('tenant', '=', tenant)
      .where('campaign', '=', campaign)
      .where('edition', '=', last.edition)
      .execute();
    return;
  }
  const edition = (editions.at(-1)?.edition ?? 0) + 1;
  await db.insertInto('campaign_facts').values({ tenant, campaign, edition, facts: text }).execute();
}
