/** Declarations, into dist/types: what can be reached from the exports of the package, as another project can use it. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { format, resolveConfig } from 'prettier';
import ts from 'typescript';
import { ENTRIES } from './library-entries.mjs';
import { flatten } from './types/flatten.js';

const OUT = resolve('dist/types');
const CONFIG = '.config/tsconfig.types.json';
const declarationOf = (source: string) => source.replace(/^.*?\bsrc\//, `${OUT}/`).replace(/\.ts$/, '.d.ts');

execFileSync('node_modules/.bin/tsc', ['-p', CONFIG], { stdio: 'inherit' });

// The plan's types, for their schemas are too much for a compiler.
const { fileNames, options } = ts.parseJsonConfigFileContent(
  ts.readConfigFile(CONFIG, (file) => ts.sys.readFile(file)).config,
  ts.sys,
  '.config',
);
const program = ts.createProgram(fileNames, options);
const schemas = program
  .getSourceFiles()
  .filter(({ fileName }) => /src\/model\/schema\/[^/]+$/.test(fileName));
const style = await resolveConfig('rollup.config.js');
for (const [file, text] of flatten(program, schemas))
  writeFileSync(declarationOf(file), await format(text, { ...style, parser: 'typescript' }));

// What is imported as "sentier/define/banner.js" has its types where exports look for them.
const entries = Object.entries({ ...ENTRIES, jsx: 'src/jsx.ts' }).map(([name, source]) => {
  const file = join(OUT, `${name}.d.ts`);
  if (file === declarationOf(source)) return file;
  mkdirSync(dirname(file), { recursive: true });
  const modules = [source, 'src/elements/events/event-map.ts', 'src/engine/api.ts'];
  writeFileSync(
    file,
    modules.map((one) => `import '${one.replace('src', '..').replace(/\.ts$/, '.js')}';\n`).join(''),
  );
  return file;
});

const reached = new Set<string>();
function reach(file: string): void {
  if (reached.has(file)) return;
  reached.add(file);
  // Inferred types name lit-html, which is no dependency of ours: lit has all of it.
  const text = readFileSync(file, 'utf8').replaceAll('import("lit-html")', 'import("lit")');
  writeFileSync(file, text);
  for (const { fileName } of ts.preProcessFile(text).importedFiles)
    if (fileName.startsWith('.')) reach(resolve(dirname(file), fileName.replace(/\.js$/, '.d.ts')));
}
entries.forEach(reach);
for (const name of readdirSync(OUT, { recursive: true, encoding: 'utf8' }))
  if (name.endsWith('.d.ts') && !reached.has(join(OUT, name))) rmSync(join(OUT, name));
for (const folder of readdirSync(OUT, { recursive: true, encoding: 'utf8' }).reverse())
  if (existsSync(join(OUT, folder)) && !folder.endsWith('.ts') && !readdirSync(join(OUT, folder)).length)
    rmSync(join(OUT, folder), { recursive: true });
