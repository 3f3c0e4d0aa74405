import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { serve } from '@hono/node-server';
import { createApp } from './http/app.js';
import { openServices, type Services, type World } from './services.js';
import type { Settings } from './settings.js';

/** A server that answers. */
export interface Running {
  url: string;
  services: Services;
  /** Takes no more requests, ends those under way, writes what was received, closes the database. Idempotent. */
  stop(): Promise<void>;
}

/** Node.js waits 60 s for headers and 300 s for a request: enough for a few slow clients to hold every connection. */
const TIMEOUTS = {
  headersTimeout: 10_000,
  requestTimeout: 15_000,
  keepAliveTimeout: 30_000,
  connectionsCheckingInterval: 2000,
  maxHeaderSize: 16 * 1024,
};
/** Requests under way get so long at a stop, in ms: Docker kills what has not ended after 10 s, and the database is closed after. */
const PATIENCE_MS = 8000;
/** How often connections that have become idle are looked for meanwhile. */
const CLOSING_EVERY_MS = 100;
const FIRST_JOBS_MS = 60_000;
const JOBS_EVERY_MS = 3_600_000;

export async function startServer(settings: Settings, world: World = {}): Promise<Running> {
  const services = await openServices(settings, world);
  const { log } = services;
  const app = createApp(services);
  const server = await listen(app.fetch, settings).catch(async (error: unknown) => {
    await services.close();
    throw error;
  });
  server.maxConnections = settings.limits.connections;
  server.timeout = 60_000;

  const work = (): void => {
    services.jobs().then(
      (gone) => gone && log.info({ gone }, 'jobs'),
      (error: Error) =>
        log.error({ err: { name: error.name, code: (error as { code?: string }).code } }, 'jobs failed'),
    );
  };
  const timers = [setTimeout(work, FIRST_JOBS_MS).unref(), setInterval(work, JOBS_EVERY_MS).unref()];
  const { port } = server.address() as AddressInfo;
  const host = settings.host === '0.0.0.0' || settings.host === '::' ? 'localhost' : settings.host;
  const url = `http://${host.includes(':') ? `[${host}]` : host}:${port}${settings.base}`;
  log.info({ url, database: services.store.engine, migrated: services.migrated }, 'started');

  let stopped: Promise<void> | undefined;
  const stop = async (): Promise<void> => {
    services.stopping = true;
    timers.forEach((timer) => clearTimeout(timer));
    const closed = new Promise<void>((done) => server.close(() => done()));
    // Again and again: a proxy's connections become idle with the answers under way, and would be kept for its next requests.
    const closing = setInterval(() => server.closeIdleConnections(), CLOSING_EVERY_MS);
    server.closeIdleConnections();
    const cut = setTimeout(() => server.closeAllConnections(), PATIENCE_MS);
    await closed;
    clearInterval(closing);
    clearTimeout(cut);
    await services.close();
    log.info('stopped');
  };
  return { url, services, stop: () => (stopped ??= stop()) };
}

function listen(
  fetch: (request: Request) => Response | Promise<Response>,
  { host, port }: Settings,
): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = serve({ fetch, port, hostname: host, serverOptions: TIMEOUTS }, () =>
      resolve(server),
    ) as Server;
    server.once('error', reject);
  });
}
