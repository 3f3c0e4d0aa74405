import { closeSync, mkdirSync, openSync } from 'node:fs';
import { dirname } from 'node:path';
import { Kysely, PostgresDialect, sql, SqliteDialect, type Transaction } from 'kysely';
import type { Tables } from './schema.js';

export type Db = Kysely<Tables>;
export type Engine = 'sqlite' | 'postgres';

/** One database, whichever it is. */
export interface Store {
  readonly engine: Engine;
  readonly db: Db;
  /** Runs `work` in a transaction that may write; everything in it is kept or nothing is. */
  write<T>(work: (db: Db) => Promise<T>): Promise<T>;
  /** The same, one at a time in all processes: migrations and jobs. `undefined` where another holds the lock and `wait` is false. */
  alone<T>(lock: number, wait: boolean, work: (db: Db) => Promise<T>): Promise<T | undefined>;
  /** Lets nothing of what was erased stand in the files, as far as the engine has a say in it. */
  settle(): Promise<void>;
  close(): Promise<void>;
}

/** A library that only the server needs is missing: what to type. */
export class MissingPackageError extends Error {}

async function bring<T>(name: string, load: () => Promise<T>, wanted: string): Promise<T> {
  try {
    return await load();
  } catch (error) {
    const { code } = error as { code?: string };
    if (code !== 'ERR_MODULE_NOT_FOUND' && code !== 'MODULE_NOT_FOUND') throw error;
    throw new MissingPackageError(`${name} is not here; add it with: npm install ${wanted}`);
  }
}

/** How long a writer waits for another process, in ms. */
const BUSY_MS = 5000;

/**
 * SQLite in a file. FULL, because the library's build has NORMAL in WAL mode, which loses acknowledged answers with the
 * power (hazards: storage of the server).
 */
export async function openSqlite(file: string): Promise<Store> {
  const { default: Database } = await bring(
    'better-sqlite3',
    () => import('better-sqlite3'),
    'better-sqlite3@^12',
  );
  if (file !== ':memory:') makeFile(file);
  const database = new Database(file, { timeout: BUSY_MS });
  for (const pragma of [
    'journal_mode = WAL',
    'synchronous = FULL',
    'foreign_keys = ON',
    'trusted_schema = OFF',
    // What is erased is overwritten: its words would else stand in the file's free pages until something takes their place.
    'secure_delete = ON',
    'cache_size = -32000',
  ])
    database.pragma(pragma);
  const db = new Kysely<Tables>({ dialect: new SqliteDialect({ database }) });

  // `immediate`: a transaction that reads first and writes later would be refused, not made to wait, when another
  // process has written between the two.
  const write = <T>(work: (db: Db) => Promise<T>): Promise<T> =>
    db.connection().execute(async (connection) => {
      await sql`begin immediate`.execute(connection);
      try {
        const result = await work(connection);
        await sql`commit`.execute(connection);
        return result;
      } catch (error) {
        await sql`rollback`.execute(connection).catch(() => undefined);
        throw error;
      }
    });
  return {
    engine: 'sqlite',
    db,
    write,
    alone: (_lock, _wait, work) => write(work),
    // The log has the pages as they were before; where another process reads it just now, the next time.
    settle: async () => void (await sql`pragma wal_checkpoint(truncate)`.execute(db)),
    close: () => db.destroy(),
  };
}

/** Folder and file of a new database are its owner's alone, and SQLite gives its log the file's rights. Others' stay as they are. */
function makeFile(file: string): void {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  try {
    closeSync(openSync(file, 'wx', 0o600));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
}

export interface PostgresOptions {
  poolSize?: number;
}

export async function openPostgres(url: string, { poolSize = 8 }: PostgresOptions = {}): Promise<Store> {
  const pg = await bring('pg', () => import('pg'), 'pg@^8');
  const { Pool } = pg.default;
  const pool = new Pool({
    connectionString: url,
    max: poolSize,
    application_name: 'sentier',
    connectionTimeoutMillis: 5000,
    // A request gives up before its client does.
    statement_timeout: 12_000,
    lock_timeout: 3000,
    idle_in_transaction_session_timeout: 15_000,
  });
  // An idle connection that breaks must not take the process down: the next query opens another.
  pool.on('error', () => undefined);
  // Nor one that breaks between two queries of a transaction: the pool has no ear on it then, the next query fails.
  pool.on('connect', (client) => client.on('error', () => undefined));
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
  const write = <T>(work: (db: Transaction<Tables>) => Promise<T>): Promise<T> =>
    db.transaction().execute(work);
  return {
    engine: 'postgres',
    db,
    write,
    alone: (lock, wait, work) =>
      write(async (trx) => {
        if (wait) {
          await sql`set local lock_timeout = '60s'`.execute(trx);
          await sql`set local statement_timeout = '0'`.execute(trx);
          await sql`select pg_advisory_xact_lock(${sql.lit(LOCK_SPACE)}, ${lock}::int)`.execute(trx);
          return work(trx);
        }
        await sql`set local statement_timeout = '0'`.execute(trx);
        const { rows } = await sql<{ held: boolean }>`
          select pg_try_advisory_xact_lock(${sql.lit(LOCK_SPACE)}, ${lock}::int) as held`.execute(trx);
        return rows[0]?.held ? work(trx) : undefined;
      }),
    // Its own vacuum does that.
    settle: () => Promise.resolve(),
    close: () => db.destroy(),
  };
}

/** Keeps our advisory locks apart from those of who else uses the database. */
const LOCK_SPACE = 0x5e47;
export const LOCKS = { migrate: 1, jobs: 2, publish: 3 } as const;

/** Was it refused because another transaction holds what it needs? Then it may be tried again. */
export function isBusy(error: unknown): boolean {
  const { code = '' } = (error ?? {}) as { code?: string };
  // lock_not_available, deadlock_detected, serialization_failure, query_canceled.
  return /^SQLITE_BUSY|^SQLITE_LOCKED|^55P03$|^40P01$|^40001$|^57014$/.test(code);
}

/** How a connection fails where there is no SQLSTATE: the system's codes, and the driver's sentences. */
const NO_CONNECTION =
  /^(?:ECONNREFUSED|ECONNRESET|ENOENT|EPIPE|ETIMEDOUT|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH)$/;
const BROKEN =
  /^(?:timeout exceeded when trying to connect|Connection terminated|Client has encountered a connection error)/;

/** Is the database away? Then what needs it may be asked again later, and what does not goes on. */
export function isAway(error: unknown): boolean {
  const {
    code = '',
    message = '',
    syscall,
  } = (error ?? {}) as {
    code?: string;
    message?: string;
    syscall?: string;
  };
  // Connection exceptions, too many connections, being shut down or started.
  if (/^08|^53300$|^57P0[1-3]$/.test(code)) return true;
  // A file that is missing has the code of a socket that is.
  if (code === 'ENOENT' && syscall !== 'connect') return false;
  return NO_CONNECTION.test(code) || BROKEN.test(message);
}
