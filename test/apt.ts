import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

/** `apt-get` with the rights to use it, or undefined. */
function apt(): string[] | undefined {
  if (!existsSync('/usr/bin/apt-get')) return undefined;
  if (process.getuid?.() === 0) return ['apt-get'];
  return spawnSync('sudo', ['-n', 'true']).status === 0 ? ['sudo', '-n', 'apt-get'] : undefined;
}

/** Brings Debian's packages where that may be done; what is still missing then is for the caller to say. */
export function installWithApt(packages: readonly string[]): void {
  const [command, ...prefix] = apt() ?? [];
  if (!command) return;
  console.log(`Installing ${packages.join(', ')} with apt-get…`);
  const run = (...args: string[]) =>
    execFileSync(command, [...prefix, ...args], {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    });
  try {
    run('update');
    run('install', '-y', '--no-install-recommends', ...packages);
  } catch {
    // What is still missing is said by the caller, with what to do.
  }
}
