import type { Logger } from 'pino';
import type {
  AuditAction,
  Diff,
  DraftSaved,
  Pending,
  Published,
  RevisionDocument,
  RevisionList,
  Waiting,
} from '../../model/contract/publishing.js';
import { HttpProblem } from '../http/problem.js';
import type { Settings } from '../settings.js';
import { LOCKS, type Db, type Store } from '../store/database.js';
import { type Actor, Audit } from './audit.js';
import { storedContent } from './compose.js';
import { withRoom } from './content-room.js';
import { diffOf } from './diff.js';
import { draftTag, matchDraft, matchOrAny, matchPending } from './match.js';
import { putAside } from './put-aside.js';
import { Release } from './release.js';
import { EMPTY_PLAN, type Hashes, pendingOf, PlanRows, revisionOf, type Snapshot } from './rows.js';

/** Drafts, revisions and what is published, each in its space (contract: Space). */
export class Plans {
  readonly audit: Audit;
  readonly #store: Store;
  readonly #settings: Settings;
  readonly #now: () => Date;
  readonly #rows: PlanRows;
  readonly #release: Release;

  constructor(store: Store, settings: Settings, now: () => Date = () => new Date(), log?: Logger) {
    this.#store = store;
    this.#settings = settings;
    this.#now = now;
    this.#rows = new PlanRows(settings.tenant);
    this.#release = new Release(settings, now, log);
    this.audit = new Audit(store, settings.tenant, now);
  }

  get #tenant(): string {
    return this.#settings.tenant;
  }

  async draft(space: string): Promise<{ etag: string; document: Record<string, unknown> }> {
    const row = await this.#rows.draft(this.#store.db, space);
    return { etag: draftTag(row.version), document: JSON.parse(row.document) as Record<string, unknown> };
  }

  /** Keeps any object, faulty or not: nothing that was written is lost. */
  async putDraft(
    space: string,
    document: Record<string, unknown>,
    ifMatch: string,
    by: Actor,
  ): Promise<DraftSaved> {
    const text = JSON.stringify(document);
    const { version, snapshot } = await this.#store.write(async (db) => {
      const row = await this.#rows.draft(db, space);
      matchOrAny(ifMatch, row);
      const version = row.version + 1;
      if (
        !(await this.#rows.writeDraft(db, space, row.version, {
          version,
          document: text,
          contents: row.contents,
        }))
      ) {
        matchDraft('', await this.#rows.draft(db, space));
      }
      await this.audit.note(db, by, space, 'draft.put');
      return { version, snapshot: { document: text, contents: row.contents } };
    });
    // Once it is kept: whatever is in it cannot lose it then, and nobody waits to write meanwhile.
    const { issues } = await this.#release.check(this.#store.db, space, snapshot, by);
    return { etag: draftTag(version), issues };
  }

  putContent(space: string, name: string, content: unknown, by: Actor): Promise<void> {
    return this.#store.write((db) => this.#writeContent(db, space, name, content, by));
  }

  /** Districts may have changed in the settings since the plan was put together. */
  refresh(): Promise<void> {
    return this.#exclusively((db) => this.#release.refresh(db));
  }

  /** A content of the published plan by what follows `content/` in its address, or one of a space's draft by its name. */
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
        : (await this.#rows.draft(db, space)).contents;
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

  /** @param ifMatch the draft that was looked at: nothing goes online that nobody has seen */
  publish(space: string, ifMatch: string, note: string | undefined, by: Actor): Promise<Published | Waiting> {
    return this.#exclusively(async (db) => {
      const row = await this.#rows.draft(db, space);
      matchDraft(ifMatch, row);
      return this.#ask(db, space, row, by, note);
    });
  }

  /** Publishes a revision again. The draft becomes it once it is online; with four eyes, when it is approved. */
  restore(
    space: string,
    n: number,
    ifMatch: string,
    note: string | undefined,
    by: Actor,
  ): Promise<Published | Waiting> {
    return this.#exclusively(async (db) => {
      const revision = await this.#rows.revision(db, space, n);
      if (this.#settings.fourEyes) matchDraft(ifMatch, await this.#rows.draft(db, space));
      else await this.#replaceDraft(db, space, revision, by, ifMatch);
      return this.#ask(db, space, revision, by, note, n);
    });
  }

  /** Makes a revision the draft, and publishes nothing. */
  async takeUp(space: string, n: number, ifMatch: string, by: Actor): Promise<DraftSaved> {
    const { etag, revision } = await this.#exclusively(async (db) => {
      const revision = await this.#rows.revision(db, space, n);
      const etag = await this.#replaceDraft(db, space, revision, by, ifMatch);
      await this.audit.note(db, by, space, 'draft.restore', String(n));
      return { etag, revision };
    });
    const { issues } = await this.#release.check(this.#store.db, space, revision, by);
    return { etag, issues };
  }

  /**
   * Makes a file's plan the draft and publishes it, at one stroke: processes that start together with one file do it once, and
   * a plan with faults changes nothing. The draft that was there is put aside.
   * @param isSame whether that was done before
   * @param approver with four eyes, the second pair
   */
  seed(
    { document, contents }: { document: unknown; contents: ReadonlyMap<string, unknown> },
    isSame: (db: Db) => Promise<boolean>,
    by: Actor,
    approver: Actor,
  ): Promise<'published' | 'same'> {
    const space = 'all';
    return this.#exclusively(async (db) => {
      if (await isSame(db)) return 'same';
      // The document first: what is put aside is then the draft as it was, with its contents.
      const { contents: former } = await this.#rows.draft(db, space);
      await this.#replaceDraft(db, space, { document: JSON.stringify(document), contents: former }, by);
      await this.audit.note(db, by, space, 'draft.put');
      for (const [name, content] of contents) await this.#writeContent(db, space, name, content, by);
      const snapshot = await this.#rows.draft(db, space);
      const asked = await this.#ask(db, space, snapshot, by, undefined);
      if (asked.status === 'waiting') await this.#approve(db, space, asked.pending.etag, approver);
      return 'published';
    });
  }

  /** @param ifMatch the request that was looked at */
  approve(space: string, ifMatch: string, by: Actor): Promise<Published> {
    return this.#exclusively((db) => this.#approve(db, space, ifMatch, by));
  }

  /** @param ifMatch the request that was looked at */
  withdraw(space: string, ifMatch: string, by: Actor): Promise<void> {
    return this.#exclusively(async (db) => {
      const row = await this.#rows.pending(db, space);
      if (!row) throw new HttpProblem('not-found', 'Nothing waits for approval.');
      matchPending(ifMatch, row);
      await db.deleteFrom('pending').where('tenant', '=', this.#tenant).where('space', '=', space).execute();
      await this.audit.note(db, by, space, 'publish.withdraw');
    });
  }

  async revisions(space: string): Promise<RevisionList> {
    const rows = await this.#store.db
      .selectFrom('revision')
      .select(['space', 'n', 'at', 'actor', 'approved_by', 'note', 'restored_from', 'put_aside'])
      .where('tenant', '=', this.#tenant)
      .where('space', '=', space)
      .orderBy('n', 'desc')
      .limit(500)
      .execute();
    const pending = await this.#rows.pending(this.#store.db, space);
    return { revisions: rows.map(revisionOf), ...(pending && { pending: pendingOf(pending) }) };
  }

  async revision(space: string, n: number): Promise<RevisionDocument> {
    const row = await this.#rows.revision(this.#store.db, space, n);
    return { revision: revisionOf(row), document: JSON.parse(row.document) as Record<string, unknown> };
  }

  /** The plan that waits for approval, for who is to approve it. */
  async waiting(space: string): Promise<{ pending: Pending; document: Record<string, unknown> }> {
    const row = await this.#rows.pending(this.#store.db, space);
    if (!row) throw new HttpProblem('not-found', 'Nothing waits for approval.');
    return { pending: pendingOf(row), document: JSON.parse(row.document) as Record<string, unknown> };
  }

  async diff(space: string, n: number, against: number | 'draft' | 'pending' | undefined): Promise<Diff> {
    const own = (await this.revision(space, n)).document;
    if (against === 'draft' || against === 'pending') {
      const { document } = against === 'draft' ? await this.draft(space) : await this.waiting(space);
      return { from: n, to: 'draft', changes: diffOf(own, document) };
    }
    const from = against ?? (await this.#rows.publishedBefore(this.#store.db, space, n));
    const before = from === 0 ? EMPTY_PLAN : (await this.revision(space, from)).document;
    return { from, to: n, changes: diffOf(before, own) };
  }

  note(by: Actor, space: string, action: AuditAction, target?: string, detail?: string): Promise<void> {
    return this.audit.note(this.#store.db, by, space, action, target, detail);
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

  async #writeContent(db: Db, space: string, name: string, content: unknown, by: Actor): Promise<void> {
    const { hash, body } = storedContent(content);
    await db
      .insertInto('content')
      .values({ tenant: this.#tenant, hash, body })
      // The same again, so that it is not forgotten just now as what nothing names (store/forget-contents.ts).
      .onConflict((conflict) => conflict.columns(['tenant', 'hash']).doUpdateSet({ body }))
      .execute();
    const row = await this.#rows.draft(db, space);
    // Without its former place: the last that was sent is the last to make room.
    const { [name]: former, ...others } = JSON.parse(row.contents) as Hashes;
    void former;
    const all = { ...others, [name]: hash };
    const contents = JSON.stringify(
      by.isOperator ? all : await withRoom(db, this.#store.engine, this.#tenant, all, row.document, name),
    );
    const next = { version: row.version + 1, document: row.document, contents };
    if (!(await this.#rows.writeDraft(db, space, row.version, next)))
      throw new HttpProblem('in-progress', 'The draft is being written.', {
        headers: { 'retry-after': '1' },
      });
    await this.audit.note(db, by, space, 'content.put', name);
  }

  async #approve(db: Db, space: string, ifMatch: string, by: Actor): Promise<Published> {
    const row = await this.#rows.pending(db, space);
    if (!row) throw new HttpProblem('not-found', 'Nothing waits for approval.');
    matchPending(ifMatch, row);
    if (row.actor === by.actor)
      throw new HttpProblem('not-allowed', 'Who asked for it cannot approve it.', {
        remedy: 'Ask another publisher.',
      });
    const { plan, issues } = await this.#release.refuseFaults(db, space, row, by, row.restored_from !== null);
    await db.deleteFrom('pending').where('tenant', '=', this.#tenant).where('space', '=', space).execute();
    if (row.restored_from !== null) await this.#replaceDraft(db, space, row, by);
    const revision = await this.#release.publish(db, space, row, plan, {
      actor: row.actor,
      note: row.note ?? undefined,
      restoredFrom: row.restored_from ?? undefined,
      approvedBy: by.actor,
    });
    await this.audit.note(db, by, space, 'publish.approve', String(revision.n));
    return { status: 'published', revision, issues };
  }

  #putAside(db: Db, space: string, row: Snapshot & { version: number }, by: Actor): Promise<void> {
    const about = { tenant: this.#tenant, space, at: this.#now().toISOString(), actor: by.actor };
    return putAside(db, row, about);
  }

  /**
   * Puts another draft in the place of the one that is there, and that one aside.
   * @param ifMatch the draft that was read; without it, whichever is there
   */
  async #replaceDraft(db: Db, space: string, next: Snapshot, by: Actor, ifMatch?: string): Promise<string> {
    for (let tries = 0; tries < 5; tries++) {
      const row = await this.#rows.draft(db, space);
      if (ifMatch !== undefined) matchDraft(ifMatch, row);
      const version = row.version + 1;
      const { document, contents } = next;
      // Written first: what is put aside is then what nobody can have changed meanwhile.
      if (!(await this.#rows.writeDraft(db, space, row.version, { version, document, contents }))) continue;
      await this.#putAside(db, space, row, by);
      return draftTag(version);
    }
    throw new HttpProblem('in-progress', 'The draft is being written.', { headers: { 'retry-after': '1' } });
  }

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
    const { plan, issues } = await this.#release.refuseFaults(
      db,
      space,
      snapshot,
      by,
      restoredFrom !== undefined,
    );
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
      await this.audit.note(db, by, space, 'publish.ask', undefined, detail);
      return { status: 'waiting', pending: pendingOf(row), issues };
    }
    const revision = await this.#release.publish(db, space, snapshot, plan, {
      actor: by.actor,
      note,
      restoredFrom,
    });
    await this.audit.note(
      db,
      by,
      space,
      restoredFrom === undefined ? 'publish' : 'restore',
      String(revision.n),
      detail,
    );
    return { status: 'published', revision, issues };
  }
}
