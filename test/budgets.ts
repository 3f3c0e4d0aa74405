/**
 * `npm run budgets`: gzip bytes that a page loads to show nothing, and to show each widget, against fixed ceilings.
 * What a chunk loads is read from its static imports; a chunk that only some engines load (Floating UI) is not counted.
 */
import { readFileSync, readdirSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

const CDN = 'dist/cdn';
/** kB of 1,000 bytes would flatter: 1 KB is 1,024 here. */
const KB = 1024;
const BUDGETS: Record<string, number> = { nothing: 4, tour: 15, banner: 11, survey: 15, help: 16 };

const gzip = (file: string): number => gzipSync(readFileSync(`${CDN}/${file}`), { level: 9 }).length;
const chunks = readdirSync(`${CDN}/c`).filter((f) => f.endsWith('.js'));

function withImports(file: string, found = new Set<string>()): Set<string> {
  if (found.has(file)) return found;
  found.add(file);
  const code = readFileSync(`${CDN}/c/${file}`, 'utf8');
  for (const [, dep = ''] of code.matchAll(/(?:from|import)\s*"\.\/([\w.-]+\.js)"/g)) withImports(dep, found);
  return found;
}

let over = 0;
const script = gzip('sentier.js');
for (const [name, ceiling] of Object.entries(BUDGETS)) {
  const files =
    name === 'nothing'
      ? []
      : [...withImports(chunks.find((f) => f.startsWith(`${name}-`)) ?? `${name}: no chunk`)];
  const bytes = script + files.reduce((sum, file) => sum + gzip(`c/${file}`), 0);
  const bad = bytes > ceiling * KB;
  if (bad) over++;
  console.log(
    `${name.padEnd(8)} ${String(bytes).padStart(6)} B of ${String(ceiling * KB).padStart(6)}${bad ? '  OVER' : ''}  ${['sentier.js', ...files].join(' ')}`,
  );
}
console.log(`${Object.keys(BUDGETS).length - over} passed, ${over} failed`);
process.exitCode = over ? 1 : 0;
