import { execFile } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { tempFolder } from '../temp-folder.js';

const CLI = fileURLToPath(new URL('../../dist/node/cli.js', import.meta.url));

export interface Ran {
  status: number;
  out: string;
  err: string;
}

/** The built command, as somebody runs it. */
export const sentier = (...args: string[]): Promise<Ran> =>
  new Promise((resolve, reject) => {
    execFile(process.execPath, [CLI, ...args], { maxBuffer: 1e8 }, (error, out, err) => {
      const status = error ? error.code : 0;
      if (typeof status === 'number') resolve({ status, out, err });
      else reject(error as Error);
    });
  });

export const newFolder = (): string => tempFolder('sentier-cli');

export function fileOf(value: unknown, name = 'plan.json', folder = newFolder()): string {
  const path = join(folder, name);
  writeFileSync(path, typeof value === 'string' ? value : JSON.stringify(value));
  return path;
}
