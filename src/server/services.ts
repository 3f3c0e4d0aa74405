import { join } from 'node:path';
import { destination, pino, type DestinationStream, type Logger } from 'pino';
import { Limiter } from './access/limiter.js';
import { tokenReader, type TokenReader } from './access/token.js';
import { Metrics } from './http/metrics.js';
import { Intake } from './intake/intake.js';
import { Catalogue } from './plans/catalogue.js';
import { Plans } from './plans/plans.js';
import { ProgressStore } from './progress-store.js';
import { Results } from './results/results.js';
import type { Settings } from './settings.js';
import { Reports } from './support/reports.js';
import { openPostgres, openSqlite, type Store } from './store/database.js';
import { runJobs } from './store/jobs.js';
import type { Keys } from './store/keys.js';
import { migrate } from './store/migrations.js';
import { keysFor } from './store/same-secret.js';

/** All that answers requests, made once a process. */
export interface Services {
  readonly settings: Settings;
  readonly store: Store;
  readonly keys: Keys;
  readonly tokens: TokenReader;
  readonly plans: Plans;
  readonly catalogue: Catalogue;
  readonly results: Results;
  readonly progress: ProgressStore;
  readonly reports: Reports;
  readonly intake: Intake;
  readonly limiter: Limiter;
  /** Searches that found nothing, by who searched: in memory alone, and apart, for they are many. */
  readonly searches: Limiter;
  readonly metrics: Metrics;
  readonly log: Logger;
  /** Migrations that ran at the start. */
  readonly migrated: readonly string[];
  /** Today in France, "2026-11-25": rows are dated by the ENT's day. */
  today(): string;
  /** Set while the process is being stopped. */
  stopping: boolean;
  jobs(): Promise<Record<string, number> | undefined>;
  close(): Promise<void>;
}

export interface World {
  now?: () => Date;
  log?: DestinationStream;
}

const PARIS = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Europe/Paris',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
});

export async function openServices(
  settings: Settings,
  { now = () => new Date(), log }: World = {},
): Promise<Services> {
  const { tenant, databaseUrl, data, retentionMonths, supportMonths, threshold } = settings;
  const store = databaseUrl
    ? await openPostgres(databaseUrl, { poolSize: settings.poolSize })
    : await openSqlite(join(data, 'sentier.db'));
  const writer = pino({ level: settings.log, base: null }, log ?? destination(1));
  const plans = new Plans(store, settings, now, writer);
  let migrated: string[];
  let keys: Keys;
  try {
    migrated = await migrate(store);
    keys = await keysFor(store, settings);
    await plans.refresh();
  } catch (error) {
    await store.close();
    throw error;
  }
  const today = (): string => PARIS.format(now());
  const catalogue = new Catalogue(store, tenant);
  const facts = (id: string, version?: number) => catalogue.facts(id, version);
  const hasOthers = settings.collect.unknownCampaigns === 'accept';
  const intake = new Intake({ store, keys, tenant, retentionMonths, today, facts, hasOthers });
  return {
    settings,
    store,
    keys,
    tokens: tokenReader(settings.jwt, now),
    plans,
    catalogue,
    results: new Results(store, settings),
    progress: new ProgressStore(store, keys, tenant, today),
    reports: new Reports(store, tenant),
    intake,
    limiter: new Limiter(),
    searches: new Limiter(),
    metrics: new Metrics(() => intake.depth),
    log: writer,
    migrated,
    today,
    stopping: false,
    async jobs() {
      await catalogue.ready();
      return runJobs({ store, tenant, retentionMonths, supportMonths, threshold, today, facts, log: writer });
    },
    async close() {
      await intake.idle();
      await store.close();
    },
  };
}
