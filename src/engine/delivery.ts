import {
  BATCH_BYTES,
  backoffMs,
  batches,
  bodyOf,
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
  /** Runs `task` while no other tab runs its own. */
  alone(task: () => Promise<void>): Promise<void>;
  /** Told what is never going to be sent, and why. */
  refused(ids: readonly string[], reason: string): void;
  /** Told whether something is left, so that a later page knows without opening the database. */
  waiting(some: boolean): void;
}

/** How long a person waits for "sent" before being told that the answer is kept and will be sent later, in ms. */
const PATIENCE_MS = 8000;

/** A row of this page whose fate is not known yet. */
interface Fresh {
  row: OutboxRow;
  settle(delivery: Delivery): void;
}

/**
 * Sends envelopes: written first, sent in batches by one tab at a time, tried again under the same id, and removed only
 * when the server named them.
 */
export class DeliveryQueue {
  readonly #ports: DeliveryPorts;
  readonly #fresh = new Map<string, Fresh>();
  /** Ids in a request that has no answer yet. */
  readonly #flying = new Set<string>();
  #tries = 0;
  #notBefore = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #sending: Promise<void> | undefined;
  #again = false;

  constructor(ports: DeliveryPorts) {
    this.#ports = ports;
  }

  /** Resolves when its fate is known, or as `waiting` after a while; it is sent later all the same. */
  async add(envelope: Envelope, url: string): Promise<Delivery> {
    const row = { id: envelope.id, envelope, url, at: this.#ports.now() };
    await this.#ports.outbox.put(row);
    this.#ports.waiting(true);
    const fate = new Promise<Delivery>((settle) => this.#fresh.set(row.id, { row, settle }));
    const timer = setTimeout(() => this.#settle([row.id], 'waiting'), PATIENCE_MS);
    void this.flush();
    return fate.finally(() => clearTimeout(timer));
  }

  /** Sends what is waiting, now, or when a pause that the server or a failure asked for is over. */
  async flush(): Promise<void> {
    const pause = this.#notBefore - this.#ports.now();
    if (pause > 0) {
      this.#settle([...this.#fresh.keys()], 'waiting');
      return this.#later(pause);
    }
    if (this.#sending) {
      this.#again = true;
      return this.#sending;
    }
    this.#sending = this.#ports.alone(() => this.#sendAll()).catch(() => this.#pause());
    await this.#sending;
    this.#sending = undefined;
    if (!this.#again) return;
    this.#again = false;
    await this.flush();
  }

  /** The page goes: what was not sent yet is sent without waiting for an answer. Its rows stay until one names them. */
  leave(): void {
    if (this.#notBefore > this.#ports.now()) return;
    const rows = [...this.#fresh.values()].map(({ row }) => row).filter(({ id }) => !this.#flying.has(id));
    for (const batch of batches(rows)) void this.#post(batch);
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#settle([...this.#fresh.keys()], 'waiting');
  }

  async #sendAll(): Promise<void> {
    const { outbox, now, waiting } = this.#ports;
    const rows = await outbox.all();
    const dropped = surplus(rows, now());
    for (const reason of ['age', 'room'])
      await this.#drop(
        [...dropped.keys()].filter((id) => dropped.get(id) === reason),
        reason,
      );
    let left = 0;
    for (const batch of batches(rows.filter(({ id }) => !dropped.has(id))))
      // A server that has just failed is left alone.
      left += left ? batch.length : await this.#send(batch);
    if (left) this.#pause();
    else this.#tries = 0;
    waiting(left > 0);
  }

  #post(batch: readonly OutboxRow[]): Promise<Response | undefined> {
    const body = bodyOf(batch.map(({ envelope }) => envelope));
    return this.#ports
      .fetch(batch[0]?.url ?? '', {
        method: 'POST',
        credentials: 'same-origin',
        headers: { 'content-type': 'application/json' },
        body,
        // Beyond that many bytes a keepalive request is refused outright.
        keepalive: body.length < BATCH_BYTES,
      })
      .catch(() => undefined);
  }

  /** Sends one batch; returns how many of its rows are still to be sent. */
  async #send(batch: readonly OutboxRow[]): Promise<number> {
    const { now, outbox } = this.#ports;
    const ids = batch.map(({ id }) => id);
    ids.forEach((id) => this.#flying.add(id));
    const response = await this.#post(batch);
    ids.forEach((id) => this.#flying.delete(id));
    const verdict = verdictOf(response?.status ?? 0);
    this.#notBefore = now() + (retryAfterMs(response?.headers.get('retry-after') ?? null, now()) ?? 0);
    if (verdict === 'retry') return ids.length;
    if (verdict === 'split' && batch.length > 1) {
      const half = Math.ceil(batch.length / 2);
      return (await this.#send(batch.slice(0, half))) + (await this.#send(batch.slice(half)));
    }
    if (verdict !== 'read') {
      await this.#drop(ids, String(response?.status));
      return 0;
    }
    const receipt = readReceipt(await response?.json().catch(() => undefined));
    const sent = ids.filter((id) => receipt.sent.includes(id));
    const refused = ids.filter((id) => receipt.refused.has(id));
    await outbox.remove(sent);
    this.#settle(sent, 'sent');
    for (const id of refused) await this.#drop([id], receipt.refused.get(id) ?? '');
    return ids.length - sent.length - refused.length;
  }

  async #drop(ids: readonly string[], reason: string): Promise<void> {
    if (!ids.length) return;
    await this.#ports.outbox.remove(ids);
    this.#ports.refused(ids, reason);
    this.#settle(ids, 'refused');
  }

  #settle(ids: readonly string[], delivery: Delivery): void {
    for (const id of ids) {
      this.#fresh.get(id)?.settle(delivery);
      this.#fresh.delete(id);
    }
  }

  /** Longer after each failure, and never before the server's own word. */
  #pause(): void {
    const { now, chance } = this.#ports;
    this.#notBefore = Math.max(this.#notBefore, now() + backoffMs(this.#tries++, chance()));
    this.#settle([...this.#fresh.keys()], 'waiting');
    this.#later(this.#notBefore - now());
  }

  #later(ms: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.flush(), ms);
  }
}
