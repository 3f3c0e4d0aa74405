import { readPlan } from '../../src/model/read-plan.js';
import type {
  AuditList,
  Issue,
  Me,
  Pending,
  Revision,
  RevisionList,
} from '../../src/model/contract/index.js';
import type { PlanDocument } from '../../src/studio/store/studio-store.js';
import { OVERVIEW, resultsOf } from './fake-results.js';

export interface FakeOptions {
  me?: Partial<Me>;
  plan?: PlanDocument;
  /** First revision; by default the plan itself. */
  published?: PlanDocument;
  now?: () => number;
}

const AT = '2026-09-14T08:12:00Z';

/**
 * The reference server's studio calls (src/model/contract), in memory, as a `fetch`. What the store sends and reads goes
 * through real requests and responses; only the network is missing.
 */
export class FakeServer {
  plan: PlanDocument;
  me: Me;
  revisions: { revision: Revision; document: PlanDocument }[];
  pending: (Pending & { document: PlanDocument }) | undefined;
  /** The network is down. */
  isOff = false;
  /** What is sent arrives, its answer does not. */
  losesAnswers = false;
  /** Answers nothing but this status. */
  status: number | undefined;
  /** A survey that has answers: its questions are said to have changed, as long as it has this version. */
  answered: { id: string; version: number } | undefined;
  readonly asked: string[] = [];
  readonly #now: () => number;
  #entries: AuditList['entries'] = [];
  #n = 1;
  #asked = 0;

  constructor({
    me = {},
    plan = { version: 1, campaigns: [] },
    published = plan,
    now = () => Date.parse(AT),
  }: FakeOptions = {}) {
    this.plan = plan;
    this.#now = now;
    this.me = {
      actor: 'agathe',
      role: 'admin',
      scope: { kind: 'all' },
      spaces: ['all'],
      fourEyes: false,
      threshold: 10,
      ...me,
    };
    this.revisions = [{ revision: this.#revision(1, 'Ouverture'), document: published }];
    this.#log('publish', 'révision 1');
  }

  #revision(n: number, note?: string): Revision {
    return {
      n,
      space: 'all',
      at: new Date(this.#now()).toISOString(),
      actor: this.me.actor,
      ...(note && { note }),
    };
  }

  #log(action: string, target: string): void {
    this.#entries.unshift({
      id: this.#entries.length + 1,
      at: new Date(this.#now()).toISOString(),
      actor: this.me.actor,
      role: this.me.role,
      space: 'all',
      action,
      target,
    });
  }

  get #tag(): string {
    return `"${this.#n}"`;
  }

  /** Somebody else saves. */
  overwrite(change: (plan: PlanDocument) => PlanDocument): void {
    this.plan = change(this.plan);
    this.#n++;
  }

  readonly fetch: typeof fetch = async (input, init = {}) => {
    await Promise.resolve();
    const url = new URL(input instanceof Request ? input.url : input, 'https://ent.example');
    const method = init.method ?? 'GET';
    this.asked.push(`${method} ${url.pathname.replace(/^\/sentier/, '')}`);
    if (this.isOff) throw new TypeError('Failed to fetch');
    if (this.status !== undefined)
      return json({ type: 'about:blank', title: 'refused', status: this.status }, this.status);
    const answer = this.#answer(method, url.pathname.replace(/^\/sentier/, ''), init);
    if (this.losesAnswers) throw new TypeError('Failed to fetch');
    return answer;
  };

  /** Refuses what names another than what is there, or nothing. */
  #unnamed(init: RequestInit, tag: string): Response | undefined {
    const wanted = new Headers(init.headers).get('if-match');
    return wanted === null || wanted === '*' ? problem(428) : wanted === tag ? undefined : problem(412);
  }

  #answer(method: string, path: string, init: RequestInit): Response {
    const body = typeof init.body === 'string' ? (JSON.parse(init.body) as Record<string, unknown>) : {};
    const last = this.revisions.find(({ revision }) => !revision.putAside)!;
    const match = /^\/revisions\/(\d+)(\/restore|\/draft)?$/.exec(path);
    const one = match && this.revisions.find(({ revision }) => revision.n === Number(match[1]));
    switch (`${method} ${path}`) {
      case 'GET /me':
        return json(this.me);
      case 'GET /plan':
        return json(last.document);
      case 'GET /draft':
        return json(this.plan, 200, { etag: this.#tag });
      case 'PUT /draft': {
        const wanted = new Headers(init.headers).get('if-match');
        if (wanted === null) return problem(428);
        if (wanted !== this.#tag && wanted !== '*')
          return json(
            {
              type: 'about:blank#conflict',
              title: 'conflict',
              status: 412,
              current: { etag: this.#tag, document: this.plan },
            },
            412,
          );
        this.overwrite(() => body as unknown as PlanDocument);
        this.#log('draft.put', '');
        return json({ etag: this.#tag, issues: [] }, 200, { etag: this.#tag });
      }
      case 'POST /publish':
        return (
          this.#unnamed(init, this.#tag) ??
          this.#publish(this.plan, typeof body['note'] === 'string' ? body['note'] : '')
        );
      case 'DELETE /publish': {
        if (!this.pending) return problem(404);
        const refused = this.#unnamed(init, this.pending.etag);
        if (refused) return refused;
        this.pending = undefined;
        return new Response(null, { status: 204 });
      }
      case 'GET /revisions/pending': {
        if (!this.pending) return problem(404);
        return json({ pending: withoutDocument(this.pending), document: this.pending.document });
      }
      case 'POST /publish/approve': {
        if (!this.pending) return problem(404);
        if (this.pending.actor === this.me.actor) return problem(403);
        return (
          this.#unnamed(init, this.pending.etag) ?? this.#goLive(this.pending.document, this.pending.note)
        );
      }
      case 'GET /revisions':
        return json({
          revisions: this.revisions.map(({ revision }) => revision),
          ...(this.pending && { pending: withoutDocument(this.pending) }),
        } satisfies RevisionList);
      case 'GET /audit':
        return json({ entries: this.#entries } satisfies AuditList);
      case 'GET /results':
        return json(OVERVIEW);
    }
    const results = /^\/results\/([^/]+?)(\.csv)?$/.exec(path);
    if (results && method === 'GET') {
      const found = resultsOf(decodeURIComponent(results[1]!));
      return results[2]
        ? new Response('campagne;montrée\n', { headers: { 'content-type': 'text/csv' } })
        : json(found);
    }
    if (one && !match[2]) return json(one);
    if (one) {
      const refused = this.#unnamed(init, this.#tag);
      if (refused) return refused;
      if (match[2] === '/draft' || !this.me.fourEyes) this.#putAside();
      if (match[2] === '/draft' || !this.me.fourEyes) this.overwrite(() => one.document);
      if (match[2] === '/draft') return json({ etag: this.#tag, issues: [] }, 200, { etag: this.#tag });
      return this.#publish(one.document, `Révision ${one.revision.n} remise en ligne`);
    }
    return problem(404);
  }

  /** A draft that no revision holds, before another takes its place. */
  #putAside(): void {
    const text = JSON.stringify(this.plan);
    if (this.revisions.some(({ document }) => JSON.stringify(document) === text)) return;
    const revision = { ...this.#revision(this.revisions.length + 1), putAside: true };
    this.revisions.unshift({ revision, document: this.plan });
  }

  #publish(document: PlanDocument, note: string): Response {
    if (!['publisher', 'admin'].includes(this.me.role)) return problem(403);
    const issues: Issue[] = readPlan(document).issues.filter(({ severity }) => severity === 'error');
    const { id, version } = this.answered ?? {};
    if (document.campaigns?.some((one) => one.id === id && (one.version ?? 1) === version))
      issues.push({
        severity: 'error',
        code: 'version',
        path: 'campaigns[0].version',
        message: 'L’enquête a déjà des réponses.',
        remedy: '',
        campaign: id!,
      });
    if (issues.length) return json({ type: 'about:blank#plan', title: 'plan', status: 422, issues }, 422);
    if (!this.me.fourEyes) return this.#goLive(document, note);
    this.pending = {
      space: 'all',
      etag: `"p${++this.#asked}"`,
      at: new Date(this.#now()).toISOString(),
      actor: this.me.actor,
      note,
      document,
    };
    this.#log('publish.ask', '');
    return json({ status: 'waiting', pending: this.pending, issues: [] }, 202);
  }

  #goLive(document: PlanDocument, note?: string): Response {
    const revision = this.#revision(this.revisions.length + 1, note);
    this.revisions.unshift({ revision, document });
    this.pending = undefined;
    this.#log('publish', `révision ${revision.n}`);
    return json({ status: 'published', revision, issues: [] });
  }
}

const withoutDocument = ({ space, etag, at, actor, note }: Pending): Pending => ({
  space,
  etag,
  at,
  actor,
  ...(note !== undefined && { note }),
});
const json = (body: unknown, status = 200, headers: Record<string, string> = {}): Response =>
  new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json', ...headers } });
const problem = (status: number): Response =>
  json({ type: 'about:blank', title: `refus ${status}`, status }, status);
