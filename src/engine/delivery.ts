import {
  BATCH_BYTES,
  backoffMs,
  batches,
  bodyOf,
  bytes,
  type Credentials,
  credentialsFor,
  LONGEST_PAUSE_MS,
  ownerMark,
  readReceipt,
  retryAfterMs,
  surplus,
  verdictOf,
} from '../core/delivery.js';
import type { Delivery, Envelope, Outbox, OutboxRow } from '../core/ports.js';

/** The world that a delivery runs in. */
export interface DeliveryPorts {
  outbox: Outbox;
  fetch: typeof fetch;
  now(): number;
  /** 0…1 */
  chance(): number;
  /** Of whose session this is, as the host says now; it may change while the page stands. */
  userKey(): string | undefined;
  /** False only where the browser is sure that there is no network. */
  isOnline(): boolean;
  /** Runs `task` while no other tab runs its own. */
  alone(task: () => Promise<void>): Promise<void>;
  /** Told what is never going to be sent, and why. */
  refused(ids: readonly string[], reason: string): void;
  /** Told what the server takes from nobody who is not signed in (401), though the page has a person: it is kept. */
  signedOut(ids: readonly string[]): void;
  /** Told whether something is left, so that a later page knows without opening the database, and when the server wants it. */
  waiting(some: boolean, notBefore: number): void;
}

/** How long a person waits for "sent" before being told that the answer is kept and will be sent later, in ms. */
const PATIENCE_MS = 8000;
/** A request without an answer is given up, and its rows tried again, after this long, in ms. */
const REQUEST_MS = 30_000;

/**
 * A 403 for where the page is (`path` of the problem): a proxy or a setting of the site's is wrong, and no row is. Another 403
 * may be a filter's that dislikes one, which would hold up all others if it were kept.
 */
async function namesOrigin(response: Response | undefined): Promise<boolean> {
  if (response?.status !== 403) return false;
  const problem = (await response.json().catch(() => undefined)) as { path?: unknown } | null | undefined;
  return problem?.path === 'origin';
}

/** A row of this page whose fate is not known yet. */
interface Fresh {
  row: OutboxRow;
  isDurable: boolean;
  settle(delivery: Delivery): void;
}

/**
 * Sends envelopes: written first, sent in batches by one tab at a time, tried again under the same id, and removed only
 * when the server named them.
 */
export class DeliveryQueue {
  /** What was given up, by reason: counted, never silently lost. */
  readonly dropped: Record<string, number> = {};
  readonly #ports: DeliveryPorts;
  readonly #fresh = new Map<string, Fresh>();
  /** Ids that this page has queued for nobody. */
  readonly #nobodys = new Set<string>();
  /** Ids in a request that has no answer yet. */
  readonly #flying = new Set<string>();
  /** Bytes of them: keepalive requests share one limit. */
  #flyingBytes = 0;
  #tries = 0;
  /** Pauses: our own after a failure, and what the server asked for. */
  #pausedUntil = 0;
  #serverWants: number;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #sending: Promise<void> | undefined;
  #again = false;

  /** `serverWants`: what an earlier page was told. */
  constructor(ports: DeliveryPorts, serverWants = 0) {
    this.#ports = ports;
    this.#serverWants = serverWants;
  }

  /**
   * Resolves when its fate is known, or as `waiting` after a while; it is sent later all the same.
   * @param userKey of the person it is of
   */
  async add(envelope: Envelope, url: string, userKey?: string): Promise<Delivery> {
    const { id } = envelope;
    const row: OutboxRow = {
      id,
      envelope,
      url,
      at: this.#ports.now(),
      ...(userKey && { who: ownerMark(id, userKey) }),
    };
    if (!userKey) this.#nobodys.add(id);
    const isDurable = await this.#ports.outbox.put(row);
    this.#ports.waiting(true, this.#serverWants);
    const fate = new Promise<Delivery>((settle) => this.#fresh.set(row.id, { row, isDurable, settle }));
    const timer = setTimeout(() => this.#settle([row.id], 'waiting'), PATIENCE_MS);
    void this.flush();
    return fate.finally(() => clearTimeout(timer));
  }

  /** Sends what is waiting, now, or when a pause that the server or a failure asked for is over. */
  async flush(): Promise<void> {
    const { now, isOnline, alone } = this.#ports;
    // Some machines say "offline" and are not: tried all the same, rarely.
    const pause = Math.max(this.#pausedUntil, this.#serverWants) - now();
    if (pause > 0 || !isOnline()) {
      this.#settle([...this.#fresh.keys()], 'waiting');
      return this.#later(pause > 0 ? pause : LONGEST_PAUSE_MS, pause <= 0);
    }
    return this.#flushNow(alone);
  }

  async #flushNow(alone: DeliveryPorts['alone']): Promise<void> {
    if (this.#sending) {
      this.#again = true;
      return this.#sending;
    }
    this.#sending = alone(() => this.#sendAll()).catch(() => this.#pause());
    await this.#sending;
    this.#sending = undefined;
    if (!this.#again) return;
    this.#again = false;
    await this.flush();
  }

  /** The network is back: no need to sit out a pause of our own. */
  online(): void {
    this.#pausedUntil = 0;
    void this.flush();
  }

  /**
   * The page goes: what was not sent yet is sent without waiting for an answer, as far as the browser lets requests
   * outlive a page. Its rows stay until one names them.
   */
  leave(): void {
    if (Math.max(this.#pausedUntil, this.#serverWants) > this.#ports.now()) return;
    const rows = [...this.#fresh.values()].map(({ row }) => row).filter(({ id }) => !this.#flying.has(id));
    // What is nowhere else goes first.
    const isLost = ({ id }: OutboxRow): number => (this.#fresh.get(id)?.isDurable ? 1 : 0);
    rows.sort((a, b) => isLost(a) - isLost(b));
    for (const batch of batches(rows, this.#credentialsOf)) {
      const body = bodyOf(batch.map(({ envelope }) => envelope));
      if (this.#fits(body)) void this.#post(batch, body, this.#credentialsOfAll(batch));
    }
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#settle([...this.#fresh.keys()], 'waiting');
  }

  async #sendAll(): Promise<void> {
    const { outbox, now, waiting } = this.#ports;
    const rows = await outbox.all();
    // Another tab sent it, or the person emptied the storage: only the server knows, and takes it once.
    const there = new Set(rows.map(({ id }) => id));
    for (const { row } of [...this.#fresh.values()])
      if (!there.has(row.id)) {
        await outbox.put(row);
        rows.push(row);
      }
    const dropped = surplus(rows, now());
    for (const reason of ['age', 'size', 'room'] as const)
      await this.#drop(
        [...dropped.keys()].filter((id) => dropped.get(id) === reason),
        reason,
      );
    let left = 0;
    const kept = rows.filter(({ id }) => !dropped.has(id));
    for (const batch of batches(kept, this.#credentialsOf))
      // A server that has just failed is left alone.
      left += left ? batch.length : await this.#send(batch);
    if (left) this.#pause();
    else this.#tries = 0;
    // What waits for its person makes nobody else wait.
    const parked = kept.filter((row) => !this.#credentialsOf(row)).map(({ id }) => id);
    this.#settle(parked, 'waiting');
    waiting(left > 0 || (await outbox.all()).length > 0, this.#serverWants);
  }

  readonly #credentialsOf = (row: OutboxRow): Credentials | undefined =>
    credentialsFor(row, this.#ports.userKey(), this.#nobodys.has(row.id));

  /** Asked when it is sent: somebody else may have come since the batch was made. */
  #credentialsOfAll(batch: readonly OutboxRow[]): Credentials {
    return batch.every((row) => this.#credentialsOf(row) === 'same-origin') ? 'same-origin' : 'omit';
  }

  /** Whether the browser takes it as a request that outlives the page. */
  #fits(body: string): boolean {
    return this.#flyingBytes + bytes(body) < BATCH_BYTES + 2000;
  }

  async #post(
    batch: readonly OutboxRow[],
    body: string,
    credentials: Credentials,
  ): Promise<Response | undefined> {
    const size = bytes(body);
    const keepalive = this.#fits(body);
    const patience = new AbortController();
    const timer = setTimeout(() => patience.abort(), REQUEST_MS);
    this.#flyingBytes += size;
    try {
      return await this.#ports.fetch(batch[0]?.url ?? '', {
        method: 'POST',
        credentials,
        // To a page for signing in, mostly: a refusal, and often on an origin that could not be followed to.
        redirect: credentials === 'omit' ? 'manual' : 'follow',
        // The page's address beside an answer, in a server's log, would tell more than the answer does.
        referrerPolicy: 'origin',
        headers: { 'content-type': 'application/json' },
        body,
        keepalive,
        signal: patience.signal,
      });
    } catch {
      return undefined;
    } finally {
      clearTimeout(timer);
      this.#flyingBytes -= size;
    }
  }

  /** Sends one batch; returns how many of its rows are still to be sent. */
  async #send(batch: readonly OutboxRow[]): Promise<number> {
    const { now, outbox } = this.#ports;
    const ids = batch.map(({ id }) => id);
    ids.forEach((id) => this.#flying.add(id));
    const credentials = this.#credentialsOfAll(batch);
    const body = bodyOf(batch.map(({ envelope }) => envelope));
    const response = await this.#post(batch, body, credentials);
    ids.forEach((id) => this.#flying.delete(id));
    // A redirect that is not followed shows no status.
    const status = response?.type === 'opaqueredirect' ? 302 : (response?.status ?? 0);
    const verdict = (await namesOrigin(response)) ? 'retry' : verdictOf(status);
    const asked = retryAfterMs(response?.headers.get('retry-after') ?? null, now());
    this.#serverWants = asked ? now() + asked : 0;
    if (status === 401) {
      if (credentials === 'omit') return this.#park(batch);
      this.#ports.signedOut(ids);
    }
    if (verdict === 'retry') return ids.length;
    if (verdict === 'split' && batch.length > 1) {
      const half = Math.ceil(batch.length / 2);
      return (await this.#send(batch.slice(0, half))) + (await this.#send(batch.slice(half)));
    }
    if (verdict === 'refused' && credentials === 'omit') return this.#park(batch);
    if (verdict !== 'read') {
      await this.#drop(ids, String(status));
      return 0;
    }
    const receipt = readReceipt(await response?.json().catch(() => undefined));
    const sent = ids.filter((id) => receipt.sent.includes(id));
    const refused = ids.filter((id) => receipt.refused.has(id));
    await outbox.remove(sent);
    this.#settle(sent, 'sent');
    for (const id of refused) await this.#drop([id], receipt.refused.get(id) ?? '');
    const unnamed = batch.filter(({ id }) => !sent.includes(id) && !refused.includes(id));
    // No receipt but a page for signing in, as some gateways answer.
    return credentials === 'omit' ? this.#park(unnamed) : unnamed.length;
  }

  /** Not taken without a session: written down, so that no later page asks again before their person is here. */
  async #park(rows: readonly OutboxRow[]): Promise<number> {
    await Promise.all(rows.map((row) => this.#ports.outbox.put({ ...row, needsSession: true })));
    this.#settle(
      rows.map(({ id }) => id),
      'waiting',
    );
    return 0;
  }

  async #drop(ids: readonly string[], reason: string): Promise<void> {
    if (!ids.length) return;
    this.dropped[reason] = (this.dropped[reason] ?? 0) + ids.length;
    await this.#ports.outbox.remove(ids);
    this.#ports.refused(ids, reason);
    this.#settle(ids, 'refused');
  }

  #settle(ids: readonly string[], delivery: Delivery): void {
    for (const id of ids) {
      const fresh = this.#fresh.get(id);
      fresh?.settle(delivery === 'waiting' && !fresh.isDurable ? 'held' : delivery);
      this.#fresh.delete(id);
    }
  }

  /** Longer after each failure, and never before the server's own word. */
  #pause(): void {
    const { now, chance } = this.#ports;
    this.#pausedUntil = now() + backoffMs(this.#tries++, chance());
    this.#settle([...this.#fresh.keys()], 'waiting');
    this.#later(Math.max(this.#pausedUntil, this.#serverWants) - now());
  }

  /** `isForced`: without asking the browser whether there is a network. */
  #later(ms: number, isForced = false): void {
    clearTimeout(this.#timer);
    const go = (): unknown => (isForced ? this.#flushNow(this.#ports.alone) : this.flush());
    this.#timer = setTimeout(() => void go(), ms);
  }
}
