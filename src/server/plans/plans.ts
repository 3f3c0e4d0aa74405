import { createHash } from 'node:crypto';
import type {
  AuditList,
  Diff,
  DraftSaved,
  Pending,
  Published,
  Revision,
  RevisionDocument,
  RevisionList,
  Waiting,
} from '../../model/contract/publishing.js';
import type { PlanIssue } from '../../model/plan-issue.js';
import type { Principal } from '../access/principal.js';
import { schoolsOfSpace } from '../access/principal.js';
import { HttpProblem } from '../http/problem.js';
import type { Settings } from '../settings.js';
import { LOCKS, type Db, type Store } from '../store/database.js';
import { checkSpace, type Contents } from './check-space.js';
import { compose, etagOf, type SpaceDocument } from './compose.js';
import { diffOf } from './diff.js';
import { factsOf } from './facts.js';

type Actor = Pick<Principal, 'actor'> & { role: string };
type Hashes = Record<string, string>;

interface Snapshot {
  document: string;
  contents: string;
}

export const EMPTY_PLAN = { version: 1, campaigns: [] };
const draftTag = (version: number): string => `"d${version}"`;

/** Drafts, revisions and what is published, each in its space (contract: Space). */
export class Plans {
  readonly #store: Store;
  readonly #settings: Settings;
  readonly #now: () => Date;

  constructor(store: Store, settings: Settings, now: () => Date = () => new Date()) {
    this.#store = store;
    this.#settings = settings;
    this.#now = now;
  }

  get #tenant(): string {
    return this.#settings.tenant;
  }

  async draft(space: string): Promise<{ etag: string; document: Record<string, unknown> }> {
    const row = await this.#draftRow(this.#store.db, space);
    return { etag: draftTag(row.version), document: JSON.parse(row.document) as Record<string, unknown> };
  }

  /** Keeps any object, faulty or not: nothing that was written is lost. */
  async putDraft(space: string, document: Record<string, unknown>, ifMatch: string, by: Actor): Promise<DraftSaved> {
    const text = JSON.stringify(document);
    return this.#store.write(async (db) => {
      const row = await this.#draftRow(db, space);
      this.#match(row.version, ifMatch, row.document);
      const version = row.version + 1;
      if (!(await this.#writeDraft(db, space, row.version, { version, document: text, contents: row.contents }))) {
        const now = await this.#draftRow(db, space);
        this.#match(now.version, ifMatch === '*' ? '' : ifMatch, now.document);
      }
      await this.#note(db, by, space, 'draft.put');
      const { issues } = await this.#check(db, space, { document: text, contents: row.contents });
      return { etag: draftTag(version), issues };
    });
  }

  async putContent(space: string, name: string, content: unknown, by: Actor): Promise<void> {
    const body = JSON.stringify(content);
    const hash = createHash('sha256').update(body).digest('base64url');
    await this.#store.write(async (db) => {
      await db
        .insertInto('content')
        .values({ tenant: this.#tenant, hash, body })
        .onConflict((conflict) => conflict.columns(['tenant', 'hash']).doNothing())
        .execute();
      const row = await this.#draftRow(db, space);
      const contents = JSON.stringify({ ...(JSON.parse(row.contents) as Hashes), [name]: hash });
      const next = { version: row.version + 1, document: row.document, contents };
      if (!(await this.#writeDraft(db, space, row.version, next)))
        throw new HttpProblem('in-progress', 'The draft is being written.', { headers: { 'retry-after': '1' } });
      await this.#note(db, by, space, 'content.put', name);
    });
  }

  /** A content of the published plan, or of a space's draft. */
  async content(name: string, space?: string): Promise<{ body: string; hash: string } | undefined> {
    const { db } = this.#store;
    const text =
      space === undefined
        ? (
            await db
              .selectFrom('published')
              .select('contents')
              .where('tenant', '=', this.#tenant)
              .executeTakeFirst()
          )?.contents
        : (await this.#draftRow(db, space)).contents;
    const hashes = JSON.parse(text ?? '{}') as Hashes;
    const hash = Object.hasOwn(hashes, name) ? hashes[name] : undefined;
    if (hash === undefined) return undefined;
    const row = await db
      .selectFrom('content')
      .select('body')
      .where('tenant', '=', this.#tenant)
      .where('hash', '=', hash)
      .executeTakeFirst();
    return row && { body: row.body, hash };
  }

  publish(space: string, note: string | undefined, by: Actor): Promise<Published | Waiting> {
    return this.#exclusively(async (db) => {
      const { document, contents } = await this.#draftRow(db, space);
      return this.#ask(db, space, { document, contents }, by, note);
    });
  }

  restore(space: string, n: number, note: string | undefined, by: Actor): Promise<Published | Waiting> {
    return this.#exclusively(async (db) => {
      const { document, contents } = await this.#revisionRow(db, space, n);
      const row = await this.#draftRow(db, space);
      await this.#writeDraft(db, space, row.version, { version: row.version + 1, document, contents });
      return this.#ask(db, space, { document, contents }, by, note, n);
    });
  }

  approve(space: string, by: Actor): Promise<Published> {
    return this.#exclusively(async (db) => {
      const row = await this.#pendingRow(db, space);
      if (!row) throw new HttpProblem('not-found', 'Nothing waits for approval.');
      if (row.actor === by.actor)
        throw new HttpProblem('not-allowed', 'Who asked for it cannot approve it.', {
          remedy: 'Ask another publisher.',
        });
      const issues = await this.#refuseFaults(db, space, row);
      await db.deleteFrom('pending').where('tenant', '=', this.#tenant).where('space', '=', space).execute();
      const revision = await this.#release(db, space, row, {
        actor: row.actor,
        note: row.note ?? undefined,
        restoredFrom: row.restored_from ?? undefined,
        approvedBy: by.actor,
      });
      await this.#note(db, by, space, 'publish.approve', String(revision.n));
      return { status: 'published', revision, issues };
    });
  }

  withdraw(space: string, by: Actor): Promise<void> {
    return this.#exclusively(async (db) => {
      if (!(await this.#pendingRow(db, space))) throw new HttpProblem('not-found', 'Nothing waits for approval.');
      await db.deleteFrom('pending').where('tenant', '=', this.#tenant).where('space', '=', space).execute();
      await this.#note(db, by, space, 'publish.withdraw');
    });
  }

  async revisions(space: string): Promise<RevisionList> {
    const rows = await this.#store.db
      .selectFrom('revision')
      .select(['space', 'n', 'at', 'actor', 'approved_by', 'note', 'restored_from'])
      .where('tenant', '=', this.#tenant)
      .where('space', '=', space)
      .orderBy('n', 'desc')
      .limit(500)
      .execute();
    const pending = await this.#pendingRow(this.#store.db, space);
    return { revisions: rows.map(revisionOf), ...(pending && { pending: pendingOf(pending) }) };
  }

  async revision(space: string, n: number): Promise<RevisionDocument> {
    const row = await this.#revisionRow(this.#store.db, space, n);
    return { revision: revisionOf(row), document: JSON.parse(row.document) as Record<string, unknown> };
  }

  /** The plan that waits for approval, for who is to approve it. */
  async waiting(space: string): Promise<{ pending: Pending; document: Record<string, unknown> }> {
    const row = await this.#pendingRow(this.#store.db, space);
    if (!row) throw new HttpProblem('not-found', 'Nothing waits for approval.');
    return { pending: pendingOf(row), document: JSON.parse(row.document) as Record<string, unknown> };
  }

  async diff(space: string, n: number, against: number | 'draft' | 'pending' | undefined): Promise<Diff> {
    const own = (await this.revision(space, n)).document;
    if (against === 'draft' || against === 'pending') {
      const { document } = against === 'draft' ? await this.draft(space) : await this.waiting(space);
      return { from: n, to: 'draft', changes: diffOf(own, document) };
    }
    const from = against ?? n - 1;
    const before = from === 0 ? EMPTY_PLAN : (await this.revision(space, from)).document;
    return { from, to: n, changes: diffOf(before, own) };
  }

  async audit(spaces: readonly string[] | 'all', before: number | undefined): Promise<AuditList> {
    const limit = 100;
    let query = this.#store.db
      .selectFrom('audit')
      .selectAll()
      .where('tenant', '=', this.#tenant)
      .orderBy('id', 'desc')
      .limit(limit);
    if (spaces !== 'all') query = query.where('space', 'in', spaces.length ? [...spaces] : ['']);
    if (before !== undefined) query = query.where('id', '<', before);
    const rows = await query.execute();
    return {
      entries: rows.map(({ id, at, actor, role, space, action, target, detail }) => ({
        id,
        at,
        actor,
        role,
        space,
        action,
        ...(target !== null && { target }),
        ...(detail !== null && { detail }),
      })),
      ...(rows.length === limit && { next: rows.at(-1)!.id }),
    };
  }

  note(by: Actor, space: string, action: string, target?: string, detail?: string): Promise<void> {
    return this.#note(this.#store.db, by, space, action, target, detail);
  }

  /** Spaces that have something in them. */
  async spaces(): Promise<string[]> {
    const rows = await this.#store.db
      .selectFrom('draft')
      .select('space')
      .where('tenant', '=', this.#tenant)
      .orderBy('space')
      .limit(10_000)
      .execute();
    return rows.map(({ space }) => space);
  }

  // — inside a transaction —

  /** Publishing is done one at a time, in all processes: what is published is put together of all spaces. */
  async #exclusively<T>(work: (db: Db) => Promise<T>): Promise<T> {
    return (await this.#store.alone(LOCKS.publish, true, work)) as T;
  }

  async #ask(
    db: Db,
    space: string,
    snapshot: Snapshot,
    by: Actor,
    note: string | undefined,
    restoredFrom?: number,
  ): Promise<Published | Waiting> {
    const issues = await this.#refuseFaults(db, space, snapshot);
    const detail = restoredFrom === undefined ? undefined : `restore ${restoredFrom}`;
    if (this.#settings.fourEyes) {
      const row = {
        tenant: this.#tenant,
        space,
        document: snapshot.document,
        contents: snapshot.contents,
        at: this.#now().toISOString(),
        actor: by.actor,
        note: note ?? null,
        restored_from: restoredFrom ?? null,
      };
      await db.deleteFrom('pending').where('tenant', '=', this.#tenant).where('space', '=', space).execute();
      await db.insertInto('pending').values(row).execute();
      await this.#note(db, by, space, 'publish.ask', undefined, detail);
      return { status: 'waiting', pending: pendingOf(row), issues };
    }
    const revision = await this.#release(db, space, snapshot, { actor: by.actor, note, restoredFrom });
    await this.#note(db, by, space, restoredFrom === undefined ? 'publish' : 'restore', String(revision.n), detail);
    return { status: 'published', revision, issues };
  }

  async #refuseFaults(db: Db, space: string, snapshot: Snapshot): Promise<PlanIssue[]> {
    const { issues } = await this.#check(db, space, snapshot);
    if (issues.some(({ severity }) => severity === 'error'))
      throw new HttpProblem('unusable', 'The draft has faults; nothing was published.', {
        path: issues.find(({ severity }) => severity === 'error')?.path ?? '',
        remedy: 'Mend what `issues` lists with the severity "error", then publish again.',
        issues,
      });
    return issues;
  }

  async #check(db: Db, space: string, { document, contents }: Snapshot) {
    const others = await db
      .selectFrom('campaign')
      .select('id')
      .where('tenant', '=', this.#tenant)
      .where('space', '!=', space)
      .execute();
    return checkSpace(JSON.parse(document), {
      space,
      schools: schoolsOfSpace(space, this.#settings.districts),
      contents: await this.#contents(db, contents),
      settings: space === 'all' ? undefined : await this.#mainSettings(db),
      taken: new Set(others.map(({ id }) => id)),
    });
  }

  async #contents(db: Db, hashes: string): Promise<Contents> {
    const entries = Object.entries(JSON.parse(hashes) as Hashes);
    if (!entries.length) return {};
    const rows = await db
      .selectFrom('content')
      .selectAll()
      .where('tenant', '=', this.#tenant)
      .where('hash', 'in', [...new Set(entries.map(([, hash]) => hash))])
      .execute();
    const bodies = new Map(rows.map(({ hash, body }) => [hash, body]));
    return Object.fromEntries(
      entries.map(([name, hash]) => [name, JSON.parse(bodies.get(hash) ?? 'null') as unknown]),
    );
  }

  async #mainSettings(db: Db): Promise<unknown> {
    const row = await db
      .selectFrom('revision')
      .select('document')
      .where('tenant', '=', this.#tenant)
      .where('space', '=', 'all')
      .orderBy('n', 'desc')
      .limit(1)
      .executeTakeFirst();
    return row ? (JSON.parse(row.document) as Record<string, unknown>)['settings'] : undefined;
  }

  /** Writes the revision, and puts the published plan together anew. */
  async #release(
    db: Db,
    space: string,
    snapshot: Snapshot,
    about: {
      actor: string;
      note?: string | undefined;
      restoredFrom?: number | undefined;
      approvedBy?: string;
    },
  ): Promise<Revision> {
    const last = await db
      .selectFrom('revision')
      .select((all) => all.fn.max('n').as('n'))
      .where('tenant', '=', this.#tenant)
      .where('space', '=', space)
      .executeTakeFirst();
    const row = {
      tenant: this.#tenant,
      space,
      n: Number(last?.n ?? 0) + 1,
      document: snapshot.document,
      contents: snapshot.contents,
      at: this.#now().toISOString(),
      actor: about.actor,
      approved_by: about.approvedBy ?? null,
      note: about.note ?? null,
      restored_from: about.restoredFrom ?? null,
    };
    await db.insertInto('revision').values(row).execute();
    await this.#index(db, space, snapshot);
    await this.#compose(db);
    return revisionOf(row);
  }

  /** What results and the collector know of campaigns. */
  async #index(db: Db, space: string, snapshot: Snapshot): Promise<void> {
    const { plan } = await this.#check(db, space, snapshot);
    await db
      .updateTable('campaign')
      .set({ current: 0 })
      .where('tenant', '=', this.#tenant)
      .where('space', '=', space)
      .execute();
    for (const campaign of plan.campaigns) {
      const facts = JSON.stringify(factsOf(campaign, plan.settings));
      await db
        .insertInto('campaign')
        .values({ tenant: this.#tenant, id: campaign.id, space, current: 1, facts })
        .onConflict((conflict) => conflict.columns(['tenant', 'id']).doUpdateSet({ current: 1, facts }))
        .execute();
    }
  }

  async #compose(db: Db): Promise<void> {
    const tenant = this.#tenant;
    const rows = await db
      .selectFrom('revision as r')
      .innerJoin(
        (all) =>
          all
            .selectFrom('revision')
            .select(['space', (one) => one.fn.max('n').as('n')])
            .where('tenant', '=', tenant)
            .groupBy('space')
            .as('last'),
        (join) => join.onRef('last.space', '=', 'r.space').onRef('last.n', '=', 'r.n'),
      )
      .select(['r.space', 'r.document', 'r.contents'])
      .where('r.tenant', '=', tenant)
      .execute();
    const before = await db
      .selectFrom('published')
      .select('revision')
      .where('tenant', '=', tenant)
      .executeTakeFirst();
    const revision = (before?.revision ?? 0) + 1;
    const spaces = rows.map(
      ({ space, document }): SpaceDocument => ({
        space,
        schools: schoolsOfSpace(space, this.#settings.districts),
        document: JSON.parse(document) as Record<string, unknown>,
      }),
    );
    const body = JSON.stringify(compose(spaces, revision, tenant));
    const contents = JSON.stringify(
      Object.assign({}, ...rows.map((row) => JSON.parse(row.contents) as Hashes)) as Hashes,
    );
    const row = { revision, etag: etagOf(body), body, contents };
    await db
      .insertInto('published')
      .values({ tenant, ...row })
      .onConflict((conflict) => conflict.column('tenant').doUpdateSet(row))
      .execute();
  }

  #match(version: number, ifMatch: string, document: string): void {
    const tags = ifMatch.split(',').map((tag) => tag.trim().replace(/^W\//, ''));
    if (tags.includes('*') || tags.includes(draftTag(version))) return;
    throw new HttpProblem('stale', 'The draft has changed since it was read; nothing was written.', {
      remedy: 'Take `current` over, put your changes in again, and send it with its etag.',
      extra: { current: { etag: draftTag(version), document: JSON.parse(document) as unknown } },
    });
  }

  async #draftRow(db: Db, space: string) {
    const row = await db
      .selectFrom('draft')
      .select(['version', 'document', 'contents'])
      .where('tenant', '=', this.#tenant)
      .where('space', '=', space)
      .executeTakeFirst();
    return row ?? { version: 0, document: JSON.stringify(EMPTY_PLAN), contents: '{}' };
  }

  /** Only over the version that was read: false where another process was faster. */
  async #writeDraft(
    db: Db,
    space: string,
    version: number,
    next: { version: number; document: string; contents: string },
  ): Promise<boolean> {
    if (version === 0) {
      const { numInsertedOrUpdatedRows } = await db
        .insertInto('draft')
        .values({ tenant: this.#tenant, space, ...next })
        .onConflict((conflict) => conflict.columns(['tenant', 'space']).doNothing())
        .executeTakeFirst();
      return Number(numInsertedOrUpdatedRows) === 1;
    }
    const { numUpdatedRows } = await db
      .updateTable('draft')
      .set(next)
      .where('tenant', '=', this.#tenant)
      .where('space', '=', space)
      .where('version', '=', version)
      .executeTakeFirst();
    return Number(numUpdatedRows) === 1;
  }

  async #revisionRow(db: Db, space: string, n: number) {
    const row = await db
      .selectFrom('revision')
      .selectAll()
      .where('tenant', '=', this.#tenant)
      .where('space', '=', space)
      .where('n', '=', n)
      .executeTakeFirst();
    if (!row) throw new HttpProblem('not-found', `There is no revision ${n} in the space ${space}.`);
    return row;
  }

  #pendingRow(db: Db, space: string) {
    return db
      .selectFrom('pending')
      .selectAll()
      .where('tenant', '=', this.#tenant)
      .where('space', '=', space)
      .executeTakeFirst();
  }

  async #note(db: Db, by: Actor, space: string, action: string, target?: string, detail?: string): Promise<void> {
    await db
      .insertInto('audit')
      .values({
        tenant: this.#tenant,
        at: this.#now().toISOString(),
        actor: by.actor,
        role: by.role,
        space,
        action,
        target: target ?? null,
        detail: detail ?? null,
      })
      .execute();
  }
}

interface About {
  space: string;
  at: string;
  actor: string;
  note: string | null;
  restored_from: number | null;
}

const pendingOf = ({ space, at, actor, note, restored_from }: About): Pending => ({
  space,
  at,
  actor,
  ...(note !== null && { note }),
  ...(restored_from !== null && { restoredFrom: restored_from }),
});

const revisionOf = ({ n, approved_by, ...about }: About & { n: number; approved_by: string | null }): Revision => ({
  n,
  ...pendingOf(about),
  ...(approved_by !== null && { approvedBy: approved_by }),
});

