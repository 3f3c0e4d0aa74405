/** Pours at `rate` a second into a bucket of `burst`. */
export interface Allowance {
  burst: number;
  rate: number;
}

interface Bucket {
  left: number;
  at: number;
}

/** Buckets remembered; past it the ones not used for longest go, which by then are full again. */
const MAX_BUCKETS = 200_000;

/**
 * Token buckets by key: a person, a school. Never an address alone, since a whole school has one. Held in memory, by
 * each process for itself: with n processes somebody who is spread over them all may send n times as much.
 */
export class Limiter {
  readonly #buckets = new Map<string, Bucket>();
  readonly #now: () => number;
  constructor(now: () => number = () => performance.now()) {
    this.#now = now;
  }

  /** Takes `cost`; 0 where it was there, else the seconds until it will be. */
  take(key: string, cost: number, { burst, rate }: Allowance): number {
    const now = this.#now();
    const before = this.#buckets.get(key) ?? { left: burst, at: now };
    const left = Math.min(burst, before.left + ((now - before.at) / 1000) * rate);
    // What is bigger than the bucket passes when it is full: else it never would.
    const wanted = Math.min(cost, burst);
    const after = left >= wanted ? left - wanted : left;
    this.#buckets.delete(key);
    this.#buckets.set(key, { left: after, at: now });
    if (this.#buckets.size > MAX_BUCKETS) this.#buckets.delete(this.#buckets.keys().next().value!);
    return left >= wanted ? 0 : Math.max(1, Math.ceil((wanted - left) / rate));
  }
}
