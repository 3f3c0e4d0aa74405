/** Whoever installs the package can build with it: it asks for nothing that npm did not bring. */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { describe, it } from 'node:test';
import { build } from 'esbuild';
import ts from 'typescript';
import { packed, specifiers } from './packed.js';

const consumer = packed();
const { project, root, manifest } = consumer;
const entries = specifiers(consumer);
const modules = entries.filter(({ file }) => file?.startsWith('./dist/esm/'));

/** All that is reached from `files` by relative imports, and the bare ones on the way, each with a file that has it. */
function reach(files: readonly string[], asFile: (path: string) => string) {
  const seen = new Set<string>();
  const bare = new Map<string, string>();
  const walk = (file: string): void => {
    if (seen.has(file)) return;
    seen.add(file);
    const { importedFiles, typeReferenceDirectives } = ts.preProcessFile(readFileSync(file, 'utf8'));
    for (const { fileName } of [...importedFiles, ...typeReferenceDirectives])
      if (fileName.startsWith('.')) walk(asFile(resolve(dirname(file), fileName)));
      else bare.set(/^(@[^/]+\/)?[^/]+/.exec(fileName)?.[0] ?? fileName, file.slice(root.length));
  };
  for (const file of files) walk(join(root, file));
  return { seen, bare };
}
/** Only for projects that have React's own types. */
const REACT = 'sentier/jsx';
const isNoDependency = ([name]: [string, string]) => !(name in manifest.dependencies);

describe('the package', () => {
  it('has every file that its exports name', () => {
    assert.ok(modules.length > 8);
    for (const { file, types } of entries)
      for (const path of [file, types]) assert.ok(!path || existsSync(join(root, path)), path);
  });

  it('imports nothing but its dependencies', () => {
    const { bare } = reach(
      modules.map(({ file = '' }) => file),
      (path) => path,
    );
    assert.ok(bare.has('lit'));
    assert.deepEqual([...bare].filter(isNoDependency), []);
  });

  it('has types that import nothing but its dependencies', () => {
    const { bare } = reach(
      entries.filter(({ name }) => name !== REACT).flatMap(({ types }) => types ?? []),
      (path) => path.replace(/\.js$/, '.d.ts'),
    );
    assert.ok(bare.has('lit'));
    assert.deepEqual([...bare].filter(isNoDependency), []);
  });

  for (const { name } of modules)
    it(`${name} can be bundled`, async () => {
      const { errors } = await build({
        stdin: { contents: `export * from '${name}'`, resolveDir: project },
        bundle: true,
        format: 'esm',
        splitting: true,
        outdir: join(project, 'out'),
        write: false,
        logLevel: 'silent',
      });
      assert.deepEqual(errors, []);
    });

  for (const { name } of modules)
    it(`${name} can be imported in Node.js, where there is no document`, () => {
      execFileSync(process.execPath, ['--input-type=module', '--eval', `import '${name}'`], {
        cwd: project,
        stdio: ['ignore', 'ignore', 'pipe'],
      });
    });

  it('sentier/define/tour.js defines the steps of a tour too', () => {
    const registry = `const defined = [];
      globalThis.customElements = { get() {}, define: (tag) => defined.push(tag) };
      await import('sentier/define/tour.js');
      console.log(JSON.stringify(defined.sort()));`;
    const said = execFileSync(process.execPath, ['--input-type=module', '--eval', registry], {
      cwd: project,
      encoding: 'utf8',
    });
    assert.deepEqual(JSON.parse(said), ['sentier-step', 'sentier-tour']);
  });
});
