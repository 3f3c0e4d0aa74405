/** The server as a process of its own, as people run it. */
import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { build } from 'esbuild';
import { ISSUER, AUDIENCE, SECRET } from './tokens.js';
import { ORIGIN } from './bench.js';

const OUT = '.cache/server-cli';
let built: Promise<string> | undefined;

/** The command of this working copy; never an older build. */
export const cli = (): Promise<string> =>
  (built ??= build({
    entryPoints: { cli: 'src/cli/main.ts' },
    outdir: OUT,
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    target: 'node20',
    logLevel: 'warning',
  }).then(() => `${OUT}/cli.js`));

export interface ServerProcess {
  url: string;
  child: ChildProcess;
  /** Resident memory, in MiB. */
  memory(): number;
  /** CPU seconds used so far. */
  cpu(): number;
  kill(signal?: NodeJS.Signals): Promise<number | null>;
}

export interface ProcessOptions {
  env: Record<string, string>;
  /** Programs before `node`, such as strace. */
  before?: readonly string[];
  args?: readonly string[];
}

const TICKS = Number(execFileSync('getconf', ['CLK_TCK'], { encoding: 'utf8' }));

export async function startProcess({ env, before = [], args = [] }: ProcessOptions): Promise<ServerProcess> {
  const [program = '', ...rest] = [...before, process.execPath, await cli(), 'serve', ...args];
  const child = spawn(program, rest, {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: {
      PATH: process.env['PATH'] ?? '',
      SENTIER_PORT: '0',
      SENTIER_LOG: 'silent',
      SENTIER_SECRET: 'the secret of the tests, longer than 32 characters',
      SENTIER_ORIGINS: ORIGIN,
      SENTIER_JWT_ALGORITHM: 'HS256',
      SENTIER_JWT_ISSUER: ISSUER,
      SENTIER_JWT_AUDIENCE: AUDIENCE,
      SENTIER_JWT_SECRET: SECRET,
      ...env,
    },
  });
  let said = '';
  let url: string | undefined;
  for await (const chunk of child.stderr!) {
    said += String(chunk);
    url = /sentier: (http:\S+)/.exec(said)?.[1];
    if (url) break;
  }
  if (!url) throw new Error(`the server did not start: ${said}`);
  child.stderr!.resume();
  return {
    url,
    child,
    memory: () =>
      Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))?.[1] ?? 0) / 1024,
    cpu: () => {
      const fields = readFileSync(`/proc/${child.pid}/stat`, 'utf8').split(') ')[1]!.split(' ');
      return (Number(fields[11]) + Number(fields[12])) / TICKS;
    },
    async kill(signal = 'SIGKILL') {
      if (child.exitCode !== null || child.signalCode !== null) return child.exitCode;
      const ended = once(child, 'exit') as Promise<[number | null]>;
      child.kill(signal);
      return (await ended)[0];
    },
  };
}
