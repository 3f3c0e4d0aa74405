import type { Logger } from 'pino';
import type { Revision } from '../../model/contract/publishing.js';
import { isRecord } from '../../model/format.js';
import type { PlanIssue } from '../../model/plan-issue.js';
import type { ReadPlan } from '../../model/read-plan.js';
import { schoolsOfSpace } from '../access/principal.js';
import { HttpProblem } from '../http/problem.js';
import type { Settings } from '../settings.js';
import type { Db } from '../store/database.js';
import type { Actor } from './audit.js';
import { countValues, MAX_PLACED_LENGTH, MAX_VALUES } from './bounds.js';
import { checkAnswered } from './check-answered.js';
import { checkSpace, type Contents } from './check-space.js';
import { contentsOf, placedContents } from './content-names.js';
import { compose, etagOf, isNobodys, type SpaceDocument } from './compose.js';
import { noteFacts, readEditions } from './editions.js';
import { factsOf } from './facts.js';
import { nextRevision } from './put-aside.js';
import { forgetFormer, takenIds } from './taken-ids.js';
import { type Hashes, revisionOf, type Snapshot } from './rows.js';

type Asker = Pick<Actor, 'language' | 'isOperator'>;

/** How much of a plan and the contents in their place is read at a time. */
const BOUNDS = { values: MAX_VALUES, length: MAX_PLACED_LENGTH };
const UNBOUNDED = { values: Infinity, length: Infinity };

/** Makes a space's plan a revision, and puts what is published together of all spaces. Within a transaction of the caller's. */
export class Release {
  readonly #settings: Settings;
  readonly #now: () => Date;
  readonly #log: Logger | undefined;

  constructor(settings: Settings, now: () => Date, log?: Logger) {
    this.#settings = settings;
    this.#now = now;
    this.#log = log;
  }

  get #tenant(): string {
    return this.#settings.tenant;
  }

  /** The plan, and what is to be said of it, when nothing is wrong. Throws the list of faults. */
  async refuseFaults(
    db: Db,
    space: string,
    snapshot: Snapshot,
    by: Asker,
    isRestored = false,
  ): Promise<{ plan: ReadPlan; issues: PlanIssue[] }> {
    const { plan, issues } = await this.check(db, space, snapshot, by);
    const answered = await checkAnswered(
      db,
      this.#tenant,
      JSON.parse(snapshot.document),
      plan,
      by.language ?? 'fr',
    );
    // What was online once may always be again: it is what one does when something is wrong.
    for (const one of answered) issues.push(isRestored ? { ...one, severity: 'warning' } : one);
    if (issues.some(({ severity }) => severity === 'error'))
      throw new HttpProblem('unusable', 'The draft has faults; nothing was published.', {
        path: issues.find(({ severity }) => severity === 'error')?.path ?? '',
        remedy: 'Mend what `issues` lists with the severity "error", then publish again.',
        issues,
      });
    return { plan, issues };
  }

  /** Its time is bounded, whatever is in the plan: who waits for an answer of any kind waits for it. */
  async check(db: Db, space: string, snapshot: Snapshot, { language = 'fr', isOperator = false }: Asker) {
    const document: unknown = JSON.parse(snapshot.document);
    return checkSpace(document, {
      space,
      schools: schoolsOfSpace(space, this.#settings.districts),
      contents: await this.#contents(
        db,
        document,
        JSON.parse(snapshot.contents) as Hashes,
        isOperator ? UNBOUNDED : BOUNDS,
      ),
      settings: space === 'all' ? undefined : await this.#mainSettings(db),
      taken: await takenIds(db, this.#tenant, space),
      mayPointOutside: isOperator,
      language,
    });
  }

  /** Those that the document names, and no others: a draft may have many more. Undefined where it is all too large. */
  async #contents(
    db: Db,
    document: unknown,
    hashes: Hashes,
    most: typeof BOUNDS,
  ): Promise<Contents | undefined> {
    if (!isRecord(document)) return {};
    let values = countValues(document, most.values);
    let length = 0;
    const contents: Record<string, unknown> = {};
    for (const name of contentsOf(document)) if (Object.hasOwn(hashes, name)) contents[name] = undefined;
    for (const [name, times] of placedContents(document)) {
      if (!Object.hasOwn(contents, name)) continue;
      const row = await db
        .selectFrom('content')
        .select('body')
        .where('tenant', '=', this.#tenant)
        .where('hash', '=', hashes[name]!)
        .executeTakeFirst();
      const body = row?.body ?? 'null';
      length += body.length * times;
      // Before it is read: what is named a thousand times is checked a thousand times.
      if (length > most.length) return undefined;
      contents[name] = JSON.parse(body);
      values += countValues(contents[name], most.values) * times;
      if (values > most.values) return undefined;
    }
    return values > most.values ? undefined : contents;
  }

  async #mainSettings(db: Db): Promise<unknown> {
    const row = await db
      .selectFrom('revision')
      .select('document')
      .where('tenant', '=', this.#tenant)
      .where('space', '=', 'all')
      .where('put_aside', '=', 0)
      .orderBy('n', 'desc')
      .limit(1)
      .executeTakeFirst();
    return row ? (JSON.parse(row.document) as Record<string, unknown>)['settings'] : undefined;
  }

  /**
   * Writes the revision, and puts the published plan together anew.
   * @param plan what `refuseFaults` made of it
   */
  async publish(
    db: Db,
    space: string,
    snapshot: Snapshot,
    plan: ReadPlan,
    about: {
      actor: string;
      note?: string | undefined;
      restoredFrom?: number | undefined;
      approvedBy?: string;
    },
  ): Promise<Revision> {
    const row = {
      tenant: this.#tenant,
      space,
      n: await nextRevision(db, this.#tenant, space),
      document: snapshot.document,
      contents: snapshot.contents,
      at: this.#now().toISOString(),
      actor: about.actor,
      approved_by: about.approvedBy ?? null,
      note: about.note ?? null,
      restored_from: about.restoredFrom ?? null,
      put_aside: 0 as const,
    };
    await db.insertInto('revision').values(row).execute();
    await this.#index(db, space, plan);
    await this.#compose(db, 'always');
    return revisionOf(row);
  }

  /** What results and the collector know of campaigns. */
  async #index(db: Db, space: string, plan: ReadPlan): Promise<void> {
    await db
      .updateTable('campaign')
      .set({ current: 0 })
      .where('tenant', '=', this.#tenant)
      .where('space', '=', space)
      .execute();
    const ids = plan.campaigns.map(({ id }) => id);
    await forgetFormer(db, this.#tenant, space, ids);
    const editions = await readEditions(db, this.#tenant, ids);
    for (const campaign of plan.campaigns) {
      const known = factsOf(campaign, plan.settings);
      await noteFacts(db, this.#tenant, campaign.id, known, editions.get(campaign.id) ?? []);
      const facts = JSON.stringify(known);
      await db
        .insertInto('campaign')
        .values({ tenant: this.#tenant, id: campaign.id, space, current: 1, facts })
        .onConflict((conflict) => conflict.columns(['tenant', 'id']).doUpdateSet({ current: 1, facts }))
        .execute();
    }
  }

  /**
   * Puts the published plan together anew where that gives another one: districts may have been given other schools, or
   * another name, since it was published.
   */
  async refresh(db: Db): Promise<void> {
    if (await this.#published(db)) await this.#compose(db, 'where it differs');
  }

  #published(db: Db) {
    return db
      .selectFrom('published')
      .select(['revision', 'body', 'contents'])
      .where('tenant', '=', this.#tenant)
      .executeTakeFirst();
  }

  async #compose(db: Db, when: 'always' | 'where it differs'): Promise<void> {
    const tenant = this.#tenant;
    const spaces = await this.#spaces(db);
    const nobodys = spaces.filter(isNobodys).map(({ space }) => space);
    if (nobodys.length) this.#log?.warn({ spaces: nobodys }, 'no schools in the settings: shown to nobody');
    const before = await this.#published(db);
    const { plan, contents: hashes } = compose(spaces, before?.revision ?? 0, tenant);
    const contents = JSON.stringify(hashes);
    const isSame = before?.body === JSON.stringify(plan) && before.contents === contents;
    if (isSame && when !== 'always') return;
    const revision = (before?.revision ?? 0) + 1;
    const body = JSON.stringify({ ...plan, revision });
    const row = { revision, etag: etagOf(body), body, contents };
    await db
      .insertInto('published')
      .values({ tenant, ...row })
      .onConflict((conflict) => conflict.column('tenant').doUpdateSet(row))
      .execute();
  }

  /** The newest revision of each space. */
  async #spaces(db: Db): Promise<SpaceDocument[]> {
    const tenant = this.#tenant;
    const rows = await db
      .selectFrom('revision as r')
      .innerJoin(
        (all) =>
          all
            .selectFrom('revision')
            .select(['space', (one) => one.fn.max('n').as('n')])
            .where('tenant', '=', tenant)
            .where('put_aside', '=', 0)
            .groupBy('space')
            .as('last'),
        (join) => join.onRef('last.space', '=', 'r.space').onRef('last.n', '=', 'r.n'),
      )
      .select(['r.space', 'r.document', 'r.contents'])
      .where('r.tenant', '=', tenant)
      .execute();
    return rows.map(({ space, document, contents }) => ({
      space,
      schools: schoolsOfSpace(space, this.#settings.districts),
      document: JSON.parse(document) as Record<string, unknown>,
      contents: JSON.parse(contents) as Hashes,
    }));
  }
}
