import type {
  AuditList,
  CampaignResults,
  DraftConflict,
  Problem,
  ResultsOverview,
  RevisionDocument,
  RevisionList,
} from '../../model/contract/index.js';
import { StoreError, type Loaded, type Me, type PlanDocument, type PublishOutcome } from './studio-store.js';
import type { ResultsStore, RevisionStore, Saved, StudioStore } from './studio-store.js';

export interface ServerOptions {
  /** Address of the API, "/sentier" for `/sentier/draft`. */
  url: string;
  /** Space of the draft, "school:0750001A"; the caller's widest by default. */
  space?: string;
  /** The host signs people in: it gives the token, again when it has run out. */
  token?: () => string | undefined | Promise<string | undefined>;
  fetch?: typeof fetch;
  timeoutMs?: number;
}

const REASONS: Readonly<Record<number, StoreError['reason']>> = {
  401: 'signed-out',
  403: 'forbidden',
  404: 'missing',
};

/** Drafts on the reference server (design.md §8): optimistic locks by ETag, revisions, results. */
export class ServerStore implements StudioStore {
  readonly kind = 'server';
  readonly isDurable = true;
  readonly #options: ServerOptions;
  #tag: string | undefined;

  constructor(options: ServerOptions) {
    this.#options = options;
  }

  async #ask(path: string, init: RequestInit = {}, allowed: readonly number[] = []): Promise<Response> {
    const { url, token, space, timeoutMs = 15e3, fetch: get = fetch } = this.#options;
    const query =
      space === undefined ? '' : `${path.includes('?') ? '&' : '?'}space=${encodeURIComponent(space)}`;
    const headers = new Headers(init.headers);
    const bearer = await token?.();
    if (bearer) headers.set('authorization', `Bearer ${bearer}`);
    if (init.body) headers.set('content-type', 'application/json');
    const stop = new AbortController();
    const timer = setTimeout(() => stop.abort(), timeoutMs);
    let response: Response;
    try {
      response = await get(`${url.replace(/\/$/, '')}${path}${query}`, {
        ...init,
        headers,
        credentials: 'same-origin',
        cache: 'no-store',
        signal: stop.signal,
      });
    } catch {
      throw new StoreError('offline');
    } finally {
      clearTimeout(timer);
    }
    if (response.ok || allowed.includes(response.status)) return response;
    // 408, 425, 429 and 5xx pass by themselves (hazards: delivery).
    if ([408, 425, 429].includes(response.status) || response.status >= 500) throw new StoreError('offline');
    const said = (await response.json().catch(() => ({}))) as Partial<Problem>;
    throw new StoreError(
      REASONS[response.status] ?? 'failed',
      [said.detail ?? said.title ?? String(response.status), said.remedy].filter(Boolean).join(' '),
    );
  }

  async #json<T>(path: string, init?: RequestInit): Promise<T> {
    return (await (await this.#ask(path, init)).json()) as T;
  }

  me(): Promise<Me> {
    return this.#json<Me>('/me');
  }

  async load(): Promise<Loaded> {
    const me = await this.me();
    // Who may only look sees what users see.
    if (me.role === 'viewer') {
      const plan = await this.#json<PlanDocument>('/plan');
      return { plan, published: plan };
    }
    const [draft, published] = await Promise.all([this.#ask('/draft'), this.#lastPublished()]);
    const plan = (await draft.json()) as PlanDocument;
    this.#tag = draft.headers.get('etag') ?? undefined;
    return { plan, published, ...(this.#tag !== undefined && { tag: this.#tag }) };
  }

  /** Of this space: `GET /plan` is all spaces put together. */
  async #lastPublished(): Promise<PlanDocument> {
    const { revisions } = await this.history.list();
    const [last] = revisions;
    return last ? this.history.read(last.n) : { version: 1 };
  }

  async save(plan: PlanDocument, tag: string | undefined): Promise<Saved> {
    const response = await this.#ask(
      '/draft',
      { method: 'PUT', body: JSON.stringify(plan), headers: { 'if-match': tag ?? '*' } },
      [412],
    );
    if (response.status === 412) {
      const { current } = (await response.json()) as DraftConflict;
      this.#tag = current.etag;
      return { conflict: { plan: current.document as unknown as PlanDocument, tag: current.etag } };
    }
    const said = (await response.json()) as { etag?: string };
    this.#tag = response.headers.get('etag') ?? said.etag;
    return this.#tag === undefined ? {} : { tag: this.#tag };
  }

  readonly history: RevisionStore = {
    publish: (note) => this.#publish('/publish', note),
    approve: () => this.#publish('/publish/approve'),
    withdraw: async () => void (await this.#ask('/publish', { method: 'DELETE' })),
    list: () => this.#json<RevisionList>('/revisions'),
    read: async (n) =>
      (await this.#json<RevisionDocument>(`/revisions/${n}`)).document as unknown as PlanDocument,
    restore: (n) => this.#publish(`/revisions/${n}/restore`),
    audit: (before) => this.#json<AuditList>(before === undefined ? '/audit' : `/audit?before=${before}`),
  };

  async #publish(path: string, note = ''): Promise<PublishOutcome> {
    const body = JSON.stringify(note ? { note } : {});
    const response = await this.#ask(path, { method: 'POST', body }, [422]);
    const said: unknown = await response.json();
    if (response.status === 422) return { status: 'refused', issues: (said as Problem).issues ?? [] };
    return said as PublishOutcome;
  }

  readonly results: ResultsStore = {
    overview: () => this.#json<ResultsOverview>('/results'),
    of: (id, version) =>
      this.#json<CampaignResults>(
        `/results/${encodeURIComponent(id)}${version === undefined ? '' : `?version=${version}`}`,
      ),
    csv: async (id) => (await this.#ask(`/results/${encodeURIComponent(id)}.csv`)).blob(),
  };
}
