/**
 * The package as another project has it: what `npm pack` packs, unpacked into a `node_modules` where nothing else is but
 * the dependencies that npm would bring. No network.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, readdirSync, symlinkSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { tempFolder } from '../../temp-folder.js';

type Target = string | { types?: string; default?: string };
export interface PackageJson {
  dependencies: Record<string, string>;
  exports: Record<string, Target>;
}
interface Packed {
  filename: string;
  files: { path: string }[];
}

export const json = <T>(file: string): T => JSON.parse(readFileSync(file, 'utf8')) as T;

/** `also`: what a project would install besides, such as React's types. */
export function packed(also: readonly string[] = []) {
  const project = tempFolder('sentier-consumer');
  const modules = join(project, 'node_modules');
  const root = join(modules, 'sentier');
  mkdirSync(root, { recursive: true });
  const [pack] = JSON.parse(
    execFileSync('npm', ['pack', '--ignore-scripts', '--json', '--silent', '--pack-destination', project], {
      encoding: 'utf8',
    }),
  ) as [Packed];
  execFileSync('tar', ['-xzf', join(project, pack.filename), '-C', root, '--strip-components=1']);
  const manifest = json<PackageJson>(join(root, 'package.json'));
  for (const name of [...Object.keys(manifest.dependencies), ...also]) {
    mkdirSync(dirname(join(modules, name)), { recursive: true });
    symlinkSync(resolve('node_modules', name), join(modules, name));
  }
  return { project, root, manifest, files: pack.files.map(({ path }) => path) };
}

/** What may be imported: each export by its own name, a pattern by each file that it stands for. */
export function specifiers({ root, manifest }: Pick<ReturnType<typeof packed>, 'root' | 'manifest'>) {
  return Object.entries(manifest.exports).flatMap(([key, target]) => {
    const to = typeof target === 'string' ? { default: target } : target;
    const pattern = to.default ?? to.types ?? '';
    const entry = (star: string) => ({
      name: key.replace('.', 'sentier').replace('*', star),
      file: to.default?.replace('*', star),
      types: to.types?.replace('*', star),
    });
    if (!key.includes('*')) return [entry('')];
    const [before = '', after = ''] = pattern.split('*');
    return readdirSync(join(root, before), { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith(after))
      .map((file) => entry(file.slice(0, file.length - after.length)));
  });
}
