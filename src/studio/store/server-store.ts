import type { PlanIssue } from '../../model/plan-issue.js';
import type { CampaignResults, Overall } from '../results/results.js';
import { StoreError, type Entry, type Loaded, type Me, type PlanDocument } from './studio-store.js';
import type { Published, ResultsStore, Revision, RevisionStore, Saved, StudioStore } from './studio-store.js';

export interface ServerOptions {
  /** Address of the API, "/sentier" for `/sentier/draft`. */
  url: string;
  /** The host signs people in: it gives the token, again when it has run out. */
  token?: () => string | undefined | Promise<string | undefined>;
  fetch?: typeof fetch;
  timeoutMs?: number;
}

const REASONS: Readonly<Record<number, StoreError['reason']>> = { 401: 'signed-out', 403: 'forbidden' };

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
    const { url, token, timeoutMs = 15e3, fetch: get = fetch } = this.#options;
    const headers = new Headers(init.headers);
    const bearer = await token?.();
    if (bearer) headers.set('authorization', `Bearer ${bearer}`);
    if (init.body) headers.set('content-type', 'application/json');
    const stop = new AbortController();
    const timer = setTimeout(() => stop.abort(), timeoutMs);
    let response: Response;
    try {
      response = await get(`${url.replace(/\/$/, '')}${path}`, {
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
    const said = (await response.json().catch(() => ({}))) as { message?: string; detail?: string };
    throw new StoreError(
      REASONS[response.status] ?? 'failed',
      said.message ?? said.detail ?? String(response.status),
    );
  }

  async #json<T>(path: string, init?: RequestInit): Promise<T> {
    return (await (await this.#ask(path, init)).json()) as T;
  }

  async me(): Promise<Me> {
    const { scope, ...me } = await this.#json<Me & { scope?: { schools?: string[] } }>('/me');
    return { ...me, ...(scope?.schools && { schools: scope.schools }) };
  }

  async load(): Promise<Loaded> {
    const response = await this.#ask('/draft');
    const published = await this.#json<PlanDocument>('/plan').catch(() => undefined);
    const loaded = await readDraft(response);
    this.#tag = loaded.tag;
    return { ...loaded, ...(published && { published }) };
  }

  async save(plan: PlanDocument, tag: string | undefined): Promise<Saved> {
    const response = await this.#ask(
      '/draft',
      { method: 'PUT', body: JSON.stringify(plan), headers: tag === undefined ? {} : { 'if-match': tag } },
      [412],
    );
    if (response.status === 412) {
      // Some say what is there now with the refusal; else it is asked for.
      const said = await readDraft(response).catch(() => undefined);
      return { conflict: said?.plan.version && said.tag ? said : await readDraft(await this.#ask('/draft')) };
    }
    this.#tag = response.headers.get('etag') ?? undefined;
    return this.#tag === undefined ? {} : { tag: this.#tag };
  }

  readonly history: RevisionStore = {
    publish: (note) => this.#publish('/publish', note),
    approve: () => this.#publish('/publish/approve', ''),
    list: () => this.#json<Revision[]>('/revisions'),
    read: (n) => this.#json<PlanDocument>(`/revisions/${n}`),
    restore: async (n) => void (await this.#ask(`/revisions/${n}/restore`, { method: 'POST' })),
    audit: () => this.#json<Entry[]>('/audit'),
  };

  async #publish(path: string, note: string): Promise<Published> {
    const headers: HeadersInit = this.#tag === undefined ? {} : { 'if-match': this.#tag };
    const response = await this.#ask(path, { method: 'POST', body: JSON.stringify({ note }), headers }, [422]);
    const said = (await response.json()) as { revision?: number; issues?: PlanIssue[] };
    if (response.status === 422) return { state: 'refused', issues: said.issues ?? [] };
    return response.status === 202
      ? { state: 'waiting' }
      : { state: 'published', revision: said.revision ?? NaN };
  }

  readonly results: ResultsStore = {
    overall: () => this.#json<Overall>('/results'),
    of: (id) => this.#json<CampaignResults>(`/results/${encodeURIComponent(id)}`),
    csv: async (id) => (await this.#ask(`/results/${encodeURIComponent(id)}.csv`)).blob(),
  };
}

/** The draft itself, or an envelope around it that says who wrote it. */
async function readDraft(response: Response): Promise<Loaded> {
  const said = (await response.json()) as PlanDocument & { plan?: PlanDocument; current?: PlanDocument; by?: string };
  const plan = said.plan ?? said.current ?? said;
  const tag = response.headers.get('etag') ?? undefined;
  return {
    plan,
    ...(tag !== undefined && { tag }),
    ...(typeof said.by === 'string' && { by: said.by }),
  };
}
