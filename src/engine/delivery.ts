import {
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
  chance(): number;
  /** Runs `task` when no other tab is sending; does nothing when one is. */
  alone(task: () => Promise<void>): Promise<void>;
  /** Told what is never going to be sent. */
  refused(ids: readonly string[], reason: string): void;
  /** Told whether something is left, so that a later page knows without opening the database. */
  waiting(some: boolean): void;
}

/** How long a person waits for "sent" before being told that the answer is kept and will be sent later, in ms. */
const PATIENCE_MS = 8000;

/** Sends envelopes: written first, sent in batches, tried again, removed only when the server named them. */
export class DeliveryQueue {
  readonly #ports: DeliveryPorts;
  readonly #listeners = new Map<string, (delivery: Delivery) => void>();
  #tries = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #notBefore = 0;
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
    const fate = new Promise<Delivery>((resolve) => {
      this.#listeners.set(row.id, resolve);
      setTimeout(() => this.#settle(row.id, 'waiting'), PATIENCE_MS);
    });
    void this.flush();
    return fate;
  }

  /** Sends what is waiting, now. `leaving`: the page goes, so do not wait for a pause to end. */
  async flush(leaving = false): Promise<void> {
    const pause = this.#notBefore - this.#ports.now();
    if (pause > 0 && !leaving) return this.#later(pause);
    if (this.#sending) {
      this.#again = true;
      return this.#sending;
    }
    this.#sending = this.#ports
      .alone(() => this.#sendAll())
      .catch(() => this.#retry())
      .finally(() => (this.#sending = undefined));
    await this.#sending;
    if (this.#again) {
      this.#again = false;
      await this.flush();
    }
  }

  stop(): void {
    clearTimeout(this.#timer);
    for (const id of [...this.#listeners.keys()]) this.#settle(id, 'waiting');
  }

  async #sendAll(): Promise<void> {
    const { outbox, now, refused, waiting } = this.#ports;
    const rows = await outbox.all();
    const dropped = surplus(rows, now());
    await this.#drop([...dropped.keys()], 'age or room');
    let left = 0;
    for (const batch of batches(rows.filter((row) => !dropped.has(row.id)))) left += await this.#send(batch);
    if (left) this.#retry();
    else this.#tries = 0;
    waiting(left > 0);
    void refused;
  }

  /** Sends one batch; returns how many of its rows are still to be sent. */
  async #send(batch: readonly OutboxRow[]): Promise<number> {
    const { fetch, now, outbox } = this.#ports;
    const response = await fetch(batch[0]?.url ?? '', {
      method: 'POST',
      credentials: 'same-origin',
      headers: { 'content-type': 'application/json' },
      body: bodyOf(batch.map((row) => row.envelope)),
      keepalive: true,
    }).catch(() => undefined);
    const verdict = verdictOf(response?.status ?? 0);
    const pause = retryAfterMs(response?.headers.get('retry-after') ?? null, now());
    if (pause) this.#notBefore = now() + pause;
    const ids = batch.map((row) => row.id);
    if (verdict === 'split' && batch.length > 1) {
      const half = Math.ceil(batch.length / 2);
      return (await this.#send(batch.slice(0, half))) + (await this.#send(batch.slice(half)));
    }
    if (verdict === 'refused' || verdict === 'split') {
      await this.#drop(ids, String(response?.status));
      return 0;
    }
    if (verdict === 'retry') {
      ids.forEach((id) => this.#settle(id, 'waiting'));
      return ids.length;
    }
    const receipt = readReceipt(await response?.json().catch(() => undefined));
    const sent = receipt.sent.filter((id) => ids.includes(id));
    await outbox.remove(sent);
    sent.forEach((id) => this.#settle(id, 'sent'));
    for (const [id, reason] of receipt.refused) if (ids.includes(id)) await this.#drop([id], reason);
    return ids.length - sent.length - ids.filter((id) => receipt.refused.has(id)).length;
  }

  async #drop(ids: readonly string[], reason: string): Promise<void> {
    if (!ids.length) return;
    await this.#ports.outbox.remove(ids);
    this.#ports.refused(ids, reason);
    ids.forEach((id) => this.#settle(id, 'refused'));
  }

  #settle(id: string, delivery: Delivery): void {
    this.#listeners.get(id)?.(delivery);
    this.#listeners.delete(id);
  }

  #retry(): void {
    const { now, chance } = this.#ports;
    this.#notBefore = Math.max(this.#notBefore, now() + backoffMs(this.#tries++, chance()));
    this.#later(this.#notBefore - now());
  }

  #later(ms: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.flush(), ms);
  }
}
