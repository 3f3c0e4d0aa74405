import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';

/** Counts of requests and rows, by route and by what became of them; nothing of who. */
export class Metrics {
  readonly registry = new Registry();
  readonly requests: Histogram<'method' | 'route' | 'status'>;
  readonly rows: Counter<'fate'>;
  readonly limited: Counter<'bucket'>;

  constructor(depth: () => number) {
    const registers = [this.registry];
    collectDefaultMetrics({ register: this.registry, prefix: 'sentier_' });
    this.requests = new Histogram({
      name: 'sentier_http_request_seconds',
      help: 'Time to answer a request',
      labelNames: ['method', 'route', 'status'],
      buckets: [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
      registers,
    });
    this.rows = new Counter({
      name: 'sentier_collect_rows_total',
      help: 'Rows of POST /collect, by fate',
      labelNames: ['fate'],
      registers,
    });
    this.limited = new Counter({
      name: 'sentier_limited_total',
      help: 'Requests refused for their number, by bucket',
      labelNames: ['bucket'],
      registers,
    });
    new Gauge({
      name: 'sentier_collect_waiting_rows',
      help: 'Rows received and not yet written',
      registers,
      collect() {
        this.set(depth());
      },
    });
  }
}
