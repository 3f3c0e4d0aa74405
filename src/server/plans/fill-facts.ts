import { incrementsOf, fold } from '../intake/increments.js';
import { addUp, hasWords } from '../intake/intake.js';
import type { Db, Engine } from '../store/database.js';
import { checkSpace } from './check-space.js';
import { mergeFacts, readEditions } from './editions.js';
import { factsOf, type CampaignFacts } from './facts.js';
import type { Hashes } from './rows.js';

/** Answers read at a time. */
const PAGE = 1000;

/**
 * For a database of before facts had versions: each version's own, out of the revisions, and answers counted anew with
 * them. Counters of answers are the sum of the answers that are kept, so that nothing is lost by it.
 */
export async function fillFacts(db: Db, engine: Engine): Promise<void> {
  const tenants = await db.selectFrom('campaign').select('tenant').distinct().execute();
  for (const { tenant } of tenants) {
    const found = new Map<string, Map<number, CampaignFacts>>();
    const note = (id: string, facts: CampaignFacts): void => {
      const versions = found.get(id) ?? new Map<number, CampaignFacts>();
      const older = versions.get(facts.version);
      versions.set(facts.version, older ? mergeFacts(facts, older) : facts);
      found.set(id, versions);
    };
    const settings = await settingsOf(db, tenant);
    for (const { space, n } of await db
      .selectFrom('revision')
      .select(['space', 'n'])
      .where('tenant', '=', tenant)
      .where('put_aside', '=', 0)
      .orderBy('space')
      .orderBy('n')
      .execute()) {
      const plan = await planOf(db, tenant, space, n, settings);
      for (const campaign of plan.campaigns) note(campaign.id, factsOf(campaign, plan.settings));
    }
    for (const { id, facts } of await db
      .selectFrom('campaign')
      .select(['id', 'facts'])
      .where('tenant', '=', tenant)
      .execute()) {
      const current = JSON.parse(facts) as CampaignFacts;
      if (!found.get(id)?.has(current.version)) note(id, current);
    }
    for (const [campaign, versions] of found) {
      let edition = 0;
      for (const [, facts] of [...versions].sort(([a], [b]) => a - b))
        await db
          .insertInto('campaign_facts')
          .values({ tenant, campaign, edition: ++edition, facts: JSON.stringify(facts) })
          .execute();
    }
    await recount(db, engine, tenant);
  }
}

/** Of the whole ENT, as they are now: they hold in every space. */
async function settingsOf(db: Db, tenant: string): Promise<unknown> {
  const main = await db
    .selectFrom('revision')
    .select('document')
    .where('tenant', '=', tenant)
    .where('space', '=', 'all')
    .where('put_aside', '=', 0)
    .orderBy('n', 'desc')
    .limit(1)
    .executeTakeFirst();
  return main && (JSON.parse(main.document) as Record<string, unknown>)['settings'];
}

async function planOf(db: Db, tenant: string, space: string, n: number, settings: unknown) {
  const row = await db
    .selectFrom('revision')
    .select(['document', 'contents'])
    .where('tenant', '=', tenant)
    .where('space', '=', space)
    .where('n', '=', n)
    .executeTakeFirstOrThrow();
  const contents: Record<string, unknown> = {};
  for (const [name, hash] of Object.entries(JSON.parse(row.contents) as Hashes)) {
    const content = await db
      .selectFrom('content')
      .select('body')
      .where('tenant', '=', tenant)
      .where('hash', '=', hash)
      .executeTakeFirst();
    contents[name] = JSON.parse(content?.body ?? 'null');
  }
  return checkSpace(JSON.parse(row.document), {
    space,
    schools: undefined,
    contents,
    settings,
    taken: new Map(),
    mayPointOutside: true,
    language: 'fr',
  }).plan;
}

async function recount(db: Db, engine: Engine, tenant: string): Promise<void> {
  const editions = await readEditions(db, tenant);
  const counted = await db.selectFrom('counted').selectAll().where('tenant', '=', tenant).execute();
  for (const { campaign, version } of counted) {
    const own = editions.get(campaign) ?? [];
    const facts = own.find((one) => one.version === version) ?? own.at(-1);
    if (!facts?.questions.length) continue;
    await db
      .deleteFrom('rollup')
      .where('tenant', '=', tenant)
      .where('campaign', '=', campaign)
      .where('version', '=', version)
      .where('metric', 'like', 'q.%')
      .execute();
    for (let after = ''; ;) {
      const rows = await db
        .selectFrom('response')
        .selectAll()
        .where('tenant', '=', tenant)
        .where('campaign', '=', campaign)
        .where('version', '=', version)
        .where('key', '>', after)
        .orderBy('key')
        .limit(PAGE)
        .execute();
      if (!rows.length) break;
      after = rows.at(-1)!.key;
      const worded: string[] = [];
      const increments = rows.flatMap(({ key, day, profile, degree, school, answers }) => {
        const row = {
          id: '',
          type: 'response' as const,
          campaign,
          version,
          day,
          audience: { profile, degree, school },
          answers: JSON.parse(answers) as Record<string, unknown>,
        };
        if (hasWords(row, facts)) worded.push(key);
        return incrementsOf(row, facts).filter(({ metric }) => metric.startsWith('q.'));
      });
      await addUp(db, engine, tenant, fold(increments));
      if (worded.length)
        await db
          .updateTable('response')
          .set({ worded: 1 })
          .where('tenant', '=', tenant)
          .where('key', 'in', worded)
          .execute();
    }
    await db
      .updateTable('response')
      .set({ edition: facts.edition })
      .where('tenant', '=', tenant)
      .where('campaign', '=', campaign)
      .where('version', '=', version)
      .execute();
  }
}
