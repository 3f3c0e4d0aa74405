/**
 * `npm run budgets`: gzip bytes that a page loads to show nothing, and to show each widget, its engine and shared
 * parts included. `ceiling` is what the check holds; `aim` is where each has to get to (ARCHITECTURE.md, Bytes).
 * What a chunk loads is read from its static imports; what only some pages load (Floating UI, a language) is not counted.
 */
import { readFileSync, readdirSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

const CDN = 'dist/cdn';
const KB = 1024;
/** In KB. */
const BUDGETS: Record<string, { ceiling: number; aim: number }> = {
  nothing: { ceiling: 4, aim: 3 },
  banner: { ceiling: 22, aim: 11 },
  tour: { ceiling: 27, aim: 15 },
  survey: { ceiling: 27.5, aim: 15 },
  help: { ceiling: 27.5, aim: 16 },
};

const gzip = (file: string): number => gzipSync(readFileSync(`${CDN}/${file}`), { level: 9 }).length;
const chunks = readdirSync(`${CDN}/c`).filter((f) => f.endsWith('.js'));
const entry = (name: string): string => chunks.find((f) => f.startsWith(`${name}-`)) ?? `${name}: no chunk`;

function withImports(file: string, found = new Set<string>()): Set<string> {
  if (found.has(file)) return found;
  found.add(file);
  const code = readFileSync(`${CDN}/c/${file}`, 'utf8');
  for (const [, dep = ''] of code.matchAll(/(?:from|import)\s*"\.\/([\w.-]+\.js)"/g)) withImports(dep, found);
  return found;
}

let over = 0;
const script = gzip('sentier.js');
for (const [name, { ceiling, aim }] of Object.entries(BUDGETS)) {
  // The engine comes with the first thing that is due.
  const files = name === 'nothing' ? [] : [...withImports(entry(name), withImports(entry('engine')))];
  const bytes = script + files.reduce((sum, file) => sum + gzip(`c/${file}`), 0);
  const isOver = bytes > ceiling * KB;
  if (isOver) over++;
  const verdict = isOver ? 'OVER' : bytes > aim * KB ? `aim ${aim * KB} missed` : '';
  console.log(
    `${name.padEnd(8)} ${String(bytes).padStart(6)} B, at most ${String(ceiling * KB).padStart(6)}  ${verdict.padEnd(18)} ${['sentier.js', ...files].join(' ')}`,
  );
}
console.log(`${Object.keys(BUDGETS).length - over} passed, ${over} failed`);
process.exitCode = over ? 1 : 0;
