import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Command } from 'commander';
import { HttpProblem } from '../server/http/problem.js';
import { publishFile } from '../server/seed.js';
import { startServer } from '../server/serve.js';
import { readSettings, SettingsError } from '../server/settings.js';
import { MissingPackageError } from '../server/store/database.js';

interface Options {
  config?: string;
  port?: string;
  host?: string;
  data?: string;
  plan?: string;
}

/** The scripts beside this file in the package, or of the working copy. */
const SCRIPTS = ['../cdn', '../../dist/cdn']
  .map((path) => fileURLToPath(new URL(path, import.meta.url)))
  .find((path) => existsSync(path));

export function addServe(program: Command): void {
  program
    .command('serve')
    .description('the reference server: plan, progress, answers, studio and results')
    .option('-c, --config <file>', 'settings as JSON (SENTIER_CONFIG)')
    .option('-p, --port <number>', 'port (SENTIER_PORT, 4180)')
    .option('--host <address>', 'address to listen at (SENTIER_HOST, 127.0.0.1)')
    .option('-d, --data <folder>', 'folder of the database (SENTIER_DATA, sentier-data)')
    .option('--plan <file>', 'publish this plan at the start, with the content/ beside it')
    .addHelpText('after', '\nDATABASE_URL=postgres://… uses PostgreSQL instead of SQLite.')
    .action(async (options: Options) => {
      process.exitCode = await serve(options);
    });
}

async function serve({ config, port, host, data, plan }: Options): Promise<number> {
  const env = {
    ...process.env,
    ...(config && { SENTIER_CONFIG: config }),
    ...(port && { SENTIER_PORT: port }),
    ...(host && { SENTIER_HOST: host }),
    ...(data && { SENTIER_DATA: data }),
  };
  try {
    const settings = readSettings(env, SCRIPTS ? { scripts: SCRIPTS } : {});
    const running = await startServer(settings);
    const stop = (): void => {
      // A second signal means now.
      if (running.services.stopping) process.exit(1);
      void running.stop().then(() => process.exit(0));
    };
    process.on('SIGINT', stop);
    process.on('SIGTERM', stop);
    if (plan)
      await publishFile(running.services, plan).catch(async (error: unknown) => {
        await running.stop();
        throw error;
      });
    const place = running.services.store.engine === 'sqlite' ? settings.data : 'PostgreSQL';
    console.error(`sentier: ${running.url} (data in ${place}; ${running.url}/docs)`);
    return 0;
  } catch (error) {
    for (const line of linesOf(error)) console.error(`sentier serve: ${line}`);
    return 1;
  }
}

function linesOf(error: unknown): readonly string[] {
  if (error instanceof SettingsError) return error.lines;
  if (error instanceof HttpProblem)
    return [error.message, ...(error.parts.issues ?? []).map(({ message }) => message)];
  if (error instanceof MissingPackageError) return [error.message];
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === 'EADDRINUSE') return ['port (SENTIER_PORT): it is taken; give another with --port.'];
  if (code === 'ECONNREFUSED') return ['databaseUrl (DATABASE_URL): nothing answers there.'];
  if (/^SQLITE_(?:READONLY|CANTOPEN)/.test(code ?? '') || code === 'EACCES' || code === 'EROFS')
    return [`data (SENTIER_DATA): the database cannot be written there (${message}).`];
  if (code === '25006') return ['databaseUrl (DATABASE_URL): this database is for reading only.'];
  return [message || String(error)];
}
