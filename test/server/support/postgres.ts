/** A PostgreSQL of the test's own: data in a temporary folder, a Unix socket, another user than root. */
import { execFileSync, spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { chmodSync, chownSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { installWithApt } from '../../apt.js';

/** Where Debian puts each version; elsewhere PATH or pg_config says. */
const DEBIAN = '/usr/lib/postgresql';

function candidates(): string[] {
  const versions = existsSync(DEBIAN)
    ? readdirSync(DEBIAN)
        .sort((a, b) => Number(b) - Number(a))
        .map((version) => join(DEBIAN, version, 'bin'))
    : [];
  const config = spawnSync('pg_config', ['--bindir'], { encoding: 'utf8' });
  const path = (process.env.PATH ?? '').split(':');
  return [...versions, ...(config.status === 0 ? [config.stdout.trim()] : []), ...path];
}

export const findPostgres = (): string | undefined =>
  candidates().find((folder) => existsSync(join(folder, 'postgres')) && existsSync(join(folder, 'initdb')));

/** Folder of PostgreSQL's programs, brought by Debian's package where it may be; undefined where it cannot be had. */
export function bringPostgres(): string | undefined {
  const found = findPostgres();
  if (found) return found;
  installWithApt(['postgresql']);
  return findPostgres();
}

export interface Postgres {
  /** `postgres://…` of a new, empty database. */
  database(): string;
  /** Ends it as a power cut would, and starts it again on what is on disk. */
  crash(): Promise<void>;
  /** Ends it in good order. */
  end(): Promise<void>;
  stop(): void;
}

const isRoot = process.getuid?.() === 0;

/** PostgreSQL refuses to run as root. */
function other(): { uid: number; gid: number } {
  const id = (flag: string) => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }).trim());
  return { uid: id('-u'), gid: id('-g') };
}

/**
 * `settings` such as `shared_buffers=256MB`. fsync stays on: that is what is tested.
 * @param before programs to start it with, such as strace
 */
export async function startPostgres(
  settings: readonly string[] = [],
  before: readonly string[] = [],
): Promise<Postgres> {
  const bin = bringPostgres();
  if (!bin) throw new Error('no PostgreSQL: install it (Debian: apt-get install postgresql)');
  const user = isRoot ? other() : undefined;
  const folder = mkdtempSync(join(tmpdir(), 'sentier-pg-'));
  chmodSync(folder, 0o700);
  if (user) chownSync(folder, user.uid, user.gid);
  const data = join(folder, 'data');
  execFileSync(
    join(bin, 'initdb'),
    ['-D', data, '-U', 'sentier', '-A', 'trust', '-E', 'UTF8', '--locale=C', '--no-instructions'],
    { ...user, stdio: 'ignore', cwd: folder },
  );
  const args = ['-D', data, '-k', folder, '-h', '', '-c', 'max_connections=200'];
  for (const setting of settings) args.push('-c', setting);

  let server: ChildProcess;
  const ask = (sql: string): boolean =>
    spawnSync(join(bin, 'psql'), ['-h', folder, '-U', 'sentier', '-d', 'postgres', '-qAtc', sql], {
      ...user,
      cwd: folder,
      stdio: 'ignore',
    }).status === 0;
  const start = async (): Promise<void> => {
    const [program = '', ...rest] = [...before, join(bin, 'postgres'), ...args];
    server = spawn(program, rest, { ...user, cwd: folder, stdio: 'ignore' });
    for (let i = 0; i < 600; i++) {
      if (ask('select 1')) return;
      if (server.exitCode !== null) throw new Error(`postgres ended with ${server.exitCode}`);
      await new Promise((done) => setTimeout(done, 50));
    }
    throw new Error('postgres does not answer');
  };
  await start();
  let databases = 0;
  const stop = (): void => {
    server.kill('SIGQUIT');
    rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  };
  return {
    database() {
      const name = `t${++databases}`;
      if (!ask(`create database ${name}`)) throw new Error(`create database ${name}`);
      return `postgres://sentier@localhost/${name}?host=${encodeURIComponent(folder)}`;
    },
    async crash() {
      const ended = new Promise((done) => server.once('exit', done));
      server.kill('SIGKILL');
      await ended;
      // The children of a postmaster that was killed see it and end by themselves.
      rmSync(join(data, 'postmaster.pid'), { force: true });
      await new Promise((done) => setTimeout(done, 300));
      await start();
    },
    async end() {
      const ended = new Promise((done) => server.once('exit', done));
      const [pid] = readFileSync(join(data, 'postmaster.pid'), 'utf8').split('\n');
      process.kill(Number(pid), 'SIGINT');
      await ended;
    },
    stop,
  };
}
