import { interfaceLocale } from '../../locales/msg.js';
import type {
  AuditList,
  CampaignResults,
  DraftConflict,
  Pending,
  Problem,
  ResultsOverview,
  RevisionDocument,
  RevisionList,
} from '../../model/contract/index.js';
import type { Settings } from '../../model/schema/plan.js';
import { StoreError, type Loaded, type Me, type PlanDocument, type PublishOutcome } from './studio-store.js';
import type { ResultsOptions, ResultsStore, RevisionStore, Saved, StudioStore } from './studio-store.js';

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
  412: 'stale',
};

/** Drafts on the reference server (design.md §8): optimistic locks by ETag, revisions, results. */
export class ServerStore implements StudioStore {
  readonly kind = 'server';
  readonly isDurable = true;
  readonly #options: ServerOptions;
  space: string | undefined;
  #me: Promise<Me> | undefined;
  /** The whole ENT's, which hold in the spaces of schools and districts too: their own plans have none. */
  #settings: Settings | undefined;

  constructor(options: ServerOptions) {
    this.#options = options;
    this.space = options.space;
  }

  get #isPart(): boolean {
    return this.space !== undefined && this.space !== 'all';
  }

  async #ask(path: string, init: RequestInit = {}, allowed: readonly number[] = []): Promise<Response> {
    const { url, token, timeoutMs = 15e3, fetch: get = fetch } = this.#options;
    const { space } = this;
    const query =
      space === undefined ? '' : `${path.includes('?') ? '&' : '?'}space=${encodeURIComponent(space)}`;
    const headers = new Headers(init.headers);
    const bearer = await token?.();
    if (bearer) headers.set('authorization', `Bearer ${bearer}`);
    // What is wrong with a plan is to be said in the studio's own language.
    headers.set('accept-language', interfaceLocale());
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
    return (this.#me ??= this.#json<Me>('/me').then(
      (me) => {
        this.space ??= me.spaces[0];
        return me;
      },
      (error: unknown) => {
        this.#me = undefined;
        throw error;
      },
    ));
  }

  async load(): Promise<Loaded> {
    const me = await this.me();
    // Who may only look sees what users see.
    if (me.role === 'viewer') {
      const plan = await this.#json<PlanDocument>('/plan');
      return { plan, published: plan };
    }
    const [draft, own, whole] = await Promise.all([
      this.#ask('/draft'),
      this.#lastPublished(),
      this.#isPart ? this.#whole() : undefined,
    ]);
    this.#settings = whole?.settings;
    const plan = this.#within((await draft.json()) as PlanDocument);
    const published = this.#within(own);
    const tag = draft.headers.get('etag') ?? undefined;
    const mine = new Set(own.campaigns?.map(({ id }) => id));
    const around = whole?.campaigns?.filter(({ id }) => !mine.has(id));
    return { plan, published, ...(tag !== undefined && { tag }), ...(around && { around }) };
  }

  /** All spaces put together, as pages read it; nothing where nothing was published yet. */
  async #whole(): Promise<PlanDocument> {
    const schools = /^school:(.+)$/.exec(this.space ?? '')?.[1];
    const response = await this.#ask(`/plan${schools ? `?schools=${schools}` : ''}`, {}, [404]);
    return response.ok ? ((await response.json()) as PlanDocument) : { version: 1 };
  }

  #within(plan: PlanDocument): PlanDocument {
    return this.#isPart && this.#settings ? { ...plan, settings: this.#settings } : plan;
  }

  #toSend(plan: PlanDocument): PlanDocument {
    if (!this.#isPart) return plan;
    const own = { ...plan };
    delete own.settings;
    return own;
  }

  /** Of this space: `GET /plan` is all spaces put together. */
  async #lastPublished(): Promise<PlanDocument> {
    const { revisions } = await this.history.list();
    const last = revisions.find(({ putAside }) => !putAside);
    return last ? this.#read(last.n) : { version: 1 };
  }

  async save(plan: PlanDocument, tag: string | undefined): Promise<Saved> {
    const response = await this.#ask(
      '/draft',
      { method: 'PUT', body: JSON.stringify(this.#toSend(plan)), headers: { 'if-match': tag ?? '*' } },
      [412],
    );
    if (response.status === 412) {
      const { current } = (await response.json()) as DraftConflict;
      return {
        conflict: {
          plan: this.#within(current.document as unknown as PlanDocument),
          tag: current.etag,
        },
      };
    }
    const said = (await response.json()) as { etag?: string };
    const now = response.headers.get('etag') ?? said.etag;
    return now === undefined ? {} : { tag: now };
  }

  async #read(revision: number): Promise<PlanDocument> {
    const { document } = await this.#json<Pick<RevisionDocument, 'document'>>(`/revisions/${revision}`);
    return document as unknown as PlanDocument;
  }

  readonly history: RevisionStore = {
    publish: (note, tag) => this.#publish('/publish', tag, note),
    approve: (tag) => this.#publish('/publish/approve', tag),
    withdraw: async (tag) => void (await this.#ask('/publish', { method: 'DELETE', headers: named(tag) })),
    list: () => this.#json<RevisionList>('/revisions'),
    read: async (n) => this.#within(await this.#read(n)),
    waiting: async () => {
      const { pending, document } = await this.#json<{ pending: Pending; document: unknown }>(
        '/revisions/pending',
      );
      return { pending, plan: this.#within(document as PlanDocument) };
    },
    restore: (n, tag) => this.#publish(`/revisions/${n}/restore`, tag),
    takeUp: async (n, tag) =>
      void (await this.#ask(`/revisions/${n}/draft`, { method: 'POST', headers: named(tag) })),
    audit: (before) => this.#json<AuditList>(before === undefined ? '/audit' : `/audit?before=${before}`),
  };

  async #publish(path: string, tag: string | undefined, note = ''): Promise<PublishOutcome> {
    const body = JSON.stringify(note ? { note } : {});
    const response = await this.#ask(path, { method: 'POST', body, headers: named(tag) }, [422]);
    const said: unknown = await response.json();
    if (response.status === 422) return { status: 'refused', issues: (said as Problem).issues ?? [] };
    return said as PublishOutcome;
  }

  readonly results: ResultsStore = {
    overview: () => this.#json<ResultsOverview>('/results'),
    of: (id, options) => this.#json<CampaignResults>(resultsPath(id, options)),
    csv: async (id, options) => (await this.#ask(resultsPath(`${id}.csv`, options))).blob(),
  };
}

/** What was looked at; the server refuses what does not say it. */
const named = (tag: string | undefined): Record<string, string> =>
  tag === undefined ? {} : { 'if-match': tag };

function resultsPath(name: string, { version, bySchool }: ResultsOptions = {}): string {
  const query = new URLSearchParams();
  if (version !== undefined) query.set('version', String(version));
  if (bySchool) query.set('by', 'school');
  const asked = query.toString();
  return `/results/${encodeURIComponent(name)}${asked && `?${asked}`}`;
}
